/**
 * `npm run fit -- [--data DIR]` fits the thresholds of the search and prints how they do; `npm run fit -- dictionary`
 * learns the dictionary for questions across languages anew (content/dictionary).
 */
const [what, ...rest] = process.argv.slice(2);

if (what === "dictionary") {
  const { makeDictionary } = await import("./dictionary/make-dictionary.ts");
  makeDictionary();
} else {
  const { fitSearch } = await import("./search/fit-search.ts");
  fitSearch(what === undefined ? [] : [what, ...rest]);
}
