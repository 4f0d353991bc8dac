export type PngHead = {
  readonly width: number;
  readonly height: number;
  /** Whether its pixels can be transparent. */
  readonly hasAlpha: boolean;
};

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colour types of the PNG standard (ISO/IEC 15948) that carry an alpha channel. */
const alphaTypes = [4, 6];

/** What a PNG file says about itself in its first chunk; undefined if it is none. */
export function readPngHead(bytes: Uint8Array): PngHead | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = file.length >= 33 && file.subarray(0, 8).equals(signature);
  if (!isPng || file.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    hasAlpha: alphaTypes.includes(file.readUInt8(25)),
  };
}
