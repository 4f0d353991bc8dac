/** A term for others to see: in the network's forum, or in the thread of the message it was looked up from. */
import type { Button } from "../../../core/buttons.ts";
import { type Network, networkName } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import type { ConversationAddress, TermItem } from "../../../core/ports.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { noTermCard } from "../look-up/show-terms.ts";
import { dataOf, readReference, type TermBook } from "../look-up/term-book.ts";
import type { TermCards } from "../look-up/term-cards.ts";
import { titleOf } from "../look-up/term-words.ts";
import { say, tell } from "../say.ts";
import type { TermsDeps } from "../terms-deps.ts";

type Deps = Pick<TermsDeps, "outbox" | "directory"> & {
  readonly book: TermBook;
  readonly cards: TermCards;
};

type Forum = { readonly network: Network; readonly channels: readonly ConversationAddress[] };

/** Cards hold six buttons. */
const mostForums = 5;
const longestKey = 80;

export async function shareTerm(deps: Deps, turn: ActionTurn): Promise<Outcome> {
  const { language } = turn;
  const texts = textsIn(language).terms;
  const reference = readReference(turn.data);
  const item = reference && deps.book.referred(turn, reference);
  if (!item) return tell(language, texts.gone);
  if (turn.conversation.kind !== "personal") {
    await post(deps, turn, item, [turn.address], item.network);
    return shared(deps, turn, item, texts.sharedHere);
  }
  const forums = forumsFor(deps, turn, item);
  const [only, ...others] = forums;
  if (!only) return tell(language, texts.noForum);
  const chosen =
    others.length === 0 ? only : forums.find(({ network }) => network.id === turn.data.forum);
  if (!chosen) return askWhich(turn, item, forums);
  await post(deps, turn, item, chosen.channels, chosen.network.id);
  return shared(deps, turn, item, texts.sharedInForum(networkName(chosen.network, language)));
}

/** A network's own term goes to its own forum; any other to one of the reader's. */
function forumsFor({ directory }: Deps, turn: ActionTurn, item: TermItem): readonly Forum[] {
  return turn.networks
    .filter(({ id }) => item.network === undefined || item.network === id)
    .map((network) => ({ network, channels: directory.channelsOf(network.id, "forum") }))
    .filter(({ channels }) => channels.length > 0)
    .filter((one, at, all) => all.findIndex((other) => isSamePlace(one, other)) === at);
}

/** Two networks may meet in one channel. */
const isSamePlace = (one: Forum, other: Forum): boolean =>
  placesOf(one).join("|") === placesOf(other).join("|");

const placesOf = ({ channels }: Forum): readonly string[] =>
  channels.map(({ conversationId }) => conversationId);

function askWhich(turn: ActionTurn, item: TermItem, forums: readonly Forum[]): Outcome {
  const { language } = turn;
  const texts = textsIn(language).terms;
  const buttons = forums.slice(0, mostForums).map(
    ({ network }): Button => ({
      title: networkName(network, language),
      verb: "term.share",
      data: { ...dataOf(item), forum: network.id },
    }),
  );
  const name = titleOf(item.term, [language]);
  const card = noTermCard(language, texts.whichForumHeading, texts.whichForumIntro(name), {
    buttons,
  });
  return say(card, "term-share-which");
}

/** One press shares once, also when it comes twice. */
async function post(
  { outbox, cards }: Deps,
  turn: ActionTurn,
  item: TermItem,
  channels: readonly ConversationAddress[],
  network: string | undefined,
): Promise<void> {
  const { language, actor, conversation } = turn;
  const notices = [textsIn(language).terms.sharedBy(actor.name)];
  const card = cards.one(turn, item, { notices, isShared: true });
  const press = (turn.key ?? turn.id).slice(0, longestKey);
  const route = conversation.kind === "group" ? "chat" : "channel";
  const plans = channels.map(
    (address): DeliveryPlan => ({
      recipient: address.conversationId,
      name: "",
      target: { route, address },
      variant: language,
      language,
    }),
  );
  await outbox.plan(
    {
      id: `term:${press}:${network ?? ""}`,
      kind: "term",
      ...(network !== undefined && { network }),
      urgency: urgencies.notice,
      about: { term: item.term.id },
      cards: { [language]: card },
    },
    plans,
    true,
  );
}

const shared = ({ cards }: Deps, turn: ActionTurn, item: TermItem, notice: string): Outcome =>
  say(cards.one(turn, item, { notices: [notice], isShared: true }), "term-shared");
