/** The message action "save as a practice": the editor filled with somebody's message, in a dialog. */
import { dayAt } from "../../core/dates.ts";
import type { Outcome } from "../../core/feature.ts";
import { keyOf } from "../../core/person-key.ts";
import type { MessageActionTurn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { CurationDeps } from "./curation-deps.ts";
import { emptyForm, openNew } from "./entry/new-entry.ts";
import { refuse } from "./say.ts";

const longestTitle = 200;
const longestBody = 10_000;

export function saveMessage(deps: CurationDeps, turn: MessageActionTurn): Outcome {
  const { language, message, writtenIn } = turn;
  const texts = textsIn(language).curation;
  if (!message || !/[\p{L}\d]/u.test(message.text)) return refuse(turn, texts.nothingToSave);
  const { text, subject, author, link, createdAt, id } = message;
  const isOwn =
    author?.person !== undefined &&
    keyOf({ ...turn.actor, person: author.person }) === keyOf(turn.actor);
  const [first = ""] = text.trim().split("\n", 1);
  const title = (subject ?? first).trim();
  const at = createdAt === undefined ? Number.NaN : Date.parse(createdAt);
  const form = {
    ...emptyForm,
    language: writtenIn,
    title: title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title,
    body: text.slice(0, longestBody),
    date: Number.isNaN(at) ? "" : dayAt(new Date(at), deps.timeZone),
    sourceUrl: link ?? "",
  };
  const notices = [
    ...(text.length > longestBody ? [texts.messageCut] : []),
    ...(isOwn ? [] : [texts.askAuthor]),
  ];
  const ref = `message ${turn.conversation.id} ${id}`;
  const opened = openNew(deps, turn, { form, ref, ...(!isOwn && { isOthers: true }) }, notices);
  const replies = opened.replies.map((reply) =>
    reply.type === "card"
      ? ({ type: "dialog", title: texts.newHeading, card: reply.card } as const)
      : reply,
  );
  return { ...opened, replies };
}
