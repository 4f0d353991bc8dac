/**
 * How many letters must be put in, taken out, changed or swapped with their neighbour to make one word of another
 * (Damerau–Levenshtein, optimal string alignment); anything above `most` is `most + 1`.
 */
export function distanceOf(one: string, other: string, most: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = new Uint8Array(other.length + 1);
  let last = Uint8Array.from({ length: other.length + 1 }, (_, at) => at);
  let now = new Uint8Array(other.length + 1);
  for (let i = 1; i <= one.length; i++) {
    now[0] = i;
    let least = i;
    const letter = one.charCodeAt(i - 1);
    for (let j = 1; j <= other.length; j++) {
      const same = letter === other.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] as number) + 1,
        (now[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      const isSwapped =
        i > 1 &&
        j > 1 &&
        letter === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
      if (isSwapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      now[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, now] = [last, now, before];
  }
  return Math.min(last[other.length] as number, most + 1);
}

/** How many slips of the pen a word of so many letters may have and still be meant. */
export function mostSlips(letters: number): number {
  if (letters < 4) return 0;
  if (letters < 6) return 1;
  return letters < 10 ? 2 : 3;
}
