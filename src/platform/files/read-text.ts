import { access, constants, readFile, stat } from "node:fs/promises";
import { mostBytes, UnreadableFile } from "./unreadable-file.ts";

/** The text of a UTF-8 file, without its byte order mark. Throws UnreadableFile if it is anything else. */
export async function readText(path: string): Promise<string> {
  return textIn(await readBytes(path));
}

export function textIn(bytes: Uint8Array): string {
  // Plain letters in UTF-16 are valid UTF-8 with a zero byte after each.
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16 || bytes.includes(0)) throw new UnreadableFile({ code: "utf16" });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableFile({ code: "notUtf8" }, { cause: error });
  }
}

export const readBytes = (path: string): Promise<Buffer> => withFile(path, () => readFile(path));

/** For a file that is read in pieces. Throws UnreadableFile as reading it whole would. */
export const checkFile = (path: string): Promise<void> =>
  withFile(path, () => access(path, constants.R_OK));

async function withFile<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new UnreadableFile({ code: "notAFile" });
    if (found.size > mostBytes) throw new UnreadableFile({ code: "tooBig" });
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const isMissing = ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(code);
    throw new UnreadableFile({ code: isMissing ? "missing" : "forbidden" }, { cause: error });
  }
}
