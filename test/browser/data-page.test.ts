/** One's own data as a file: from the card to the download, as a person clicks through it. */
import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { browserStage } from "./browser-stage.ts";

const { look } = browserStage();

const lowContrast = readFileSync(path.join(import.meta.dirname, "low-contrast.js"), "utf8");
const pictures = path.join(tmpdir(), "kollega-screenshots");

/** What stands wrong in the page as it is shown. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const beyond = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  const low = await page.evaluate<string[]>(lowContrast);
  return [...low, ...(beyond > 0 ? [`${beyond} px too wide`] : [])];
}

describe("downloading one's own data", () => {
  it.each([
    {
      locale: "sv-FI",
      lang: "sv",
      width: 360,
      ask: "mina uppgifter",
      offer: "Hämta som fil (JSON)",
      open: "Ladda ner filen",
      heading: "Dina uppgifter hos Kollega",
      button: "Hämta filen",
    },
    {
      locale: "fi-FI",
      lang: "fi",
      width: 360,
      ask: "omat tiedot",
      offer: "Hae tiedostona (JSON)",
      open: "Lataa tiedosto",
      heading: "Tietosi Kollegassa",
      button: "Hae tiedosto",
    },
    {
      locale: "en-GB",
      lang: "en",
      width: 1000,
      ask: "my data",
      offer: "Get it as a file (JSON)",
      open: "Download the file",
      heading: "Your data in Kollega",
      button: "Download the file",
    },
  ] as const)(
    "when it is asked for in $lang on $width px, then the link leads to a page whose button gives it, once",
    async ({ locale, lang, width, ...said }) => {
      const { page, ask, card } = await look({ locale, width });
      await ask(said.ask);
      await card("my-data").getByRole("button", { name: said.offer }).click();
      const link = card("my-data").getByText(said.open, { exact: true });
      await link.waitFor();
      const [file] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
      const broken: string[] = [];
      file.on("console", (message) => broken.push(message.text()));
      await file.getByRole("heading", { name: said.heading }).waitFor();
      expect(await file.locator("html").getAttribute("lang")).toBe(lang);
      expect(await faultsOf(file)).toEqual([]);
      mkdirSync(pictures, { recursive: true });
      await file.screenshot({ path: path.join(pictures, `data-page-${lang}.png`) });
      // Its style is let in by its own policy.
      const button = file.getByRole("button", { name: said.button });
      const colour = "getComputedStyle(document.querySelector('button')).backgroundColor";
      expect(await file.evaluate(colour)).toBe("rgb(68, 71, 145)");

      // A second look uses nothing up.
      await file.reload();
      const [download] = await Promise.all([file.waitForEvent("download"), button.press("Enter")]);
      const held = JSON.parse(readFileSync(await download.path(), "utf8")) as object;
      expect(download.suggestedFilename()).toBe("kollega.json");
      expect(held).toHaveProperty("person");
      expect(broken).toEqual([]);

      await file.reload();
      await file.locator(`section[lang="${lang}"]`).waitFor();
      expect(await file.getByRole("button").count()).toBe(0);
      expect(await faultsOf(file)).toEqual([]);
      await file.screenshot({ path: path.join(pictures, `data-page-used-${lang}.png`) });
    },
  );
});
