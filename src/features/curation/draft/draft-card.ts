/** A proposal, for whoever decides about it and for whoever made it. Pure. */
import { type Button, elementId, referenceData } from "../../../core/buttons.ts";
import { type Draft, type Network, networkName } from "../../../core/content.ts";
import { dayInWords, momentInWords } from "../../../core/dates.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { Digest } from "../../../core/ports.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { isDate } from "../../../core/rows.ts";
import { textsIn } from "../../../texts/texts.ts";
import { fieldsOf } from "../entry/entry-fields.ts";
import { formOf } from "../entry/entry-form.ts";
import { itemCard, listButton } from "../item-card.ts";
import { referenceTo, seenOf, titleOf } from "./draft-words.ts";

export const draftData = ({ id, network }: Pick<Draft, "id" | "network">): JsonObject => ({
  kind: "draft",
  id,
  network,
});

/** What approves a draft as it stands in the card. */
export const approveData = (draft: Draft, digest: Digest): JsonObject => ({
  ...draftData(draft),
  ...seenOf(digest, draft.row),
});

type Shown = {
  readonly network: Network;
  readonly language: Language;
  readonly now: Date;
  /** As far as anybody knows: a name, or "". */
  readonly nameOf: (key: string | undefined) => string;
};

export type Role = "coordinator" | "proposer";

const longestPart = 4_000;

export function draftCard(
  draft: Draft,
  of: Shown & {
    readonly role: Role;
    readonly related: readonly JsonObject[];
    readonly digest: Digest;
    readonly notices?: readonly string[];
    /** What was typed as a reason so far: one is asked for. */
    readonly reason?: string;
  },
): Card {
  const { language, role, reason } = of;
  const texts = textsIn(language).curation;
  const asks = reason !== undefined;
  const data = draftData(draft);
  const edit: Button = { title: texts.edit, verb: "todo.edit", data };
  const decide: readonly Button[] = asks
    ? [{ title: texts.rejectNow, verb: "todo.reject", data }]
    : [
        { title: texts.approve, verb: "todo.approve", data: approveData(draft, of.digest) },
        edit,
        { title: texts.reject, verb: "todo.reject", data },
      ];
  const waits = draft.state === "waiting";
  const own = draft.state === "approved" || draft.discussion !== undefined ? [] : [edit];
  return itemCard({
    language,
    heading: texts.draftHeadings[draft.kind],
    notices: asks ? [...(of.notices ?? []), texts.reasonIntro] : (of.notices ?? []),
    warnings: warningsOf(draft, of),
    elementId: elementId(referenceTo(draft)),
    title: titleOf(draft.kind, draft.row) || texts.untitled,
    facts: factsOf(draft, of),
    parts: partsOf(draft, language),
    related: waits ? of.related : [],
    ...(asks && { reason }),
    buttons: [
      ...(role === "coordinator" ? (waits ? decide : []) : own),
      ...(draft.state === "approved" ? [openButton(draft, language)] : []),
      listButton(language),
    ],
    links: linksOf(draft, language),
  });
}

/** To whoever proposed it, when it was decided. */
export function decidedCard(draft: Draft, network: Network, language: Language): Card {
  const texts = textsIn(language).curation;
  const isApproved = draft.state === "approved";
  const title = titleOf(draft.kind, draft.row) || texts.untitled;
  return itemCard({
    language,
    heading: isApproved ? texts.approvedHeading : texts.rejectedHeading,
    elementId: elementId(referenceTo(draft)),
    title,
    parts: [
      {
        label: "",
        text: isApproved
          ? texts.approvedText(networkName(network, language))
          : texts.rejectedText(networkName(network, language)),
      },
      ...(isApproved || !draft.reason ? [] : [{ label: texts.reason, text: draft.reason }]),
    ],
    buttons: isApproved
      ? [openButton(draft, language)]
      : [{ title: texts.editAgain, verb: "todo.edit", data: draftData(draft) }],
  });
}

const openButton = (draft: Draft, language: Language): Button => ({
  title: textsIn(language).curation.show,
  verb: "ask.choose",
  data: referenceData(referenceTo(draft)),
});

/** A thread in Teams, and what it is taken from. */
const linksOf = ({ link, row: { sourceUrl } }: Draft, language: Language) => {
  const texts = textsIn(language).curation;
  const thread = link === undefined ? [] : [{ title: texts.openThread, url: link }];
  const isSource = typeof sourceUrl === "string" && sourceUrl.startsWith("https://");
  return isSource && sourceUrl !== link
    ? [...thread, { title: texts.openSource, url: sourceUrl }]
    : thread;
};

function warningsOf(draft: Draft, { language, nameOf }: Shown): readonly string[] {
  const texts = textsIn(language).curation;
  if (draft.state !== "waiting") return [stateInWords(draft, { language, nameOf })];
  return draft.consent === "asked" ? [texts.noConsent] : [];
}

/** "Godkänt av Kaisa", "Avslaget av Kaisa: det finns redan". */
export function stateInWords(
  { state, reason = "", decidedBy }: Draft,
  { language, nameOf }: Pick<Shown, "language" | "nameOf">,
): string {
  const texts = textsIn(language).curation;
  if (state === "waiting") return texts.states.waiting;
  const own = texts.withdrawn[reason];
  if (decidedBy === undefined && own !== undefined) return own;
  const by = nameOf(decidedBy);
  return state === "approved" ? texts.approvedBy(by) : texts.rejectedBy(by, reason);
}

function factsOf(draft: Draft, { network, language, now, nameOf }: Shown) {
  const texts = textsIn(language).curation;
  const at = momentInWords(new Date(draft.proposedAt), network.timeZone, language, now);
  return [
    { label: texts.proposedBy, value: nameOf(draft.proposedBy) },
    { label: texts.proposedAt, value: at },
    { label: texts.network, value: networkName(network, language) },
  ];
}

/** Everything that would be kept, by the names of the inputs. */
function partsOf({ kind, row }: Draft, language: Language) {
  const texts = textsIn(language).curation;
  const form = formOf(kind, row);
  return fieldsOf(kind).flatMap(({ column, as }) => {
    const text = form[column] ?? "";
    // A link has a button of its own.
    if (text === "" || column === "title" || column === "sourceUrl") return [];
    const known = languages.find((one) => as === "language" && one === text);
    const day = as === "date" && isDate(text) ? dayInWords(text, language) : text;
    const said = known ? textsIn(language).languageName[known] : day;
    const cut = said.length > longestPart ? `${said.slice(0, longestPart)}…` : said;
    return [
      {
        label: texts.shortLabels[kind]?.[column] ?? texts.labels[kind][column] ?? column,
        text: cut,
      },
    ];
  });
}
