/**
 * Plans one lead time of one occurrence. Everything is looked up anew, and planning the same twice plans it once: so
 * it matters neither which instance does it nor how often.
 */
import type { Network } from "../../../core/content.ts";
import type { UnreadTeam } from "../../../core/directory.ts";
import { type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import { nowhere, targetOf } from "../../../core/outbox/target-of.ts";
import { planOfUnread } from "../../../core/outbox/unread-team.ts";
import { occurrenceNamed, zoneOf } from "../calendar/occurrences.ts";
import type { Occurrence } from "../meeting.ts";
import type { Reader } from "./census.ts";
import {
  closesAt,
  type Decision,
  decidePost,
  decideReminder,
  type Slot,
} from "./decide-reminder.ts";
import { doneBefore, earlierOf, supersede } from "./earlier-batches.ts";
import { noteLateAnswers } from "./late-answers.ts";
import { firstId, idsOf, lastMove, wasAt } from "./moves.ts";
import { plannedAt, readMeeting, type Settled, settled } from "./read-meeting.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import type { About } from "./sent-batches.ts";
import type { Look } from "./slots.ts";
import { cardsOf, channelVariant } from "./variants.ts";

export type ReminderLook = Extract<Look, { readonly kind: "some" | "all" }>;

export type Plan = {
  /** Channel posts: they go first. Undefined before their moment. */
  readonly posts?: () => Promise<void>;
  /** Gives the teams whose members are still to be planned: nobody could read who they are, and there is time yet. */
  readonly people: () => Promise<readonly UnreadTeam[]>;
};

/**
 * "done": all of it was planned before. "sending": so it was, and is to be looked at once more. "changed": the meeting
 * is no longer what people know, which must be seen to first.
 */
export async function planReminder(
  deps: RemindJobDeps,
  network: Network,
  meeting: string,
  look: ReminderLook,
): Promise<Plan | "done" | "sending" | "changed"> {
  const { outbox, directory, batchIds } = deps;
  const of = { network: network.id, meeting };
  const state = settled(await readMeeting(deps.documents, network.id, meeting), network);
  if (!state) return "changed";
  const { known } = state;
  const occurrence = occurrenceNamed(known, network.timeZone, look.occurrence.id);
  if (occurrence?.start.getTime() !== look.occurrence.start.getTime()) return "changed";
  if (known.status === "cancelled") return "done";

  const { minutes } = look;
  const round = lastMove(state.moves ?? [], occurrence.id)?.version ?? 0;
  const id = batchIds.reminder(of, occurrence.id, minutes, round);
  const head = await outbox.head(id);
  const occasion = { ...of, occurrence: firstId(state.moves ?? [], occurrence.id) };
  if (head && (head.state !== "planning" || head.stopReason !== undefined))
    return noteLateAnswers(deps, occasion, look, head);

  const about: About = {
    ...of,
    occurrence: occurrence.id,
    minutes,
    start: occurrence.start.toISOString(),
  };
  const batch = { id, kind: "reminder", network: network.id, urgency: urgencies.reminder, about };
  const slot: Slot = {
    start: occurrence.start,
    minutes,
    leads: known.remind,
    plannedAt: plannedAt(state, occurrence.id),
    isSkipped: idsOf(state.moves ?? [], occurrence.id).some((one) =>
      state.skipped.includes(`${one}/${minutes}`),
    ),
  };
  const cards = (variants: Iterable<string>) =>
    cardsFor(deps, network, state, occurrence, variants);
  const told = round === 0 ? nobody : await doneBefore(deps, state, about, id);
  const earlier = await earlierOf(deps, state, about);
  const isForPeople = known.audience !== "channel";
  const isForChannel = known.audience !== "members" && known.remind.includes(minutes);

  async function posts(): Promise<void> {
    const channels = directory.channelsOf(network.id, known.channel);
    const plans = channels.flatMap((address): readonly DeliveryPlan[] => {
      const recipient = address.conversationId;
      const decision = decidePost(slot, deps.clock.now());
      if (told.has(recipient)) return [];
      const language = network.languages[0] ?? "sv";
      const post = { recipient, name: "", variant: channelVariant, language };
      return withDecision(decision, { ...post, target: { route: "channel", address } });
    });
    await supersede(deps, earlier, plans);
    await outbox.plan({ ...batch, cards: await cards([channelVariant]) }, plans, false);
  }

  /** `unread`: takes in the teams whose members are planned later; without it they are accounted for. */
  async function* readersPlans(
    variants: ReadonlySet<string>,
    unread?: UnreadTeam[],
  ): AsyncGenerator<DeliveryPlan> {
    if (!isForPeople) return;
    const language = network.languages[0] ?? "sv";
    for await (const reader of deps.census.readers(network, variants)) {
      if ("unread" in reader) {
        if (unread) unread.push(reader.unread);
        else yield planOfUnread(reader.unread, { variant: channelVariant, language });
        continue;
      }
      if (told.has(reader.recipient.key)) continue;
      const plans = planFor(reader, slot, deps.clock.now(), deps.isHoliday);
      await supersede(deps, earlier, plans);
      yield* plans;
    }
  }

  const isAll = look.kind === "all";
  /** Only for teams that cannot be read: what is planned for others is sent, while the batch takes in more. */
  const mayWait = () =>
    isForPeople &&
    !slot.isSkipped &&
    directory.unreadTeams(network.id).length > 0 &&
    deps.clock.now() < closesAt(slot.start, minutes);
  return {
    ...(isAll && isForChannel && { posts }),
    async people() {
      const { variants } = await deps.census.of(network);
      const all = await cards([...variants, channelVariant]);
      const waits = isAll && mayWait();
      const unread: UnreadTeam[] = [];
      const plans = readersPlans(variants, waits || !isAll ? unread : undefined);
      await outbox.plan({ ...batch, cards: all }, plans, isAll && !waits);
      if (waits && unread.length > 0) return unread;
      if (waits) await outbox.plan({ ...batch, cards: all }, [], true);
      // Also those who were planned before the coordinator decided so.
      if (isAll && slot.isSkipped) await outbox.skip(id, "coordinator");
      return [];
    },
  };
}

const nobody: ReadonlySet<string> = new Set();

function planFor(
  { recipient, rhythm, language, variant }: Reader,
  slot: Slot,
  now: Date,
  isHoliday: RemindJobDeps["isHoliday"],
): readonly DeliveryPlan[] {
  const { key, name, preferences, isClosed } = recipient;
  const reached = targetOf(recipient, channelVariant);
  const person = { rhythm, preferences, isClosed, isReachable: reached !== undefined };
  return withDecision(decideReminder(person, slot, now, isHoliday), {
    recipient: key,
    name,
    variant,
    language,
    ...(reached ?? { target: nowhere }),
  });
}

function withDecision(decision: Decision, plan: DeliveryPlan): readonly DeliveryPlan[] {
  switch (decision.state) {
    case "send":
      return [{ ...plan, notBefore: decision.at }];
    case "skip":
      return [{ ...plan, skip: decision.reason }];
    default:
      return [];
  }
}

async function cardsFor(
  deps: RemindJobDeps,
  network: Network,
  state: Settled,
  occurrence: Occurrence,
  variants: Iterable<string>,
) {
  const moves = state.moves ?? [];
  const was = wasAt(moves, occurrence.id);
  const answers = await deps.rsvps.answers({
    network: network.id,
    meeting: state.meeting,
    occurrence: firstId(moves, occurrence.id),
  });
  return cardsOf(
    {
      network,
      meeting: state.known,
      occurrence,
      zone: zoneOf(state.known, network.timeZone),
      calendarUrl: deps.calendarUrl(state.token),
      counts: answers.counts,
      ...(was && { status: { kind: "moved", was } }),
      now: deps.clock.now(),
    },
    variants,
  );
}
