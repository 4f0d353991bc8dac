/** What a slow or a failing store does to a coordinator's presses. */
import { BotError } from "../../src/core/errors.ts";
import type { Container, Documents } from "../../src/core/ports.ts";
import type { Reply } from "../../src/core/reply.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { fillStore } from "./small-world.ts";
import { type Action, actionsOf, button, startBot, type TestBot } from "./start-bot.ts";

const karin = { person: "karin" };
const meeting = {
  id: "m",
  network: "alfa",
  titleSv: "Marknadsdialog",
  start: "2026-03-12T13:00",
  minutes: 60,
  audience: "both",
  channel: "forum",
  except: [],
  moved: [],
  remind: [1_440],
  status: "planned",
};

/** What a store does before each call; "turns" or "jobs" use it. */
type Before = (call: { readonly by: "turns" | "jobs"; readonly container: Container }) => unknown;

describe("a coordinator's press on a meeting", () => {
  let bot: TestBot;
  let before: Before;
  let calls: string[];

  beforeEach(async () => {
    before = () => undefined;
    calls = [];
    let wrapped = 0;
    bot = await startBot({
      wrap: (documents) => {
        const by = wrapped++ === 0 ? "turns" : "jobs";
        return asked(documents, (container) => before({ by, container }));
      },
      async fill(documents) {
        await fillStore(documents);
        const there = await documents.read<Stored>("content", "_networks", "network:alfa");
        if (!there) throw new Error("there is no network");
        const value = { ...there.doc.value, coordinators: ["karin"] };
        await documents.replace("content", "_networks", { ...there.doc, value }, there.etag);
        const doc: Stored = { id: "meeting:m", type: "meeting", v: 1, value: meeting };
        await documents.create("content", "alfa", doc);
      },
    });
    // Within two seconds of its start, in every bot.
    await bot.runJob("privacy");
    calls = [];
  });
  afterEach(() => bot.close());

  /** Each call to the store takes 2.5 s. */
  const slowDown = () => {
    before = ({ by }) => {
      calls.push(by);
      return bot.clock.sleep(2_500);
    };
  };
  const open = async () => {
    const list = await bot.ask("möten", karin);
    return bot.press(button(list.rendered, "ask.choose"), karin);
  };
  const storedMeeting = async () =>
    (await bot.store.read<Stored>("content", "alfa", "meeting:m"))?.doc.value;

  it.each([
    ["opened for the first time", undefined],
    ["moved", "meeting.move"],
    ["cancelled", "meeting.cancel"],
    ["previewed", "meeting.preview"],
  ])("when it is %s on a slow store, then it is answered within ten seconds", async (_, verb) => {
    const list = await bot.ask("möten", karin);
    const action = button(list.rendered, "ask.choose");
    const data = { ...action.data, date: "2026-03-13", time: "14:00", scope: "all" };
    if (verb !== undefined) await bot.press(action, karin);
    const began = bot.clock.now().getTime();
    slowDown();

    const { card } = await bot.press(verb ? { title: "", verb, data } : action, karin);

    expect(bot.clock.now().getTime() - began).toBeLessThanOrEqual(10_000);
    expect(card.kind).toBe("meeting");
    expect(new Set(calls)).toEqual(new Set(["turns"]));
  });

  it.each([
    ["answers for the first time", "reminder.rsvp", 0],
    ["changes their answer", "reminder.rsvp", 1],
    ["wants to be reminded later", "reminder.later", 0],
    ["wants so again", "reminder.later", 1],
  ])(
    "when a member %s on a slow store, then four rounds of calls are enough for an answer",
    async (_, verb, before) => {
      const data = { network: "alfa", meeting: "m", occurrence: "2026-03-12T13:00" };
      const press = (value: string) =>
        bot.press({ title: "", verb, data: { ...data, value } }, { person: "mona" });
      // The same minute: what is planned again is there already.
      for (let times = 0; times < before; times++) await press("no");
      const began = bot.clock.now().getTime();
      slowDown();

      const { reply, card } = await press("yes");

      expect((bot.clock.now().getTime() - began) / 2_500).toBe(4);
      if (verb === "reminder.rsvp") expect(card.view["counts"]).toContain("Ja: 1");
      else expect(sentenceOf(reply)).toContain("kl.");
      expect(new Set(calls)).toEqual(new Set(["turns"]));
    },
  );

  it("when time is up before the previews are sent, then they come later, in their order", async () => {
    const { rendered } = await open();
    bot.sent.splice(0);
    slowDown();

    await bot.press(button(rendered, "meeting.preview"), karin);
    const atOnce = bot.sent.splice(0);
    await bot.clock.sleep(60_000);
    before = () => undefined;
    await runOutboxFor(bot, 15);

    expect(atOnce).toEqual([]);
    expect(bot.sent.map(({ card }) => card.language)).toEqual(["sv", "fi", "en"]);
  });

  it("when time is up and the outbox cannot be reached, then they are said all the same", async () => {
    const { rendered } = await open();
    bot.sent.splice(0);
    before = async ({ container }) => {
      await bot.clock.sleep(2_500);
      if (container === "deliveries" && bot.sent.length < 3)
        throw new BotError("store-unavailable");
    };

    await bot.press(button(rendered, "meeting.preview"), karin);
    await bot.clock.sleep(120_000);

    expect(bot.sent.map(({ card }) => card.language)).toEqual(["sv", "fi", "en"]);
  });

  it.each<readonly [string, readonly Container[]]>([
    ["the audit entry", ["audit"]],
    ["what the card shows besides", ["deliveries"]],
  ])(
    "when it is cancelled and %s fails, then nobody is told that nothing was saved",
    async (_, failing) => {
      const { rendered } = await open();
      const sure = await bot.press(button(rendered, "meeting.cancel"), karin);
      before = ({ container }) => {
        if (failing.includes(container)) throw new BotError("store-unavailable");
      };

      const { card } = await bot.press(scoped(sure.rendered, "all"), karin);

      expect(card.view["notices"]).toContain(textsIn("sv").meetings.tellsThose);
      expect(await storedMeeting()).toMatchObject({ status: "cancelled" });
      expect(bot.logged).toEqual(failing.includes("audit") ? ["error audit entry not kept"] : []);
    },
  );
});

async function runOutboxFor({ runJob, clock }: TestBot, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await runJob("outbox");
    await clock.sleep(1_000);
  }
}

const sentenceOf = (reply: Reply | undefined): string =>
  reply?.type === "sentence" ? reply.text : "";

type Stored = { id: string; type: string; v: number; value: object };

function scoped(card: unknown, scope: string): Action {
  const found = actionsOf(card).find(({ data }) => data["scope"] === scope);
  if (!found) throw new Error(`The card has no button for ${scope}`);
  return found;
}

function asked(documents: Documents, before: (container: Container) => unknown): Documents {
  const first = <A extends readonly unknown[], R>(
    call: (container: Container, ...rest: A) => Promise<R>,
  ) =>
    (async (container: Container, ...rest: A) => {
      await before(container);
      return call(container, ...rest);
    }) as unknown;
  return {
    ...documents,
    read: first(documents.read) as Documents["read"],
    create: first(documents.create) as Documents["create"],
    replace: first(documents.replace) as Documents["replace"],
    async query(of) {
      await before(of.container);
      return documents.query(of);
    },
  };
}
