import { type Cruise, cruise, root } from "./cruise.ts";

/** Packages that cost start time, and the files behind which they are. */
const heavy: readonly (readonly [packages: RegExp, doors: readonly string[]])[] = [
  [/node_modules\/@opentelemetry\//u, ["src/platform/telemetry/otlp.ts"]],
  [/node_modules\/@microsoft\/app-manifest/u, ["src/platform/manifest/build-package.ts"]],
];

describe("packages that are needed seldom", () => {
  let house: Cruise;
  beforeAll(async () => {
    house = await cruise(root);
  });

  /** What is loaded together with a file: everything that it imports without waiting until it is called. */
  function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
    seen.add(file);
    const found = house.modules.find(({ source }) => source === file);
    for (const dependency of found?.dependencies ?? []) {
      const isTypeOnly = dependency.dependencyTypes.includes("type-only");
      if (dependency.dynamic || isTypeOnly || seen.has(dependency.resolved)) continue;
      loadedWith(dependency.resolved, seen);
    }
    return seen;
  }

  it.each(["src/main.ts", "src/cli.ts"])("when %s starts, then none of them is loaded", (entry) => {
    const loaded = [...loadedWith(entry)];

    expect(loaded.length).toBeGreaterThan(20);
    for (const [packages] of heavy) {
      expect(loaded.filter((file) => packages.test(file))).toEqual([]);
    }
  });

  it.each(heavy)("when %s is wanted, then there is a door to it", (packages, doors) => {
    for (const door of doors) {
      const all = [...loadedWith(door)];
      const behind = house.modules.filter(({ source }) => all.includes(source));
      const names = behind.flatMap(({ dependencies }) =>
        dependencies.map(({ resolved }) => resolved),
      );

      expect(names.some((name) => packages.test(name))).toBe(true);
    }
  });
});
