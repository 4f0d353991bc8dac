import { crc32 } from "node:zlib";
import { unzipSync } from "fflate";
import { broken, mostBytes, UnreadableFile } from "./unreadable-file.ts";

const directoryEnd = { mark: "PK\x05\x06", bytes: 22, directoryAt: 16 };
const directoryEntry = { mark: 0x02014b50, bytes: 46 };

/**
 * The XML files in a zip archive, unpacked. All that it says it holds must stay below the limit, and fflate unpacks no
 * file beyond the size it says: so a small archive cannot fill the memory. What fflate passes over is read here, in
 * its order: whether a file is encrypted, and its checksum.
 */
export function xmlFilesIn(bytes: Buffer): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const claims = new Map<string, { readonly length: number; readonly crc: number }>();
  let unpacked = 0;
  try {
    const end = bytes.lastIndexOf(directoryEnd.mark, bytes.length - directoryEnd.bytes);
    let at = bytes.readUInt32LE(end + directoryEnd.directoryAt);
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (bytes.readUInt32LE(at) !== directoryEntry.mark) throw broken("No entry");
        const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
        const crc = bytes.readUInt32LE(at + 16);
        for (const part of [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))) at += part;
        at += directoryEntry.bytes;
        unpacked += originalSize;
        if (unpacked > mostBytes) throw new UnreadableFile({ code: "unpackedTooBig" });
        if (!/\.(?:xml|rels)$/iu.test(name)) return false;
        if (isEncrypted) throw new UnreadableFile({ code: "encrypted" });
        claims.set(name, { length: originalSize, crc });
        return true;
      },
    });
    for (const [name, { length, crc }] of claims) {
      const content = files[name];
      if (content?.length !== length || crc32(content) !== crc) throw broken(`Not whole: ${name}`);
      found.set(name.replaceAll("\\", "/"), content);
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : broken(error);
  }
  return found;
}
