import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  licenceFaults,
  noticeText,
  type Package,
  type Rules,
  rules,
} from "../../scripts/licence-rules.ts";
import { root } from "./cruise.ts";

const none: Rules = { ...rules, exceptions: {}, saidElsewhere: {}, notices: {} };
const brings = (licence: string | undefined, name = "planted"): Package => ({
  name,
  version: "1.2.3",
  licence,
});
const faultsOf = (one: Package, by: Rules = none, says = true) =>
  licenceFaults([one], by, () => says);

describe("the licence check", () => {
  it.each([
    "MIT",
    "ISC",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache-2.0",
    "0BSD",
    "BlueOak-1.0.0",
    "(MIT OR GPL-3.0-only)",
    "MIT AND ISC",
  ])("when a package is under %s, then it is let through", (licence) => {
    expect(faultsOf(brings(licence))).toEqual([]);
  });

  it.each([
    "GPL-3.0-only",
    "AGPL-3.0-or-later",
    "LGPL-2.1",
    "SSPL-1.0",
    "CC-BY-NC-4.0",
    "Unlicense",
    "UNLICENSED",
    "SEE LICENSE IN LICENSE.txt",
    "MIT AND GPL-3.0-only",
    "(GPL-2.0-only OR CC-BY-SA-4.0)",
    "",
  ])("when a package is planted under %s, then it is refused", (licence) => {
    expect(faultsOf(brings(licence))).toEqual([`planted 1.2.3: ${licence} is not on the list`]);
  });

  it("when a package says nothing, then it is refused, unless its files say what is known", () => {
    const known: Rules = {
      ...none,
      saidElsewhere: { planted: { licence: "MIT", file: "LICENSE" } },
    };

    expect(faultsOf(brings(undefined))).toEqual(["planted 1.2.3: says nothing about its licence"]);
    expect(faultsOf(brings(undefined), known)).toEqual([]);
    expect(faultsOf(brings(undefined), known, false)).toEqual([
      "planted 1.2.3: its LICENSE does not say MIT any more",
    ]);
  });

  it.each(["MPL-2.0", "CC-BY-3.0", "(ISC AND CC-BY-4.0)"])(
    "when a package is under %s, then NOTICE must name it",
    (licence) => {
      const notices = { planted: "planted: does this and that." };

      expect(faultsOf(brings(licence))).toEqual([
        `planted 1.2.3: ${licence} must be named in NOTICE`,
      ]);
      expect(faultsOf(brings(licence), { ...none, notices })).toEqual([]);
    },
  );

  it("when there is an exception, then it is for that package and that licence only", () => {
    const exceptions = { planted: { licence: "Unlicense", why: "for a test" } };
    const by = { ...none, exceptions };

    expect(faultsOf(brings("Unlicense"), by)).toEqual([]);
    expect(faultsOf(brings("GPL-3.0-only"), by)).toHaveLength(1);
    expect(
      licenceFaults([brings("Unlicense", "another"), brings("Unlicense")], by, () => true),
    ).toEqual(["another 1.2.3: Unlicense is not on the list"]);
  });

  it("when nobody brings an excepted package along any more, then the exception must go", () => {
    expect(
      licenceFaults([], { ...none, exceptions: { gone: { licence: "X", why: "" } } }, () => true),
    ).toEqual(["gone: there are rules for it, but nobody brings it along any more"]);
  });

  it("when NOTICE is written, then every package stands in it, and each exception with its reason", () => {
    const packages = [brings("MIT", "one"), brings("ISC", "two"), brings("Unlicense", "prepin")];

    const text = noticeText(packages, rules);

    for (const { name } of packages) expect(text).toMatch(new RegExp(`\\b${name}\\b`, "u"));
    expect(text).toContain("prepin, Unlicense: ");
  });
});

describe("what the house brings along", () => {
  it("when its own packages are checked, then none is refused and NOTICE is true", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, "scripts/licences.ts")],
      {
        encoding: "utf8",
      },
    );

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^[3-9]\d\d packages, 0 faults\n$/u);
  });

  it("when a list of its parts is asked for, then npm makes one that names each package of an installation", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { dev?: boolean; version: string }>;
    };
    const brought = Object.entries(lock.packages)
      .filter(([place, { dev }]) => place !== "" && !dev)
      .map(
        ([place, { version }]) =>
          `${place.slice(place.lastIndexOf("node_modules/") + 13)}@${version}`,
      );

    const printed = execFileSync(process.execPath, [join(root, "scripts/sbom.ts")], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 32 * 1024 * 1024,
    });
    const { bomFormat, components } = JSON.parse(printed) as {
      bomFormat: string;
      components: {
        "bom-ref": string;
        purl: string;
        group?: string;
        name: string;
        version: string;
      }[];
    };

    expect(bomFormat).toBe("CycloneDX");
    const listed = components.map(({ purl }) =>
      decodeURIComponent(purl.replace(/^pkg:npm\//u, "").replace(/\?.*$/u, "")),
    );
    expect(new Set(listed)).toEqual(new Set(brought));
  });
});
