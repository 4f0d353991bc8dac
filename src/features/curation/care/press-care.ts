/** Practices whose review is due and contacts with an old consent: they still hold, or they go. */
import { elementId, referenceData } from "../../../core/buttons.ts";
import type { Contact, Practice } from "../../../core/content.ts";
import { contactLine, sharedPartition } from "../../../core/content.ts";
import { dayInWords } from "../../../core/dates.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keepAct } from "../../../core/keep-act.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { hasSeen, seenOf, titleOf } from "../draft/draft-words.ts";
import type { EntryRow } from "../entry/entry-form.ts";
import {
  type Entry,
  isEntry,
  lookUpEntry,
  namedInAudit,
  removeEntry,
  writeEntry,
} from "../entry/entry-store.ts";
import { itemCard, listButton } from "../item-card.ts";
import { isDue, isOld, yearsFrom } from "../list/find-tasks.ts";
import { showList, todayOf } from "../list/show-list.ts";
import { refuse, say } from "../say.ts";
import { bringTermBack, removeTerm } from "./remove-term.ts";

/** "It still holds": reviewed again in a year, the consent given anew today, the imported draft published. */
export async function confirmEntry(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  if (turn.data["kind"] === "term") return bringTermBack(deps, turn);
  const found = await lookUpEntry(deps, turn, turn.data);
  if (!isEntry(found)) return found;
  const texts = textsIn(turn.language).curation;
  const today = todayOf(deps, turn);
  const change = confirmed(found, today);
  if (!change) return refuse(turn, texts.seenToAlready);
  if (!hasSeen(deps.digest, turn.data, found.row))
    return showEntry(deps, turn, found, [texts.changedSinceShown]);
  const { act, value, notice } = change;
  return written(deps, turn, found, {
    act,
    write: () => writeEntry(deps, turn, found, value),
    notice: texts[notice](titleOf(found.kind, found.row)),
  });
}

type Change = {
  readonly act: string;
  readonly value: EntryRow;
  readonly notice: "reviewed" | "consented" | "madePublic";
};

function confirmed({ kind, row }: Entry, today: string): Change | undefined {
  if (kind === "contacts") {
    const isSeenTo = !isOld(row as unknown as Contact, today);
    const value = { ...row, consent: today };
    return isSeenTo ? undefined : { act: "contact.consent", value, notice: "consented" };
  }
  if (kind !== "practices") return undefined;
  if (row["status"] === "draft") {
    const value = { ...row, status: "published" };
    return { act: "practice.publish", value, notice: "madePublic" };
  }
  const value = { ...row, reviewBy: yearsFrom(today, 1) };
  return isDue(row as unknown as Practice, today)
    ? { act: "practice.review", value, notice: "reviewed" }
    : undefined;
}

/** A practice is put away, a contact or a term taken out: asked for by the item's own card, where it is shown whole. */
export async function dropEntry(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUpEntry(deps, turn, turn.data);
  if (!isEntry(found)) return found;
  const texts = textsIn(turn.language).curation;
  const title = titleOf(found.kind, found.row);
  if (found.kind === "contacts") {
    return written(deps, turn, found, {
      act: "contact.remove",
      write: () => removeEntry(deps, turn, found),
      notice: texts.removed(title),
    });
  }
  if (found.kind === "terms") return removeTerm(deps, turn, found);
  if (found.row["status"] === "archived") return refuse(turn, texts.seenToAlready);
  return written(deps, turn, found, {
    act: "practice.archive",
    write: () => writeEntry(deps, turn, found, { ...found.row, status: "archived" }),
    notice: texts.archived(title),
  });
}

async function written(
  deps: CurationDeps,
  turn: ActionTurn,
  { reference }: Entry,
  of: {
    readonly act: string;
    readonly write: () => Promise<"saved" | "stale">;
    readonly notice: string;
  },
): Promise<Outcome> {
  if ((await of.write()) === "stale")
    return refuse(turn, textsIn(turn.language).curation.changedMeanwhile);
  const { network = sharedPartition } = reference;
  await keepAct(deps, turn, of.act, network, namedInAudit(reference));
  return showList(deps, turn, [of.notice]);
}

const longestPart = 4_000;

/** One of them, whole, with what can be done. */
export async function openEntry(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUpEntry(deps, turn, { ...turn.data, kind: turn.data["of"] ?? "" });
  return isEntry(found) ? showEntry(deps, turn, found) : found;
}

function showEntry(
  deps: CurationDeps,
  { language }: ActionTurn,
  { kind, row, reference }: Entry,
  notices: readonly string[] = [],
): Outcome {
  const texts = textsIn(language).curation;
  const data = referenceData(reference);
  const isContact = kind === "contacts";
  const contact = row as unknown as Contact;
  const practice = row as unknown as Practice;
  const day = isContact ? contact.consent : practice.reviewBy;
  const body = isContact ? contactLine(contact, language) : practice.body;
  const isDraft = !isContact && practice.status === "draft";
  return say(
    itemCard({
      language,
      heading: texts.itemHeadings[isContact ? "consent" : isDraft ? "unpublished" : "review"],
      elementId: elementId(reference),
      title: titleOf(kind, row),
      notices,
      warnings: isContact ? [texts.consentHint] : [],
      facts: [
        {
          label: texts.labels[kind][isContact ? "consent" : "reviewBy"] ?? "",
          value: day === undefined ? "" : dayInWords(day, language),
        },
        {
          label: texts.labels.contacts["email"] ?? "",
          value: isContact ? (contact.email ?? "") : "",
        },
        {
          label: texts.labels.contacts["phone"] ?? "",
          value: isContact ? (contact.phone ?? "") : "",
        },
      ],
      parts: body === "" ? [] : [{ label: "", text: body.slice(0, longestPart) }],
      buttons: [
        {
          title: isContact ? texts.consentAgain : isDraft ? texts.publish : texts.stillHolds,
          verb: "todo.approve",
          data: { ...data, ...seenOf(deps.digest, row) },
        },
        { title: texts.edit, verb: "todo.edit", data },
        { title: isContact ? texts.remove : texts.archive, verb: "todo.reject", data },
        listButton(language),
      ],
    }),
    "to-do-item",
  );
}
