/** `npm run bench -- search …`: how well it finds. `npm run bench -- turns [--quick] [--store cosmos]`: how fast it answers. */
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
  default:
    console.error("Usage: npm run bench -- search … | turns [--quick] [--store cosmos]");
    process.exitCode = 64;
}
