import type { Contact, Practice } from "../../src/core/content.ts";
import {
  realLooking,
  sameWords,
  tooShort,
  unknownContacts,
  untranslated,
  withoutSource,
} from "./check-content.ts";
import { kinds, readSamples, type Samples } from "./import-samples.ts";

let samples: Samples;
beforeAll(async () => {
  samples = await readSamples();
});

describe("the sample content", () => {
  it("when it is imported, then no row has a fault, and a second time nothing changes", () => {
    for (const kind of kinds) {
      const { created, ...first } = samples.first[kind] ?? {};
      expect([kind, first]).toEqual([kind, { updated: 0, unchanged: 0, rejected: 0, rows: [] }]);
      expect(samples.second[kind]).toEqual({
        created: 0,
        updated: 0,
        unchanged: created,
        rejected: 0,
        rows: [],
      });
    }
  });

  it("when it is counted, then there is enough of it, in each language", () => {
    const { practices, contacts, networks } = samples;
    const languagesOf = Map.groupBy(practices, ({ id }) => id);
    const inBoth = [...languagesOf.values()].filter(
      (versions) =>
        versions.some(({ language }) => language === "sv") &&
        versions.some(({ language }) => language === "fi"),
    );
    const inEnglish = practices.filter(({ language }) => language === "en");

    expect(networks.map(({ id }) => id)).toEqual(["oversattare", "upphandlare"]);
    expect(inBoth.length).toBe(languagesOf.size);
    expect(inBoth.length).toBeGreaterThanOrEqual(40);
    expect(inEnglish.length).toBeGreaterThanOrEqual(inBoth.length / 2);
    expect(contacts.length).toBeGreaterThanOrEqual(25);
  });

  it("when its networks are looked at, then person 1 of the try-out page coordinates both", () => {
    for (const { coordinators } of samples.networks) {
      expect(coordinators).toContain("00000000-0000-4000-8000-000000000001");
    }
  });

  it("when terms are looked at, then each is in Finnish and Swedish, and says where it is from or to check it", () => {
    const { terms, networks } = samples;
    const own = (network: string) => terms.filter((term) => term.network === network);

    expect(networks.every(({ id }) => own(id).length >= 50)).toBe(true);
    expect(terms.filter(({ fi, sv }) => !fi || !sv)).toEqual([]);
    expect(terms.filter(({ source, note }) => !source && !note?.includes("kontrollera"))).toEqual(
      [],
    );
  });

  it("when texts are looked at, then each is long enough, has questions and names its source", () => {
    expect(tooShort(samples.practices)).toEqual([]);
    expect(withoutSource(samples.practices)).toEqual([]);
  });

  it("when texts are compared, then no two practices share their words, and each version is a translation", () => {
    expect(sameWords(samples.practices)).toEqual([]);
    expect(untranslated(samples.practices)).toEqual([]);
  });

  it("when people are looked at, then they exist where they are named, and nobody is real", () => {
    expect(unknownContacts(samples.practices, samples.contacts)).toEqual([]);
    expect(realLooking(samples.contacts, samples.practices)).toEqual([]);
  });

  it("when the versions of a practice are compared, then facts that no translation changes are equal", () => {
    const odd = [...Map.groupBy(samples.practices, ({ id }) => id).values()].filter(
      ([first, ...others]) =>
        others.some(
          (one) =>
            one.network !== first?.network ||
            one.date !== first?.date ||
            one.reviewBy !== first?.reviewBy ||
            one.status !== first?.status ||
            one.contacts.join() !== first?.contacts.join(),
        ),
    );

    expect(odd.map(([first]) => first?.id)).toEqual([]);
  });
});

describe("what checks the sample content", () => {
  const words = (from: number, count = 130) =>
    Array.from({ length: count }, (_, n) => `word${from + n}`).join(" ");
  const practice = (id: string, more: Partial<Practice> = {}): Practice => ({
    id,
    language: "sv",
    network: "n1",
    title: `Title ${id}`,
    body: words(0),
    questions: ["a", "b", "c"],
    tags: [],
    source: "Source",
    sourceUrl: "https://a.example/b",
    contacts: [],
    status: "published",
    ...more,
  });
  const contact = (more: Partial<Contact> = {}): Contact => ({
    id: "c",
    network: "n1",
    name: "C",
    consent: "2026-01-01",
    topics: [],
    languages: [],
    email: "c@a.example",
    phone: "+358 9 000 0001",
    ...more,
  });

  it("when two practices share more than 40 % of their runs of five words, then they are refused", () => {
    const half = practice("half", { body: `${words(0, 65)} ${words(900, 65)}` });
    const third = practice("third", { body: `${words(0, 40)} ${words(500, 90)}` });

    expect(sameWords([practice("whole"), half])).toHaveLength(1);
    expect(sameWords([practice("whole"), third])).toEqual([]);
    expect(sameWords([practice("whole"), practice("whole", { language: "fi" })])).toEqual([]);
  });

  it("when a version equals another, in title or body, then it is refused", () => {
    const first = practice("a");

    expect(untranslated([first, practice("a", { language: "fi", title: "Muu" })])).toHaveLength(1);
    expect(untranslated([first, practice("a", { language: "fi", body: "Muu" })])).toHaveLength(1);
    expect(untranslated([first, practice("a", { language: "fi", title: "M", body: "U" })])).toEqual(
      [],
    );
    expect(untranslated([first, practice("b")])).toEqual([]);
  });

  it("when a text is short or has two questions, then it is refused", () => {
    expect(tooShort([practice("a", { body: words(0, 119) })])).toHaveLength(1);
    expect(tooShort([practice("a", { questions: ["a", "b"] })])).toHaveLength(1);
    expect(tooShort([practice("a", { body: words(0, 120) })])).toEqual([]);
  });

  it.each([
    { sourceUrl: undefined },
    { sourceUrl: "http://a.example/b" },
    { sourceUrl: "https://localhost" },
    { sourceUrl: "hel.fi" },
    { source: undefined },
  ])("when the source is %j, then it is refused", (more) => {
    expect(withoutSource([practice("a", more)])).toHaveLength(1);
    expect(withoutSource([practice("a")])).toEqual([]);
  });

  it("when a contact is not in the practice's network, then it is refused", () => {
    const named = practice("a", { contacts: ["c"] });

    expect(unknownContacts([named], [])).toHaveLength(1);
    expect(unknownContacts([named], [contact({ network: "n2" })])).toHaveLength(1);
    expect(unknownContacts([named], [contact()])).toEqual([]);
  });

  it.each<Partial<Contact>>([
    { phone: "+358 40 123 4567" },
    { phone: "+358 9 310 1641" },
    { phone: "09 000 0001" },
    { email: "c@hel.fi" },
    { email: undefined },
    { teamsId: "c@hel.fi" },
  ])("when a contact has %j, then it may be real and is refused", (more) => {
    expect(realLooking([contact(more)], [])).toHaveLength(1);
  });

  it("when a text tells a number or an address, then it is refused", () => {
    expect(realLooking([], [practice("a", { body: "Ring +358 50 123 4567." })])).toHaveLength(1);
    expect(realLooking([], [practice("a", { body: "Ring 09 310 1641." })])).toHaveLength(1);
    expect(realLooking([], [practice("a", { body: "Skriv till anna@hel.fi." })])).toHaveLength(1);
    expect(realLooking([contact()], [practice("a", { body: "200 000 euro 2020–2024" })])).toEqual(
      [],
    );
  });
});
