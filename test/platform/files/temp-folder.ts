import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type TempFolder = {
  readonly path: string;
  /** Writes a file into it and tells its path. */
  file(name: string, content: string | Uint8Array): string;
  remove(): void;
};

export function createTempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), "kollega-test-"));
  return {
    path,
    file(name, content) {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
