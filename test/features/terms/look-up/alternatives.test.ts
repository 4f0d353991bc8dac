import { readFileSync } from "node:fs";
import path from "node:path";
import type { Term } from "../../../../src/core/content.ts";
import {
  meantByEither,
  namedTogether,
} from "../../../../src/features/terms/look-up/alternatives.ts";
import { createTermIndex } from "../../../../src/platform/search/term-index.ts";

/** The samples: what translators really hesitate between. */
const samples = readFileSync(
  path.resolve(import.meta.dirname, "../../../../content/terms.jsonl"),
  "utf8",
)
  .split("\n")
  .filter(Boolean)
  .map((line) => {
    const lists = ["svAlso", "fiAlso", "enAlso", "svAvoid", "fiAvoid", "enAvoid", "usedBy"];
    const empty = Object.fromEntries(lists.map((name) => [name, []]));
    return { ...empty, ...JSON.parse(line) } as Term;
  });

const index = createTermIndex();
index.put(samples.map((term) => ({ key: `${term.network}/${term.id}`, term })));
const all = { networks: [], collections: [] };

const together = (text: string) =>
  namedTogether(text, (one) => index.inText({ text: one, ...all, limit: 50 }));
const either = (text: string) =>
  meantByEither(text, (one) => index.find({ text: one, ...all, limit: 10 }));

describe("two names of one concept in a question", () => {
  it.each([
    [
      "hankintayksikkö, är det upphandlande enhet el upphandlande myndighet?",
      "upphandlande myndighet",
    ],
    ["ersättare eller suppleant i protokollet nu igen??", "suppleant"],
    ["heter det kommundirektör eller kommunchef", "kommunchef"],
  ])("when it is %j, then %j is the one to be avoided", (text, avoided) => {
    expect(together(text)?.name).toMatchObject({ text: avoided, status: "avoid" });
  });

  it.each([
    "ramavtal eller dynamiskt inköpssystem?",
    "måste vi översätta föredragningslistan eller räcker protokollet",
    "ersättare i protokollet",
    "",
  ])("when it is %j, then there are not two", (text) => {
    expect(together(text)).toBeUndefined();
  });
});

describe("a choice between what is no term", () => {
  it("when one side is nearly one, then that is meant", () => {
    expect(either("wellbeing county or welfare region??")?.hit.item.term.id).toBe(
      "hyvinvointialue",
    );
  });

  it.each(["ramavtal eller dynamiskt inköpssystem?", "te eller kaffe", "wellbeing county"])(
    "when it is %j, then nothing is guessed",
    (text) => {
      expect(either(text)).toBeUndefined();
    },
  );
});
