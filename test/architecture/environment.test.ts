import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cruise, cruise, filesBelow, root } from "./cruise.ts";

/** The lines of a text that read the environment; comments may speak of it. */
const linesReadingTheEnvironment = (text: string): readonly string[] =>
  text
    .split("\n")
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .filter((line) =>
      /\bprocess\b\s*\??\.?\s*(\.\s*env\b|\[|\.?\s*loadEnvFile\b)|\{[^}]*\b(env|loadEnvFile)\b[^}]*\}\s*=\s*(globalThis\.)?process\b|\b(env|loadEnvFile)\b[^;]*from\s+"(node:)?process"/.test(
        line,
      ),
    );

describe("the environment", () => {
  it.each([
    "const port = process.env.PORT;",
    "const port = process?.env?.PORT;",
    'const port = process["env"].PORT;',
    "const all = { ...globalThis.process.env };",
    "const { env } = process;",
    "const { argv, env: all } = globalThis.process;",
    'import { argv, env } from "node:process";',
    'import { env as all } from "process";',
    'process.loadEnvFile(".env");',
  ])("when a line says %s, then it is found", (line) => {
    expect(linesReadingTheEnvironment(line)).toHaveLength(1);
  });

  it.each([
    "// never process.env here",
    " * process.env",
    "process.exit(78);",
    "const env = load();",
  ])("when a line says %s, then it is let through", (line) => {
    expect(linesReadingTheEnvironment(line)).toEqual([]);
  });

  it("when source is read, then only config.ts reads the environment", () => {
    const readers = filesBelow("src")
      .filter((file) => file.endsWith(".ts") && file !== "src/config.ts")
      .flatMap((file) =>
        linesReadingTheEnvironment(readFileSync(join(root, file), "utf8")).map(
          (line) => `${file}: ${line.trim()}`,
        ),
      );

    expect(readers).toEqual([]);
  });
});

describe("packages in src", () => {
  let house: Cruise;
  beforeAll(async () => {
    house = await cruise(root);
  });

  it("when src imports a package, then it is one that an image installs", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

    const imported = house.modules
      .filter(({ source }) => source.startsWith("src/"))
      .flatMap(({ source, dependencies: found }) =>
        found.map(({ resolved }) => ({
          source,
          name: /node_modules\/((@[^/]+\/)?[^/]+)/.exec(resolved)?.[1],
        })),
      );

    expect(
      imported.filter(
        ({ name }) => name !== undefined && !(name.replace("@types/", "") in dependencies),
      ),
    ).toEqual([]);
  });

  it("when src is read, then it knows nothing of the test runner", () => {
    const speaking = filesBelow("src").filter((file) =>
      /\bjest\b|\b(describe|beforeEach|afterAll)\(|from "fast-check"/.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );

    expect(speaking).toEqual([]);
  });
});
