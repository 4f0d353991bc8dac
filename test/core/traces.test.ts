import fc from "fast-check";
import type { DataSubject } from "../../src/core/personal-data.ts";
import { hasTrace, withoutTrace } from "../../src/core/traces.ts";

const named = (...names: string[]): DataSubject => ({
  key: "t1:helga-7e57ab1e",
  tenant: "t1",
  person: "helga-7e57ab1e",
  userIds: [],
  chats: [],
  names,
  contacts: [],
});

describe("somebody's name in what was made for others", () => {
  it.each([
    ["Anna", "Annalisa", "Annalisa"],
    ["Anna", "Ask Anna", "Ask Anna"],
    ["Anna Berg", "Anna Bergman", "Anna Bergman"],
    ["Anna Berg", "Hanna Berg", "Hanna Berg"],
    ["Åsa Öst", "(Åsa Öst), Åsa Östman", "(X), Åsa Östman"],
    ["Anna Berg", "from Anna Berg.", "from X."],
    ["Anna Virtanen (Guest)", "Kysy Anna Virtaselta", "Kysy X"],
    ["Virtanen, Anna (Guest)", "Hej Virtanen, Anna (Guest)!", "Hej X!"],
    ["Virtanen, Anna (Guest)", "Kysy Anna Virtaselta", "Kysy X"],
    ["Maija Sjölund", "fråga Maija Sjo\u0308lund", "fråga X"],
    ["Maija Sjo\u0308lund", "fråga Maija Sjölunds chef", "fråga X chef"],
    ["Maija Sjo\u0308lund", "fråga Maija Sjo\u0308lund", "fråga X"],
    ["Maija Sjölund", "fråga Maija Sjo\u0308berg", "fråga Maija Sjo\u0308berg"],
    ["Maija Sjölund", "Pekka Sjölund, Maija Berg", "Pekka Sjölund, Maija Berg"],
  ])("when %s is forgotten, then %j becomes %j", (name, before, after) => {
    expect(withoutTrace({ text: before }, named(name), "X")).toEqual({ text: after });
    expect(hasTrace({ text: before }, named(name))).toBe(before !== after);
  });

  it("when a guest is called as a card's words for programs, then the card stays, and ids go anywhere", () => {
    const card = { kind: "term", verb: "term card", text: "term card", "helga-7e57ab1e": 1 };
    expect(withoutTrace(card, named("term", "term card"), "X")).toEqual({
      kind: "term",
      verb: "term card",
      text: "X",
      X: 1,
    });
  });

  it.each([
    ["Anna Bergs bikupa", "en tidigare medlems bikupa"],
    ["Anna Berg’s bikupa", "en tidigare medlem’s bikupa"],
    ["Katso Anna Bergin ohje", "Katso en tidigare medlems ohje"],
    ["Kysy Anna Bergiltä", "Kysy en tidigare medlem"],
    ["Luota Anna Bergiin", "Luota en tidigare medlem"],
    ["Berg, Anna", "en tidigare medlem"],
    ["Pia Eks fråga", "en tidigare medlems fråga"],
    ["Katso Pia Ekin ohje", "Katso en tidigare medlems ohje"],
    ["Pia Ås a\u030aker", "en tidigare medlem åker"],
    ["Pia A\u030as åker", "en tidigare medlem åker"],
  ])(
    "when %j stands in a text and the instead has a genitive, then it becomes %j",
    (text, after) => {
      const instead = { name: "en tidigare medlem", genitive: "en tidigare medlems" };
      expect(withoutTrace(text, named("Anna Berg", "Pia Ek", "Pia Ås"), instead)).toBe(after);
    },
  );

  it("when an address is theirs, then it goes in whatever letters, and a longer one stays", () => {
    const of = { ...named("Anna Berg"), addresses: ["anna.berg@pargas.example"] };
    const before = {
      text: "Anna.Berg@Pargas.example, johanna.berg@pargas.example, x-anna.berg@pargas.example",
    };

    expect(hasTrace(before, of)).toBe(true);
    expect(withoutTrace(before, of, "X")).toEqual({
      text: "X, johanna.berg@pargas.example, x-anna.berg@pargas.example",
    });
  });

  it.each([
    ["url", "https://teams.example/chat?users=anna.berg%40pargas.example&x=1", ""],
    ["url", "https://teams.example/chat?users=a%40b.example%2Canna.berg%40pargas.example", ""],
    ["url", "mailto:Anna.Berg@pargas.example", ""],
    ["url", "https://teams.example/chat?users=helga-7e57ab1e", ""],
    ["sourceUrl", "https://pargas.example/anna.berg@pargas.example", ""],
    ["url", "mailto:johanna.berg@pargas.example", "mailto:johanna.berg@pargas.example"],
    ["url", "https://pargas.example/A\u030a", "https://pargas.example/A\u030a"],
    ["text", "mailto:anna.berg@pargas.example", "mailto:X"],
  ])("when %s is %s, then it becomes %j", (key, before, after) => {
    const of = { ...named("Anna Berg"), addresses: ["anna.berg@pargas.example"] };
    const card = (link: string) => ({ links: [{ title: "Chat", [key]: link }] });

    expect(hasTrace(card(before), of)).toBe(before !== after);
    expect(withoutTrace(card(before), of, "X")).toEqual(card(after));
  });

  it("when a contact entry of theirs is named by its id, then it is no more, but others of that id are", () => {
    const of = { ...named(), contacts: [{ partition: "alfa", id: "contact:anna-berg" }] };
    const theirs = { kind: "contact", id: "anna-berg", network: "alfa" };
    const others = [
      { kind: "contact", id: "anna-berg", network: "beta" },
      { kind: "contact", id: "anna-berg" },
      { kind: "practice", id: "anna-berg", network: "alfa" },
      { id: "contact:anna-bergman" },
    ];

    expect(hasTrace(theirs, of)).toBe(true);
    expect(hasTrace({ id: "contact:anna-berg" }, of)).toBe(true);
    expect(others.filter((one) => hasTrace(one, of))).toEqual([]);
    expect(withoutTrace([theirs, others], of, "X")).toEqual([{ ...theirs, id: "" }, others]);
  });

  it("when data is anything at all, then it has no trace afterwards, and is the same if it had none before", () => {
    const of = {
      ...named("Anna Berg", "Åsa Öst-Mäki"),
      contacts: [{ partition: "alfa", id: "contact:anna-berg" }],
      addresses: ["anna.berg@pargas.example"],
    };
    const words = [
      "Anna",
      "Berg",
      "Bergs",
      "Bergin",
      "Åsa",
      "Öst-Mäki",
      "Öst-Mäen",
      "Åsas",
      ",",
      ".",
    ];
    const ids = [...of.addresses, "contact:anna-berg", "anna-berg", of.person, "alfa"];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words)).map((all) => all.join(" ")),
      fc.constantFrom(...ids),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, text, tie("list"), tie("thing")),
      list: fc.array(tie("tree"), { maxLength: 3 }),
      thing: fc.dictionary(fc.constantFrom("kind", "id", "network", "text", "url"), tie("tree")),
    }));
    const entry = fc.record({
      kind: fc.constantFrom("contact", "practice"),
      id: text,
      network: fc.constantFrom("alfa", "beta"),
    });
    fc.assert(
      fc.property(fc.oneof(tree, fc.tuple(entry, tree)), (value) => {
        const clean = withoutTrace(value, of, "X");

        expect(hasTrace(clean, of)).toBe(false);
        if (!hasTrace(value, of)) expect(clean).toEqual(value);
      }),
      { numRuns: 2_000 },
    );
  });
});
