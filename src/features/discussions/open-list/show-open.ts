/** `open questions`: what waits for an answer, the oldest first, and what was answered lately. */
import type { Discussion, Network } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { namesIn } from "../names.ts";
import { refuse, say } from "../say.ts";
import { relatedTo } from "../take-up/ask-network.ts";
import { discussionCard } from "../thread/discussion-card.ts";
import { lookUp, mayDecide } from "../who-may.ts";
import { listCard, mostListed } from "./list-card.ts";

const recentlyMs = 14 * 24 * 60 * 60_000;
const mostAnswered = 3;

export function showOpen(deps: TurnDeps, turn: Turn): Outcome {
  const after = turn.type === "action" ? readAfter(turn) : 0;
  const networks = new Map(turn.networks.map((network) => [network.id, network]));
  const all = deps.store.list([...networks.keys()]);
  const open = all
    .filter(({ status }) => status === "open")
    .sort((a, b) => a.openedAt.localeCompare(b.openedAt));
  const since = new Date(turn.at.getTime() - recentlyMs).toISOString();
  const answered = all
    .filter(({ status, answeredAt = "" }) => status === "answered" && answeredAt >= since)
    .sort((a, b) => (b.answeredAt ?? "").localeCompare(a.answeredAt ?? ""));
  const card = listCard(
    {
      open: withNetwork(open.slice(after, after + mostListed), networks),
      answered: after === 0 ? withNetwork(answered.slice(0, mostAnswered), networks) : [],
      all: open.length,
      after,
    },
    { language: turn.language, now: turn.at, namesNetworks: networks.size > 1 },
  );
  return say(card, "open-questions");
}

/** One of them, for a member of its network. */
export async function showOne(deps: TurnDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUp(deps, turn, turn.data);
  if (!found) return refuse(turn, textsIn(turn.language).discussions.gone);
  const { discussion, network } = found;
  const card = discussionCard(discussion, {
    network,
    reader: { now: turn.at, mayDecide: mayDecide(deps, found, turn) },
    language: turn.language,
    nameOf: await namesIn(deps, network, discussion, turn.actor),
    related: relatedTo(
      deps,
      { networks: [network] },
      {
        text: discussion.question.text,
        language: discussion.language,
      },
    ).filter(({ kind, id }) => kind !== "discussion" || id !== discussion.id),
  });
  return say(card, "discussion");
}

const withNetwork = (
  discussions: readonly Discussion[],
  networks: ReadonlyMap<string, Network>,
): readonly { readonly discussion: Discussion; readonly network: Network }[] =>
  discussions.flatMap((discussion) => {
    const network = networks.get(discussion.network);
    return network ? [{ discussion, network }] : [];
  });

const readAfter = ({ data: { after } }: ActionTurn): number =>
  typeof after === "number" && Number.isSafeInteger(after) && after > 0 ? after : 0;
