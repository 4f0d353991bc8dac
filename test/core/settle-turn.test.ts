import { languages } from "../../src/core/language.ts";
import type { Stored } from "../../src/core/ports.ts";
import { settle } from "../../src/core/settle-turn.ts";
import type { State } from "../../src/core/state.ts";
import type { Arrival, MessageActionTurn, SearchTurn } from "../../src/core/turn.ts";
import { createFixedClock } from "../fakes/fixed-clock.ts";

const base = {
  id: "1",
  actor: { tenant: "t", person: "p", name: "P" },
  conversation: { kind: "channel", id: "c;messageid=1" },
  address: { v: 1, serviceUrl: "", channel: "", conversationId: "c", botId: "b" },
  locale: "sv-FI",
} as const;
const action = (text: string): Arrival => ({
  ...base,
  type: "message-action",
  command: "askNetwork",
  stage: "open",
  data: {},
  message: { id: "1", text },
});
const deps = {
  clock: createFixedClock(),
  index: { detectLanguage: () => "fi" as const },
  networksOf: () => [],
  defaultLanguage: "en" as const,
};
const chose = (chosenLanguage: "en"): Stored<State> => ({
  doc: {
    id: "member",
    type: "state",
    v: 1,
    done: [],
    memory: { questions: [], votes: {} },
    chosenLanguage,
  },
  etag: "1",
});

describe("the language of an action on somebody's message", () => {
  it("when the message is in another language than the client, then its reader is answered in their own", () => {
    const turn = settle(action("Miten?"), {}, deps) as MessageActionTurn;

    expect(turn).toMatchObject({ writtenIn: "fi", language: "sv" });
  });

  it("when the reader chose a language, then it holds", () => {
    const member = chose("en");

    expect(settle(action("Miten?"), { stored: member, member }, deps).language).toBe("en");
  });

  it("when there is no text, then both are the reader's", () => {
    expect(settle(action(""), {}, deps)).toMatchObject({ writtenIn: "sv", language: "sv" });
  });
});

describe("the language of a command", () => {
  it.each([
    ["fi-FI", "term hankinta", "fi"],
    ["en-GB", "term hankinta", "en"],
    ["sv-FI", "term hankinta", "sv"],
    ["de-DE", "term hankinta", "en"],
    ["fi-FI", "hjälp", "sv"],
  ] as const)("when the client is in %s and %j is written, then it is %s", (locale, text, of) => {
    const message: Arrival = { ...base, type: "message", text, locale, isMentioned: true };

    expect(settle(message, {}, deps)).toMatchObject({ writtenIn: of, language: of });
  });
});

describe("the language of a search", () => {
  it.each(languages)(
    "when the client is in %s, then the answer is, whatever is typed",
    (language) => {
      const search: Arrival = {
        ...base,
        type: "search",
        command: "search",
        query: "hankinta",
        skip: 0,
        count: 25,
        locale: language,
      };

      expect((settle(search, {}, deps) as SearchTurn).language).toBe(language);
    },
  );
});
