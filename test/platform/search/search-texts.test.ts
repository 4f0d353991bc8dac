import type { Language } from "../../../src/core/language.ts";
import type { SearchItem } from "../../../src/core/ports.ts";
import { createSearchIndex } from "../../../src/platform/search/create-search-index.ts";
import { text } from "./items.ts";

const library: readonly SearchItem[] = [
  text({
    key: "food",
    title: "Lokal mat i skolorna",
    text: "Kommunen köper råvaror av små producenter i regionen. Anbuden delas i små lotter.",
    tags: ["livsmedel"],
    names: ["Vasa stad", "Vaasan kaupunki"],
  }),
  text({
    key: "cleaning",
    title: "Sysselsättningsvillkor i städupphandlingar",
    questions: ["Hur får man in långtidsarbetslösa hos städfirman?"],
    text: "Leverantören anställer en person som länge varit utan arbete. Villkoret följs upp varje kvartal.",
  }),
  text({
    key: "correction",
    title: "Upphandlingsrättelse",
    text: "En leverantör kan yrka på rättelse inom 14 dagar från att beslutet delgavs.",
  }),
  text({
    key: "fleet",
    title: "Elbilar i hemvården",
    text: "Fordonen laddas på natten, och leasingavtalet gäller i fyra år.",
  }),
];

const indexOf = (items: readonly SearchItem[]) => {
  const index = createSearchIndex();
  index.putTexts(items);
  return index;
};

const find = (question: string, language: Language = "sv", networks: readonly string[] = []) =>
  indexOf(library).searchTexts({ text: question, language, networks, limit: 3 });

describe("searchTexts", () => {
  it.each([
    ["the title's words", "sysselsättningsvillkor i städupphandling", "cleaning"],
    [
      "other forms of the words",
      "vilket sysselsättningsvillkor ställdes i upphandlingen av städning",
      "cleaning",
    ],
    ["a part of a compound", "villkor för sysselsättning", "cleaning"],
    ["a typo", "uphandlingsrättelse", "correction"],
    ["no dots", "upphandlingsrattelse", "correction"],
    ["spoken language", "hur många dar har leverantören på sej för rättelse??", "correction"],
    ["an alternative question", "hur får man in långtidsarbetslösa hos städfirman", "cleaning"],
    ["a tag", "livsmedel", "food"],
    ["an organisation in another language", "mat i vaasa", "food"],
    [
      "an everyday word for the text's own",
      "bilar för äldreomsorgen: hur länge gäller kontraktet",
      "fleet",
    ],
    ["capital letters and marks", "ELBILAR!!!", "fleet"],
  ])("when the question has %s, then the right text comes first", (_, question, key) => {
    expect(find(question)[0]?.key).toBe(key);
  });

  it("when a title is asked word by word, then the score is about 1 or more", () => {
    expect(find("Sysselsättningsvillkor i städupphandlingar")[0]?.score).toBeGreaterThan(0.9);
  });

  it("when an alternative question is asked, then it scores like a title", () => {
    const [hit] = find("Hur får man in långtidsarbetslösa hos städfirman?");

    expect(hit?.score).toBeGreaterThan(0.9);
  });

  it("when the question is about something else, then the score stays low", () => {
    expect(find("vem vann ishockeyfinalen i fjol")[0]?.score ?? 0).toBeLessThan(0.35);
  });

  it("when another language is searched, then its texts alone are found", () => {
    expect(find("elbilar", "fi")).toEqual([]);
  });

  it("when there are more hits than asked for, then the best of them are given, best first", () => {
    const items = Array.from({ length: 40 }, (_, at) =>
      text({ key: `k${at}`, title: `Avtal ${at}`, text: "avtal ".repeat(at + 1) }),
    );
    const all = indexOf(items).searchTexts({
      text: "avtal 7",
      language: "sv",
      networks: [],
      limit: 100,
    });
    const few = indexOf(items).searchTexts({
      text: "avtal 7",
      language: "sv",
      networks: [],
      limit: 3,
    });

    expect(few).toEqual(all.slice(0, 3));
    expect(few[0]?.key).toBe("k7");
  });

  it("when the limit is 0, then nothing is given", () => {
    expect(
      indexOf(library).searchTexts({ text: "avtal", language: "sv", networks: [], limit: 0 }),
    ).toEqual([]);
  });
});

describe("titles that tell nothing", () => {
  const body = "Ersättning för resor betalas i efterhand. Ansökan görs på webben.";
  const score = (title: string) =>
    indexOf([text({ key: "one", title, text: body }), ...library]).searchTexts({
      text: "hur söker jag ersättning för en resa",
      language: "sv",
      networks: [],
      limit: 1,
    })[0];

  it.each([
    ["an id", "73-0"],
    ["the first sentence", "Ersättning för resor betalas i efterhand."],
    ["the text's beginning, cut off", "Ersättning för resor…"],
  ])("when the title is %s, then the text scores as an untitled one", (_, title) => {
    expect(score(title)?.key).toBe("one");
    expect(score(title)?.score).toBeCloseTo(score("")?.score ?? 0, 5);
  });
});

describe("networks", () => {
  const items = [
    text({ key: "shared", title: "Avtal" }),
    text({ key: "buyers", title: "Avtal", network: "buyers" }),
    text({ key: "translators", title: "Avtal", network: "translators" }),
  ];
  const keys = (networks: readonly string[], limit = 10) =>
    indexOf(items)
      .searchTexts({ text: "avtal", language: "sv", networks, limit })
      .map(({ key }) => key);

  it("when no network is given, then only shared texts are found", () => {
    expect(keys([])).toEqual(["shared"]);
  });

  it("when a network is given, then its texts and the shared ones are found", () => {
    expect(keys(["buyers"])).toEqual(["buyers", "shared"]);
  });

  it("when hidden texts score as well, then they take no place of the limit", () => {
    expect(keys(["translators"], 2)).toEqual(["shared", "translators"]);
  });
});

describe("changing the index", () => {
  it("when a text is put again, then the new one replaces it", () => {
    const index = indexOf(library);
    index.putTexts([text({ key: "fleet", title: "Cyklar", text: "Cyklar i hemvården." })]);

    const old = index.searchTexts({ text: "leasing", language: "sv", networks: [], limit: 9 });

    expect(old.map(({ key }) => key)).not.toContain("fleet");
    expect(
      index.searchTexts({ text: "cyklar", language: "sv", networks: [], limit: 1 })[0]?.key,
    ).toBe("fleet");
  });

  it("when a text is put in another language, then the old one is gone", () => {
    const index = indexOf(library);
    index.putTexts([text({ key: "fleet", language: "fi", title: "Sähköautot kotihoidossa" })]);

    const swedish = index.searchTexts({ text: "elbilar", language: "sv", networks: [], limit: 9 });

    expect(swedish.map(({ key }) => key)).not.toContain("fleet");
    expect(
      index.searchTexts({ text: "sähköauto", language: "fi", networks: [], limit: 1 })[0]?.key,
    ).toBe("fleet");
  });

  it("when unknown keys are removed, then nothing happens", () => {
    const index = indexOf(library);
    index.remove(["nobody", ""]);

    expect(
      index.searchTexts({ text: "elbilar", language: "sv", networks: [], limit: 1 }),
    ).toHaveLength(1);
  });

  it("when everything is removed, then nothing is found", () => {
    const index = indexOf(library);
    index.remove(library.map(({ key }) => key));

    expect(index.searchTexts({ text: "elbilar", language: "sv", networks: [], limit: 1 })).toEqual(
      [],
    );
  });
});

describe("odd questions and texts", () => {
  it.each([
    ["empty", ""],
    ["white space", " \n\t "],
    ["emoji only", "😀👍🏽🇫🇮"],
    ["marks only", "?!… --- ###"],
    ["a lone stop word", "och"],
    ["filler only", "hej kan du berätta för mig vad det är"],
  ])("when the question is %s, then nothing is found and nothing breaks", (_, question) => {
    expect(find(question)).toEqual([]);
  });

  it.each([
    ["10,000 characters", "elbilar i hemvården ".repeat(500)],
    ["10,000 characters of one word", "elbilar".repeat(1_500)],
    ["HTML", "<b>elbilar</b><script>alert('x')</script>"],
    ["a template", "elbilar ${process.env.SECRET} {{x}}"],
    ["another script", "elbilar مرحبا بالعالم"],
    ["a lone surrogate and a zero byte", "elbilar \ud83d \u0000"],
    ["words that objects have", "elbilar constructor __proto__ toString"],
  ])("when the question has %s, then it is searched as text", (_, question) => {
    const hits = find(question);

    expect(hits.every(({ score }) => Number.isFinite(score))).toBe(true);
    if (!question.startsWith("elbilarelbilar")) expect(hits[0]?.key).toBe("fleet");
  });

  it("when a text is right to left, then it is found by its words", () => {
    const index = indexOf([
      ...library,
      text({ key: "arabic", title: "مرحبا بالعالم", text: "نص قصير" }),
    ]);

    expect(
      index.searchTexts({ text: "بالعالم", language: "sv", networks: [], limit: 1 })[0]?.key,
    ).toBe("arabic");
  });

  it("when a text is empty, then the others are still found", () => {
    const index = indexOf([text({ key: "empty" }), ...library]);

    expect(
      index.searchTexts({ text: "elbilar", language: "sv", networks: [], limit: 1 })[0]?.key,
    ).toBe("fleet");
  });
});

describe("other languages", () => {
  it.each([
    [
      "fi",
      "Hankintaoikaisu",
      "Toimittaja voi vaatia oikaisua 14 päivän kuluessa.",
      "miten hankintaoikaisut tehdään",
    ],
    [
      "fi",
      "Käytetyt kannettavat tietokoneet",
      "Koulu osti uudelleen kunnostettuja laitteita.",
      "kokemuksia käytetyistä läppäreistä",
    ],
    [
      "fi",
      "Puitejärjestely",
      "Sopimus kestää enintään neljä vuotta.",
      "mitä tiedetään puitejärjestelyistä",
    ],
    [
      "en",
      "Ethical audits of glove suppliers",
      "The county inspected two factories.",
      "auditing of gloves, pls",
    ],
  ] as const)(
    "when %s words are inflected, then the text is found: %s",
    (language, title, body, question) => {
      const others = ["Kokous", "Meeting", "Budget"].map((name) =>
        text({ key: name, language, title: name, text: `${name} ${name}` }),
      );
      const index = indexOf([...others, text({ key: "right", language, title, text: body })]);

      expect(index.searchTexts({ text: question, language, networks: [], limit: 1 })[0]?.key).toBe(
        "right",
      );
    },
  );
});
