import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

describe("an announcement to 100,000 members", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "kollega-many-"));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it("when it is planned, then they are streamed: the memory does not grow with them", async () => {
    const script = join(import.meta.dirname, "plan-many-child.ts");

    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      "--expose-gc",
      script,
      dataDir,
      "100000",
    ]);

    expect(stderr).toBe("");
    const { before, most, after, ...batch } = JSON.parse(stdout) as Record<string, number>;
    expect(batch).toEqual({ state: "open", intended: 100_000, planned: 96_969, skipped: 3_031 });
    expect((after ?? 0) / (before ?? 1)).toBeLessThanOrEqual(1.3);
    expect((most ?? 0) / (before ?? 1)).toBeLessThanOrEqual(1.3);
  }, 240_000);
});
