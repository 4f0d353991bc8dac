import type { TestStore } from "./both-stores.ts";
import { startBot, type TestBot } from "./start-bot.ts";

type Options = NonNullable<Parameters<typeof startBot>[0]>;

export type BotsOn = {
  /** On a new place of the store; `usual` unless the test says otherwise. */
  start(options?: Options): Promise<TestBot>;
  /** To be closed, too. */
  keep(bot: TestBot): void;
};

/**
 * The bots that a file's tests start on one kind of store. Each is closed after its test, no card of it may have had a
 * fault, and its log may hold warnings and errors only if they are meant (`logged`), and then each of those.
 */
export function botsOn(
  testStore: TestStore,
  {
    logged = [],
    usual = {},
  }: { readonly logged?: readonly string[]; readonly usual?: Options } = {},
): BotsOn {
  const bots: TestBot[] = [];
  beforeAll(() => testStore.start(), 60_000);
  afterEach(async () => {
    for (const bot of bots.splice(0)) {
      await bot.close();
      expect(bot.cardFaults).toEqual([]);
      expect(new Set(bot.logged)).toEqual(new Set(logged));
    }
  });
  afterAll(() => testStore.stop());

  return {
    async start(options = {}) {
      const bot = await startBot({ place: testStore.newPlace(), ...usual, ...options });
      bots.push(bot);
      return bot;
    },
    keep: (bot) => void bots.push(bot),
  };
}
