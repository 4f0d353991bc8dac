import { languages } from "../../src/core/language.ts";
import type { RowFault } from "../../src/core/rows.ts";
import { rowFaultIn, textsIn } from "../../src/texts/texts.ts";

type Leaf = { readonly at: string; readonly value: unknown };

/** Every text with the path to it; items of lists among them. */
function leavesOf(value: unknown, at = ""): readonly Leaf[] {
  if (typeof value !== "object" || value === null) return [{ at, value }];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, at === "" ? name : `${at}.${name}`),
  );
}

const shapeOf = (leaves: readonly Leaf[]) =>
  leaves.map(({ at, value }) =>
    typeof value === "function" ? `${at}(${value.length})` : `${at}: ${typeof value}`,
  );

const leaves = {
  sv: leavesOf(textsIn("sv")),
  fi: leavesOf(textsIn("fi")),
  en: leavesOf(textsIn("en")),
};

/** What is said of examples of everything that a text takes. */
const saidWith: Readonly<Record<string, readonly unknown[]>> = {
  "announcements.writing.coverage": [230, 212, 14, 3, 1, true],
  "announcements.writing.channelPosts": [2],
  "announcements.writing.approvalMany": [500],
  "announcements.writing.faults.tooLong": [4711, 4000],
  "announcements.after.sender": ["EXAMPLE", "EXAMPLE"],
  "announcements.after.onDay": ["EXAMPLE", "14.05"],
  "announcements.after.retryRefused": [3, 2],
  "announcements.after.retryUnknown": [3],
  "announcements.after.approveMany": [500],
  "announcements.after.approveUncounted": [500],
  "announcements.after.waitsForQuiet": [10, "7.00"],
  "announcements.after.waitsForTeams": [10],
  "announcements.after.waitsForTurn": [10],
  "announcements.after.confirmed": [12, 40],
  "announcements.after.editing": [12, 40],
  "announcements.after.deleting": [12, 40],
  "announcements.after.notEdited": [2],
  "announcements.after.notDeleted": [2],
  "announcements.after.failuresHeading": [1, 10, 12],
  "announcements.after.unconfirmedHeading": [12],
  "announcements.after.andOthers": [12],
  "ask.onlyIn": ["sv"],
  "ask.reviewDue": ["12.3.2026"],
  "ask.moreIntro": [4, 6, 10],
  "ask.topicsIntro": [12],
  "ask.topicIntro": [3, 12],
  "imports.tooLong": [500],
  "imports.twice": [7],
  "meetings.counts": [5, 2, 1],
  "meetings.ledgerSent": [40, 42],
  "meetings.remindersTo": ["EXAMPLE", "EXAMPLE"],
  "meetings.repeatUntil": ["EXAMPLE", "EXAMPLE"],
  "meetings.leads.weeks": [2],
  "meetings.leads.days": [2],
  "meetings.leads.hours": [2],
  "meetings.leads.minutes": [2],
  "meetings.monthlyDate": [12],
  "meetings.monthlyWeekday": ["EXAMPLE", 2],
  "imports.notOneOf": ["value", "a, b"],
  "imports.lookAlike": ["EXAMPLE", "another"],
  "imports.notHeldMore": ["EXAMPLE", 12],
  "imports.merged": [7],
  "terms.asked": ["EXAMPLE", "sv"],
  "terms.questionIn": ["EXAMPLE", "sv"],
  "terms.avoidUse": ["EXAMPLE", "another"],
  "terms.avoidUseNotice": ["EXAMPLE", "another"],
  "imports.tooManyTimes": [2000],
  "discussions.markedInstead": ["EXAMPLE", "another"],
  "discussions.whoDecides": ["EXAMPLE", "another"],
  "curation.personalData.lines.proposed": ["EXAMPLE", "EXAMPLE"],
  "discussions.personalData.lines.asked": ["EXAMPLE", "EXAMPLE"],
  "discussions.personalData.lines.answered": ["EXAMPLE", "EXAMPLE"],
  "discussions.personalData.lines.replied": ["EXAMPLE", "EXAMPLE"],
  "terms.personalData.lines.changed": ["EXAMPLE", "EXAMPLE"],
  "networks.badDays": [30, 730],
  "curation.pageIntro": [1, 6, 20],
  "privacy.lines.team": ["EXAMPLE", true],
  "privacy.lines.answer": ["EXAMPLE", "12.3.2026", "yes"],
  "privacy.lines.confirmed": ["EXAMPLE", "12.3.2026"],
  "privacy.lines.gap": ["EXAMPLE", "12.3.2026"],
  "privacy.lines.message": ["12.3.2026", "reminder", "sent"],
  "privacy.myData.why": ["EXAMPLE", "forever"],
  "oversight.statistics.reached": [3, 4],
};
function said({ at, value }: Leaf): string {
  if (typeof value !== "function") return String(value);
  return String((value as (...args: unknown[]) => unknown)(...(saidWith[at] ?? ["EXAMPLE"])));
}

/** What is the same word in two languages, or made of nothing but what it is given. */
const mayBeEqual = new Set([
  "ask.factOrganisation",
  "curation.kinds.terms",
  "curation.labels.practices.organisation",
  "curation.labels.contacts.organisation",
  "curation.placeholders.practices.sourceUrl",
  "help.greeting",
  "discussions.kinds.term",
  "terms.term",
  "terms.definition",
  "terms.kind.term",
  "terms.quoted",
  "privacy.lines.gap",
]);

describe("the texts", () => {
  it("when the languages are compared, then they have the same texts, taking the same things", () => {
    expect(shapeOf(leaves.fi)).toEqual(shapeOf(leaves.sv));
    expect(shapeOf(leaves.en)).toEqual(shapeOf(leaves.sv));
  });

  it.each(languages)("when a text is read in %s, then it says something, tidily", (language) => {
    for (const leaf of leaves[language]) {
      const text = said(leaf);
      expect([leaf.at, text]).toEqual([leaf.at, text.trim()]);
      expect([leaf.at, text.length > 0]).toEqual([leaf.at, true]);
      expect([
        leaf.at,
        /\bundefined\b|\bnull\b|NaN|\[object|\$\{| {2}|\.\.$|\bTODO\b/u.test(text),
      ]).toEqual([leaf.at, false]);
    }
  });

  it.each(languages)("when a text takes something, then it says it, in %s", (language) => {
    for (const leaf of leaves[language].filter(({ value }) => typeof value === "function")) {
      const [first = "EXAMPLE"] = saidWith[leaf.at] ?? [];
      const wanted = leaf.at === "ask.onlyIn" ? textsIn(language).inLanguage.sv : String(first);
      expect([leaf.at, said(leaf)]).toEqual([leaf.at, expect.stringContaining(wanted)]);
    }
  });

  it.each([
    ["sv", "fi"],
    ["sv", "en"],
    ["fi", "en"],
  ] as const)("when %s and %s are compared, then no text was left untranslated", (one, other) => {
    const same = leaves[one]
      .filter((leaf, index) => said(leaf) === said(leaves[other][index] as Leaf))
      .map(({ at }) => at)
      .filter((at) => !mayBeEqual.has(at));

    expect(same).toEqual([]);
  });

  it.each([
    ["sv", /[\u201c\u2018"']/u],
    ["fi", /[\u201c\u2018"']/u],
    ["en", /["]/u],
  ] as const)("when %s quotes, then with its own quotation marks", (language, foreign) => {
    const odd = leaves[language].filter((leaf) => foreign.test(said(leaf))).map(({ at }) => at);

    expect(odd).toEqual([]);
  });

  it.each([
    [
      "sv",
      /\b(?:anskaffningsenhet|upphandlande myndighet|förfrågningsunderlag|offert|departement)\b/iu,
    ],
    ["fi", /\b(?:osaamis|työpaja)\b/iu],
    ["en", /\b(?:welfare county|tendering competition)\b/iu],
  ] as const)(
    "when %s speaks of the field, then with the words of domain.md",
    (language, avoided) => {
      const odd = leaves[language].filter((leaf) => avoided.test(said(leaf))).map(({ at }) => at);

      expect(odd).toEqual([]);
    },
  );

  it.each([
    ["sv", 1, "1 praxis"],
    ["fi", 1, "yhden käytännön"],
    ["fi", 2, "2 käytäntöä"],
    ["en", 1, "one practice."],
    ["en", 2, "2 practices."],
  ] as const)(
    "when there is so much to browse in %s (%i), then the number agrees",
    (language, count, words) => {
      expect(textsIn(language).ask.topicsIntro(count)).toContain(words);
    },
  );
});

describe("rowFaultIn", () => {
  it.each<[RowFault, string]>([
    [{ code: "required" }, "the value is missing"],
    [{ code: "badDate", value: "1.1." }, "“1.1.” is not a date of the form YYYY-MM-DD"],
    [{ code: "tooLong", most: 500 }, "longer than 500 characters"],
    [{ code: "twice", row: 7 }, "the same id stands in row 7 already"],
    [{ code: "merged", row: 7 }, "note: the same concept as row 7; the rows were merged"],
    [
      { code: "lookAlike", value: "anbud", other: "tarjous" },
      "note: “anbud” is also in the concept “tarjous”",
    ],
    [
      { code: "notHeldMore", value: "noun", times: 20 },
      "note: this is not kept: noun (further cases like it: 20)",
    ],
  ])("when the fault is %j, then it reads so", (fault, words) => {
    expect(rowFaultIn("en", fault)).toBe(words);
  });
});
