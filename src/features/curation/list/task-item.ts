/** One line of the list, with what can be done about it at once. Pure. */
import { ageInWords } from "../../../core/age-in-words.ts";
import { elementId, referenceData } from "../../../core/buttons.ts";
import type { Draft } from "../../../core/content.ts";
import {
  type Network,
  networkName,
  organisationOf,
  type Reference,
} from "../../../core/content.ts";
import { dayInWords } from "../../../core/dates.ts";
import type { Language } from "../../../core/language.ts";
import type { Digest } from "../../../core/ports.ts";
import type { JsonObject } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { approveData, draftData, stateInWords } from "../draft/draft-card.ts";
import { referenceTo, seenOf, titleOf } from "../draft/draft-words.ts";
import type { Task } from "./find-tasks.ts";

export type ListReader = {
  readonly language: Language;
  readonly now: Date;
  readonly networks: readonly Network[];
  /** Each says which network it belongs to. */
  readonly namesNetworks: boolean;
  readonly nameOf: (key: string | undefined) => string;
  /** A short name for a long key. */
  readonly short: (key: string) => string;
  readonly digest: Digest;
};

const longestSnippet = 160;

/** As the list's template takes it. */
type Item = JsonObject & { readonly data: JsonObject; readonly acts: readonly Act[] };

export function taskItem(task: Task, reader: ListReader): Item {
  const texts = textsIn(reader.language).curation;
  switch (task.kind) {
    case "draft":
      return draftItem(task.draft, reader, [
        act(texts.approve, "todo.approve", approveData(task.draft, reader.digest)),
        act(texts.edit, "todo.edit", draftData(task.draft)),
        act(texts.reject, "todo.reject", draftData(task.draft)),
      ]);
    case "unpublished":
    case "review": {
      const { practice } = task;
      const { id, network, language } = practice;
      const due = task.kind === "review" ? practice.reviewBy : undefined;
      const data = referenceData({
        kind: "practice",
        id,
        language,
        ...(network !== undefined && { network }),
      });
      const label = due === undefined ? texts.publish : texts.stillHolds;
      return itemOf(
        {
          elementId: elementId({ kind: "practice", id }),
          title: practice.title,
          detail: [
            due === undefined ? "" : texts.dueSince(dayInWords(due, reader.language)),
            textsIn(reader.language).inLanguage[language],
            placeOf(network, reader),
          ],
          data,
        },
        [
          act(label, "todo.approve", { ...data, ...seenOf(reader.digest, practice) }),
          act(texts.edit, "todo.edit", data),
        ],
        reader,
      );
    }
    case "consent": {
      const { contact } = task;
      const { id, network, name, consent } = contact;
      const reference: Reference = {
        kind: "contact",
        id,
        ...(network !== undefined && { network }),
      };
      const data = referenceData(reference);
      return itemOf(
        {
          elementId: elementId(reference),
          title: [name, organisationOf(contact, reader.language)].filter(Boolean).join(", "),
          detail: [
            texts.consentFrom(dayInWords(consent, reader.language)),
            placeOf(network, reader),
          ],
          data,
        },
        [
          act(texts.consentAgain, "todo.approve", { ...data, ...seenOf(reader.digest, contact) }),
          act(texts.edit, "todo.edit", data),
        ],
        reader,
      );
    }
    case "gap": {
      const { key, text, times, at, language } = task.gap;
      const data = { kind: "gap", id: reader.short(key) };
      return itemOf(
        {
          elementId: `gap:${reader.short(key)}`,
          title: text,
          detail: [
            texts.timesAsked(times),
            age(at, undefined, reader),
            textsIn(reader.language).inLanguage[language],
          ],
          data,
        },
        [act(texts.describe, "todo.edit", data), act(texts.dismiss, "todo.reject", data)],
        reader,
      );
    }
  }
}

/** What somebody proposed, with what became of it. */
export const ownItem = (draft: Draft, reader: ListReader): JsonObject =>
  draftItem(draft, reader, [], stateInWords(draft, reader));

function draftItem(draft: Draft, reader: ListReader, acts: readonly Act[], state?: string): Item {
  const texts = textsIn(reader.language).curation;
  const { kind, row, network, proposedAt, proposedBy } = draft;
  const item = itemOf(
    {
      elementId: elementId(referenceTo(draft)),
      title: titleOf(kind, row) || texts.untitled,
      detail: [
        state ?? "",
        texts.kinds[kind],
        state === undefined ? reader.nameOf(proposedBy) : "",
        age(proposedAt, network, reader),
        placeOf(network, reader),
      ],
      data: draftData(draft),
    },
    acts,
    reader,
  );
  return { ...item, snippet: kind === "practices" ? snippet(row["body"]) : "" };
}

type Act = { readonly title: string; readonly verb: string; readonly data: JsonObject };

const act = (title: string, verb: string, data: JsonObject): Act => ({ title, verb, data });

function itemOf(
  of: {
    readonly elementId: string;
    readonly title: string;
    readonly detail: readonly string[];
    readonly data: JsonObject;
  },
  acts: readonly Act[],
  { language }: ListReader,
): Item {
  const { title, data } = of;
  const { kind: what, ...ids } = data;
  return {
    elementId: of.elementId,
    title,
    detail: of.detail.filter(Boolean).join(" · "),
    snippet: "",
    altText: textsIn(language).ask.open(title),
    data: { ...ids, kind: "todo", of: what ?? "" },
    acts: acts.map((one) => ({ ...one, altText: `${one.title}: ${title}` })),
  };
}

const age = (at: string, network: string | undefined, reader: ListReader): string => {
  const zone =
    reader.networks.find(({ id }) => id === network)?.timeZone ?? reader.networks[0]?.timeZone;
  return ageInWords(new Date(at), reader.now, zone ?? "Europe/Helsinki", reader.language);
};

function placeOf(network: string | undefined, reader: ListReader): string {
  if (!reader.namesNetworks) return "";
  const found = reader.networks.find(({ id }) => id === network);
  return found ? networkName(found, reader.language) : textsIn(reader.language).curation.shared;
}

const snippet = (body: unknown): string => {
  const text = typeof body === "string" ? body.replace(/\s+/gu, " ").trim() : "";
  return text.length > longestSnippet ? `${text.slice(0, longestSnippet)}…` : text;
};
