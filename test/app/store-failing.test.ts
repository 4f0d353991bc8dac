import type { ContentDocument } from "../../src/core/content.ts";
import { BotError } from "../../src/core/errors.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { Container, Documents } from "../../src/core/ports.ts";
import { readState } from "../../src/core/state.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { questions } from "./small-world.ts";
import { button, joined, message, press, shownIn, startBot, type TestBot } from "./start-bot.ts";

type Call = { readonly operation: keyof Documents; readonly container: Container };

const bots: TestBot[] = [];

/** A bot whose store is out of reach for the calls that `fails` names, as long as it names them. */
async function startWithStore(): Promise<{
  readonly bot: TestBot;
  readonly store: { fails: (call: Call) => boolean };
}> {
  const store = { fails: (_: Call): boolean => false };
  const bot = await startBot({ wrap: (documents) => breakable(documents, store) });
  bots.push(bot);
  return { bot, store };
}

function breakable(documents: Documents, store: { fails: (call: Call) => boolean }): Documents {
  const guarded = <A extends readonly unknown[], R>(
    operation: keyof Documents,
    call: (container: Container, ...rest: A) => Promise<R>,
  ) =>
    (async (container: Container, ...rest: A) => {
      if (store.fails({ operation, container })) throw new BotError("store-unavailable");
      return call(container, ...rest);
    }) as unknown;
  return {
    ...documents,
    read: guarded("read", documents.read) as Documents["read"],
    create: guarded("create", documents.create) as Documents["create"],
    replace: guarded("replace", documents.replace) as Documents["replace"],
    delete: guarded("delete", documents.delete) as Documents["delete"],
  };
}

afterEach(async () => {
  const faults: string[] = [];
  for (const bot of bots.splice(0)) {
    await bot.close();
    faults.push(...bot.cardFaults);
  }
  expect(faults).toEqual([]);
});

const everything = () => true;
const writesOf =
  (...containers: readonly Container[]) =>
  ({ operation, container }: Call) =>
    operation !== "read" && containers.includes(container);

async function votesIn(bot: TestBot): Promise<readonly unknown[]> {
  const where = [{ field: "type", equals: "vote" }] as const;
  const page = await bot.store.query<ContentDocument>({
    container: "content",
    partition: "alfa",
    where,
  });
  return page.items.map(({ doc }) => (doc.value as { readonly value: unknown }).value);
}

describe.each(languages)("a store that is out of reach, in %s", (language: Language) => {
  const texts = textsIn(language);

  it("when a question comes, then it is answered from memory or excused, once, and nothing breaks", async () => {
    const { bot, store } = await startWithStore();
    store.fails = everything;

    const { card } = await bot.ask(questions[language].answer);

    expect(["answer", "error"]).toContain(card.kind);
    expect(card.language).toBe(language);
    if (card.kind === "error") expect(card.view["text"]).toBe(texts.errors["store-unavailable"]);
  });

  it("when a vote cannot be stored, then it says so, and the same press works once the store is back", async () => {
    const { bot, store } = await startWithStore();
    const { rendered } = await bot.ask(questions[language].answer);
    const up = button(rendered, "ask.helpful", "up");
    store.fails = ({ container }) => container === "content";

    const failing = await bot.press(up);
    store.fails = () => false;
    const working = await bot.press(up);

    expect(JSON.stringify(failing.reply)).toContain(texts.errors["store-unavailable"]);
    expect(working.card.view["voted"]).toBe(texts.ask.votedUp);
    expect(await votesIn(bot)).toEqual(["up"]);
  });

  it("when a gap cannot be noted, then it does not thank for it", async () => {
    const { bot, store } = await startWithStore();
    const { rendered } = await bot.ask(questions[language].none);
    store.fails = writesOf("content");

    const { reply } = await bot.press(button(rendered, "ask.none"));

    expect(JSON.stringify(reply)).toContain(texts.errors["store-unavailable"]);
    expect(JSON.stringify(reply)).not.toContain(texts.ask.gapHeading);
  });

  it("when the choice of a language cannot be kept, then that is the last that is said", async () => {
    const { bot, store } = await startWithStore();
    store.fails = writesOf("members");
    const choice = { sv: "språk svenska", fi: "kieli suomi", en: "language English" }[language];

    await bot.handle(message(choice));
    store.fails = () => false;

    const last = bot.sent.at(-1)?.card;
    expect(last).toMatchObject({ kind: "error", language });
    expect(last?.view["text"]).toBe(texts.errors["store-unavailable"]);
  });
});

describe("a store that is out of reach", () => {
  const asked = questions.sv;

  it.each([
    ["claims", ({ container }: Call) => container === "claims"],
    ["state", ({ container }: Call) => container === "members"],
    ["anything", everything],
  ] as const)(
    "when a card action cannot reach %s, then it has an answer all the same",
    async (_, fails) => {
      const { bot, store } = await startWithStore();
      const { rendered } = await bot.ask(asked.choices);
      store.fails = fails;

      const result = await bot.handle(press(button(rendered, "ask.choose")));

      expect(result).toMatchObject({ status: "done", answer: { type: expect.any(String) } });
    },
  );

  it("when only the state cannot be written, then the answer is given once and the activity is not lost", async () => {
    const { bot, store } = await startWithStore();
    const activity = message(asked.answer);
    store.fails = writesOf("members");

    await bot.handle(activity);
    store.fails = () => false;
    bot.clock.advance(16_000);
    const again = await bot.handle(activity);
    const third = await bot.handle(activity);

    expect([again, third]).toEqual([{ status: "done" }, { status: "done" }]);
    expect(bot.sent.map(({ card }) => card.kind)).toEqual(["answer", "answer"]);
  });

  it("when the store is back, then the conversation goes on as if nothing had been", async () => {
    const { bot, store } = await startWithStore();
    await bot.ask(asked.answer);
    store.fails = everything;
    await bot.ask("hjälp");
    store.fails = () => false;

    const { rendered } = await bot.ask(asked.people);

    expect(shownIn(rendered)).toContain("contact:vera");
  });

  it("when the bot is added meanwhile, then nothing breaks and there is at most one card", async () => {
    const { bot, store } = await startWithStore();
    store.fails = everything;

    const result = await bot.handle(joined());

    expect(result).toEqual({ status: "done" });
    expect(bot.sent.length).toBeLessThanOrEqual(1);
  });

  it("when something else breaks in a feature, then it is logged as an error and said in one sentence", async () => {
    const { bot, store } = await startWithStore();
    const { rendered } = await bot.ask(asked.answer);
    store.fails = ({ container }) => {
      if (container === "content") throw new TypeError("a bug");
      return false;
    };

    const { reply } = await bot.press(button(rendered, "ask.helpful", "up"));

    expect(reply).toEqual({ type: "sentence", language: "sv", text: textsIn("sv").errors.bug });
    expect(bot.logged).toContain("error turn failed");
  });
});

describe("a state that others write at the same time", () => {
  it("when someone writes between reading and writing, then nothing of either is lost", async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const bot = await startBot({
      wrap: (documents) => ({
        ...documents,
        async replace(container, ...rest) {
          if (container === "members") {
            const act = meanwhile;
            meanwhile = undefined;
            await act?.();
          }
          return documents.replace(container, ...rest);
        },
      }),
    });
    bots.push(bot);
    const other = await bot.again();
    await bot.ask(questions.sv.none, { id: "q-first" });
    meanwhile = () => other.handle(message(questions.sv.choices, { id: "q-meanwhile" }));

    await bot.ask(questions.sv.answer, { id: "q-last" });

    const place = { container: "members", partition: "tenant-1:p1", id: "member" } as const;
    const state = (await readState(bot.store, place))?.doc;
    expect(state?.memory.questions.map(({ ref }) => ref)).toEqual([
      "q-last",
      "q-meanwhile",
      "q-first",
    ]);
    expect(state?.done).toHaveLength(3);
    expect([...bot.sent, ...other.sent]).toHaveLength(3);
  });

  it("when the document is made by another between reading and making it, then both are kept", async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const bot = await startBot({
      wrap: (documents) => ({
        ...documents,
        async create(container, ...rest) {
          if (container === "members") {
            const act = meanwhile;
            meanwhile = undefined;
            await act?.();
          }
          return documents.create(container, ...rest);
        },
      }),
    });
    bots.push(bot);
    const other = await bot.again();
    meanwhile = () => other.handle(message(questions.sv.choices, { id: "q-meanwhile" }));

    await bot.ask(questions.sv.answer, { id: "q-last" });

    const place = { container: "members", partition: "tenant-1:p1", id: "member" } as const;
    const state = (await readState(bot.store, place))?.doc;
    expect(state?.memory.questions.map(({ ref }) => ref)).toEqual(["q-last", "q-meanwhile"]);
  });

  it("when the store is too busy to keep the language, then it is not confirmed", async () => {
    const bot = await startBot({
      wrap: (documents) => ({
        ...documents,
        create: async (container, ...rest) =>
          container === "members" ? "exists" : documents.create(container, ...rest),
      }),
    });
    bots.push(bot);

    await bot.handle(message("kieli suomi"));

    expect(bot.sent.at(-1)?.card.kind).toBe("error");
  });
});

describe("a messenger that breaks", () => {
  it("when no call is answered, then the turn is done and the log knows", async () => {
    const bot = await startBot();
    bots.push(bot);
    bot.outcomes.push({ state: "unknown", cause: "x" }, { state: "unknown", cause: "y" });

    const result = await bot.handle(message(questions.sv.answer));

    expect(result).toEqual({ status: "done" });
    expect(bot.logged).toEqual(["warn reply not delivered"]);
  });

  it("when a card cannot be made, then the person is told that something broke", async () => {
    const bot = await startBot();
    bots.push(bot);
    bot.outcomes.push(new Error("The card answer cannot be shown"));

    const result = await bot.handle(message(questions.sv.answer));

    expect(result).toEqual({ status: "done" });
    expect(bot.sent.map(({ card }) => card.kind)).toEqual(["error"]);
    expect(bot.logged).toContain("error turn failed");
  });
});
