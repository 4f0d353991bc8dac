import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { createTempFolder, type TempFolder } from "../files/temp-folder.ts";

type Json = Record<string, unknown>;
type Outcome = { readonly zip?: string; readonly faults?: readonly string[] };

const house = join(import.meta.dirname, "../../../manifest");
/** A program of its own: the validator has a part that jest cannot load. */
const program = join(import.meta.dirname, "build-package-child.ts");

/** Changes to a copy of the house's manifest folder, and what must be said about it; nothing: the package is good. */
const changed: readonly {
  readonly what: string;
  readonly change: (folder: string) => void;
  readonly says?: RegExp;
}[] = [
  { what: "nothing", change: () => {} },
  {
    what: "no permission any more",
    change: (folder) =>
      inManifest(folder, (manifest) => {
        manifest["authorization"] = { permissions: { resourceSpecific: [] } };
      }),
  },
  {
    what: "no title of a command in Finnish",
    change: (folder) => inTexts(folder, "fi", (texts) => delete texts[firstTitle]),
    says: /^fi\.json: lacks bots\[0\]\.commandLists\[0\]\.commands\[0\]\.title$/u,
  },
  {
    what: "a text in English that belongs nowhere",
    change: (folder) =>
      inTexts(folder, "en", (texts) => {
        texts["bots[0].commandLists[0].commands[11].title"] = texts[firstTitle] ?? "";
        texts["bots[0].commandLists[2].commands[0].title"] = "more";
      }),
    says: /^en\.json: manifest\.json has no bots\[0\]\.commandLists\[2\]/u,
  },
  {
    what: "a name that is too long in English",
    change: (folder) => inTexts(folder, "en", (texts) => set(texts, "name.short", "x".repeat(31))),
    says: /^en\.json: .*must NOT have more than 30 characters/u,
  },
  {
    what: "a name that is too long in Swedish",
    change: (folder) => inTexts(folder, "sv", (texts) => set(texts, "name.short", "x".repeat(31))),
    says: /^manifest\.json: .*must NOT have more than 30 characters/u,
  },
  {
    what: "a misspelt place in Finnish",
    change: (folder) =>
      inTexts(folder, "fi", (texts) => set(texts, "composeExtensions[0].commands[1].titel", "x")),
    says: /^fi\.json: .*must NOT have additional properties/u,
  },
  {
    what: "a Swedish text for a place that is not there",
    change: (folder) => inTexts(folder, "sv", (texts) => set(texts, "staticTabs[0].name", "x")),
    says: /no place staticTabs\[0\]\.name/u,
  },
  {
    what: "thirteen commands in a list",
    change: (folder) =>
      inManifest(folder, ({ bots }) => {
        const [bot] = bots as { commandLists: { commands: Json[] }[] }[];
        bot?.commandLists[0]?.commands.push({ title: "one", description: "too many" });
      }),
    says: /^manifest\.json: .*must NOT have more than 12 items/u,
  },
  {
    what: "a value that nobody fills in",
    change: (folder) =>
      inManifest(folder, ({ developer }) => set(developer as Json, "name", "{{DEVELOPER}}")),
    says: /^manifest\.json: nobody fills in \{\{DEVELOPER\}\}$/u,
  },
  {
    what: "another schema, which would be fetched",
    change: (folder) =>
      inManifest(folder, (manifest) => set(manifest, "$schema", "https://example.org/schema.json")),
    says: /^manifest\.json: \$schema is not https:\/\/developer\.microsoft\.com/u,
  },
  {
    what: "a field that the schema does not know",
    change: (folder) =>
      inManifest(folder, (manifest) => set(manifest, "supportsLocalization", "x")),
    says: /^manifest\.json: .*must NOT have additional properties/u,
  },
  {
    what: "broken JSON",
    change: (folder) => writeFileSync(join(folder, "manifest.json"), "{"),
    says: /manifest\.json cannot be read/u,
  },
  {
    what: "a language that is broken JSON",
    change: (folder) => writeFileSync(join(folder, "languages/en.json"), "["),
    says: /^en\.json: .*is not JSON$/u,
  },
  {
    what: "an icon of another size",
    change: (folder) => cpSync(join(folder, "icons/outline.png"), join(folder, "icons/color.png")),
    says: /^color\.png: is 32 × 32 pixels, not 192 × 192$/u,
  },
  {
    what: "an outline that cannot be transparent",
    change: (folder) => cpSync(join(folder, "icons/color.png"), join(folder, "icons/outline.png")),
    says: /^outline\.png: cannot be transparent$/u,
  },
  {
    what: "an icon that is no picture",
    change: (folder) => writeFileSync(join(folder, "icons/color.png"), "<svg/>"),
    says: /^color\.png: is not a PNG picture$/u,
  },
  {
    what: "an icon missing",
    change: (folder) => rmSync(join(folder, "icons/color.png")),
    says: /color\.png/u,
  },
];
const firstTitle = "bots[0].commandLists[0].commands[0].title";

describe("the Teams app package", () => {
  let folder: TempFolder;
  let outcomes: readonly Outcome[];

  beforeAll(() => {
    folder = createTempFolder();
    const folders = changed.map(({ change }, n) => {
      const copy = join(folder.path, String(n));
      cpSync(house, copy, { recursive: true });
      change(copy);
      return copy;
    });
    const printed = execFileSync(process.execPath, [program, ...folders, house, house], {
      encoding: "utf8",
    });
    outcomes = JSON.parse(printed);
  }, 60_000);
  afterAll(() => folder.remove());

  const manifestOf = (outcome: Outcome | undefined): Json => {
    const files = unzipSync(Buffer.from(outcome?.zip ?? "", "base64"));
    return JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString("utf8"));
  };

  it.each(changed.map(({ what, says }, n) => [what, says, n] as const))(
    "when there is %s, then the offline check says so, or that all is well",
    (_, says, n) => {
      const { faults } = outcomes[n] ?? {};

      if (says === undefined) expect(faults).toBeUndefined();
      else expect(faults).toContainEqual(expect.stringMatching(says));
    },
  );

  it("when it is built, then all that the manifest names is at the zip's root, and nothing else", () => {
    const files = unzipSync(Buffer.from(outcomes[0]?.zip ?? "", "base64"));

    expect(Object.keys(files).toSorted()).toEqual([
      "color.png",
      "en.json",
      "fi.json",
      "manifest.json",
      "outline.png",
    ]);
  });

  it("when it is built, then the instance's own values stand in it", () => {
    const { version } = JSON.parse(readFileSync(join(house, "../package.json"), "utf8"));
    const appId = "3ab5e3f0-6f0e-4c0e-9a5c-0c1d2e3f4a5b";

    expect(manifestOf(outcomes[0])).toMatchObject({
      version,
      id: appId,
      bots: [{ botId: appId }],
      composeExtensions: [{ botId: appId }],
      webApplicationInfo: { id: appId },
      validDomains: ["kollega.example"],
      developer: { privacyUrl: "https://kollega.example/about#privacy" },
      name: { short: "Kollega" },
      supportsChannelFeatures: "tier1",
      localizationInfo: { defaultLanguageTag: "sv" },
    });
  });

  it("when the permissions are taken out, then nothing that belongs to them is left", () => {
    const manifest = manifestOf(outcomes[1]);

    expect(manifest).not.toHaveProperty("authorization");
    expect(manifest).not.toHaveProperty("webApplicationInfo");
    expect(manifestOf(outcomes[0])).toMatchObject({
      authorization: { permissions: { resourceSpecific: expect.arrayContaining([]) } },
    });
  });

  it("when it is built twice, then it is the same, byte by byte", () => {
    expect(outcomes.at(-1)?.zip).toBe(outcomes.at(-2)?.zip);
  });
});

const set = (json: Json | Record<string, string>, key: string, value: string) => {
  json[key] = value;
};

function inManifest(folder: string, change: (manifest: Json) => void): void {
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
}

function inTexts(
  folder: string,
  language: string,
  change: (texts: Record<string, string>) => void,
): void {
  const file = join(folder, "languages", `${language}.json`);
  const texts = JSON.parse(readFileSync(file, "utf8"));
  change(texts);
  writeFileSync(file, JSON.stringify(texts));
}
