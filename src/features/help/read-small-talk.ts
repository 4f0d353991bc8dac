/** A greeting or thanks that is the whole message. "Hi" is the first thing many people write to a bot. */
const greetings = new Set(
  "hej hejsan hallå tjena moj mojn morjens moi moikka hei terve huomenta päivää hi hello hey goddag godmorgon morning morgon dag kväll".split(
    " ",
  ),
);
const thanks = new Set(
  "tack tackar tusen kiitos kiitti kiitoksia kiitokset thanks thank thx".split(" "),
);
const filler = new Set(
  "kollega där alla du på dig så mycket snälla hyvää kaikille sinulle paljon oikein there all everyone you very much so a lot for the help god good för hjälpen svaret stort avusta vastauksesta suuret iso your answer".split(
    " ",
  ),
);

export function readSmallTalk(text: string): { readonly kind: "greeting" | "thanks" } | undefined {
  const words =
    text
      .toLowerCase()
      .normalize("NFC")
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > 5) return undefined;
  const known = words.every((word) => greetings.has(word) || thanks.has(word) || filler.has(word));
  if (!known) return undefined;
  if (words.some((word) => thanks.has(word))) return { kind: "thanks" };
  return words.some((word) => greetings.has(word)) ? { kind: "greeting" } : undefined;
}
