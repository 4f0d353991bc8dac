/**
 * A function of a text that remembers what it made, for the words of texts and questions are the same ones again and
 * again. When it holds too much it begins anew, which costs less than keeping count of what was used last.
 */
export type Memo<T> = {
  (text: string): T;
  /** Forgets everything: what it is made from has changed. */
  readonly clear: () => void;
};

export function createMemo<T>(most: number, make: (text: string) => T): Memo<T> {
  const made = new Map<string, T>();
  const remember = (text: string): T => {
    const known = made.get(text);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const value = make(text);
    made.set(text, value);
    return value;
  };
  return Object.assign(remember, { clear: () => made.clear() });
}
