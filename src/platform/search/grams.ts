/** The character n-grams of a folded word, edges marked by `_`, each once per place it occurs. */
export function gramsOf(folded: string, shortest: number, longest: number): string[] {
  const wrapped = `_${folded}_`;
  const grams: string[] = [];
  for (let size = shortest; size <= longest; size++) {
    for (let at = 0; at + size <= wrapped.length; at++) grams.push(wrapped.slice(at, at + size));
  }
  if (grams.length === 0) grams.push(wrapped);
  return grams;
}
