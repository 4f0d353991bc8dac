import { browserStage } from "./browser-stage.ts";

const { look: open } = browserStage();

describe("a question in a personal chat", () => {
  it.each([
    { name: "Swedish", person: "2", locale: "sv-FI", lang: "sv", title: /Sysselsättningsvillkor/ },
    { name: "Finnish", person: "3", locale: "fi-FI", lang: "fi", title: /Työllistämisehto/ },
    { name: "English", person: "5", locale: "en-GB", lang: "en", title: /Employment clauses/ },
  ] as const)(
    "when it is the first example in $name, then it is answered in $name",
    async (one) => {
      const { page, example, picture } = await open({ ...one, height: 930 });

      const message = await example(1);

      expect(await message.getAttribute("data-kind")).toBe("answer");
      expect(await message.locator("[role=heading]").first().textContent()).toMatch(one.title);
      expect(await message.locator(".card").getAttribute("lang")).toBe(one.lang);
      expect(await page.locator("html").getAttribute("lang")).toBe(one.lang);
      await picture(`answer-${one.lang}`, one.lang === "sv" ? "readme" : undefined);
    },
  );

  it("when one of three is chosen, then its answer takes the place of the choices", async () => {
    const { page, example, card, picture } = await open({
      person: "3",
      locale: "fi-FI",
      theme: "dark",
    });
    const message = await example(2);
    expect(await message.getAttribute("data-kind")).toBe("choices");
    await picture("choices-fi-dark", "readme");
    const id = await message.getAttribute("data-id");
    const chosen = message.locator(".ac-selectable").nth(1);
    const title = await chosen.getAttribute("aria-label");

    await chosen.click();

    await page.locator(`[data-id="${id}"][data-kind="answer"]`).waitFor();
    expect(await card("answer").locator("[role=heading]").first().textContent()).toBe(title);
    await picture("chosen-fi-dark");
  });

  it("when none of them is right, then Kollega notes the gap and says where to turn", async () => {
    const { example, card, picture } = await open();
    const message = await example(2);

    await message.getByRole("button", { name: "Ingen av dessa" }).click();

    await card("nothing").getByText("jag har antecknat frågan").waitFor();
    await picture("none-sv");
  });

  it("when there is no answer, then the gap can be reported", async () => {
    const { ask, card, picture } = await open({ person: "5", locale: "en-GB" });
    const message = await ask("How often should a cactus be watered?");
    expect(await message.getAttribute("data-kind")).toBe("nothing");
    await picture("nothing-en");

    await message.getByRole("button", { name: "Report a missing answer" }).click();

    await card("nothing").getByText("I have noted the question").waitFor();
    await picture("gap-en");
  });

  it("when an answer is found helpful and then not, then the last vote stands, on the same card", async () => {
    const { page, example, card, picture } = await open();
    const id = await (await example(1)).getAttribute("data-id");
    const message = page.locator(`[data-id="${id}"]`);

    await message.getByRole("button", { name: "👍" }).click();
    await message.getByText("Du svarade 👍").waitFor();
    await picture("helpful-sv");
    await message.getByRole("button", { name: "👎" }).click();

    await message.getByText("Du svarade 👎").waitFor();
    expect(await card("answer").getAttribute("data-id")).toBe(id);
    expect(await page.evaluate("document.activeElement?.textContent")).toContain("👎");
    await picture("not-helpful-sv");
  });

  it("when someone asks whom to ask, then a contact is shown", async () => {
    const { overflow, example, picture } = await open({ width: 360, height: 740 });

    const message = await example(3);

    expect(await message.getAttribute("data-kind")).toMatch(/^contacts?$/);
    expect(await message.textContent()).toContain("Mikaela Sandbacka");
    expect(await overflow()).toBe(0);
    await picture("contact-sv-phone");
  });

  it("when a question follows an answer, then it is about that answer", async () => {
    const { ask, example, picture } = await open({ person: "5", locale: "en-GB" });
    await example(1);

    const people = await ask("Who can I call about it?");
    const translated = await ask("in Finnish?");

    expect(await people.getAttribute("data-kind")).toMatch(/^contacts?$/);
    expect(await people.textContent()).toContain("Mikaela Sandbacka");
    expect(await translated.locator(".card").getAttribute("lang")).toBe("fi");
    await picture("follow-up-en");
  });

  it("when the page is loaded again, then the chat is still there and goes on", async () => {
    const { page, ask, example, card, picture } = await open({ person: "4" });
    const id = await (await example(1)).getAttribute("data-id");
    await card("answer").getByRole("button", { name: "👍" }).click();
    await card("answer").getByText("Du svarade 👍").waitFor();

    await page.reload();

    await page.locator(`[data-id="${id}"]`).getByText("Du svarade 👍").waitFor();
    const more = await ask("Vem kan jag ringa om det?");
    expect(await more.getAttribute("data-kind")).toMatch(/^contacts?$/);
    await picture("reloaded-sv");
  });

  it("when Teams throttles, or is too old for Action.Execute, then the answers come all the same", async () => {
    const { page, example, card, picture } = await open({ person: "1" });
    await page.locator('summary[data-word="tests"]').click();
    await page.getByRole("button", { name: "429" }).click();
    const message = await example(2);
    await page.getByRole("checkbox").check();

    await message.locator(".ac-selectable").first().click();

    await card("answer").waitFor();
    expect(await message.getAttribute("data-kind")).toBe("choices");
    await picture("submit-sv");
  });
});

describe("the forum channel", () => {
  it("when two people write in a thread, then Kollega answers there, and only whoever mentions it", async () => {
    const first = await open({ person: "5", place: "channel", locale: "en-GB" });
    const thread = first.page.locator(".thread").last();
    await first.example(1);
    await thread.locator('[data-kind="answer"]').waitFor();
    await first.close();

    const { page, ask, faults, picture } = await open({
      person: "2",
      place: "channel",
      height: 930,
    });
    const same = page.locator(".thread").last();
    await same.getByRole("button", { name: "Svara" }).click();
    await page.locator("#mention").click();
    await page.fill("#question", "Tack, bra att veta!");
    await page.press("#question", "Enter");
    await page.getByText("Kollega ser bara det som nämner").waitFor();
    const people = await ask("@Kollega vem kan jag ringa om det?");

    expect(first.faults).toEqual([]);
    expect(faults).toEqual([]);
    expect(await people.getAttribute("data-kind")).toMatch(/^contacts?$/);
    expect(
      await people.evaluate((one) => one.closest(".thread")?.querySelectorAll(".message").length),
    ).toBe(5);
    expect(await same.locator(".message").count()).toBe(5);
    await same.locator(".message").nth(2).scrollIntoViewIfNeeded();
    await picture("channel-thread", "readme");
  });
});

describe("a group chat", () => {
  it("when one of the five asks, then all see the question and the answer, and a vote stays its own", async () => {
    const { page, example, picture } = await open({ person: "4", place: "group" });
    const id = await (await example(1)).getAttribute("data-id");
    await page.locator(`[data-id="${id}"]`).getByRole("button", { name: "👍" }).click();
    await page.locator(`[data-id="${id}"]`).getByText("Du svarade 👍").waitFor();

    await page.selectOption("#person", "3");

    const seen = page.locator(`[data-id="${id}"]`);
    await seen.waitFor();
    expect(await seen.textContent()).not.toContain("Du svarade 👍");
    await picture("group-fi");
  });
});
