/** What the app's package offers as commands, said to the whole bot as a client says it when one is chosen. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandName, readCommand } from "../../src/core/commands.ts";
import type { Term } from "../../src/core/content.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { CardKind } from "../../src/core/reply.ts";
import { fillStore } from "./small-world.ts";
import { startBot, type TestBot } from "./start-bot.ts";

const titlesIn = (language: Language): readonly string[] => {
  const file = join(import.meta.dirname, `../../manifest/languages/${language}.json`);
  const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, "utf8"));
  const titles = Object.entries(texts).flatMap(([place, text]) =>
    /^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.title$/u.test(place) ? [text] : [],
  );
  return [...new Set(titles)];
};

/** Chosen, they wait for what the person writes after them. */
const openEnded: Partial<Record<CommandName, string>> = { contact: "vera", term: "kuntaliitos" };

const answeredWith: Readonly<Record<CommandName, CardKind>> = {
  help: "help",
  topics: "topics",
  contact: "contact",
  term: "term",
  language: "help",
  meetings: "meetings",
  "new meeting": "meeting-editor",
  announce: "announcement-editor",
  announcements: "announcements",
  "open questions": "discussions",
  "to do": "todo",
  "new practice": "entry-editor",
  settings: "settings",
  statistics: "statistics",
  pause: "settings",
  "my contact": "entry-editor",
  "my data": "my-data",
  "forget me": "forget",
};

const merger: Partial<Term> = {
  id: "kuntaliitos",
  sv: "kommunsammanslagning",
  fi: "kuntaliitos",
  svAlso: [],
  fiAlso: [],
  enAlso: [],
  svAvoid: [],
  fiAvoid: [],
  enAvoid: [],
  usedBy: [],
};

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot({
    config: { admins: [...languages] },
    async fill(documents) {
      await fillStore(documents);
      const doc = { id: "term:kuntaliitos", type: "term", v: 1, value: merger };
      await documents.create("content", "_shared", doc);
    },
  });
});
afterAll(() => bot.close());

describe.each(languages)("the commands of the app's package in %s", (language) => {
  it.each(titlesIn(language))("when %s is chosen, then what it is for comes", async (title) => {
    const [name] = ([title, `${title} …`] as const).flatMap(
      (said) => readCommand(said, [language])?.name ?? [],
    );
    const more = name && openEnded[name];

    const { card } = await bot.ask(more ? `${title} ${more}` : title, {
      person: language,
      locale: language,
    });

    expect(name).toBeDefined();
    expect(card).toMatchObject({ kind: name && answeredWith[name], language });
  });
});
