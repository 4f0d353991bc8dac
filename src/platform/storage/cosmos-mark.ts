import type { ReadItem } from "./cosmos-item.ts";

/** How far `changes` was read. */
export type Mark = {
  /** Seconds of the service's clock; everything before is known. */
  readonly since: number;
  /** The writes at or after `since` that were handed out, by their tokens. */
  readonly known: readonly string[];
};

/** `_ts` counts whole seconds, and a write may show itself a little after one that is younger. */
const lookBackSeconds = 10;
/**
 * A quiet partition's mark follows the service's clock at this distance, so that a large import is not read again
 * with every call for ever. Wider than the look-back: this clock is another machine's than the one that wrote `_ts`.
 */
const quietSeconds = 60;
/** Bounds the mark. What does not fit is handed out twice, which the port allows. */
const maxKnown = 1_000;

export const markOfBeginning: Mark = { since: 0, known: [] };

/** `answeredAt` is the service's time, in seconds, when it began to answer; undefined if it did not say. */
export function nextMark(
  mark: Mark,
  found: readonly Pick<ReadItem, "_ts" | "write">[],
  answeredAt: number | undefined,
): Mark {
  const newest = found.reduce((latest, { _ts }) => Math.max(latest, _ts), 0);
  const since = Math.max(
    mark.since,
    newest - lookBackSeconds,
    answeredAt === undefined ? 0 : answeredAt - quietSeconds,
  );
  const known = found.filter(({ _ts }) => _ts >= since).map(({ write }) => write);
  return { since, known: known.slice(-maxKnown) };
}

export function formatMark({ since, known }: Mark): string {
  return [since, ...known].join(" ");
}

/** A mark that is none would hide every change. */
export function parseMark(text: string): Mark {
  const [since = "", ...known] = text.split(" ");
  if (!/^\d+$/.test(since)) throw new Error(`"${text}" is no mark of this store.`);
  return { since: Number(since), known };
}
