/**
 * Which occurrence became which. A moved one keeps its id (`Meeting.moved`) or gets another (the series was changed);
 * what was sent under the old id counts for the new one.
 */

export type Move = {
  /** The id it had; undefined for one that is new. */
  readonly from?: string;
  /** The id it has. */
  readonly to: string;
  /** The meeting's version since when: names the new round of its reminders. */
  readonly version: number;
  /** ISO: when that was taken in. Reminders that should have left before are not caught up on. */
  readonly at: string;
  /** ISO: when it would have begun, if that is what changed. */
  readonly was?: string;
};

/** Every id that an occurrence has had, its own first. */
export function idsOf(moves: readonly Move[], occurrence: string): readonly string[] {
  const ids = [occurrence];
  for (const id of ids) {
    for (const { from, to } of moves) {
      if (to === id && from !== undefined && !ids.includes(from)) ids.push(from);
    }
  }
  return ids;
}

/** The id an occurrence has today. */
export const currentId = (moves: readonly Move[], occurrence: string): string =>
  moves.reduce((id, move) => (move.from === id ? move.to : id), occurrence);

/** The id under which answers are kept: the first it had. */
export const firstId = (moves: readonly Move[], occurrence: string): string =>
  moves.reduceRight((id, move) => (move.to === id ? (move.from ?? id) : id), occurrence);

export const lastMove = (moves: readonly Move[], occurrence: string): Move | undefined =>
  moves.findLast(({ to }) => to === occurrence);

/** When it would have begun before it was moved; undefined if it was not. */
export function wasAt(moves: readonly Move[], occurrence: string): Date | undefined {
  const was = moves.findLast((move) => move.to === occurrence && move.was !== undefined)?.was;
  return was === undefined ? undefined : new Date(was);
}
