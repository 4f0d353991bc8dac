import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  dictionaryNames,
  digestOf,
  learntFromOther,
  readSources,
} from "../../bench/dictionary/dictionary-sources.ts";
import { dictionaryFolder } from "../../src/platform/search/translate/dictionary-file.ts";

const sources = readSources();

describe("the dictionary that ships", () => {
  it('when what it was learnt from has changed, then "npm run fit -- dictionary" was run again', () => {
    expect(learntFromOther(dictionaryFolder, sources)).toEqual([]);
  });

  it.each([
    {
      what: "a sample text",
      changed: { ...sources, texts: [...sources.texts, { sv: "vintersömn", fi: "talviuni" }] },
    },
    {
      what: "a word given by hand",
      changed: { ...sources, words: [{ sv: ["ö"], fi: ["saari"], en: ["island"] }] },
    },
    { what: "a name", changed: { ...sources, names: sources.names.slice(1) } },
  ])("when $what changes, then each of its files is refused", ({ changed }) => {
    expect(digestOf(changed)).not.toBe(digestOf(sources));
    expect(learntFromOther(dictionaryFolder, changed)).toEqual(dictionaryNames);
  });

  it("when a file is missing, then it alone is refused", () => {
    const folder = mkdtempSync(join(tmpdir(), "dictionary-"));
    cpSync(dictionaryFolder, folder, { recursive: true });
    rmSync(join(folder, "sv-fi.txt"));

    expect(learntFromOther(folder, sources)).toEqual(["sv-fi"]);

    rmSync(folder, { recursive: true });
  });
});
