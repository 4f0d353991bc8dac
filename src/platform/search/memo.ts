/**
 * A function of a text that remembers what it made, for the words of texts and questions are the same ones again and
 * again. When it holds too much it begins anew, which costs less than keeping count of what was used last.
 */
export function createMemo<T>(most: number, make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const value = make(text);
    made.set(text, value);
    return value;
  };
}
