import type { Outcome } from "../../../../src/core/feature.ts";
import type { Documents } from "../../../../src/core/ports.ts";
import { defaultPreferences } from "../../../../src/core/preferences.ts";
import type { Card } from "../../../../src/core/reply.ts";
import type { ActionTurn } from "../../../../src/core/turn.ts";
import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import { textsIn } from "../../../../src/texts/texts.ts";
import { bothStores, type StorePlace } from "../../../app/both-stores.ts";
import { createPatientClock, type PatientClock } from "../../../app/patient-clock.ts";
import { createFaultyMessenger } from "./simulation/faulty-messenger.ts";
import { type Instance, startInstance } from "./simulation/instance.ts";
import { putMeeting, putNetwork, removeMeeting } from "./simulation/store-meetings.ts";
import { announcements, chatOf, createWorld, network } from "./simulation/world.ts";

const texts = textsIn("sv").reminders;
const minuteMs = 60_000;
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
const occurrence = meeting.start;

describe.each(bothStores)("answers to a reminder, on $name", (store) => {
  beforeAll(() => store.start());
  afterAll(() => store.stop());

  let clock: PatientClock;
  let place: StorePlace;
  let documents: Documents & { close(): Promise<void> };
  let bot: Instance;
  let teams: ReturnType<typeof createFaultyMessenger>;
  let presses = 0;

  beforeEach(async () => {
    clock = createPatientClock(new Date("2026-11-26T08:59:30Z"));
    const log = {
      info: () => {},
      warn: () => {},
      error: (_: string, error: unknown) => fail(error),
    };
    place = store.newPlace();
    const opened = await place.open({ clock, log });
    documents = standing(opened, clock);
    const world = createWorld(() => "2026-12-01");
    teams = createFaultyMessenger({
      clock,
      random: () => 0.5,
      refuses: () => undefined,
      openChat: (userId) => chatOf(userId.slice(3)),
    });
    await putNetwork(documents);
    await putMeeting(documents, meeting);
    bot = await startInstance({
      name: "bot",
      documents,
      messenger: teams.messenger,
      directory: world.directory,
      clock,
      log,
      random: () => 0.5,
    });
    await runFor(2 * minuteMs);
  }, 60_000);

  afterEach(async () => {
    await bot.stop();
    await documents.close();
    place.remove();
  });

  async function runFor(ms: number, strideMs = ms > minuteMs ? 10_000 : 2_500): Promise<void> {
    const until = clock.now().getTime() + ms;
    while (clock.now().getTime() < until) {
      await bot.tick();
      clock.advance(strideMs);
    }
  }

  function press(
    person: string,
    verb: string,
    data: ActionTurn["data"] = {},
    more: Partial<ActionTurn> = {},
  ): Promise<Outcome | undefined> {
    presses += 1;
    return bot.reminders.take({
      type: "action",
      id: `press-${presses}`,
      actor: { tenant: "t", person, name: person, userId: `29:${person}` },
      conversation: { kind: "personal", id: `chat:${person}` },
      address: chatOf(person),
      verb,
      data: { network: network.id, meeting: meeting.id, occurrence, ...data },
      via: "execute",
      at: clock.now(),
      networks: [network],
      language: "sv",
      writtenIn: "sv",
      memory: { questions: [], votes: [] } as never,
      preferences: defaultPreferences,
      memoryIsOutOfReach: false,
      ...more,
    });
  }
  const rsvp = (person: string, value: string, more?: Partial<ActionTurn>) =>
    press(person, "reminder.rsvp", { value }, more);

  const cardIn = (outcome: Outcome | undefined): Card | undefined => {
    const [reply] = outcome?.replies ?? [];
    return reply?.type === "card" ? reply.card : undefined;
  };
  const sentenceIn = (outcome: Outcome | undefined): string | undefined => {
    const [reply] = outcome?.replies ?? [];
    return reply?.type === "sentence" ? reply.text : undefined;
  };
  const messagesTo = (conversation: string) =>
    teams.taken.filter((message) => message.conversation === conversation);
  const shownTo = (conversation: string) => {
    const message = messagesTo(conversation).at(-1);
    return (message?.edits.at(-1)?.card ?? message?.card)?.view ?? {};
  };

  it("when somebody answers, then they see it at once, and everybody else soon", async () => {
    const mine = cardIn(await rsvp("plain-0", "yes"));
    await rsvp("plain-3", "no");
    await runFor(20_000);

    expect(mine?.view).toMatchObject({
      counts: "Ja: 1 · Kanske: 0 · Nej: 0",
      ownAnswer: texts.ownAnswer.yes,
    });
    expect(shownTo(announcements.conversationId)["counts"]).toBe(
      "Ja: 1 · Kanske: 0 · Nej: 1\nKyllä: 1 · Ehkä: 0 · Ei: 1",
    );
    expect(shownTo("chat:plain-0")).toMatchObject({
      counts: "Ja: 1 · Kanske: 0 · Nej: 1",
      ownAnswer: texts.ownAnswer.yes,
    });
    expect(shownTo("chat:plain-6")).toMatchObject({
      counts: "Ja: 1 · Kanske: 0 · Nej: 1",
      ownAnswer: "",
    });
  });

  it("when somebody changes their mind, then only the last answer counts", async () => {
    await rsvp("plain-0", "yes");
    await rsvp("plain-0", "no");
    const last = cardIn(await rsvp("plain-0", "maybe"));

    expect(last?.view["counts"]).toBe("Ja: 0 · Kanske: 1 · Nej: 0");
  });

  it("when many answer one after the other, then a copy is edited every five seconds at most, the last time with all", async () => {
    for (let person = 0; person < 12; person++) {
      await rsvp(`plain-${person}`, "yes");
      await runFor(2_000, 2_000);
    }
    await runFor(30_000);

    const [post] = messagesTo(announcements.conversationId);
    const edits = post?.edits ?? [];
    expect(edits.length).toBeGreaterThan(1);
    for (const [at, edit] of edits.entries()) {
      if (at > 0) expect(edit.at - (edits[at - 1]?.at ?? 0)).toBeGreaterThanOrEqual(5_000);
    }
    expect(shownTo(announcements.conversationId)["counts"]).toMatch(/^Ja: 12 /u);
  });

  it("when a press in the channel comes as a message, then the answer goes to the person alone", async () => {
    const outcome = await rsvp("plain-0", "yes", {
      via: "submit",
      conversation: { kind: "channel", id: announcements.conversationId },
      address: announcements,
    });

    expect(outcome?.replies).toEqual([expect.objectContaining({ type: "card", to: "person" })]);
  });

  it.each<[string, ActionTurn["data"], Partial<ActionTurn>, string]>([
    ["of somebody who does not belong", { value: "yes" }, { networks: [] }, texts.membersOnly],
    ["about another network", { value: "yes", network: "other" }, {}, texts.membersOnly],
    ["about no meeting", { value: "yes", meeting: "x" }, {}, texts.gone],
    ["about no occurrence", { value: "yes", occurrence: "x" }, {}, texts.gone],
    ["that is no answer", { value: "perhaps" }, {}, texts.gone],
    ["that carries rubbish", { value: "yes", meeting: 7, occurrence: null }, {}, texts.gone],
    ["after the end", { value: "yes" }, { at: new Date("2026-11-26T12:00:00Z") }, texts.hasEnded],
  ])(
    "when a press comes %s, then a sentence says so and nothing is counted",
    async (_, data, more, sentence) => {
      const outcome = await press("plain-0", "reminder.rsvp", data, more);
      const after = cardIn(await rsvp("plain-3", "no"));

      expect(sentenceIn(outcome)).toBe(sentence);
      expect(after?.view["counts"]).toBe("Ja: 0 · Kanske: 0 · Nej: 1");
    },
  );

  it("when the meeting is cancelled, then a press says so, cards say so, and those told are told", async () => {
    await rsvp("plain-0", "yes");
    await putMeeting(documents, { ...meeting, status: "cancelled" });
    await runFor(40_000);

    expect(sentenceIn(await rsvp("plain-3", "yes"))).toBe(texts.isCancelled);
    const messages = messagesTo("chat:plain-0");
    expect(messages.length).toBe(2);
    expect(
      messages.map(({ card, edits }) => (edits.at(-1)?.card ?? card).view["cancelled"]),
    ).toEqual([texts.cancelled, texts.cancelled]);
  });

  it("when the meeting is deleted, then it is as cancelled", async () => {
    await removeMeeting(documents, meeting);
    await runFor(40_000);

    expect(sentenceIn(await rsvp("plain-3", "yes"))).toBe(texts.isCancelled);
    expect(messagesTo("chat:plain-0").length).toBe(2);
  });

  it("when the meeting gets another start, then answers stay, and old cards still work", async () => {
    await rsvp("plain-0", "yes");
    await putMeeting(documents, { ...meeting, start: "2026-11-27T10:00" });
    await runFor(40_000);

    const pressed = cardIn(await rsvp("plain-3", "yes"));
    expect(pressed?.view["counts"]).toBe("Ja: 2 · Kanske: 0 · Nej: 0");
    expect(pressed?.view["notice"]).toContain("torsdag 26 november");
    const messages = messagesTo("chat:plain-0");
    expect(messages.length).toBe(2);
    expect(messages[1]?.card.view["heading"]).toBe(texts.headingMoved);
  });

  it("when the meeting moves there and back, then each answer is still there", async () => {
    await rsvp("plain-0", "yes");
    await putMeeting(documents, { ...meeting, start: "2026-11-27T10:00" });
    await runFor(40_000);
    await putMeeting(documents, meeting);
    await runFor(40_000);

    const pressed = cardIn(await rsvp("plain-3", "no"));
    expect(pressed?.view["counts"]).toBe("Ja: 1 · Kanske: 0 · Nej: 1");
    expect(messagesTo("chat:plain-0").length).toBe(3);
  });

  it("when the same file is imported again, then nothing happens", async () => {
    const before = teams.taken.length;
    await putMeeting(documents, { ...meeting });
    await runFor(40_000);

    expect(teams.taken.length).toBe(before);
    expect(teams.taken.flatMap(({ edits }) => edits)).toEqual([]);
  });

  describe("when somebody wants to be reminded later", () => {
    it("then they are, an hour later, once", async () => {
      const outcome = await press("plain-0", "reminder.later");
      await press("plain-0", "reminder.later");
      expect(sentenceIn(outcome)).toBe(texts.remindsAt("12.01"));
      await runFor(5 * minuteMs);
      expect(messagesTo("chat:plain-0").length).toBe(1);

      clock.advance(50 * minuteMs);
      await runFor(8 * minuteMs);

      const messages = messagesTo("chat:plain-0");
      expect(messages.length).toBe(2);
      expect(messages[1]?.at).toBeGreaterThanOrEqual(Date.parse("2026-11-26T10:01:00Z"));
    });

    it("then it says the title as it is by then", async () => {
      await press("plain-0", "reminder.later");
      await putMeeting(documents, { ...meeting, titleSv: "Nytt namn" });
      await runFor(40_000);
      clock.advance(58 * minuteMs);
      await runFor(4 * minuteMs);

      const messages = messagesTo("chat:plain-0");
      expect(messages.length).toBe(2);
      expect(JSON.stringify(messages[1]?.card)).toContain("Nytt namn");
    });

    it("then not of a meeting that was cancelled meanwhile", async () => {
      await press("plain-0", "reminder.later");
      await putMeeting(documents, { ...meeting, status: "cancelled" });
      await runFor(40_000);
      clock.advance(58 * minuteMs);
      await runFor(4 * minuteMs);

      const [, notice, ...more] = messagesTo("chat:plain-0");
      expect(notice?.card.view["cancelled"]).toBe(texts.cancelled);
      expect(more).toEqual([]);
    });

    it("then not if it begins in a moment", async () => {
      const soon = { at: new Date("2026-11-26T10:50:00Z") };

      expect(sentenceIn(await press("plain-0", "reminder.later", {}, soon))).toBe(texts.tooSoon);
    });

    it("then in their own chat, if they pressed in the channel", async () => {
      await press(
        "plain-0",
        "reminder.later",
        {},
        {
          conversation: { kind: "channel", id: announcements.conversationId },
          address: announcements,
        },
      );
      clock.advance(58 * minuteMs);
      await runFor(4 * minuteMs);

      expect(messagesTo("chat:plain-0").length).toBe(2);
    });
  });

  it("when the press is about something else, then it is not theirs to take", async () => {
    expect(await press("plain-0", "meeting.save")).toBeUndefined();
  });
});

/** Time stands while the store is at work: it is another process. */
const standing = <T extends object>(port: T, clock: PatientClock): T =>
  new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return (...args: unknown[]) =>
        clock.during(async () => (method as (...all: unknown[]) => unknown).apply(target, args));
    },
  });

function fail(error: unknown): never {
  throw error;
}
