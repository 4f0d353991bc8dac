/** The message action "announce this": a message becomes a draft, opened in its coordinator's own chat. */
import type { Outcome } from "../../../core/feature.ts";
import type { Card } from "../../../core/reply.ts";
import type { ActionTurn, MessageActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { announcedBy, whoMay } from "../who-may.ts";
import type { AnnouncementForm } from "./announcement-form.ts";
import { isKept } from "./change-announcement.ts";
import { longest } from "./check-form.ts";
import { messageAsForm } from "./message-as-form.ts";
import { newEditor, storedEditor } from "./open-editor.ts";
import { keep } from "./save-announcement.ts";
import type { WritingDeps } from "./writing-deps.ts";

export async function announceThis(deps: WritingDeps, turn: MessageActionTurn): Promise<Outcome> {
  const texts = textsIn(turn.language).announcements.writing;
  const networks = announcedBy(deps, turn);
  if (networks.length === 0)
    return answer(turn, await whoMay(deps, turn.networks, turn), "refused");
  const read = turn.message && messageAsForm(turn.message, turn.writtenIn);
  if (!read) return answer(turn, texts.nothingToAnnounce, "refused");
  const notices = [
    texts.fromMessage,
    ...(read.isCut ? [texts.messageCut(longest.textSv ?? 0)] : []),
  ];
  const [network, another] = networks;
  // Which of several it is for only its writer knows, and it is kept once they have said so.
  if (!network || another) {
    const editor = newEditor(deps, turn, { form: read.form, networks }, { notices });
    return opened(turn, texts.openedFromMessage, editor);
  }
  const kept = await keepDraft(deps, turn, network.id, read.form);
  if (!isKept(kept) && kept.label === "refused") return kept;
  if (!isKept(kept)) return opened(turn, texts.openedFromMessage, ...cardsOf(kept));
  const editor = storedEditor(deps, turn, kept.found, { notices: [...kept.notices, ...notices] });
  return opened(turn, texts.keptFromMessage, editor);
}

/** As if the editor had been saved with these words: once for each message, however often it is chosen or comes again. */
async function keepDraft(
  deps: WritingDeps,
  turn: MessageActionTurn,
  network: string,
  form: AnnouncementForm,
) {
  const { conversation, message, command, stage, ...rest } = turn;
  const save = (key: string): ActionTurn => ({
    ...rest,
    conversation,
    type: "action",
    verb: "announcement.save",
    data: { ...form, network },
    key,
    via: "execute",
  });
  const key = `message ${conversation.id} ${message?.id ?? turn.id}`;
  const kept = await keep(deps, save(key));
  // What was made of it before is on its way, or gone: this is another one.
  return isKept(kept) || kept.label !== "refused" ? kept : keep(deps, save(`${key} ${turn.id}`));
}

const cardsOf = ({ replies }: Outcome): readonly Card[] =>
  replies.flatMap((reply) => (reply.type === "card" ? [reply.card] : []));

const opened = (turn: MessageActionTurn, text: string, ...cards: readonly Card[]): Outcome => ({
  replies: [
    ...answer(turn, text, "").replies,
    ...cards.map((card) => ({ type: "card", card, to: "person" }) as const),
  ],
  label: "announcement-editor",
});

const answer = ({ language }: MessageActionTurn, text: string, label: string): Outcome => ({
  replies: [{ type: "sentence", language, text }],
  label,
});
