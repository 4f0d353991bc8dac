import type { Locator } from "playwright-core";
import { textsIn } from "../../src/texts/texts.ts";
import { browserStage } from "./browser-stage.ts";
import type { Shown } from "./open-page.ts";

const { look } = browserStage({ height: 1300 });

/** Announcements are looked for every few seconds; the author's own card is edited every five at most. */
const soon = { timeout: 25_000 };

const { writing, after } = textsIn("sv").announcements;
const finnish = textsIn("fi").announcements.after;
/** What a text says before the time that stands in it. */
const beforeTime = (text: (at: string) => string) => text("…").split("…", 1)[0] ?? "";

const titles = [
  "Höstens träff flyttas",
  "Syksyn tapaaminen siirtyy",
  "The autumn meeting moves",
] as const;

describe("an announcement from its first word to its end", () => {
  it("when a member wants to write one, then Kollega says who may", async () => {
    const member = await look({ person: "2", height: 700 });

    const message = await member.ask("meddela");

    expect(await message.getAttribute("data-kind")).toBe("refused");
    await message
      .getByText(/koordinator/)
      .first()
      .waitFor();
    await member.picture("announce-refused-sv");
  });

  it("when a coordinator sends one, then members read it in their language, confirm it, and see it corrected and withdrawn", async () => {
    const member = await look({ person: "3", locale: "fi-FI", height: 700 });
    const coordinator = await look({ person: "1" });
    await letItBeDay(coordinator);
    const editor = await write(coordinator);

    await editor.getByRole("button", { name: writing.preview }).click();
    const preview = coordinator.card("announcement-preview");
    await preview.getByText(/nås i chatten/).waitFor();
    const shownCards = coordinator.page.locator('#log .message[data-kind="announcement"]');
    await shownCards.nth(3).waitFor();
    for (const [at, title] of titles.entries()) await shownCards.nth(at).getByText(title).waitFor();
    await preview.scrollIntoViewIfNeeded();
    await coordinator.picture("announcement-preview-sv");
    await coordinator.card("announcement").scrollIntoViewIfNeeded();
    await coordinator.picture("announcement-previewed-cards");
    await preview.getByRole("button", { name: writing.send, exact: true }).click();
    await coordinator.card("report").getByText(after.reportHeading).waitFor();
    await coordinator.picture("announcement-sending-sv");

    const own = member.card("announcement");
    await own.getByText("Syksyn tapaaminen siirtyy").waitFor(soon);
    expect(await own.locator(".card").getAttribute("lang")).toBe("fi");
    expect(await own.textContent()).not.toContain("Höstens träff");
    await member.picture("announcement-fi");
    await own.getByRole("button", { name: finnish.read }).click();
    await own.getByText(beforeTime(finnish.confirmedAt)).waitFor();
    expect(await member.page.evaluate("document.activeElement?.tagName")).not.toBe("BODY");
    await member.picture("announcement-confirmed-fi");

    const forum = await look({ person: "3", locale: "fi-FI", place: "channel", height: 800 });
    const post = forum.card("announcement");
    await post.getByText("Höstens träff flyttas").waitFor(soon);
    await forum.picture("announcement-forum-sv");
    await post.getByRole("button", { name: "suomi" }).click();
    await post.getByText("Syksyn tapaaminen siirtyy").waitFor();
    expect(await post.getByText("Höstens träff flyttas").isVisible()).toBe(false);
    await forum.picture("announcement-forum-fi");

    await coordinator.card("report").getByText(after.confirmed(1, 5)).waitFor(soon);
    await coordinator.card("report").scrollIntoViewIfNeeded();
    await coordinator.picture("announcement-report-sv");
    const list = await coordinator.ask("meddelanden");
    expect(await list.getAttribute("data-kind")).toBe("announcements");
    await coordinator.picture("announcements-sv");

    await list.getByRole("button", { name: writing.open(titles[0]) }).click();
    const opened = coordinator.page.locator("#log .message").last();
    await opened.getByRole("button", { name: after.correct, exact: true }).click();
    const words = coordinator.page.locator("#log .message").last();
    await words.getByLabel(writing.labels.titleFi).fill("Syksyn tapaaminen on 3. joulukuuta");
    await coordinator.picture("announcement-correct-sv");
    await words.getByRole("button", { name: writing.correctDo }).click();
    await own.getByText("Syksyn tapaaminen on 3. joulukuuta").waitFor(soon);
    await own.getByText(beforeTime(finnish.corrected)).waitFor(soon);
    await member.picture("announcement-corrected-fi");
    await post.getByText(beforeTime(after.corrected)).waitFor(soon);
    await forum.picture("announcement-corrected-forum");

    const report = coordinator.page.locator("#log .message").last();
    await report.getByRole("button", { name: after.withdraw, exact: true }).click();
    const sure = coordinator.page.locator("#log .message").last();
    await sure.getByText(after.withdrawAsk).first().waitFor();
    await coordinator.picture("announcement-withdraw-sv");
    await sure.getByRole("button", { name: after.withdrawSure }).click();
    await own.getByText("Syksyn tapaaminen").waitFor({ state: "hidden", ...soon });
    await post
      .getByText("Höstens träff")
      .first()
      .waitFor({ state: "hidden", ...soon });
    // The author's own card comes after what their press was answered with.
    const progress = coordinator.page.locator('#log .message[data-kind="report"]').nth(1);
    await progress.getByText(after.status.withdrawn, { exact: true }).waitFor(soon);
    await member.picture("announcement-withdrawn-fi");
    await forum.picture("announcement-withdrawn-forum");
    await coordinator.picture("announcement-withdrawn-sv");
    for (const shown of [coordinator, member, forum]) {
      expect(await shown.lowContrast()).toEqual([]);
      expect(await shown.overflow()).toBe(0);
    }
  }, 150_000);

  it("when the editor is opened on a phone in Finnish and in the dark, then it fits", async () => {
    const coordinator = await look({ person: "1", locale: "fi-FI", width: 360, theme: "dark" });

    const message = await coordinator.ask("tiedota");

    expect(await message.getAttribute("data-kind")).toBe("announcement-editor");
    await coordinator.picture("announcement-editor-fi-phone");
    expect(await coordinator.overflow()).toBe(0);
    expect(await coordinator.lowContrast()).toEqual([]);
  });
});

/** Whatever the hour, nobody is waited for in this test. */
async function letItBeDay(coordinator: Shown): Promise<void> {
  const choice = await coordinator.ask("inställningar");
  await choice.locator("select").selectOption({ label: "Inflytelserika upphandlare" });
  await choice.getByRole("button", { name: "Öppna" }).click();
  const settings = coordinator.page.locator("#log .message").last();
  await settings.getByLabel("Tyst från").fill("00:00");
  await settings.getByLabel("Tyst till").fill("00:00");
  await settings.getByRole("button", { name: "Spara", exact: true }).click();
  await coordinator.page.getByText("Inställningarna är sparade.").waitFor();
}

async function write(coordinator: Shown): Promise<Locator> {
  const editor = await coordinator.ask("meddela");
  expect(await editor.getAttribute("data-kind")).toBe("announcement-editor");
  await editor
    .getByLabel("Nätverk", { exact: false })
    .first()
    .selectOption({ label: "Inflytelserika upphandlare" });
  await editor.getByLabel(writing.labels.titleSv).fill("Höstens träff flyttas");
  await editor
    .getByLabel(writing.labels.textSv)
    .fill("Vi ses den 3 december i stället.\nAnmäl dig senast fredag.");
  await editor.getByLabel(writing.labels.titleFi).fill("Syksyn tapaaminen siirtyy");
  await editor
    .getByLabel(writing.labels.textFi)
    .fill("Tapaamme sen sijaan 3. joulukuuta.\nIlmoittaudu viimeistään perjantaina.");
  await editor.getByLabel(writing.labels.titleEn).fill("The autumn meeting moves");
  await editor.getByLabel(writing.labels.textEn).fill("We meet on 3 December instead.");
  await editor.getByLabel(writing.labels.link1).fill("https://kollega.example/traff");
  await editor.getByLabel(writing.labels.link1Title).fill("Anmälan – Ilmoittautuminen");
  await editor.getByText(writing.confirmTitle).click();
  await editor.getByText(writing.membersOf("Inflytelserika upphandlare"), { exact: true }).click();
  await editor.getByText(writing.forum, { exact: true }).click();
  await coordinator.picture("announcement-editor-sv");
  return editor;
}
