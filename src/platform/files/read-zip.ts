import { crc32, inflateRawSync } from "node:zlib";
import { mostBytes, UnreadableFile } from "./unreadable-file.ts";

const directoryEnd = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff };
const directoryEntry = { signature: 0x02014b50, bytes: 46 };
const localHeader = { signature: 0x04034b50, bytes: 30 };

type Entry = {
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

export const broken = (cause?: unknown): UnreadableFile =>
  new UnreadableFile({ code: "broken" }, { cause });

/**
 * The files in a zip archive, each unpacked when asked for. All that it says it holds must stay below the limit, and
 * no file may unpack to another size than it says: so a small archive cannot fill the memory.
 */
export function openZip(bytes: Buffer): { readonly read: (name: string) => Buffer | undefined } {
  const entries = inBounds(() => entriesOf(bytes));
  const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > mostBytes) throw new UnreadableFile({ code: "unpackedTooBig" });
  return {
    read(name) {
      const entry = entries.get(name);
      return entry && inBounds(() => unpack(bytes, entry));
    },
  };
}

function entriesOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const { signature, bytes: size, longestComment } = directoryEnd;
  const end = bytes.lastIndexOf(Buffer.from(Uint32Array.of(signature).buffer));
  if (end < bytes.length - size - longestComment || end === -1) throw broken();
  if (end + size + bytes.readUInt16LE(end + 20) > bytes.length) throw broken();
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== directoryEntry.signature) throw broken();
    const nameEnd = at + directoryEntry.bytes + bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + directoryEntry.bytes, nameEnd);
    entries.set(name.replaceAll("\\", "/"), {
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, entry: Entry): Buffer {
  const { isEncrypted, method, crc, packed, unpacked, offset } = entry;
  if (isEncrypted) throw new UnreadableFile({ code: "encrypted" });
  if (bytes.readUInt32LE(offset) !== localHeader.signature) throw broken();
  const start =
    offset + localHeader.bytes + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  const isStored = method === 0;
  if (!isStored && method !== 8) throw broken();
  // zlib refuses a limit of zero.
  const content = isStored ? data : inflateRawSync(data, { maxOutputLength: unpacked || 1 });
  if (content.length !== unpacked || crc32(content) !== crc) throw broken();
  return content;
}

/** What reads past the end of the file, or what zlib cannot unpack, is a broken file. */
function inBounds<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : broken(error);
  }
}
