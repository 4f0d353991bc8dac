/** A Chromium that reaches this machine only, and the page in it as a person uses it. */
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ],
  });

export type Look = {
  readonly person?: "1" | "2" | "3" | "4" | "5";
  readonly place?: "personal" | "channel" | "group";
  readonly locale?: "sv-FI" | "fi-FI" | "en-GB";
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  readonly path?: string;
};

export type Shown = {
  readonly page: Page;
  /** Everything that a page may not do: errors in the console, requests that fail or leave this machine. */
  readonly faults: readonly string[];
  ask(text: string): Promise<Locator>;
  /** Clicks one of the three examples and waits for the card. */
  example(number: number): Promise<Locator>;
  /** The last card of a kind, once there are so many messages of the bot. */
  card(kind: string): Locator;
  /** By how many pixels the page is wider than the window. */
  overflow(): Promise<number>;
  /** Texts with too little contrast. */
  lowContrast(): Promise<readonly string[]>;
  /** A picture to look at; the ones for the README go to docs/screenshots. */
  picture(name: string, use?: "readme"): Promise<void>;
  close(): Promise<void>;
};

const root = path.resolve(import.meta.dirname, "../..");
const readmePictures = path.join(root, "docs/screenshots");
const pictures = path.join(tmpdir(), "kollega-screenshots");
const lowContrast = readFileSync(path.join(import.meta.dirname, "low-contrast.js"), "utf8");
const longestWaitMs = 6_000;
const mostPictureBytes = 150_000;

export async function openPage(browser: Browser, address: string, look: Look = {}): Promise<Shown> {
  const { person = "2", place = "personal", locale = "sv-FI", theme = "light" } = look;
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1000, height: look.height ?? 700 },
    timezoneId: "Europe/Helsinki",
    reducedMotion: "reduce",
  });
  // Only where nothing was chosen yet: a reload must find what the page itself remembered.
  await context.addInitScript((settings) => {
    if (!localStorage.getItem("kollega-tryout")) {
      localStorage.setItem("kollega-tryout", settings);
    }
  }, JSON.stringify({ person, place, locale, theme }));
  const page = await context.newPage();
  page.setDefaultTimeout(longestWaitMs);
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error.stack)));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${address}/`)) faults.push(`asked for ${request.url()}`);
  });
  await page.goto(`${address}${look.path ?? "/"}`);

  const botMessages = page.locator("#log .message.bot");
  const answered = async (act: () => Promise<void>): Promise<Locator> => {
    const before = await botMessages.count();
    await act();
    await botMessages.nth(before).waitFor();
    return botMessages.nth(before);
  };
  // Kollega welcomes whoever opens a place first; only then it is counted what comes.
  if (!look.path) await botMessages.first().waitFor();

  return {
    page,
    faults,
    ask: (text) =>
      answered(async () => {
        await page.fill("#question", text);
        await page.press("#question", "Enter");
      }),
    example: (number) =>
      answered(() =>
        page
          .locator("#questions button")
          .nth(number - 1)
          .click(),
      ),
    card: (kind) => page.locator(`#log .message[data-kind="${kind}"]`).last(),
    overflow: () =>
      page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      ),
    lowContrast: () => page.evaluate<string[]>(lowContrast),
    async picture(name, use) {
      const kept = path.join(readmePictures, `${name}.png`);
      const isForReadme =
        use === "readme" && (process.env["UPDATE_SCREENSHOTS"] || !existsSync(kept));
      const file = isForReadme ? kept : path.join(pictures, `${name}.png`);
      mkdirSync(path.dirname(file), { recursive: true });
      await page.mouse.move(0, 0);
      await page.screenshot({ path: file });
      if (statSync(file).size > mostPictureBytes) faults.push(`${file} is larger than 150 KB`);
    },
    close: () => context.close(),
  };
}
