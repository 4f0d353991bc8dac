/** The editor for each occasion: a new announcement, one that is stored, a template. */
import type { Button } from "../../../core/buttons.ts";
import type { Network } from "../../../core/content.ts";
import { marksOf } from "../../../core/merge-edits.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { announcementData } from "../announcement.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { announcedBy } from "../who-may.ts";
import { type AnnouncementForm, formFields, formOf } from "./announcement-form.ts";
import { audienceChoices } from "./audience-choices.ts";
import { membersChoice } from "./audience-text.ts";
import { discardValue, mayDiscard } from "./discardable.ts";
import { type EditorView, editorCard } from "./editor-card.ts";
import { missingInWords } from "./words.ts";
import type { WritingDeps } from "./writing-deps.ts";

type Said = Partial<Pick<EditorView, "notices" | "faults" | "noNetwork">>;

/** `networks`: where it may belong, the chosen one in `network`. */
export function newEditor(
  deps: WritingDeps,
  turn: Turn,
  of: {
    readonly form: AnnouncementForm;
    readonly networks: readonly Network[];
    readonly network?: string;
    /** What it was begun from. */
    readonly template?: FoundAnnouncement;
  },
  said: Said = {},
): Card {
  const { language } = turn;
  const texts = textsIn(language).announcements.writing;
  const { form, networks, template } = of;
  const [only] = networks;
  const chosen = networks.length === 1 ? only?.id : of.network;
  const network = networks.find(({ id }) => id === chosen);
  // With several to choose from the input says which.
  const data: JsonObject = networks.length === 1 && only ? { network: only.id } : {};
  return editorCard({
    language,
    kind: "new",
    // With several networks each is chosen by name.
    form: networks.length > 1 ? { ...form, audience: withoutOwn(form.audience) } : form,
    ...(networks.length > 1 && { networks }),
    ...(chosen !== undefined && { network: chosen }),
    audiences: audienceChoices(deps, {
      ...(network && networks.length === 1 && { network }),
      mine: networks,
      chosen: form.audience,
      language,
    }),
    buttons: sending(texts, data),
    others: template
      ? [{ title: texts.editTemplate, verb, data: announcementData(template.announcement) }]
      : [templatesButton(texts), listButton(texts)],
    ...said,
  });
}

export function storedEditor(
  deps: WritingDeps,
  turn: Turn,
  { announcement, network }: FoundAnnouncement,
  more: Said & Partial<Pick<EditorView, "form" | "changes">> = {},
): Card {
  const { language } = turn;
  const texts = textsIn(language).announcements.writing;
  const stored = formOf(announcement);
  const form = more.form ?? stored;
  const data = announcementData(announcement);
  const marked = { ...data, marks: marksOf(formFields, stored, deps.digest) };
  const isTemplate = announcement.template === true;
  return editorCard({
    language,
    kind: isTemplate ? "template" : "edit",
    network: network.id,
    audiences: audienceChoices(deps, {
      network,
      mine: announcedBy(deps, turn),
      chosen: form.audience,
      language,
    }),
    missing: missingInWords(announcement, network.languages, language),
    buttons: isTemplate ? [{ title: texts.save, verb, data: marked }] : sending(texts, marked),
    others: [
      ...(isTemplate ? [{ title: texts.useTemplate, verb, data: { ...data, act: "copy" } }] : []),
      listButton(texts),
      ...(mayDiscard(announcement)
        ? [discardButton(isTemplate ? texts.discardTemplate : texts.discard, data)]
        : []),
    ],
    ...more,
    form,
  });
}

const withoutOwn = (audience: string): string =>
  audience
    .split(",")
    .filter((choice) => choice !== membersChoice)
    .join(",");

const verb = "announcement.save";

type Words = ReturnType<typeof textsIn>["announcements"]["writing"];

const sending = (texts: Words, data: JsonObject): readonly Button[] => [
  { title: texts.save, verb, data },
  { title: texts.preview, verb: "announcement.preview", data },
  { title: texts.saveTemplate, verb, data: { ...data, act: "template" } },
];

export const listButton = (texts: Words): Button => ({
  title: texts.toList,
  verb: "ask.more",
  data: { kind: "announcements" },
});

const discardButton = (title: string, data: JsonObject): Button => ({
  title,
  verb,
  data: { ...data, value: discardValue },
});

const templatesButton = (texts: Words): Button => ({
  title: texts.fromTemplate,
  verb: "ask.more",
  data: { kind: "announcements", status: "template" },
});
