/** Terms as a translator uses them: looked up, misspelt, shared, found in a message and while writing. */
import { browserStage } from "./browser-stage.ts";

const { look } = browserStage({ person: "4", height: 900 });

/** Another place's messages are asked for every few seconds, and collections are read after the start. */
const soon = { timeout: 25_000 };

describe("looking up a term", () => {
  it.each([
    {
      locale: "sv-FI",
      lang: "sv",
      asked: "vad heter hankintayksikkö på svenska?",
      title: "upphandlande enhet",
      avoid: "Undvik ”upphandlande myndighet”",
    },
    {
      locale: "fi-FI",
      lang: "fi",
      asked: "mitä förvaltningsstadga on suomeksi?",
      title: "hallintosääntö",
      avoid: "",
    },
    {
      locale: "en-GB",
      lang: "en",
      asked: "what is kunnanjohtaja in English?",
      title: "municipal manager",
      avoid: "Avoid “kommunchef”",
    },
  ] as const)("when $asked is asked, then the languages stand side by side", async (one) => {
    const { ask, picture, overflow, lowContrast } = await look({ locale: one.locale });

    const message = await ask(one.asked);

    expect(await message.getAttribute("data-kind")).toBe("term");
    expect(await message.locator(".card").getAttribute("lang")).toBe(one.lang);
    expect(await message.locator("[role=heading]").first().textContent()).toBe(one.title);
    await message.getByText(one.avoid).first().waitFor();
    expect(await overflow()).toBe(0);
    expect(await lowContrast()).toEqual([]);
    await picture(`term-${one.lang}`, one.lang === "sv" ? "readme" : undefined);
  });

  it("when it is misspelt, then Kollega asks whether this was meant", async () => {
    const { ask, picture } = await look({ person: "2" });

    const message = await ask("term komundirektör");

    expect(await message.getAttribute("data-kind")).toBe("term");
    await message.getByText("Menade du det här?").waitFor();
    await picture("term-misspelt-sv");
  });

  it("when it is one to be avoided, then what to use instead comes first, on a dark phone too", async () => {
    const { ask, picture, overflow, lowContrast } = await look({
      person: "2",
      width: 360,
      theme: "dark",
    });

    const message = await ask("term kommunchef");

    await message.getByText("Använd ”kommundirektör” i stället").waitFor();
    expect(await overflow()).toBe(0);
    expect(await lowContrast()).toEqual([]);
    await picture("term-avoid-sv-dark-phone");
  });

  it("when only its parts are in the bank, then they are offered, and the whole can be asked for", async () => {
    const { ask, card, picture } = await look({ locale: "fi-FI" });
    const message = await ask("termi hankintapäätöspohja");
    expect(await message.getAttribute("data-kind")).toBe("terms");
    await picture("terms-parts-fi");

    await message.getByRole("button", { name: "Kysy verkostolta" }).click();

    const question = card("ask-network").getByRole("textbox").first();
    await question.waitFor();
    expect(await question.inputValue()).toContain("hankintapäätöspohja");
    await picture("term-ask-fi");
  });

  it("when an EU collection has it, then the card says whose it is", async () => {
    const { ask, page, picture } = await look({ locale: "en-GB" });
    let message = await ask("term desktop computer");
    while ((await message.getAttribute("data-kind")) !== "term") {
      await page.waitForTimeout(300);
      message = await ask("term desktop computer");
    }

    await message.getByText("CC BY 4.0").first().waitFor();
    await picture("term-collection-en");
  });
});

describe("a term for others", () => {
  it("when it is shared from one's own chat, then everybody sees it in the forum", async () => {
    const forum = await look({ person: "1", place: "channel" });
    const own = await look({ person: "2" });
    const message = await own.ask("term kommundirektör");

    await message.getByRole("button", { name: "Dela i forumet" }).click();

    await own.card("term").getByText("Delad i forumet").waitFor();
    const post = forum.card("term");
    await post.getByText("delade en term").waitFor(soon);
    await post.getByText("kunnanjohtaja").first().waitFor();
    expect(await post.getByRole("button", { name: /Dela/ }).count()).toBe(0);
    await forum.picture("term-shared-sv");
  }, 60_000);

  it("when it is asked for in the forum, then it is answered in the thread", async () => {
    const { ask } = await look({ place: "channel" });

    const message = await ask("vad heter varajäsen på svenska?");

    expect(await message.getAttribute("data-kind")).toBe("term");
    await message.getByText("ersättare").first().waitFor();
  });

  it("when a message is chosen, then its terms are shown in a dialog", async () => {
    const { page, ask, picture } = await look({ person: "2", place: "channel" });
    await ask("Kommundirektören begärde utlåtanden av alla upphandlande enheter före beslutet.");
    const mine = page.locator("#log .message.mine").last();
    await mine.locator(".actions summary").click();

    await mine.locator('[data-command="lookUpTerms"]').click();

    const dialog = page.getByRole("dialog");
    await dialog.getByText("kommundirektör").first().waitFor();
    await dialog.getByText("upphandlande enhet").first().waitFor();
    await picture("terms-in-message-sv");
    await dialog.getByRole("button", { name: "Öppna kommundirektör" }).click();
    await dialog.getByRole("button", { name: "Dela i tråden" }).click();
    await dialog.getByText("Delad i tråden.").waitFor();
    await page.keyboard.press("Escape");
    await page.locator('#log [data-kind="term"]').last().getByText("delade en term").waitFor(soon);
  }, 60_000);
});

describe("while writing", () => {
  it("when a term is searched for, then its card can be put into the message", async () => {
    const { page, picture } = await look({ person: "2", place: "group" });
    await page.click("#insert");

    await page.getByRole("searchbox").fill("kommundirektör");

    const line = page.locator(".found button").first();
    await line.getByText("kunnanjohtaja").waitFor();
    await picture("search-term-sv");
    await line.click();
    const inserted = page.locator('#log .message.mine[data-kind="term"]').last();
    await inserted.getByText("municipal manager").first().waitFor();
    expect(await inserted.getByRole("button", { name: "Dela i forumet" }).count()).toBe(0);
    await picture("search-inserted-sv");
  });
});
