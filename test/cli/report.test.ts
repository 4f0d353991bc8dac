import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createOutbox } from "../../src/core/outbox/create-outbox.ts";
import { type DeliveryPlan, urgencies } from "../../src/core/outbox/delivery.ts";
import { nowhere } from "../../src/core/outbox/target-of.ts";
import { readRows } from "../../src/platform/files/read-rows.ts";
import type { SqliteDocuments } from "../../src/platform/storage/sqlite-documents.ts";
import { systemClock } from "../../src/platform/system/clock.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { anAnnouncement } from "../features/announcements/send/an-announcement.ts";
import { network, putNetwork } from "../features/networks/make-world.ts";
import { openStore } from "../platform/files/open-store.ts";
import { createTempFolder, type TempFolder } from "../platform/files/temp-folder.ts";
import { runCli } from "./run-cli.ts";

const slowMs = 60_000;

const skipped = (name: string, skip: string): DeliveryPlan => ({
  recipient: `t:${name}`,
  name,
  target: nowhere,
  variant: "sv",
  language: "sv",
  skip,
});

describe("the report of an announcement, while a bot has the store open", () => {
  let folder: TempFolder;
  let bot: SqliteDocuments;
  const run = (line: string) => runCli(folder.path, line.split(" "));

  beforeAll(async () => {
    folder = createTempFolder();
    bot = await openStore(join(folder.path, ".data"), "bot");
    await putNetwork(bot, network("alfa"));
    const value = anAnnouncement({ status: "sent" });
    const doc = { id: "announcement:a-1", type: "announcement", v: 1, value };
    await bot.create("content", "alfa", doc);
    await bot.create("content", "alfa", {
      ...{ id: "confirmation:1", type: "confirmation", v: 1, announcement: "a-1", version: 1 },
      ...{ person: "t:anna", at: "2026-03-02T09:00:00.000Z" },
    } as never);
    const outbox = createOutbox({ documents: bot, clock: systemClock, digest, wake() {} });
    await outbox.plan(
      {
        id: "announcement:alfa:a-1",
        kind: "announcement",
        network: "alfa",
        urgency: urgencies.announcement,
        about: { announcement: "a-1", version: 1 },
        cards: {},
      },
      [skipped("anna", "paused"), skipped("=HYPERLINK(1)", "blocked")],
      true,
    );
  }, slowMs);
  afterAll(async () => {
    await bot.close();
    folder.remove();
  });

  it("when it is asked for, then every recipient stands there with the reason, and no formula", async () => {
    const { exitCode, stdout, stderr } = await run("report a-1");

    expect([exitCode, stderr]).toEqual([0, ""]);
    const [header, ...rows] = stdout.trimEnd().split("\n");
    expect(header).toBe(
      "network,announcement,person,name,route,language,state,reason,possibleDuplicate,confirmed,at,activityId",
    );
    expect(rows.map((row) => row.replace(/,20[^,]*Z,$/u, ",AT,")).sort()).toEqual([
      "alfa,a-1,'=HYPERLINK(1),'=HYPERLINK(1),chat,sv,skipped,blocked,,,AT,",
      "alfa,a-1,anna,anna,chat,sv,skipped,paused,,2026-03-02T09:00:00.000Z,AT,",
    ]);
  });

  it("when it shall be a workbook, then it is one", async () => {
    const out = join(folder.path, "rapport.xlsx");

    const { exitCode, stdout } = await run(`report a-1 --network alfa --out ${out}`);

    expect([exitCode, stdout]).toEqual([0, ""]);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
    const rows = await readRows(out);
    expect(rows).toHaveLength(2);
  });

  it.each([
    ["report x", 1, "There is no announcement “x”."],
    ["report a-1 --network beta", 1, ""],
    ["report", 64, "Missing: ANNOUNCEMENT"],
    ["report a-1 --format xlsx", 64, "name a file with --out"],
    ["report a-1 --format pdf", 64, "none of"],
  ])("when it is %s, then it says what is wrong", async (line, exitCode, words) => {
    const ended = await run(line);

    expect(ended).toMatchObject({ exitCode, stdout: "" });
    expect(ended.stderr).toContain(words);
  });
});
