import type { ContentDocument, Discussion } from "../../src/core/content.ts";
import type { Language } from "../../src/core/language.ts";
import type { Documents } from "../../src/core/ports.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { importFiles } from "../content/import-samples.ts";
import { button, shownIn, startBot, type TestBot } from "./start-bot.ts";

const network = "upphandlare";
const biogas = "vasa-biogasbussar";

/** The sample content, the practice on biogas buses in Finnish alone, and two threads of the forum. */
async function fill(documents: Documents): Promise<void> {
  await importFiles(documents);
  const id = `practice:${biogas}:sv`;
  const swedish = await documents.read("content", network, id);
  if (!swedish) throw new Error("The samples have no practice on biogas buses in Swedish.");
  await documents.delete("content", network, id, swedish.etag);
  for (const value of [answered, open]) {
    const doc: ContentDocument<Discussion> = {
      id: `discussion:${value.id}`,
      type: "discussion",
      v: 1,
      value,
    };
    await documents.create("content", network, doc);
  }
}

const thread = (id: string, language: Language, text: string): Discussion => ({
  id,
  network,
  language,
  status: "open",
  question: { id: `${id}-0`, text, at: "2026-03-02T08:00:00.000Z" },
  thread: {
    v: 1,
    serviceUrl: "https://smba.example/",
    channel: "msteams",
    conversationId: `19:forum@thread.tacv2;messageid=${id}`,
    botId: "28:kollega",
  },
  link: `https://teams.example/l/message/${id}`,
  replies: [],
  topics: [],
  openedAt: "2026-03-02T08:00:00.000Z",
  changedAt: "2026-03-02T08:00:00.000Z",
  nudgedAt: [],
});

const answered: Discussion = {
  ...thread("luolasto", "fi", "Miten kilpailutatte luolaston kalkkikiven louhinnan?"),
  status: "answered",
  replies: [
    { id: "r1", text: "Louhimme kalkkikiven itse.", at: "2026-03-03T08:00:00.000Z" },
    {
      id: "r2",
      text: "Luolaston louhinta kilpailutetaan geologin kanssa.",
      at: "2026-03-04T08:00:00.000Z",
    },
  ],
  answer: "r2",
};
const open = thread("ballong", "sv", "Hur försäkrar ni luftballonger över skärgården?");

describe("questions across languages", () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot({ fill });
  });
  afterAll(async () => {
    expect(bot.cardFaults).toEqual([]);
    await bot.close();
  });

  it.each<[Language, string]>([
    ["en", "biogas buses"],
    ["en", "How did Vaasa start with biogas buses?"],
    ["sv", "Hur skaffade Vasa biogasbussar?"],
  ])(
    "when it is asked in %s, then what is written in Finnish alone is found, and marked: %s",
    async (language, text) => {
      const { card, rendered } = await bot.ask(text, { locale: language });

      expect(card.language).toBe(language);
      expect(["answer", "choices"]).toContain(card.kind);
      expect(shownIn(rendered)[0]).toBe(`practice:${biogas}`);
      const { inLanguage, ask } = textsIn(language);
      const marked = card.kind === "answer" ? ask.onlyIn("fi") : inLanguage.fi;
      expect(JSON.stringify(rendered)).toContain(marked);
    },
  );

  it("when it is asked as data, then the version that was found is named with its score", () => {
    const { results } = bot.app.ask({ text: "Hur skaffade Vasa biogasbussar?", language: "sv" });

    expect(results[0]).toMatchObject({ kind: "practice", id: biogas, language: "fi" });
  });

  it.each<[Language, string]>([
    ["en", "Who is the best football player in the world?"],
    ["sv", "Vilken är huvudstaden i Australien?"],
    ["fi", "Kuka keksi hehkulampun?"],
  ])(
    "when it has nothing to do with the networks, then it is not answered through translation: %s",
    async (_language, text) => {
      expect(bot.app.ask({ text }).decision).toBe("none");
    },
  );

  it("when a thread of the forum was answered, then it is the answer, with its status and a link", async () => {
    const { card, rendered } = await bot.ask(
      "Miten kilpailutatte luolaston kalkkikiven louhinnan?",
      {
        locale: "fi",
      },
    );

    const texts = textsIn("fi").ask;
    expect(card).toMatchObject({ kind: "answer", language: "fi" });
    expect(shownIn(rendered)).toEqual(["discussion:luolasto"]);
    expect(card.view).toMatchObject({
      passage: "Luolaston louhinta kilpailutetaan geologin kanssa.",
      facts: [{ value: texts.discussionStatus.answered }, { value: "4. maaliskuuta 2026" }],
      links: [{ url: answered.link }],
    });
  });

  it("when somebody asks whom to ask about a thread, then people are looked for by its question", async () => {
    const { rendered } = await bot.ask("Miten kilpailutatte luolaston kalkkikiven louhinnan?", {
      locale: "fi",
    });

    const { card } = await bot.press(button(rendered, "ask.person"));
    const nobody = textsIn("fi").contacts.nobodyHeading;

    // No contact of the samples knows about caves.
    expect(card).toMatchObject({ kind: "nothing", summary: expect.stringContaining(nobody) });
  });

  it("when a thread is still open, then it is only something to choose", async () => {
    const { card, rendered } = await bot.ask(open.question.text, { locale: "sv" });

    expect(card.kind).toBe("choices");
    expect(shownIn(rendered)[0]).toBe("discussion:ballong");
    expect(JSON.stringify(rendered)).toContain(textsIn("sv").ask.discussionStatus.open);
  });

  it("when a thread is in another language, then it is found by a question in one's own", () => {
    const { results } = bot.app.ask({ text: "extraction of limestone in a cave", language: "en" });
    const { results: own } = bot.app.ask({
      text: "luolaston kalkkikiven louhinta",
      language: "sv",
    });

    expect(own[0]).toMatchObject({ kind: "discussion", id: "luolasto" });
    expect(results.map(({ id }) => id)).toContain("luolasto");
  });

  it("when somebody is in another network, then the thread is not found", () => {
    const { results } = bot.app.ask({
      text: open.question.text,
      language: "sv",
      networks: ["oversattare"],
    });

    expect(results.map(({ id }) => id)).not.toContain("ballong");
  });
});
