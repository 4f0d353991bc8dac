/** The whole way of an answer, as people go it: from a question in the forum to the term bank and the search. */
import type { Locator } from "playwright-core";
import { browserStage } from "./browser-stage.ts";
import type { Shown } from "./open-page.ts";

const { look } = browserStage({ height: 1000 });

/** What is sent later comes within a few seconds. */
const soon = { timeout: 25_000 };
const network = "Översättarna i kommunsektorn";

/** What lies in the thread of a question. */
const inThread = ({ page }: Shown, question: string, kind: string): Locator =>
  page
    .locator(".thread", { hasText: question })
    .first()
    .locator(`.message[data-kind="${kind}"]`)
    .last();

/** Asks in the forum and opens the question for the network; the card that lies in the thread from then on. */
async function askNetwork(asker: Shown, question: string): Promise<Locator> {
  const asked = await asker.ask(question);
  await asked.getByRole("button", { name: "Fråga nätverket" }).click();
  const ask = inThread(asker, question, "ask-network");
  await ask.getByLabel("Nätverk", { exact: true }).selectOption({ label: network });
  await ask.getByRole("button", { name: "Öppna frågan för nätverket" }).click();
  const card = inThread(asker, question, "discussion");
  await card.getByText("Öppen fråga").waitFor(soon);
  return card;
}

async function answer(answerer: Shown, question: string, text: string): Promise<void> {
  const thread = answerer.page.locator(".thread", { hasText: question }).first();
  await thread.getByRole("button", { name: "Svara" }).click();
  const noted = await answerer.ask(`svar: ${text}`);
  await noted.getByText("Tack!").first().waitFor();
}

async function agree(author: Shown): Promise<void> {
  const consent = author.card("discussion");
  await consent.getByText("Får nätverket spara det").waitFor(soon);
  await consent.getByRole("button", { name: "Ja, spara svaret" }).click();
  await author.card("discussion").getByText("går nu till koordinatorn").waitFor();
}

/** What the coordinator's list holds of it, as soon as it is there. */
async function waiting(coordinator: Shown, title: string): Promise<Locator> {
  for (let tries = 0; tries < 12; tries++) {
    const list = await coordinator.ask("att göra");
    const item = list.getByText(title).first();
    if (await item.isVisible()) return list;
    await coordinator.page.waitForTimeout(1_000);
  }
  throw new Error(`${title} is not on the list`);
}

describe("what the forum agrees on", () => {
  it("when a term is asked for, answered, marked and approved, then `term` and a question find it", async () => {
    const question = "Vad heter blåshalssamordnare på finska?";
    const asker = await look({ person: "2", place: "channel" });
    const card = await askNetwork(asker, question);

    const other = await look({ person: "4", place: "channel" });
    await answer(other, "blåshalssamordnare", "sinirintakoordinaattori");
    await card.getByRole("button", { name: "Det här är svaret" }).click();
    await card.getByText("Besvarad fråga").waitFor(soon);
    await agree(await look({ person: "4" }));

    const coordinator = await look({ person: "1" });
    const title = "blåshalssamordnare – sinirintakoordinaattori";
    const list = await waiting(coordinator, title);
    await coordinator.picture("todo-term-sv");
    await list.getByRole("button", { name: `Godkänn: ${title}` }).click();
    const done = coordinator.card("todo").getByText(`Godkänd och införd i termbanken: ${title}`);
    await done.waitFor();

    await card.getByText("Svaret finns nu i nätverkets termbank.").waitFor(soon);
    await asker.picture("discussion-approved-sv");

    const next = await look({ person: "3", locale: "fi-FI" });
    const byTerm = await next.ask("termi sinirintakoordinaattori");
    await byTerm.getByText("blåshalssamordnare").first().waitFor();
    const byQuestion = await next.ask("mikä on sinirintakoordinaattori ruotsiksi?");
    await byQuestion.getByText("blåshalssamordnare").first().waitFor();
    await next.picture("term-from-forum-fi");
  });

  it("when a question is asked again, then the earlier thread is offered, and its approved answer is found", async () => {
    const question = "Hur ska namn på segelbåtshamnar översättas?";
    const asker = await look({ person: "2", place: "channel" });
    const card = await askNetwork(asker, question);
    const other = await look({ person: "4", place: "channel" });
    await answer(
      other,
      question,
      "Vi översätter segelbåtshamn alltid med purjevenesatama och låter egennamnet stå kvar.",
    );
    await card.getByRole("button", { name: "Det här är svaret" }).click();
    await card.getByText("Besvarad fråga").waitFor(soon);
    await agree(await look({ person: "4" }));

    const again = await look({ person: "5", place: "channel", locale: "sv-FI" });
    const offered = await again.ask("Hur ska man översätta namn på segelbåtshamnar?");
    await offered.getByText(question).first().waitFor();
    await again.picture("forum-earlier-thread-sv");

    const coordinator = await look({ person: "1" });
    const list = await waiting(coordinator, question);
    await list.getByRole("button", { name: `Öppna ${question}` }).click();
    const draft = coordinator.card("todo-item");
    await draft.getByText("purjevenesatama").waitFor();
    await coordinator.picture("todo-draft-sv");
    await draft.getByRole("button", { name: "Redigera" }).click();
    const editor = coordinator.card("entry-editor");
    await editor.getByLabel("Rubrik", { exact: true }).fill("Namn på segelbåtshamnar på finska");
    await editor.getByRole("button", { name: "Godkänn" }).click();
    await coordinator.card("todo").getByText("Godkänt och publicerat").waitFor();
    await card.getByText("Svaret finns nu bland nätverkets praxis.").waitFor(soon);

    const next = await look({ person: "3" });
    const found = await next.ask(question);
    await found.getByText("Namn på segelbåtshamnar på finska").first().waitFor();
    await next.picture("practice-from-forum-sv");
  });
});
