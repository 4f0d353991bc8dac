/** A few meetings' worth of the simulation: instances beside each other on one store, and a Teams that can be told what to do. */
import type { Clock, Delivered } from "../../../../../src/core/ports.ts";
import type { Card, JsonObject } from "../../../../../src/core/reply.ts";
import type { Meeting } from "../../../../../src/features/meetings/meeting.ts";
import { createRsvps } from "../../../../../src/features/meetings/remind/rsvp.ts";
import { digest } from "../../../../../src/platform/system/digest.ts";
import { sqlitePlace } from "../../../../app/both-stores.ts";
import { createPatientClock } from "../../../../app/patient-clock.ts";
import { createFaultyMessenger } from "./faulty-messenger.ts";
import { startInstance } from "./instance.ts";
import { putMeeting, putNetwork } from "./store-meetings.ts";
import { chatOf, createWorld, network } from "./world.ts";

const neverFails = 0.5;

export const viewOf = (card: Card): JsonObject => card.view as unknown as JsonObject;

export async function startSmallBot(given: {
  readonly at: string;
  readonly meeting: Meeting;
  readonly instances?: number;
  /** What Teams says to an edit instead of taking it. */
  readonly refusesEdit?: (card: Card) => Delivered | undefined;
}) {
  const clock = createPatientClock(new Date(given.at));
  const errors: unknown[] = [];
  const log = {
    info: () => {},
    warn: () => {},
    error: (_: string, error: unknown) => errors.push(error),
  };
  const place = sqlitePlace();
  const documents = await place.open({ clock: clock satisfies Clock, log });
  const teams = createFaultyMessenger({
    clock,
    random: () => neverFails,
    refuses: () => undefined,
    openChat: (userId) => chatOf(userId.slice(3)),
  });
  const messenger = {
    ...teams.messenger,
    update: async (...args: Parameters<typeof teams.messenger.update>) =>
      given.refusesEdit?.(args[2]) ?? teams.messenger.update(...args),
  };
  await putNetwork(documents);
  await putMeeting(documents, given.meeting);
  const bots = await Promise.all(
    Array.from({ length: given.instances ?? 1 }, (_, at) =>
      startInstance({
        name: `bot-${at}`,
        documents,
        messenger,
        directory: createWorld(() => "2026-12-01").directory,
        clock,
        log,
        random: () => neverFails,
      }),
    ),
  );
  const rsvps = createRsvps({ documents, digest });
  const occasion = {
    network: network.id,
    meeting: given.meeting.id,
    occurrence: given.meeting.start,
  };
  const [first] = bots;
  if (!first) throw new Error("there is no instance");
  return {
    clock,
    documents,
    errors,
    outbox: first.outbox,
    taken: teams.taken,
    put: (meeting: Meeting) => putMeeting(documents, meeting),
    answer: (person: string) =>
      rsvps.answer(occasion, person, "yes", clock.now(), `press of ${person}`),
    async runFor(ms: number, stepMs = 500): Promise<void> {
      for (const until = clock.now().getTime() + ms; clock.now().getTime() < until; ) {
        for (const bot of bots) await bot.tick();
        clock.advance(stepMs);
      }
    },
    async deliveries(prefix: string) {
      const found = [];
      for await (const { id } of first.outbox.heads(prefix)) {
        for await (const delivery of first.outbox.deliveries(id)) found.push(delivery);
      }
      return found;
    },
    /** What an edit has brought to the first message of a conversation, one after the other. */
    editsIn: (conversation: string): readonly JsonObject[] =>
      (teams.taken.find((one) => one.conversation === conversation)?.edits ?? []).map(({ card }) =>
        viewOf(card),
      ),
    async end(): Promise<void> {
      for (const bot of bots) await bot.stop();
      await documents.close();
      place.remove();
    },
  };
}
