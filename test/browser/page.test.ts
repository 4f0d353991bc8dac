import { readdirSync } from "node:fs";
import path from "node:path";
import { browserStage } from "./browser-stage.ts";

const { look: open, last } = browserStage();

/** The id of what has the focus, else what it is. */
const focused = (): Promise<string> =>
  last().page.evaluate<string>(
    "(({ id, dataset, className, tagName }) => id || dataset.place || className || tagName)(document.activeElement)",
  );

describe("the page", () => {
  it("when a newcomer opens it, then Kollega welcomes them and three questions are there to click", async () => {
    const { page, card, picture } = await open({ person: "4", locale: "fi-FI" });

    await card("welcome").waitFor();

    expect(await page.locator("#questions button").count()).toBe(3);
    expect(await page.title()).toContain("Kollega");
    await picture("welcome-fi");
  });

  it("when the person changes, then the language follows, and can be another", async () => {
    const { page } = await open();

    await page.selectOption("#person", "3");
    await page.getByRole("heading", { name: "Kahdenkeskinen" }).waitFor();
    await page.selectOption("#locale", "en-GB");

    await page.getByRole("heading", { name: "Personal chat" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  it.each(["sv-FI", "fi-FI", "en-GB"] as const)(
    "when it is 360 px wide and in %s, then nothing is cut off in any place or card",
    async (locale) => {
      const { page, ask, overflow, picture } = await open({
        person: "1",
        locale,
        width: 360,
        height: 740,
      });
      const commands = { "sv-FI": "ämnen", "fi-FI": "aiheet", "en-GB": "topics" };
      await ask(commands[locale]);
      for (const place of ["channel", "group", "personal"]) {
        await page.click(`[data-place="${place}"]`);
        await page.locator("#log .message.bot").first().waitFor();
        expect(await overflow()).toBe(0);
      }
      const wide = await page.evaluate(
        `[...document.querySelectorAll("#log .card, #log .card *")].filter(
          (one) => one.getBoundingClientRect().right > innerWidth).length`,
      );
      expect(wide).toBe(0);
      await picture(`phone-${locale}`);
    },
  );

  it("when there is only a keyboard, then one can choose, ask, press and go on", async () => {
    const { page, picture, card } = await open({ person: "5", locale: "en-GB" });
    const { keyboard } = page;
    await card("welcome").waitFor();
    const order: string[] = [];
    for (let steps = 0; steps < 40 && order.at(-1) !== "question"; steps++) {
      await keyboard.press("Tab");
      order.push(await focused());
    }
    await keyboard.type("Joint procurement");
    await keyboard.press("Enter");
    await card("choices").waitFor();
    // Back from the message field, over the examples, to the buttons of the last card.
    for (let steps = 0; steps < 40; steps++) {
      await keyboard.press("Shift+Tab");
      if ((await focused()).includes("ac-container ac-selectable")) break;
    }
    await picture("keyboard-en");
    await keyboard.press("Enter");
    await card("answer").waitFor();

    expect(order.slice(0, 8)).toEqual([
      "skip",
      "person",
      "locale",
      "theme",
      "personal",
      "channel",
      "announcements",
      "group",
    ]);
    expect(await page.evaluate("document.activeElement.closest('.message')?.dataset.kind")).toBe(
      "answer",
    );
  });

  it.each(["light", "dark"] as const)(
    "when it is %s, then every text stands out from what is behind it",
    async (theme) => {
      const { page, example, lowContrast, picture } = await open({ person: "2", theme });
      for (const number of [1, 2, 3]) await example(number);
      const inChat = await lowContrast();
      await picture(`chat-${theme}`);
      await page.click('[data-place="channel"]');
      await page.locator("#log .message.bot").first().waitFor();
      await example(1);
      const inChannel = await lowContrast();
      await picture(`channel-${theme}`);

      expect([...inChat, ...inChannel]).toEqual([]);
    },
  );

  it("when the look is chosen, then the page remembers it", async () => {
    const { page } = await open();
    const back = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const before = await back();

    await page.selectOption("#theme", "dark");
    await page.reload();

    expect(await back()).not.toBe(before);
  });
});

/** Nobody can ask for these out of the blue: they are coordinators', or come of a meeting or of a team that is not linked. */
const ofWhatWasPlanned: ReadonlySet<string> = new Set([
  "announcement",
  "announcement-editor",
  "announcement-preview",
  "announcements",
  "ask-network",
  "discussion",
  "audit",
  "link-team",
  "meeting",
  "meeting-choice",
  "meeting-editor",
  "meeting-move",
  "reminder",
  "report",
  "todo-item",
  "statistics",
]);

describe("the gallery", () => {
  const kinds = readdirSync(path.resolve(import.meta.dirname, "../../cards"), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".json"))
    .map((file) => path.basename(file, ".json"))
    .filter((kind) => !ofWhatWasPlanned.has(kind));

  it("when it is opened, then every kind of card is there in three languages", async () => {
    const { page, picture } = await open({ path: "/cards", width: 1300 });
    await page.locator("#kinds:not([aria-busy]) .card").first().waitFor();

    const there = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".cell .card")].map(
        (card) => card.closest(".kind").dataset.kind + " " + card.lang)`,
    );

    const expected = kinds.flatMap((kind) => ["sv", "fi", "en"].map((one) => `${kind} ${one}`));
    expect(there.sort()).toEqual(expected.sort());
    await picture("gallery");
  });

  it("when it is narrow and dark, then nothing is cut off and every text stands out", async () => {
    const { page, overflow, lowContrast } = await open({
      path: "/cards",
      width: 360,
      theme: "dark",
    });
    await page.locator("#kinds:not([aria-busy]) .card").first().waitFor();

    expect(await overflow()).toBe(0);
    expect(await lowContrast()).toEqual([]);
  });
});
