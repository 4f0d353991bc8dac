import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Template } from "adaptivecards-templating";
import fc from "fast-check";
import type { Json, JsonObject } from "../../../src/core/reply.ts";
import { expandOnce } from "../../../src/platform/cards/expand-once.ts";
import { fullCard, kinds, minimalCard } from "./sample-views.ts";

const cards = path.resolve(import.meta.dirname, "../../../cards");
const templates = new Map(
  readdirSync(cards, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => [
      path.basename(file, ".json"),
      new Template(JSON.parse(readFileSync(path.join(cards, file), "utf8"))),
    ]),
);

/** The library's way and ours, which counts how often the library was asked. */
function bothWays(kind: string) {
  const template = templates.get(kind) as Template;
  let asked = 0;
  const library = (view: object): unknown => template.expand({ $root: view });
  const ours = expandOnce((view) => {
    asked++;
    return library(view);
  });
  return { library, ours, asked: () => asked };
}

/** What people may write, and what a template may not take for its own. */
const wildText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "",
    "${title}",
    "${$root.title}",
    "\u00010",
    "\u0000missing:title",
    "v",
    "{}",
    "$data",
  ),
);
const wildValue = fc.oneof(wildText, fc.integer(), fc.boolean());

/** The same shape with other values. */
const varied = (one: Json): fc.Arbitrary<Json> => {
  if (one === null) return fc.constant(null);
  if (typeof one === "string") return wildValue;
  if (typeof one !== "object") return fc.constant(one);
  if (Array.isArray(one)) return fc.tuple(...one.map(varied)) as fc.Arbitrary<Json>;
  const fields = Object.entries(one).map(([name, inner]) => [name, varied(inner)]);
  return fc.record(Object.fromEntries(fields)) as fc.Arbitrary<Json>;
};

/** Other shapes: shorter lists, parts that are null or lacking. */
const thinned = (one: Json): fc.Arbitrary<Json> => {
  if (one === null || typeof one !== "object") return fc.oneof(fc.constant(one), fc.constant(null));
  if (Array.isArray(one))
    return fc
      .subarray([...one])
      .chain((some) => fc.tuple(...some.map(thinned))) as fc.Arbitrary<Json>;
  const names = Object.keys(one);
  return fc.record(
    Object.fromEntries(names.map((name) => [name, thinned((one as JsonObject)[name] as Json)])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Json>;
};

describe("templates that are expanded once for each shape of a view", () => {
  it.each(kinds)(
    "when a %s is shown with any values, then it is what the library makes of them",
    (kind) => {
      const { library, ours, asked } = bothWays(kind);
      const { view } = fullCard(kind);

      fc.assert(
        fc.property(varied(view), (one) => {
          expect(ours(one as object)).toEqual(library(one as object));
        }),
        { numRuns: 25 },
      );

      expect(asked()).toBe(1);
    },
  );

  it.each(kinds)(
    "when parts of a %s are lacking, then it is what the library makes of the rest",
    (kind) => {
      const { library, ours } = bothWays(kind);

      fc.assert(
        fc.property(thinned(fullCard(kind).view), (one) => {
          const first = ours(one as object);
          expect(first).toEqual(library(one as object));
          expect(ours(one as object)).toEqual(first);
        }),
        { numRuns: 25 },
      );
      expect(ours(minimalCard(kind).view)).toEqual(library(minimalCard(kind).view));
    },
  );

  it("when views have one shape, then the library is asked once, and no card shares anything with the next", () => {
    const { ours, asked } = bothWays("help");
    const { view } = fullCard("help");

    const [one, other] = [ours(view), ours(view)] as [JsonObject, JsonObject];
    (one["body"] as unknown[]).length = 0;

    expect(asked()).toBe(1);
    expect(other["body"]).not.toHaveLength(0);
    expect(ours(view)).toEqual(other);
  });

  it("when two shapes are written alike, then they are not taken for each other", () => {
    const ours = expandOnce((view) => view);

    const views = [
      { a: ["x"] },
      { a: [["x"]] },
      { a: null },
      {},
      { a: "x", b: "y" },
      { a1b: "x" },
      { a: { b: "y" } },
    ];

    expect(views.map((view) => ours(view))).toEqual(views);
    expect(views.map((view) => ours(view))).toEqual(views);
  });

  it("when a view holds very many values, then the library expands it each time", () => {
    let asked = 0;
    const ours = expandOnce((view) => {
      asked++;
      return view;
    });
    const long = { a: Array.from({ length: 301 }, String) };

    expect([ours(long), ours(long)]).toEqual([long, long]);
    expect(asked).toBe(2);
  });
});
