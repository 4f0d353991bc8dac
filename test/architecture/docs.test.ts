import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { variables } from "../../src/config.ts";
import { createMetrics } from "../../src/platform/telemetry/metrics.ts";
import { filesBelow, root } from "./cruise.ts";

const guides = ["docs/install-in-your-tenant.md", "docs/costs.md", "docs/runbook.md"];
const text = (file: string) => readFileSync(join(root, file), "utf8");
const source = filesBelow("src")
  .filter((file) => file.endsWith(".ts"))
  .map(text)
  .join("\n");

describe.each(guides)("%s", (guide) => {
  it("when it names figures, then the bot has them", async () => {
    const figures = (await createMetrics({ isLoopback: () => true }).snapshot()).map(
      ({ name }) => name,
    );
    const named = [...text(guide).matchAll(/\bkollega_[a-z_]+/gu)].map(([name]) => name);

    expect(named.filter((name) => !figures.includes(name))).toEqual([]);
  });

  it("when it names variables, then the bot reads them", () => {
    const named = [...text(guide).matchAll(/`([A-Z][A-Z_]+[A-Z]|Microsoft\w+)(?:=[^`]*)?`/gu)].map(
      ([, name = ""]) => name,
    );
    const foreign = ["ENOTFOUND", "TIMEOUT", "ECONNREFUSED"];

    expect(
      named.filter((name) => !variables.some((one) => one === name) && !foreign.includes(name)),
    ).toEqual([]);
  });

  it("when it leads to files, then they are there", () => {
    const linked = [...text(guide).matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(([, to = ""]) => to);
    const named = [...text(guide).matchAll(/\b(?:infra|manifest|test)\/[\w./-]*\w/gu)].map(
      ([to]) => to,
    );

    expect(linked.filter((to) => !existsSync(join(root, dirname(guide), to)))).toEqual([]);
    expect(named.filter((to) => !existsSync(join(root, to)))).toEqual([]);
  });

  it("when it gives commands of npm and of the house, then they exist", () => {
    const { scripts } = JSON.parse(text("package.json"));
    const scriptsNamed = [...text(guide).matchAll(/npm run (?:--silent )?([\w:-]+)/gu)].map(
      ([, name = ""]) => name,
    );
    const commands = [...text(guide).matchAll(/(?:kollega --|cli\.ts) (\w+)/gu)].map(
      ([, name = ""]) => name,
    );

    expect(scriptsNamed.filter((name) => !(name in scripts))).toEqual([]);
    expect(
      commands.filter((name) => !source.includes(`["${name}`) && !source.includes(`: ["${name}`)),
    ).toEqual([]);
  });
});

describe("the runbook", () => {
  it("when it explains events of the log, then the bot logs them", () => {
    const table = /\| event \|[\s\S]*?\n\n/u.exec(text("docs/runbook.md"))?.[0] ?? "";
    const events = [...table.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, event = ""]) => event);

    expect(events.length).toBeGreaterThan(10);
    expect(events.filter((event) => !source.includes(`"${event}"`))).toEqual([]);
  });
});

describe("the costs", () => {
  const costs = text("docs/costs.md");

  /** Every `a × b + c = d` that stands there. */
  it("when something is reckoned, then it is right to the last figure that is given", () => {
    const sums = [...costs.matchAll(/((?:[\d.,]+ [×+/] )+[\d.,]+) = \**([\d.,]*\d)/gu)].map(
      ([, left = "", right = ""]) => ({ left, right }),
    );

    expect(sums.length).toBeGreaterThan(10);
    for (const { left, right } of sums) {
      const digits = right.split(".")[1]?.length ?? 0;
      const rounded = Number(worked(left).toFixed(digits));
      const told = numberOf(right);
      // What ends in zeros was rounded to them.
      const step = digits > 0 ? 10 ** -digits : 10 ** (/0*$/u.exec(String(told))?.[0].length ?? 0);
      expect({ left, told: Math.abs(rounded - told) <= step / 2 + 1e-9 }).toEqual({
        left,
        told: true,
      });
    }
  });
});

const numberOf = (word: string): number => Number(word.replaceAll(",", ""));

/** Products before sums, as at school. */
const worked = (expression: string): number =>
  expression
    .split(" + ")
    .map((term) => {
      const [first = "0", ...rest] = term.split(/ (?=[×/])/u);
      return rest.reduce(
        (value, part) =>
          part.startsWith("×") ? value * numberOf(part.slice(2)) : value / numberOf(part.slice(2)),
        numberOf(first),
      );
    })
    .reduce((sum, value) => sum + value, 0);
