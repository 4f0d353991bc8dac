import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./cruise.ts";

const check = "scripts/check-node.cjs";

/** A folder with the check and a package.json that needs one package; runs the check there under a Node that says it is `version`. */
const runCheck = (setting: { version: string; installed: boolean; args?: readonly string[] }) => {
  const folder = mkdtempSync(join(tmpdir(), "kollega-check-"));
  try {
    mkdirSync(join(folder, "scripts"));
    copyFileSync(join(root, check), join(folder, check));
    writeFileSync(join(folder, "package.json"), '{"dependencies":{"zod":"1"}}');
    writeFileSync(
      join(folder, "pretend.cjs"),
      `Object.defineProperty(process, "versions", { value: { node: "${setting.version}" } });
       Object.defineProperty(process, "version", { value: "v${setting.version}" });`,
    );
    if (setting.installed) {
      mkdirSync(join(folder, "node_modules/zod"), { recursive: true });
      writeFileSync(join(folder, "node_modules/zod/package.json"), "{}");
    }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--require", "./pretend.cjs", check, ...(setting.args ?? [])],
      { cwd: folder, encoding: "utf8" },
    );
    return { status, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe("the check of Node", () => {
  it.each(["24.0.0", "24.21.0", "25.1.0", "100.0.0"])(
    "when Node is %s, then it is silent",
    (version) => {
      expect(runCheck({ version, installed: true })).toEqual({ status: 0, stdout: "", stderr: "" });
    },
  );

  it.each(["12.22.12", "20.20.2", "23.11.0"])(
    "when Node is %s, then it says in three languages what to do",
    (version) => {
      const { status, stdout, stderr } = runCheck({ version, installed: true });

      expect(status).toBe(78);
      expect(stdout).toBe("");
      for (const language of ["sv", "fi", "en"]) {
        expect(stderr).toMatch(new RegExp(`^${language}: .*Node.* 24 .*v${version}`, "m"));
      }
      expect(stderr.match(/npm ci/g)).toHaveLength(3);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
  );

  it.each(["20.20.2", "24.21.0"])(
    "when packages are missing under Node %s, then it says how to get them",
    (version) => {
      const { status, stderr } = runCheck({ version, installed: false });

      expect(status).toBe(78);
      expect(stderr.match(/\(zod\)\. .*npm ci/g)).toHaveLength(3);
    },
  );

  it("when a development package that the script needs is missing, then it says so", () => {
    const { status, stderr } = runCheck({ version: "24.21.0", installed: true, args: ["jest"] });

    expect(status).toBe(78);
    expect(stderr.match(/\(jest\)\. .*npm ci/g)).toHaveLength(3);
  });

  it("when a script starts something of ours, then the check comes first", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

    for (const name of ["start", "test", "kollega", "bench", "fit", "validate"]) {
      expect(scripts[name]).toMatch(/^node scripts\/check-node\.cjs( \S+)? && /);
    }
  });
});

describe("the lock file", () => {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");

  it("when read, then it names no registry", () => {
    expect(lock).not.toContain('"resolved"');
    expect(lock).not.toContain("registry");
  });

  it("when read, then every package has its checksum", () => {
    const packages: Record<string, { integrity?: string; inBundle?: boolean }> =
      JSON.parse(lock).packages;

    const without = Object.entries(packages)
      .filter(([path, entry]) => path !== "" && !entry.integrity && !entry.inBundle)
      .map(([path]) => path);

    expect(without).toEqual([]);
  });
});
