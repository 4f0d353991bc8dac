/** So many are asked for together; more would hold up others in the store. */
const together = 50;

/** The same items, some at a time, none before the group before it has been taken. */
export async function* inGroups<T>(items: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < together) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
