/** The examples that help shows are the first thing people try: each is asked of the sample content. */
import { readCommand } from "../../src/core/commands.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { CardKind } from "../../src/core/reply.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { shownIn, startBot, type TestBot } from "../app/start-bot.ts";
import { importFiles } from "../content/import-samples.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot({
    fill: async (documents) => {
      await importFiles(documents);
    },
  });
});
afterAll(async () => {
  await bot.close();
  expect(bot.cardFaults).toEqual([]);
});

/** An example without what explains it: "topics – what the network has collected". */
const typed = (line: string): string => line.split(" – ", 1)[0] ?? "";

const sectionOf = (language: Language, index: number): readonly string[] =>
  textsIn(language).help.sections[index]?.lines ?? [];

const ask = async (text: string, person: string, locale?: string) => {
  const { card, rendered } = await bot.ask(text, { person, ...(locale && { locale }) });
  return { kind: card.kind, language: card.language, shown: shownIn(rendered) };
};

describe.each(languages)("the examples of help in %s", (language) => {
  const [how, who, called, on, commands] = [0, 1, 2, 3, 4].map((index) =>
    sectionOf(language, index),
  ) as [
    readonly string[],
    readonly string[],
    readonly string[],
    readonly string[],
    readonly string[],
  ];

  it.each(how.map((line) => [line]))("when %j is asked, then practices answer it", async (line) => {
    const { kind, language: said, shown } = await ask(line, `how-${line}`);

    expect(["answer", "choices"]).toContain(kind);
    expect(said).toBe(language);
    expect(shown[0]).toMatch(/^practice:/u);
  });

  it.each(who.map((line) => [line]))("when %j is asked, then people are shown", async (line) => {
    const { kind, language: said, shown } = await ask(line, `who-${line}`);

    expect(["contact", "contacts", "choices"]).toContain(kind);
    expect(said).toBe(language);
    expect(shown[0]).toMatch(/^contact:/u);
  });

  it.each(called.map((line) => [line]))("when %j is asked, then it is a term", async (line) => {
    const { kind, language: said, shown } = await ask(line, `called-${line}`, `${language}-FI`);

    expect(kind).toBe("term");
    expect(said).toBe(language);
    expect(shown[0]).toMatch(/^term:/u);
  });

  it.each(on.map((line) => [line]))(
    "when %j follows a question, then it goes on from it",
    async (line) => {
      const person = `on-${language}-${line}`;
      await ask(how[0] ?? "", person);

      const { kind } = await ask(line, person);

      expect(kind).not.toBe("nothing");
      expect(kind).not.toBe("help");
    },
  );

  it.each(commands.map((line) => [line]))(
    "when the command %j is given, then it is one",
    async (line) => {
      const command = readCommand(typed(line));
      const kinds: Readonly<Record<string, CardKind>> = {
        topics: "topics",
        meetings: "meetings",
        "open questions": "discussions",
        "new practice": "entry-editor",
        "to do": "todo",
        // No Teams answers here whose account it is.
        "my contact": "refused",
        language: "help",
        help: "help",
      };

      const { kind } = await ask(typed(line), `command-${language}-${line}`);

      expect(command).toBeDefined();
      expect(kind).toBe(kinds[command?.name ?? ""]);
    },
  );

  it("when the section for follow-ups names a language, then it is another than its own", async () => {
    const person = `other-${language}`;
    await ask(how[0] ?? "", person);

    const { language: said } = await ask(on.at(-1) ?? "", person);

    expect(said).not.toBe(language);
  });

  it("when nothing was found, then what the hints propose works", async () => {
    const { ask: asking, contacts } = textsIn(language);
    const quoted = [...asking.nothingHints, ...contacts.nobodyHints, asking.emptyText]
      .flatMap((hint) => [...hint.matchAll(/[”“]([^”]+)”/gu)])
      .map(([, words]) => words ?? "");

    const replies = [];
    for (const [at, words] of quoted.entries()) {
      replies.push([words, (await ask(words, `hint-${language}-${at}`)).kind]);
    }

    expect(quoted.length).toBeGreaterThanOrEqual(5);
    for (const reply of replies) expect(reply).not.toEqual([reply[0], "nothing"]);
  });
});

describe("the words of the examples", () => {
  it("when kontakt Tammerfors is said, then it is one person's card", async () => {
    expect(await ask("kontakt Tammerfors", "tammerfors")).toMatchObject({ kind: "contact" });
  });

  it("when a bot starts, then its sample question is the first example", () => {
    expect(bot.app.sampleQuestion).toBe(sectionOf("sv", 0)[0]);
    expect(bot.app.ask({ text: bot.app.sampleQuestion }).decision).not.toBe("none");
  });

  it.each(languages)(
    "when a language is chosen, then the words to change it back work, in %s",
    (language) => {
      const { languageSet, languageUnknown } = textsIn(language).help;
      const quoted = [languageSet, languageUnknown]
        .flatMap((text) => [...text.matchAll(/[”“]([^”]+)”/gu)])
        .map(([, words]) => readCommand(words ?? "")?.name);

      expect(quoted).toEqual(["language", "language", "language"]);
    },
  );
});
