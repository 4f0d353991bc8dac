/**
 * `npm run bench -- search …`: how well it finds. `npm run bench -- turns [--quick] [--store cosmos]`: how fast it answers.
 * `npm run bench -- terms`: how well and how fast terms are looked up.
 * `npm run bench -- send [--recipients 1500] [--rate 25,45] [--store cosmos]`: how fast and how surely it sends.
 */
const [what, ...args] = process.argv.slice(2);

switch (what) {
  case "search": {
    const { benchSearch } = await import("./search/bench-search.ts");
    await benchSearch(args);
    break;
  }
  case "turns": {
    const { benchTurns } = await import("./turns/bench-turns.ts");
    await benchTurns(args);
    break;
  }
  case "terms": {
    const { benchTerms } = await import("./terms/bench-terms.ts");
    await benchTerms();
    break;
  }
  case "send": {
    const { benchSend } = await import("./send/bench-send.ts");
    await benchSend(args);
    break;
  }
  default:
    console.error(
      "Usage: npm run bench -- search … | turns [--quick] [--store cosmos] | send [--recipients 1500] [--rate 25,45] [--store cosmos] | terms",
    );
    process.exitCode = 64;
}
