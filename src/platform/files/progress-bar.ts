import type { WriteStream } from "node:tty";

const width = 30;
const redrawMs = 100;

export type ProgressBar = {
  show(done: number, all: number): void;
  /** Takes the bar off the terminal. */
  end(): void;
};

/** A bar on a terminal; where the stream is a file or a pipe, nothing. */
export function createProgressBar(
  stream: Pick<WriteStream, "write"> & { readonly isTTY?: boolean },
  nowMs: () => number,
): ProgressBar {
  let drawnMs = Number.NEGATIVE_INFINITY;
  return {
    show(done, all) {
      if (!stream.isTTY || nowMs() - drawnMs < redrawMs) return;
      drawnMs = nowMs();
      const filled = Math.round((done / Math.max(all, 1)) * width);
      stream.write(`\r[${"#".repeat(filled)}${"-".repeat(width - filled)}] ${done}/${all}`);
    },
    end() {
      if (stream.isTTY && drawnMs > Number.NEGATIVE_INFINITY) stream.write("\r\u001b[K");
    },
  };
}
