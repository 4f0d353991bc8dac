import { inflateSync } from "node:zlib";

export type Pixel = {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** 0: transparent, 255: opaque. */
  readonly alpha: number;
};

/** The pixels of a PNG picture, row by row: 8 bits a channel, red green blue with or without alpha, not interlaced. */
export function readPixels(png: Buffer): readonly (readonly Pixel[])[] {
  const width = png.readUInt32BE(16);
  const channels = { 2: 3, 6: 4 }[png.readUInt8(25)];
  if (png.readUInt8(24) !== 8 || channels === undefined) throw new Error("another kind of PNG");
  const raw = inflateSync(Buffer.concat([...chunks(png)].filter(isData).map(({ data }) => data)));
  const stride = width * channels;
  const rows: Uint8Array[] = [];
  for (let at = 0; at < raw.length; at += stride + 1) {
    rows.push(unfiltered(raw.subarray(at, at + stride + 1), rows.at(-1), channels));
  }
  return rows.map((row) =>
    Array.from({ length: width }, (_, x): Pixel => {
      const [red = 0, green = 0, blue = 0, alpha = 255] = row.subarray(
        x * channels,
        (x + 1) * channels,
      );
      return { red, green, blue, alpha };
    }),
  );
}

type Chunk = { readonly type: string; readonly data: Buffer };
const isData = ({ type }: Chunk) => type === "IDAT";

function* chunks(png: Buffer): Generator<Chunk> {
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield {
      type: png.toString("latin1", at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    };
    at += length + 12;
  }
}

/** One line with its filter undone (PNG standard, 9.2). */
function unfiltered(line: Buffer, above: Uint8Array | undefined, channels: number): Uint8Array {
  const [filter = 0] = line;
  const row = Uint8Array.from(line.subarray(1));
  for (let n = 0; n < row.length; n++) {
    const left = row[n - channels] ?? 0;
    const up = above?.[n] ?? 0;
    const corner = n < channels ? 0 : (above?.[n - channels] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    row[n] = (row[n] ?? 0) + guess;
  }
  return row;
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(sum - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
