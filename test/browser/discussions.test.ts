import type { Locator } from "playwright-core";
import { browserStage } from "./browser-stage.ts";

const { look } = browserStage({ height: 1000 });

/** The forum's own messages are looked for every few seconds, and a card is edited every five at most. */
const soon = { timeout: 25_000 };
const question = "Hur ska namn på torg översättas?";

describe("a question in the forum", () => {
  it("when it is asked, opened, answered by another and marked, then it is found by the next who asks", async () => {
    const asker = await look({ person: "2", place: "channel" });
    const nothing = await asker.ask(question);
    await nothing.getByRole("button", { name: /nätverket/ }).click();
    const ask = asker.card("ask-network");
    await ask.getByText("Frågan blir öppen").waitFor();
    await asker.picture("ask-network-thread-sv");
    await ask
      .getByLabel("Nätverk", { exact: true })
      .selectOption({ label: "Översättarna i kommunsektorn" });
    await ask.getByRole("button", { name: "Öppna frågan för nätverket" }).click();
    const discussion = asker.card("discussion");
    await discussion.getByText("Öppen fråga").waitFor(soon);
    await asker.picture("discussion-open-sv");

    const other = await look({ person: "4", place: "channel" });
    const thread = other.page.locator(".thread", { hasText: question }).first();
    await thread.getByRole("button", { name: "Svara" }).click();
    const noted = await other.ask(
      "svar: Vi översätter torg alltid med tori, till exempel Salutorget – Kauppatori.",
    );
    await noted.getByText("Oskar Blomstedt").first().waitFor();
    await other.picture("discussion-proposed-sv");

    await discussion.getByRole("button", { name: "Det här är svaret" }).click();
    await asker.card("discussion").getByText("Besvarad fråga").waitFor(soon);
    await asker.picture("discussion-answered-sv");

    const author = await look({ person: "4" });
    const consent = author.card("discussion");
    await consent.getByText("Får nätverket spara det").waitFor(soon);
    await author.picture("discussion-consent-sv");
    await consent.getByRole("button", { name: "Ja, spara svaret" }).click();
    await author.card("discussion").getByText("går nu till koordinatorn").waitFor();

    const next = await look({ person: "4", place: "personal" });
    const found = await next.ask("Hur översätts namn på torg?");
    await found.locator('[id^="discussion:"], .card').first().waitFor();
    await found.getByText(question).first().waitFor();
    await next.picture("discussion-found-sv");

    const list = await next.ask("öppna frågor");
    await list.getByText("Nyligen besvarade").waitFor();
    await next.picture("open-questions-sv");
  });

  it("when it is asked from a chat in Finnish, then Kollega posts it in the asker's name and tells them of the answer", async () => {
    const asker = await look({ person: "3", locale: "fi-FI" });
    const nothing = await asker.ask("Millä tavalla kunnan drooneja siivotaan?");
    await asker.picture("nothing-ask-network-fi");
    await nothing.getByRole("button", { name: "Kysy verkostolta" }).click();
    const ask = asker.card("ask-network");
    await ask.getByText("Julkaisen kysymyksen nimelläsi").waitFor();
    await asker.picture("ask-network-chat-fi");
    await ask
      .getByLabel("Verkosto", { exact: true })
      .selectOption({ label: "Kuntasektorin kääntäjät" });
    await ask.getByRole("button", { name: "Julkaise kysymys" }).click();
    await asker.card("discussion").getByText("ilmoitan sinulle").waitFor();
    await asker.picture("discussion-posted-fi");

    const coordinator = await look({ person: "1", place: "channel" });
    const thread = coordinator.page.locator(".thread", { hasText: "drooneja" }).first();
    await thread.getByText("Hanna Korpela").first().waitFor(soon);
    await thread.getByRole("button", { name: "Svara" }).click();
    await coordinator.page.fill("#question", "svar: Med en mjuk borste.");
    await coordinator.page.press("#question", "Enter");
    await thread.getByText("Tack! Svaret är markerat.").waitFor();
    await coordinator.picture("discussion-answered-by-coordinator-sv");
    await asker.card("discussion").getByText("Kysymykseesi on saatu vastaus").waitFor(soon);
    await asker.picture("discussion-told-fi");

    const list = await asker.ask("avoimet kysymykset");
    await list.getByText("Hiljattain vastatut").waitFor();
    await asker.picture("open-questions-fi");
  });

  it("when it is chosen on a message in English, then a dialog opens the question, and another marks the answer", async () => {
    const guest = await look({ person: "5", locale: "en-GB", place: "channel" });
    await guest.page.getByRole("button", { name: "@Kollega" }).click();
    const post = "How do you archive holograms?";
    await guest.page.fill("#question", post);
    await guest.page.press("#question", "Enter");
    const message = guest.page.locator("#log .message", { hasText: post }).first();
    await message.waitFor();
    await choose(message, "Ask the network");
    const dialog = guest.page.locator("dialog");
    await dialog.getByText("The question will be open to the network you choose").waitFor();
    await guest.picture("ask-network-dialog-en");
    await dialog.getByLabel("Network", { exact: true }).selectOption({ index: 1 });
    await dialog.getByRole("button", { name: "Open the question to the network" }).click();
    await dialog.getByText("The question is now open").waitFor();
    await guest.page.locator(".close-dialog").click();
    await guest.card("discussion").getByText("Open question").waitFor(soon);
    await guest.picture("discussion-open-en");
    const own = await look({ person: "5", locale: "en-GB" });
    const list = await own.ask("open questions");
    await list.getByText(post).waitFor();
    await own.picture("open-questions-en");
  });
});

/** From the menu of a message. */
async function choose(message: Locator, action: string): Promise<void> {
  await message.locator(".actions summary").click();
  await message.getByRole("button", { name: action }).click();
}
