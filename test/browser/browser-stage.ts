import type { Browser } from "playwright-core";
import { type Look, launch, openPage, type Shown } from "./open-page.ts";
import { type Bot, startBot } from "./start-bot.ts";

/**
 * The real bot and a browser for all tests of a file. Each test's pages are closed after it, and none may have had a
 * fault. `usual`: how a page is looked at unless a test says otherwise.
 */
export function browserStage(usual: Look = {}) {
  let bot: Bot;
  let browser: Browser;
  const open: Shown[] = [];

  beforeAll(async () => {
    [bot, browser] = await Promise.all([startBot(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.stop();
  });
  afterEach(async () => {
    const faults = open.flatMap((shown) => shown.faults);
    for (const shown of open.splice(0)) await shown.close();
    expect(faults).toEqual([]);
  });

  return {
    async look(as: Look = {}): Promise<Shown> {
      const shown = await openPage(browser, bot.address, { ...usual, ...as });
      open.push(shown);
      return shown;
    },
    /** What was opened last in this test. */
    last(): Shown {
      const shown = open.at(-1);
      if (!shown) throw new Error("No page was opened.");
      return shown;
    },
  };
}
