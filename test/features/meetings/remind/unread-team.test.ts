/** A team whose members nobody can read when a reminder is planned. */
import type { Recipient } from "../../../../src/core/directory.ts";
import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import { lineInWords } from "../../../../src/features/meetings/shown-reminders.ts";
import { textsIn } from "../../../../src/texts/texts.ts";
import type { OpenDocuments } from "../../../app/both-stores.ts";
import { sqlitePlace } from "../../../app/both-stores.ts";
import { createPatientClock } from "../../../app/patient-clock.ts";
import { createFaultyMessenger } from "./simulation/faulty-messenger.ts";
import { type Instance, startInstance } from "./simulation/instance.ts";
import { putMeeting, putNetwork } from "./simulation/store-meetings.ts";
import { chatOf, createWorld, network } from "./simulation/world.ts";

/** At 11:00 UTC. */
const meeting: Meeting = {
  id: "traff",
  network: network.id,
  titleSv: "Träff",
  start: "2026-11-26T13:00",
  minutes: 60,
  audience: "members",
  channel: "announcements",
  except: [],
  moved: [],
  remind: [120],
  status: "planned",
};
const unread = { id: "B", name: "Tolkarna" };
const texts = textsIn("sv").meetings;

describe("a team whose members cannot be read", () => {
  const clock = { current: createPatientClock() };
  let place: ReturnType<typeof sqlitePlace>;
  let documents: OpenDocuments;
  let world: ReturnType<typeof createWorld>;
  let teams: ReturnType<typeof createFaultyMessenger>;
  let bots: Instance[];
  let isRead: boolean;
  let created: number;
  const log = { info: () => {}, warn: () => {}, error: () => {} };

  beforeEach(async () => {
    clock.current = createPatientClock(new Date("2026-11-26T08:58:00Z"));
    place = sqlitePlace();
    documents = await place.open({ clock: clock.current, log });
    world = createWorld(() => "2026-12-01");
    isRead = false;
    created = 0;
    const { recipients } = world.directory;
    let lena: Recipient | undefined;
    world.directory.recipients = async function* (id) {
      for await (const one of recipients(id)) {
        if (!("unread" in one)) lena = one;
        yield one;
      }
      if (!isRead) yield { unread };
      else if (lena) yield { ...lena, key: "t:lena", person: "lena", address: chatOf("lena") };
    };
    world.directory.unreadTeams = () => (isRead ? [] : [unread]);
    teams = createFaultyMessenger({
      clock: clock.current,
      random: () => 0.5,
      refuses: () => undefined,
      openChat: (userId) => chatOf(userId.slice(3)),
    });
    await putNetwork(documents);
    await putMeeting(documents, meeting);
    bots = [];
    await startBot();
  });
  afterEach(async () => {
    for (const bot of bots) await bot.stop();
    await documents.close();
    place.remove();
  });

  async function startBot(): Promise<void> {
    const counted: OpenDocuments = {
      ...documents,
      async create(...call) {
        if (call[0] === "deliveries") created += 1;
        return documents.create(...call);
      },
    };
    const bot = await startInstance({
      name: `bot-${bots.length}`,
      documents: counted,
      messenger: teams.messenger,
      directory: world.directory,
      clock: clock.current,
      log,
      random: () => 0.5,
    });
    bots.push(bot);
  }
  async function runUntil(time: string): Promise<void> {
    const until = Date.parse(`2026-11-26T${time}Z`);
    while (clock.current.now().getTime() < until) {
      for (const bot of bots) await bot.tick();
      clock.current.advance(2_500);
    }
  }
  const toldTimes = (person: string) =>
    teams.taken.filter(({ conversation }) => conversation === `chat:${person}`).length;
  async function ledger() {
    const of = { network, meeting: meeting.id, occurrence: meeting.start };
    const lines = (await bots[0]?.reminders.ledgerOf(of, "sv")) ?? [];
    const line = lines.find(({ minutes }) => minutes === 120);
    if (!line) throw new Error("there is no line");
    return { line, words: lineInWords(line, false, "sv") };
  }

  it("when it can be read before the meeting, then its members are reminded then, and nobody twice", async () => {
    await runUntil("09:05:00");
    const meanwhile = await ledger();
    const createdBefore = created;
    expect([toldTimes("plain-0"), toldTimes("lena")]).toEqual([1, 0]);
    expect(meanwhile.line.unread).toEqual({ teams: ["Tolkarna"], isFinal: false });
    expect(meanwhile.words).toContain(texts.ledgerUnreadYet("Tolkarna"));

    await runUntil("09:20:00");
    // Nothing is planned again and again while it waits.
    expect(created).toBe(createdBefore);
    isRead = true;
    await runUntil("09:22:00");

    expect([toldTimes("plain-0"), toldTimes("lena")]).toEqual([1, 1]);
    const { line } = await ledger();
    expect([line.state, line.unread]).toEqual(["done", undefined]);
    expect(line.counts.intended).toBe(meanwhile.line.counts.intended + 1);
  });

  it("when it cannot be read until the meeting, then the ledger names it, in no count", async () => {
    await runUntil("11:01:00");

    const { line, words } = await ledger();

    expect(line).toMatchObject({ state: "done", unread: { teams: ["Tolkarna"], isFinal: true } });
    expect(words).toContain(texts.ledgerUnread("Tolkarna"));
    const team: unknown[] = [];
    const people = new Set<string>();
    for await (const { id } of bots[0]?.outbox.heads("reminder:") ?? []) {
      if (!id.endsWith(":120")) continue;
      for await (const one of bots[0]?.outbox.deliveries(id) ?? []) {
        if (one.recipient.startsWith("team:")) team.push(one);
        else people.add(one.recipient);
      }
    }
    expect(line.counts.intended).toBe(people.size);
    expect(team).toEqual([
      expect.objectContaining({ state: "skipped", reason: "roster-unread", name: "Tolkarna" }),
    ]);
  });

  it("when another process takes over while it waits, then its members are reminded once all the same", async () => {
    await runUntil("09:03:00");
    bots.shift()?.kill();
    await startBot();
    await runUntil("09:05:00");
    await startBot();
    isRead = true;
    await runUntil("09:10:00");

    expect([toldTimes("plain-0"), toldTimes("lena")]).toEqual([1, 1]);
  });

  it("when several are named, then in the reader's language", () => {
    const line = { minutes: 15, state: "done", words: "skickad", reasons: [] } as const;
    const counts = { planned: 0, sending: 0, delivered: 1, refused: 0, skipped: 0, unknown: 0 };
    for (const language of ["sv", "fi", "en"] as const) {
      const of = { teams: ["Alfa", "Beta"], isFinal: true };
      const said = lineInWords(
        { ...line, counts: { ...counts, intended: 1 }, unread: of },
        false,
        language,
      );
      expect(said).toMatch(/Alfa (och|ja|and) Beta\.$/u);
    }
  });
});
