import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readReply } from "../fakes/teams-client.ts";
import { setTheStage } from "./set-the-stage.ts";
import { bareEnvironment, repository } from "./start-kollega.ts";

const stage = setTheStage();

const practice = {
  id: "varmepumpar-i-skolor",
  language: "sv",
  network: "upphandlare",
  title: "Bergvärmepumpar i tio skolor",
  body: "Kommunen upphandlade bergvärmepumpar till tio skolor i ett och samma förfarande.",
  questions: ["Hur upphandlar man bergvärmepumpar till skolor?"],
};

/** `npm run --silent kollega -- …` on the folder of the bot that runs. */
function kollega(...args: readonly string[]) {
  const child = spawn("npm", ["run", "--silent", "kollega", "--", ...args], {
    cwd: repository,
    env: { ...bareEnvironment(), DATA_DIR: stage().bot.dataDir },
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.stderr += text;
  });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    child.on("close", (code) => done({ code, ...said }));
  });
}

function fileOf(...rows: readonly object[]): string {
  const file = join(stage().bot.dataDir, "rows.jsonl");
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return file;
}

/** The first thing that the answer to the question shows. */
const found = async (): Promise<string | undefined> => {
  const exchange = await stage().teams.personalChat().say(practice.questions[0]!);
  return readReply(exchange).things[0];
};

const foundWithin = async (ms: number, wanted: string): Promise<boolean> => {
  const until = performance.now() + ms;
  while (performance.now() < until) {
    if ((await found()) === wanted) return true;
    await pause(200);
  }
  return false;
};

describe("the command line beside a bot that runs", () => {
  it("when practices are imported, then the bot finds them within ten seconds", async () => {
    expect(await found()).not.toBe(`practice:${practice.id}`);

    const { code, stdout, stderr } = await kollega(
      "import",
      "practices",
      fileOf(practice, { ...practice, id: "utan-titel", title: "" }),
      "--json",
    );

    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      rows: [{ row: 2, column: "title" }],
    });
    expect(await foundWithin(10_000, `practice:${practice.id}`)).toBe(true);
  });

  it("when the same file is imported again, then nothing changes", async () => {
    const { code, stdout } = await kollega("import", "practices", fileOf(practice), "--json");

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
  });

  it("when it is asked the same as the bot, then it gives the same answer", async () => {
    const { code, stdout } = await kollega("ask", practice.questions[0]!, "--json");

    expect(code).toBe(0);
    const { decision, results } = JSON.parse(stdout);
    const { id, language, title } = practice;
    expect(decision).toBe("answer");
    expect(results[0]).toMatchObject({ kind: "practice", id, language, title });
  });
});
