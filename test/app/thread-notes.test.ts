/** Whoever asks to be forgotten is looked for in the threads that are noted: none may be remembered without a note. */
import { BotError, MaybeThere } from "../../src/core/errors.ts";
import type { Container, Documents } from "../../src/core/ports.ts";
import { type KnownThread, knownThreads, noteThread, type State } from "../../src/core/state.ts";
import { bothStores, sqlitePlace } from "./both-stores.ts";
import { groupChat, message, startBot, type TestBot } from "./start-bot.ts";

const question = "Hur sköter man en bikupa?";
const thread = { kind: "channel", id: "19:forum;messageid=77" } as const;

const noteOf = ({ store }: TestBot, id: string) =>
  store.read<KnownThread>(knownThreads.container, knownThreads.partition, id);
const stateOf = ({ store }: TestBot, id: string) => store.read<State>("conversations", id, "state");

/** A store that stops for good before its so manieth write, as at the end of a process. */
function mortal() {
  let left = Number.POSITIVE_INFINITY;
  let died: () => void = () => undefined;
  const never = <T>() => {
    died();
    return new Promise<T>(() => undefined);
  };
  const write = <T>(work: () => Promise<T>): Promise<T> => (left-- > 0 ? work() : never<T>());
  const read = <T>(work: () => Promise<T>): Promise<T> => (left >= 0 ? work() : never<T>());
  const wrap = (documents: Documents): Documents => ({
    ...documents,
    read: (...call) => read(() => documents.read(...call)),
    query: (...call) => read(() => documents.query(...call)),
    create: (...call) => write(() => documents.create(...call)),
    replace: (...call) => write(() => documents.replace(...call)),
    delete: (...call) => write(() => documents.delete(...call)),
  });
  return {
    wrap,
    /** Resolves when the process is dead, or has nothing more to do. */
    async dieAfter(writes: number, work: () => Promise<unknown>): Promise<"died" | "lived"> {
      left = writes;
      const death = new Promise<"died">((resolve) => {
        died = () => resolve("died");
      });
      return Promise.race([death, work().then(() => "lived" as const)]);
    },
  };
}

describe.each(bothStores)("the notes of threads on $name", (testStore) => {
  beforeAll(() => testStore.start(), 60_000);
  afterAll(() => testStore.stop());

  it.each([thread, groupChat])(
    "when the process dies between any two writes of the first turn in a $kind, then no state is there without a note",
    async (conversation) => {
      const seen: string[] = [];
      for (let writes = 0; writes < 6; writes++) {
        const life = mortal();
        const bot = await startBot({ wrap: life.wrap, place: testStore.newPlace() });
        const said = message(question, { conversation });

        const end = await life.dieAfter(writes, () => bot.handle(said));

        const [note, state] = await Promise.all([
          noteOf(bot, conversation.id),
          stateOf(bot, conversation.id),
        ]);
        seen.push(`${end} ${note ? "note" : "-"} ${state ? "state" : "-"}`);
        await bot.close();
      }
      expect(seen.filter((one) => one.endsWith("- state"))).toEqual([]);
      // Each of the writes was the last one once: the claim, the note, the state.
      expect(seen.slice(0, 4)).toEqual(["died - -", "died - -", "died note -", "lived note state"]);
    },
    60_000,
  );
});

describe("what noting a thread costs", () => {
  let bot: TestBot;
  let calls: string[];
  beforeEach(async () => {
    const noting = (documents: Documents): Documents => {
      const first =
        <A extends readonly unknown[], R>(name: string, call: (of: Container, ...rest: A) => R) =>
        (of: Container, ...rest: A): R => {
          calls.push(`${name} ${of}`);
          return call(of, ...rest);
        };
      return {
        ...documents,
        read: first("read", documents.read) as Documents["read"],
        create: first("create", documents.create) as Documents["create"],
        replace: first("replace", documents.replace) as Documents["replace"],
        delete: first("delete", documents.delete) as Documents["delete"],
      };
    };
    calls = [];
    bot = await startBot({ wrap: noting, place: sqlitePlace() });
    await bot.runJob("privacy");
  });
  afterEach(() => bot.close());

  const costOf = async (conversation?: typeof thread): Promise<readonly string[]> => {
    calls = [];
    await bot.handle(message(question, conversation ? { conversation } : {}));
    return calls;
  };

  it("when a thread is known, then a question costs what it did: only the first pays", async () => {
    const [first, second] = [await costOf(thread), await costOf(thread)];

    expect(first).toHaveLength(5);
    expect(second).toEqual([
      "read members",
      "create claims",
      "read conversations",
      "replace conversations",
    ]);
  });

  it("when it is in one's own chat, then it costs a claim, a read and a write", async () => {
    await costOf();
    expect(await costOf()).toEqual(["create claims", "read members", "replace members"]);
  });

  it("when a thread's state is of old, from before it was sure to be noted, then its next turn notes it", async () => {
    await costOf(thread);
    const { store } = bot;
    const [note, state] = await Promise.all([noteOf(bot, thread.id), stateOf(bot, thread.id)]);
    if (!note || !state) throw new Error("nothing was kept");
    const { isNoted: _, ...old } = state.doc;
    await store.replace("conversations", thread.id, old, state.etag);
    await store.delete(knownThreads.container, knownThreads.partition, thread.id, note.etag);

    await costOf(thread);

    expect(await noteOf(bot, thread.id)).toBeDefined();
    expect((await stateOf(bot, thread.id))?.doc.isNoted).toBe(true);
  });

  it("when a thread's state has expired, then its note goes with the next sweep, but not while a turn is about to write it anew", async () => {
    await costOf(thread);
    const hourMs = 3_600_000;
    bot.clock.advance(181 * 24 * hourMs);
    expect(await stateOf(bot, thread.id)).toBeUndefined();
    // A turn that has noted it and has not written yet.
    await noteThread(bot.store, thread.id, bot.clock.now());

    await bot.runJob("what is kept long enough");
    const then = await noteOf(bot, thread.id);
    bot.clock.advance(25 * hourMs);
    await bot.runJob("what is kept long enough");

    expect(then).toBeDefined();
    expect(await noteOf(bot, thread.id)).toBeUndefined();
  });
});

describe("a thread that cannot be noted", () => {
  /** What noting comes to, in turn; then as the store has it. */
  async function startWith(...outcomes: readonly (() => Promise<"exists">)[]) {
    const left = [...outcomes];
    const wrap = (documents: Documents): Documents => ({
      ...documents,
      async create(container, partition, doc, options) {
        const next = partition === knownThreads.partition ? left.shift() : undefined;
        return next ? next() : documents.create(container, partition, doc, options);
      },
    });
    return startBot({ wrap, place: sqlitePlace() });
  }

  it("when the store fails at the note, then the turn is done once, nothing of it is remembered, and the next one notes", async () => {
    const bot = await startWith(async () => {
      throw new BotError("store-unavailable");
    });
    const said = message(question, { conversation: thread });

    await bot.handle(said);
    await bot.handle(said);

    const state = await stateOf(bot, thread.id);
    expect(bot.sent).toHaveLength(1);
    expect(state?.doc.done).toHaveLength(1);
    expect(state?.doc.memory.questions).toEqual([]);
    expect(state?.doc.isNoted).toBeUndefined();
    expect(await noteOf(bot, thread.id)).toBeUndefined();

    await bot.handle(message(question, { conversation: thread }));

    expect((await stateOf(bot, thread.id))?.doc.isNoted).toBe(true);
    expect(await noteOf(bot, thread.id)).toBeDefined();
    await bot.close();
  });

  it("when its note is there and is swept away at that moment, then it is made anew", async () => {
    const bot = await startWith(async () => "exists");

    await bot.handle(message(question, { conversation: thread }));

    expect(await noteOf(bot, thread.id)).toBeDefined();
    expect((await stateOf(bot, thread.id))?.doc.isNoted).toBe(true);
    await bot.close();
  });

  it("when nobody can say whether the note is there, then it is looked for", async () => {
    const bot = await startWith(async () => {
      throw new MaybeThere("in doubt");
    });

    await bot.handle(message(question, { conversation: thread }));

    expect(await noteOf(bot, thread.id)).toBeDefined();
    await bot.close();
  });
});
