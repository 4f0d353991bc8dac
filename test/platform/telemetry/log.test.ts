import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** What a process that logs writes: the log holds on to the descriptors it was born with. */
function logged(
  level: string,
  then = "",
): { readonly stdout: string; readonly stderr: readonly object[] } {
  const file = path.resolve(import.meta.dirname, "../../../src/platform/telemetry/log.ts");
  const script = `
    const { createLog } = await import(${JSON.stringify(pathToFileURL(file).href)});
    const log = createLog(${JSON.stringify(level)});
    log.info("started", { port: 1 });
    log.warn("careful");
    log.error("failed", new TypeError("why"), { job: "refresh" });
    ${then}`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  const lines = stderr.split("\n").filter(Boolean);
  return { stdout, stderr: lines.map((line) => JSON.parse(line) as object) };
}

describe("the log", () => {
  it("when events happen, then each is one JSON line on stderr, and stdout stays empty", () => {
    const { stdout, stderr } = logged("info");

    expect(stdout).toBe("");
    expect(stderr).toMatchObject([
      { level: 30, msg: "started", port: 1, time: expect.stringMatching(/^\d{4}-.*Z$/u) },
      { level: 40, msg: "careful" },
      { level: 50, msg: "failed", job: "refresh", err: { type: "TypeError", message: "why" } },
    ]);
  });

  it("when the level is higher, then lesser events are left out", () => {
    expect(logged("error").stderr).toHaveLength(1);
    expect(logged("silent").stderr).toEqual([]);
  });

  it("when many lines follow each other and the process ends, then none is lost or out of order", () => {
    const counts = Array.from({ length: 500 }, (_, count) => count);

    const { stderr } = logged(
      "info",
      `for (const n of ${JSON.stringify(counts)}) log.info("turn", { n });`,
    );

    expect(stderr.slice(-500)).toMatchObject(counts.map((n) => ({ msg: "turn", n })));
  });

  it("when a process is killed, then the warning and what came before it are written", () => {
    const kill = `log.info("before"); log.warn("now"); process.kill(process.pid, "SIGKILL");`;

    expect(logged("info", kill).stderr.slice(-2)).toMatchObject([
      { msg: "before" },
      { msg: "now" },
    ]);
  });

  it("when a line follows another and nothing else happens, then it is written soon", () => {
    const later = `log.info("late"); setTimeout(() => process.kill(process.pid, "SIGKILL"), 1_000);`;

    expect(logged("info", later).stderr.at(-1)).toMatchObject({ msg: "late" });
  });
});
