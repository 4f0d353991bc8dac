import type { Term } from "../../../src/core/content.ts";
import type { TermIndex, TermItem } from "../../../src/core/ports.ts";
import { createTermIndex } from "../../../src/platform/search/term-index.ts";

const none = {
  svAlso: [],
  fiAlso: [],
  enAlso: [],
  svAvoid: [],
  fiAvoid: [],
  enAvoid: [],
  usedBy: [],
} as const;

const term = (id: string, names: Partial<Term>): Term => ({ ...none, id, ...names });

const own = (id: string, names: Partial<Term>, network = "alfa"): TermItem => ({
  key: `term:${network}/${id}`,
  network,
  term: term(id, { ...names, network }),
});

const terms: readonly TermItem[] = [
  own("direktor", {
    fi: "kunnanjohtaja",
    sv: "kommundirektör",
    en: "municipal manager",
    svAvoid: ["kommunchef"],
  }),
  own("enhet", {
    fi: "hankintayksikkö",
    sv: "upphandlande enhet",
    en: "contracting authority",
    enAlso: ["contracting entity"],
  }),
  own("beslut", { fi: "päätös", sv: "beslut", en: "decision" }),
  own("jav", { fi: "esteellisyys", sv: "jäv" }),
  own("javig", { fi: "esteellinen", sv: "jävig", en: "disqualified" }),
  own("grund", { fi: "vertailuperuste", sv: "jämförelsegrund", en: "award criterion" }),
  own("medlem", { fi: "kunnan jäsen", sv: "kommunmedlem" }),
  own("villkor", { fi: "työllistämisehto", sv: "sysselsättningsvillkor" }),
  own("mall", { fi: "malli", sv: "mall" }),
  own("proposition", { fi: "HE", sv: "RP" }),
  own("hemlig", { fi: "salainen termi", sv: "hemlig term" }, "beta"),
  { key: "term:_shared/allman", term: term("allman", { sv: "beslut", fi: "ratkaisu" }) },
  {
    key: "eforms:1",
    collection: "eforms",
    term: term("eforms-1", { sv: "Beslut", fi: "Päätös", en: "Decision" }),
  },
];

const indexOf = (items: readonly TermItem[] = terms): TermIndex => {
  const index = createTermIndex();
  index.put(items);
  return index;
};

const alfa = { networks: ["alfa"], collections: ["eforms"] };
const find = (text: string, query: Partial<typeof alfa> = {}, index = indexOf()) =>
  index.find({ text, ...alfa, ...query, limit: 10 });
const idsOf = (hits: ReturnType<typeof find>) => hits.map(({ item }) => item.term.id);

describe("looking up a name", () => {
  it.each([
    ["kommundirektör", "direktor"],
    ["Kommundirektör", "direktor"],
    ["kunnanjohtaja", "direktor"],
    ["municipal manager", "direktor"],
    ["kommunchef", "direktor"],
    ["contracting entity", "enhet"],
    ["Upphandlande-enhet", "enhet"],
  ])("when it stands in the bank as %j, then it is found exactly", (text, id) => {
    expect(find(text)[0]).toMatchObject({ match: "exact", score: 1, item: { term: { id } } });
  });

  it.each([
    ["kommundirektören", "direktor"],
    ["kommundirektörens", "direktor"],
    ["kommundirektörer", "direktor"],
    ["kunnanjohtajalle", "direktor"],
    ["kunnanjohtajia", "direktor"],
    ["hankintayksikön", "enhet"],
    ["hankintayksiköissä", "enhet"],
    ["hankintayksikköön", "enhet"],
    ["upphandlande enheter", "enhet"],
    ["contracting authorities", "enhet"],
    ["päätöksen", "beslut"],
    ["päätöksistä", "beslut"],
    ["esteellisyyden", "jav"],
    ["jävet", "jav"],
    ["esteelliset", "javig"],
    ["esteellistä", "javig"],
    ["jäviga", "javig"],
    ["vertailuperusteita", "grund"],
    ["vertailuperusteen", "grund"],
    ["jämförelsegrunderna", "grund"],
    ["kunnan jäsenet", "medlem"],
    ["kommunmedlemmar", "medlem"],
    ["työllistämisehdon", "villkor"],
    ["sysselsättningsvillkoret", "villkor"],
  ])("when it is the form %j, then it is found as one", (text, id) => {
    expect(find(text)[0]).toMatchObject({ match: "inflected", item: { term: { id } } });
  });

  it.each([
    ["komundirektör", "direktor"],
    ["kommundirketör", "direktor"],
    ["kommundirektor", "direktor"],
    ["hankintayksiko", "enhet"],
    ["hankinta yksikkö", "enhet"],
    ["hankintayksikönn", "enhet"],
    ["upphandlandeenhet", "enhet"],
    ["kunnanjäsenet", "medlem"],
    ["sysselsätningsvilkor", "villkor"],
    ["contracting autority", "enhet"],
    ["jav", "jav"],
  ])("when it is misspelt as %j, then it is still found", (text, id) => {
    expect(find(text)[0]).toMatchObject({ match: "misspelt", item: { term: { id } } });
  });

  it("when it is a part of names, then those are found as such", () => {
    expect(find("authority")[0]).toMatchObject({ match: "part", item: { term: { id: "enhet" } } });
    expect(find("villkor")[0]).toMatchObject({ match: "part", item: { term: { id: "villkor" } } });
  });

  it.each(["xyzzy", "", "?!", "   ", "ö"])("when it is %j, then nothing is found", (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe("whose terms are found", () => {
  it("when several banks have it, then the network's own comes first and a collection's last", () => {
    expect(idsOf(find("beslut"))).toEqual(["beslut", "allman", "eforms-1"]);
  });

  it("when it is another network's, then it is not found", () => {
    expect(find("hemlig term")).toEqual([]);
    expect(idsOf(find("hemlig term", { networks: ["beta"] }))).toEqual(["hemlig"]);
  });

  it("when nobody uses a collection, then its terms are not found", () => {
    expect(idsOf(find("beslut", { collections: [] }))).toEqual(["beslut", "allman"]);
  });
});

describe("changes", () => {
  it("when a term is replaced, then only its new names are found", () => {
    const index = indexOf();

    index.put([own("direktor", { sv: "borgmästare", fi: "pormestari" })]);

    expect(find("kommundirektör", {}, index)).toEqual([]);
    expect(idsOf(find("pormestarin", {}, index))).toEqual(["direktor"]);
  });

  it("when terms are removed, then they are found no more, however many there were", () => {
    const many = Array.from({ length: 3_000 }, (_, at) => own(`${at}`, { sv: `ord ${at} tal` }));
    const index = indexOf([...terms, ...many]);
    find("ord 7 tal", {}, index);

    index.remove(many.map(({ key }) => key));

    expect(find("ord 7 tal", {}, index)).toEqual([]);
    expect(idsOf(find("kommundirektör", {}, index))).toEqual(["direktor"]);
  });

  it("when it is built in slices, then the last of them says that all is done", () => {
    const index = indexOf();

    let slices = 1;
    while (index.build(0)) slices++;

    expect(slices).toBeGreaterThanOrEqual(1);
    expect(index.build(0)).toBe(false);
    expect(idsOf(find("kommundirektör", {}, index))).toEqual(["direktor"]);
  });
});

describe("terms in a text", () => {
  const inText = (text: string) =>
    indexOf()
      .inText({ text, ...alfa, limit: 50 })
      .map((place) => [place.text, place.hits[0]?.item.term.id]);

  it("when it has several, then each is found where it stands, inflected or not", () => {
    expect(inText("Kommundirektören fattade ett beslut om upphandlande enheter.")).toEqual([
      ["Kommundirektören", "direktor"],
      ["beslut", "beslut"],
      ["upphandlande enheter", "enhet"],
    ]);
  });

  it("when endings hang on behind a colon, then the word before is known", () => {
    expect(inText("HE:n perustelut; kunnan jäsenille")).toEqual([
      ["HE", "proposition"],
      ["kunnan jäsenille", "medlem"],
    ]);
  });

  it("when a word only looks like an abbreviation, then it is none", () => {
    expect(inText("he päättivät")).toEqual([]);
  });
});

describe("the parts of a compound", () => {
  const parts = (text: string) =>
    indexOf()
      .partsOf({ text, ...alfa })
      .map(({ hits }) => hits[0]?.item.term.id);

  it.each([
    ["sysselsättningsvillkorsmall", ["villkor", "mall"]],
    ["sysselsättningsvillkorstabell", ["villkor"]],
    ["työllistämisehtomalli", ["villkor", "mall"]],
    ["kommundirektörsbeslutet", ["direktor", "beslut"]],
    ["ett beslut om en upphandlande enhet", ["beslut", "enhet"]],
  ])("when it is %j, then they are %j", (text, ids) => {
    expect(parts(text)).toEqual(ids);
  });

  it.each(["xyzzyplugh", "", "kaktus"])("when it is %j, then there are none", (text) => {
    expect(parts(text)).toEqual([]);
  });
});
