/** What a question is about, in the network's own tags: those that its words name, and those of what comes near it. Pure. */
const mostTopics = 6;
/** Shorter words are found in too many others. */
const shortest = 4;
/** So much of a word's end may be another, for it is inflected. */
const ending = 2;

export function topicsOf(
  text: string,
  tags: readonly string[],
  tagsNearby: readonly string[],
): readonly string[] {
  const folded = fold(text);
  const words = folded.split(/[^\p{L}\p{N}-]+/u).filter((word) => word.length >= shortest);
  const named = tags.filter((tag) => {
    const wanted = fold(tag);
    if (wanted.includes(" ")) return folded.includes(wanted);
    const stem = wanted.slice(0, Math.max(shortest, wanted.length - ending));
    return stem.length >= shortest && words.some((word) => word.startsWith(stem));
  });
  const topics = new Map([...named, ...tagsNearby].map((tag) => [fold(tag), tag]));
  return [...topics.values()].slice(0, mostTopics);
}

const fold = (text: string): string => text.trim().toLowerCase().normalize("NFC");
