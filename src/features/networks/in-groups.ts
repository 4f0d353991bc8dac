/** Does something for each item, `size` of them at once; the results in the items' order. */
export async function inGroups<T, R>(
  items: readonly T[],
  size: number,
  act: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += size) {
    results.push(...(await Promise.all(items.slice(from, from + size).map(act))));
  }
  return results;
}
