/** "I have read this", by whoever pressed it: nothing else counts as reading. */
import type { Outcome } from "../../../core/feature.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { refuse, say } from "../say.ts";
import { announcementCard } from "./announcement-card.ts";
import { meantBy, networksOf } from "./audience.ts";
import { mayCorrect } from "./corrected.ts";
import { nameOf } from "./names.ts";
import type { SendDeps } from "./send-deps.ts";

export async function pressRead(deps: SendDeps, turn: ActionTurn): Promise<Outcome> {
  const { language } = turn;
  const texts = textsIn(language).announcements.after;
  const { id, network: wanted } = turn.data;
  const network = deps.library.networks().find((one) => one.id === wanted);
  const stored =
    network && typeof id === "string" && id !== ""
      ? await deps.store.find(network.id, id)
      : undefined;
  if (!network || !stored) return refuse(turn, texts.cardGone);
  const announcement = stored.doc.value;
  const meant = [network, ...networksOf(deps, announcement)].map((one) => one.id);
  if (!turn.networks.some((own) => meant.includes(own.id))) return refuse(turn, texts.cardGone);
  if (announcement.status === "withdrawn") return refuse(turn, texts.cardGone);
  if (!mayCorrect(announcement)) return refuse(turn, texts.onlyPreview);
  if (!announcement.confirm) return refuse(turn, texts.noConfirmation);

  const confirmedAt = await deps.confirmations.confirm(announcement, keyOf(turn.actor), turn.at);
  // In a channel the card is everybody's.
  const isOwn = turn.conversation.kind === "personal" && turn.via === "execute";
  if (!isOwn)
    return {
      replies: [{ type: "sentence", language, text: texts.thanks }],
      label: "announcement-read",
    };
  const author = await nameOf(deps, announcement.author);
  const { topics } = meantBy(deps, announcement);
  const card = announcementCard(announcement, network, language, { author, topics, confirmedAt });
  return say(card, "announcement-read");
}
