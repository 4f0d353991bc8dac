import type { Browser } from "playwright-core";
import { launch, openPage } from "./open-page.ts";
import { type Bot, startBot } from "./start-bot.ts";

let bot: Bot;
let browser: Browser;

beforeAll(async () => {
  [bot, browser] = await Promise.all([startBot(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await bot?.stop();
});

const words = {
  "sv-FI": ["min kontakt", "Uppgift", "Spara", "Sparat", "Visa"],
  "fi-FI": ["omat yhteystietoni", "Tehtävä", "Tallenna", "Tallennettu", "Näytä"],
  "en-GB": ["my contact", "Role", "Save", "Saved", "Show"],
} as const;

describe("one's own contact entry", () => {
  it.each(["sv-FI", "fi-FI", "en-GB"] as const)(
    "when the translator corrects it in %s, then colleagues see it so",
    async (locale) => {
      const [command, label, save, saved, show] = words[locale];
      const shown = await openPage(browser, bot.address, { person: "4", locale, height: 1200 });
      const { page } = shown;

      const editor = await shown.ask(command);
      await editor.getByLabel(label, { exact: true }).fill(`Kapten ${locale}`);
      await shown.picture(`own-contact-${locale}`);
      const lowContrast = await shown.lowContrast();
      await editor.getByRole("button", { name: save, exact: true }).click();
      await page.getByRole("heading", { name: saved }).last().waitFor();
      await page.getByRole("button", { name: show, exact: true }).last().click();

      await page.getByText(`Kapten ${locale}`).last().waitFor();
      expect(lowContrast).toEqual([]);
      expect(await shown.overflow()).toBe(0);
      expect(shown.faults).toEqual([]);
      await shown.close();
    },
  );
});
