/** The list of what is next, and one meeting. */
import { BotError } from "../../../core/errors.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { Card } from "../../../core/reply.ts";
import { say } from "../../../core/say.ts";
import type { Turn } from "../../../core/turn.ts";
import { runFromHere } from "../../../core/who-runs.ts";
import { textsIn } from "../../../texts/texts.ts";
import { nextOccurrence, occurrenceNamed } from "../calendar/occurrences.ts";
import { listCard, mostListed } from "./list-card.ts";
import { type Found, lookUp } from "./look-up.ts";
import { type MeetingView, meetingCard } from "./meeting-card.ts";
import type { Answers, PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { refuse } from "./say.ts";
import { stateOf } from "./state-of.ts";
import { past, upcoming } from "./upcoming.ts";
import { isPrivate, seenBy } from "./who-may.ts";

export async function showList(
  deps: PlanDeps,
  turn: Turn,
  { after = 0, value }: Pick<MeetingPress, "after" | "value"> = {},
): Promise<Outcome> {
  const isPast = value === "past";
  const networks = seenBy(deps, turn);
  const meetings = deps.store.list(networks.map(({ id }) => id));
  const all = (isPast ? past : upcoming)(meetings, networks, turn.at);
  const page = all.slice(after, after + mostListed);
  const listed = await Promise.all(
    page.map(async (one) => ({
      ...one,
      answers:
        (await answersTo(deps, turn, one.network.id, one.meeting.id, one.occurrence.id).catch(
          withoutStore,
        )) ?? nobody,
    })),
  );
  const card = listCard(listed, {
    language: turn.language,
    now: turn.at,
    after,
    isPast,
    hasMore: all.length > after + page.length,
    mayPlan: isPrivate(turn) && runFromHere(deps, turn).length > 0,
    namesNetworks: networks.length > 1,
  });
  return say(card, "meetings");
}

export async function showPressed(
  deps: PlanDeps,
  turn: Turn,
  press: MeetingPress,
): Promise<Outcome> {
  const found = await lookUp(deps, turn, press);
  if (!found) return refuse(turn, textsIn(turn.language).meetings.gone);
  return say(await meetingCardOf(deps, turn, found, press), "meeting");
}

/** The meeting's card for whoever asked; with the named occurrence, which may be over, else the next. */
export async function meetingCardOf(
  deps: PlanDeps,
  turn: Turn,
  found: Found,
  press: Pick<MeetingPress, "occurrence">,
  said: Pick<MeetingView, "notices" | "warnings"> = {},
): Promise<Card> {
  const { meeting, network } = found;
  const { language, at: now } = turn;
  const next = nextOccurrence(meeting, network.timeZone, now);
  const named =
    press.occurrence === undefined
      ? undefined
      : occurrenceNamed(meeting, network.timeZone, press.occurrence);
  const shown = named ?? next;
  const occurrence = meeting.status === "planned" ? shown : undefined;
  const isCoordinator = found.mayPlan && isPrivate(turn);
  // What was done to the meeting is done: a store that fails now takes away no more than what it would have told.
  const unlessDown = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(withoutStore);
  const { skipped } = found.state ?? nothingSkipped;
  const [state, answers = nobody, ledger = []] = await Promise.all([
    found.state ?? unlessDown(stateOf(deps, meeting)),
    occurrence && unlessDown(answersTo(deps, turn, network.id, meeting.id, occurrence.id)),
    isCoordinator && shown
      ? unlessDown(deps.reminders.ledger({ meeting, network, state: { skipped } }, shown, language))
      : undefined,
  ]);
  return meetingCard({
    meeting,
    network,
    ...(occurrence && { occurrence }),
    language,
    now,
    answers,
    isCoordinator,
    calendarUrl: state ? deps.calendarUrl(state.token) : "",
    ledger,
    ...said,
  });
}

const nothingSkipped = { skipped: [] };
const nobody: Answers = { yes: 0, maybe: 0, no: 0 };

/** Meetings are known from memory: without a store they are shown all the same. */
function withoutStore(error: unknown): undefined {
  if (error instanceof BotError && error.code === "store-unavailable") return undefined;
  throw error;
}

async function answersTo(
  deps: PlanDeps,
  turn: Turn,
  network: string,
  meeting: string,
  occurrence: string,
): Promise<Answers> {
  const { own, ...counts } = await deps.reminders.answers(
    { network, meeting, occurrence },
    turn.actor,
  );
  return isPrivate(turn) && own ? { ...counts, own } : counts;
}
