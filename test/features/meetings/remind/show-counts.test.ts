import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import { createRsvps } from "../../../../src/features/meetings/remind/rsvp.ts";
import { digest } from "../../../../src/platform/system/digest.ts";
import { sqlitePlace } from "../../../app/both-stores.ts";
import { createPatientClock } from "../../../app/patient-clock.ts";
import { createFaultyMessenger } from "./simulation/faulty-messenger.ts";
import { startInstance } from "./simulation/instance.ts";
import { putMeeting, putNetwork } from "./simulation/store-meetings.ts";
import { announcements, chatOf, createWorld, network } from "./simulation/world.ts";

const meeting: Meeting = {
  id: "traff",
  network: network.id,
  titleSv: "Träff",
  start: "2026-11-26T13:00",
  minutes: 60,
  audience: "both",
  channel: "announcements",
  except: [],
  moved: [],
  remind: [120],
  status: "planned",
};

/** Which conversations' copies were edited after one person answered. */
async function editedAfterAnAnswer(more: number): Promise<ReadonlySet<string>> {
  const clock = createPatientClock(new Date("2026-11-26T08:59:30Z"));
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const place = sqlitePlace();
  const documents = await place.open({ clock, log });
  const { messenger, taken } = createFaultyMessenger({
    clock,
    random: () => 0.5,
    refuses: () => undefined,
    openChat: (userId) => chatOf(userId.slice(3)),
  });
  await putNetwork(documents);
  await putMeeting(documents, meeting);
  const bot = await startInstance({
    name: "bot",
    documents,
    messenger,
    directory: createWorld(() => "2026-12-01", more).directory,
    clock,
    log,
    random: () => 0.5,
  });
  const runFor = async (ms: number) => {
    for (const until = clock.now().getTime() + ms; clock.now().getTime() < until; ) {
      await bot.tick();
      clock.advance(2_500);
    }
  };
  await runFor(90_000);
  const occasion = { network: network.id, meeting: meeting.id, occurrence: meeting.start };
  const rsvps = createRsvps({ documents, digest });
  await rsvps.answer(occasion, "t:plain-0", "yes", clock.now(), "press");
  await runFor(30_000);
  await bot.stop();
  await documents.close();
  place.remove();
  return new Set(
    taken.filter(({ edits }) => edits.length > 0).map(({ conversation }) => conversation),
  );
}

describe("new numbers", () => {
  it("when few were told, then everybody's copy shows them", async () => {
    const edited = await editedAfterAnAnswer(0);

    expect(edited.has(announcements.conversationId)).toBe(true);
    expect(edited.has("chat:plain-3")).toBe(true);
    expect(edited.size).toBeGreaterThan(20);
  });

  it("when more than sixty were told, then the channel's and the coordinators' copies do", async () => {
    const edited = await editedAfterAnAnswer(50);

    expect([...edited].sort()).toEqual([announcements.conversationId, "chat:coordinator"]);
  });
});
