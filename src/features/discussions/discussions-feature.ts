/**
 * The forum's questions: taken up, answered, marked and kept. Nothing is posted within a turn but its own answer: a
 * turn writes what became of a discussion, and the job sends what follows from it (care/).
 */
import { readCommand } from "../../core/commands.ts";
import type { Draft } from "../../core/content.ts";
import type { Feature, Outcome } from "../../core/feature.ts";
import type { AskNetwork } from "../../core/network-question.ts";
import type { Asked, Turn } from "../../core/turn.ts";
import { createBatchIds } from "./batch-ids.ts";
import { createDiscussionJob } from "./care/discussion-job.ts";
import { decided } from "./care/draft-decided.ts";
import { discussionData } from "./discussion-data.ts";
import { createDiscussionStore } from "./discussion-store.ts";
import type { DiscussionsDeps, TurnDeps } from "./discussions-deps.ts";
import { showOne, showOpen } from "./open-list/show-open.ts";
import { askAboutMessage } from "./take-up/ask-about-message.ts";
import { askNetwork } from "./take-up/ask-network.ts";
import { isOffered, offerToAsk } from "./take-up/offer-to-ask.ts";
import { discussionIn } from "./take-up/open-discussion.ts";
import { pressAsk } from "./take-up/press-ask.ts";
import { discussionsOf, followMessage } from "./thread/follow-messages.ts";
import { pressAnswer, pressClose } from "./thread/press-thread.ts";
import { markMessage, takeReply } from "./thread/take-reply.ts";

const usual = (): number => 730;

export { discussionContent } from "./discussion-content.ts";

export function createDiscussionsFeature(given: DiscussionsDeps): Feature & {
  readonly askNetwork: AskNetwork;
  /** The coordinators have decided about a draft: whoever asked and answered, and the thread, are told. */
  readonly draftDecided: (draft: Draft) => Promise<void>;
} {
  const deps: TurnDeps = {
    ...given,
    store: createDiscussionStore(given),
    batchIds: createBatchIds(given.digest),
  };

  return {
    name: "discussions",
    hears: (heard) =>
      (heard.type === "message-changed" && discussionsOf(deps, heard).length > 0) ||
      (heard.type === "message" && isHeard(deps, heard)),
    take: (turn) => take(deps, turn),
    jobs: [createDiscussionJob(given)],
    personalData: [
      discussionData({
        ...given,
        documents: given.jobDocuments,
        keptDays: given.keptDays ?? usual,
      }),
    ],
    askNetwork: (turn, question) => askNetwork(deps, turn, question),
    draftDecided: (draft) => decided(deps, draft),
  };
}

/** Of what is not said to Kollega: replies to an open question, and questions where a network wants to be asked. */
function isHeard(deps: TurnDeps, asked: Asked): boolean {
  const networks = deps.library.networks();
  const there = discussionIn(deps, networks, asked.conversation.id);
  return there ? there.discussion.status === "open" : isOffered(deps, asked, networks);
}

async function take(deps: TurnDeps, turn: Turn): Promise<Outcome | undefined> {
  switch (turn.type) {
    case "message-changed":
      return followMessage(deps, turn);
    case "message-action":
      if (turn.command === "askNetwork") return askAboutMessage(deps, turn);
      return turn.command === "markAnswer" ? markMessage(deps, turn) : undefined;
    case "message":
      if (readCommand(turn.text)?.name === "open questions") return showOpen(deps, turn);
      return (
        (await takeReply(deps, turn)) ?? (turn.isMentioned ? undefined : offerToAsk(deps, turn))
      );
    case "action":
      return takePress(deps, turn);
    default:
      return undefined;
  }
}

function takePress(
  deps: TurnDeps,
  turn: Extract<Turn, { type: "action" }>,
): Promise<Outcome | undefined> | Outcome | undefined {
  const { kind } = turn.data;
  switch (turn.verb) {
    case "ask.none":
      return pressAsk(deps, turn);
    case "ask.choose":
      return kind === "discussion" ? showOne(deps, turn) : undefined;
    case "ask.more":
      return kind === "discussions" ? showOpen(deps, turn) : undefined;
    case "discussion.answer":
      return pressAnswer(deps, turn);
    case "discussion.close":
      return pressClose(deps, turn);
    default:
      return undefined;
  }
}
