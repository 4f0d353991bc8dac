import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cruise, cruise, filesBelow, plant, root } from "./cruise.ts";

const { forbidden } = require(join(root, ".dependency-cruiser.cjs"));
const ruleNames: readonly string[] = forbidden.map((rule: { name: string }) => rule.name);

const packages = {
  dependencies: [
    "zod",
    "botbuilder",
    "@azure/cosmos",
    "restify",
    "adaptivecards-templating",
    "adaptive-expressions",
    "some-sdk",
  ],
  devDependencies: ["jest", "botframework-connector"],
  // There, but named nowhere: another package brought it.
  undeclared: ["brought-along"],
};

const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "1"]));
const importing = (...paths: readonly string[]) =>
  `${paths.map((path) => `import "${path}";`).join("\n")}\nexport const x = 1;\n`;

/** A house in which everything is allowed; the planted files below go into it. */
const goodHouse: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({
    dependencies: versions(packages.dependencies),
    devDependencies: versions(packages.devDependencies),
  }),
  ...Object.fromEntries(
    Object.values(packages)
      .flat()
      .flatMap((name) => [
        [`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" })],
        [`node_modules/${name}/index.js`, ""],
      ]),
  ),
  "test/fakes/clock.ts": importing("../../src/core/ports.ts"),
  "src/core/ports.ts": importing("./errors.ts"),
  "src/core/errors.ts": importing(),
  "src/texts/texts.ts": importing("./sv.ts", "../core/ports.ts"),
  "src/texts/sv.ts": importing(),
  "src/features/ask/ask-feature.ts": importing(
    "./choose-answer.ts",
    "../../core/ports.ts",
    "../../texts/texts.ts",
    "zod",
  ),
  "src/features/ask/choose-answer.ts": importing(),
  "src/platform/teams/adapter.ts": importing(
    "../../core/ports.ts",
    "./own.ts",
    "botbuilder",
    "node:fs",
  ),
  "src/platform/teams/own.ts": importing(),
  "src/platform/storage/cosmos.ts": importing("@azure/cosmos", "node:sqlite"),
  "src/platform/http/server.ts": importing("restify"),
  "src/platform/cards/render.ts": importing("adaptivecards-templating", "adaptive-expressions"),
  "src/config.ts": importing("./core/errors.ts", "zod", "node:fs"),
  "src/app.ts": importing("./core/ports.ts", "./features/ask/ask-feature.ts"),
  "src/main.ts": importing(
    "./app.ts",
    "./config.ts",
    "./core/errors.ts",
    "./platform/http/server.ts",
    "node:process",
  ),
  "src/cli.ts": importing(
    "./app.ts",
    "./config.ts",
    "./platform/storage/cosmos.ts",
    "node:util",
  ).concat('export const later = () => import("./platform/teams/adapter.ts");\n'),
};

/** Rule, where its violation is planted, and what that file says. */
const planted: readonly (readonly [rule: string, file: string, text: string])[] = [
  ["core-imports-only-core", "src/core/a.ts", importing("../texts/sv.ts")],
  ["core-imports-only-core", "src/core/b.ts", importing("zod")],
  ["core-imports-only-core", "src/core/c.ts", importing("node:crypto")],
  ["core-imports-only-core", "src/core/d.ts", 'import type { x } from "../config.ts";'],
  ["core-imports-only-core", "src/core/e.ts", 'export const x = () => import("../config.ts");'],
  ["core-imports-only-core", "src/core/f.ts", 'export * from "../features/ask/ask-feature.ts";'],
  ["texts-import-only-core", "src/texts/a.ts", importing("../features/ask/ask-feature.ts")],
  ["texts-import-only-core", "src/texts/b.ts", importing("zod")],
  ["feature-stays-at-home", "src/features/a/a.ts", importing("../ask/ask-feature.ts")],
  ["feature-stays-at-home", "src/features/a/b.ts", importing("../../platform/http/server.ts")],
  ["feature-stays-at-home", "src/features/a/c.ts", importing("../../config.ts")],
  ["feature-stays-at-home", "src/features/a/d.ts", importing("../../app.ts")],
  ["feature-stays-at-home", "src/features/a/e.ts", importing("../../../test/fakes/clock.ts")],
  ["feature-stays-at-home", "src/features/as/f.ts", importing("../ask/ask-feature.ts")],
  ["feature-uses-only-pure-packages", "src/features/b/a.ts", importing("node:fs")],
  ["feature-uses-only-pure-packages", "src/features/b/b.ts", importing("fs")],
  ["feature-uses-only-pure-packages", "src/features/b/c.ts", importing("some-sdk")],
  ["feature-uses-only-pure-packages", "src/features/b/d.ts", importing("not-installed")],
  ["front-door-only", "src/platform/http/a.ts", importing("../../features/ask/choose-answer.ts")],
  ["platform-stays-at-home", "src/platform/a/a.ts", importing("../http/server.ts")],
  ["platform-stays-at-home", "src/platform/a/b.ts", importing("../../features/ask/ask-feature.ts")],
  ["platform-stays-at-home", "src/platform/a/c.ts", importing("../../config.ts")],
  ["platform-stays-at-home", "src/platform/a/d.ts", importing("../../texts/texts.ts")],
  ["bot-framework-only-in-teams", "src/platform/http/b.ts", importing("botbuilder")],
  ["bot-framework-only-in-teams", "src/platform/http/c.ts", importing("botframework-connector")],
  ["cosmos-only-in-storage", "src/platform/http/d.ts", importing("@azure/cosmos")],
  ["restify-only-in-http", "src/platform/tryout/a.ts", 'import type { x } from "restify";'],
  ["card-templating-only-in-cards", "src/platform/teams/b.ts", importing("adaptive-expressions")],
  [
    "card-templating-only-in-cards",
    "src/platform/teams/c.ts",
    importing("adaptivecards-templating"),
  ],
  [
    "telemetry-packages-only-in-telemetry",
    "src/platform/teams/d.ts",
    importing("@opentelemetry/api"),
  ],
  ["telemetry-packages-only-in-telemetry", "src/platform/teams/e.ts", importing("pino")],
  [
    "app-manifest-only-in-manifest",
    "src/platform/files/a.ts",
    importing("@microsoft/app-manifest"),
  ],
  ["no-development-packages", "src/platform/http/e.ts", importing("jest")],
  ["no-undeclared-packages", "src/platform/http/f.ts", importing("brought-along")],
  ["no-unresolvable-imports", "src/platform/http/g.ts", importing("./gone.ts")],
  ["no-unresolvable-imports", "src/platform/http/h.ts", importing("not-installed")],
  ["no-cycles", "src/platform/http/i.ts", importing("./j.ts")],
  ["no-orphans", "src/platform/http/k.ts", importing()],
];

/** The other half of the planted cycle, which goes back by a type only. */
const accomplice = { "src/platform/http/j.ts": 'import type { x } from "./i.ts";' };

/** app.ts, main.ts, cli.ts and config.ts exist once: each of these goes into a house of its own file. */
const plantedInRoot: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ["front-door-only", "src/app.ts", "./features/ask/choose-answer.ts"],
  ["app-plugs-features-together", "src/app.ts", "./features/ask/choose-answer.ts"],
  ["app-plugs-features-together", "src/app.ts", "./platform/http/server.ts"],
  ["app-plugs-features-together", "src/app.ts", "./config.ts"],
  ["app-plugs-features-together", "src/app.ts", "./texts/texts.ts"],
  ["app-plugs-features-together", "src/app.ts", "zod"],
  ["app-plugs-features-together", "src/app.ts", "node:fs"],
  ["entries-plug-platform-in", "src/main.ts", "./features/ask/ask-feature.ts"],
  ["entries-plug-platform-in", "src/cli.ts", "./main.ts"],
  ["entries-use-no-packages", "src/main.ts", "some-sdk"],
  ["entries-use-no-packages", "src/cli.ts", "zod"],
  ["config-knows-no-house", "src/config.ts", "./platform/http/server.ts"],
];

const temporaryFolders: string[] = [];
const houseWith = (files: Readonly<Record<string, string>>): Promise<Cruise> => {
  const folder = mkdtempSync(join(tmpdir(), "kollega-rules-"));
  temporaryFolders.push(folder);
  plant(folder, { ...goodHouse, ...files });
  return cruise(folder);
};
const violated = (result: Cruise): readonly string[] =>
  result.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);

afterAll(() => {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true });
});

describe("the house's import rules", () => {
  let house: Cruise;
  beforeAll(async () => {
    house = await cruise(root);
  });

  it("when the house is cruised, then every source file was seen", () => {
    const onDisk = filesBelow("src").filter((file) => file.endsWith(".ts"));

    const seen = house.modules.map(({ source }) => source).filter((file) => file.endsWith(".ts"));

    expect(onDisk.length).toBeGreaterThan(0);
    expect(seen.filter((file) => file.startsWith("src/")).sort()).toEqual(onDisk);
  });

  it("when the house is cruised, then its imports were seen, types included", () => {
    const turn = house.modules.find(({ source }) => source === "src/core/turn.ts");

    expect(turn?.dependencies.map(({ resolved }) => resolved)).toContain("src/core/ports.ts");
  });

  it("when the house is cruised, then no rule is violated", () => {
    const said = house.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
    );

    expect(said).toEqual([]);
  });

  it("when a file lies in src, then the rules have a place for it", () => {
    const places =
      /^src\/(core\/|texts\/|features\/[^/]+\/|platform\/[^/]+\/|(main|app|config|cli)\.ts$)/;

    expect(filesBelow("src").filter((file) => !places.test(file))).toEqual([]);
  });

  it("when a rule exists, then it says why, is an error, and has a planted violation", () => {
    const tried = new Set([...planted, ...plantedInRoot].map(([rule]) => rule));

    expect([...tried].sort()).toEqual([...ruleNames].sort());
    for (const rule of forbidden) {
      expect(rule).toMatchObject({ severity: "error", comment: expect.stringMatching(/\w{3}/) });
    }
  });
});

describe("a planted violation", () => {
  let good: readonly string[];
  let bad: readonly string[];
  const badAtRoot = new Map<string, readonly string[]>();

  beforeAll(async () => {
    // One cruise for all planted files, and one for each of the few that exist only once: a cruise costs a second.
    good = violated(await houseWith({}));
    bad = violated(
      await houseWith({
        ...Object.fromEntries(planted.map(([, file, text]) => [file, text])),
        ...accomplice,
      }),
    );
    for (const file of new Set(plantedInRoot.map(([, name]) => name))) {
      const imported = plantedInRoot.filter(([, name]) => name === file).map(([, , path]) => path);
      const result = await houseWith({ [file]: (goodHouse[file] ?? "") + importing(...imported) });
      badAtRoot.set(
        file,
        result.summary.violations.map(({ rule, to }) => `${rule.name}: ${to}`),
      );
    }
  }, 120_000);

  it("when nothing is planted, then a house that uses all it may is clean", () => {
    expect(good).toEqual([]);
  });

  it.each(planted)("when %s is violated by %s, then it is caught", (rule, file) => {
    expect(bad).toContain(`${rule}: ${file}`);
  });

  it.each(plantedInRoot)("when %s is violated in %s by %s, then it is caught", (rule, file, to) => {
    const resolved = to.replace("./", "").replace("node:", "");

    expect(badAtRoot.get(file)).toContainEqual(
      expect.stringMatching(new RegExp(`^${rule}: .*${resolved}`)),
    );
  });

  it("when files are planted, then no innocent file is blamed", () => {
    const guilty = new Set(planted.map(([, file]) => file));

    expect(bad.filter((line) => !guilty.has(line.replace(/^.*: /, "")))).toEqual([]);
  });
});
