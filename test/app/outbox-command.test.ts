import { createOutbox } from "../../src/core/outbox/create-outbox.ts";
import type { Delivery } from "../../src/core/outbox/delivery.ts";
import type { Documents } from "../../src/core/ports.ts";
import { openCosmosDocuments } from "../../src/platform/storage/cosmos-documents.ts";
import { openSqliteDocuments } from "../../src/platform/storage/sqlite-documents.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { runCli } from "../cli/run-cli.ts";
import { type CosmosServer, startCosmosServer } from "../fakes/cosmos-server.ts";
import { createTempFolder, type TempFolder } from "../platform/files/temp-folder.ts";
import { batchOf, forum, people, toPerson, toStranger } from "./outbox-world.ts";

const slowMs = 60_000;
const clock = { now: () => new Date(), sleep: async () => {} };
const log = { info() {}, warn() {}, error() {} };
const tenant = "11111111-1111-4111-8111-111111111111";
const person = "00000000-0000-4000-8000-000000000002";

type Opened = {
  readonly documents: Documents & { close(): Promise<void> };
  readonly env: Readonly<Record<string, string>>;
};

let cosmos: CosmosServer | undefined;

/** A store that a bot has open. */
const stores: readonly (readonly [string, (folder: TempFolder) => Promise<Opened>])[] = [
  [
    "SQLite",
    async (folder) => ({
      documents: await openSqliteDocuments({
        dataDir: `${folder.path}/.data`,
        clock,
        log,
        mode: "bot",
      }),
      env: {},
    }),
  ],
  [
    "Cosmos DB",
    async () => {
      cosmos = await startCosmosServer();
      const endpoint = `http://127.0.0.1:${cosmos.port}`;
      const key = "a2V5";
      const documents = await openCosmosDocuments({
        endpoint,
        key,
        database: "kollega",
        clock,
        log,
        mode: "bot",
      });
      return { documents, env: { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key } };
    },
  ],
];

describe.each(stores)("kollega outbox on %s", (_name, open) => {
  let folder: TempFolder;
  let opened: Opened;
  const run = (line: string, env: Readonly<Record<string, string>> = {}) =>
    runCli(folder.path, line.split(" "), { ...opened.env, ...env });

  beforeAll(async () => {
    folder = createTempFolder();
    opened = await open(folder);
  });
  afterAll(async () => {
    await opened?.documents.close();
    await cosmos?.close();
    cosmos = undefined;
    folder.remove();
  });

  it(
    "when there are batches, then they are shown as promised, to programs and to people",
    async () => {
      const nothing = await run("outbox", { LANG: "sv_FI.UTF-8" });
      const { documents } = opened;
      const outbox = createOutbox({ documents, clock, digest, wake() {} });
      await outbox.plan(
        batchOf("first"),
        [
          toStranger("x", { recipient: `${tenant}:${person}`, name: "Anna" }),
          toPerson("away", { skip: "paused" }),
          toPerson("forum", {
            recipient: "19:forum@thread",
            name: "",
            target: { route: "channel", address: forum },
            language: "fi",
          }),
        ],
        true,
      );
      await outbox.plan(batchOf("second", { kind: "announcement" }), people(1_200), false);
      const delivered = await documents.read<Delivery>(
        "deliveries",
        "first",
        `to:${tenant}:${person}`,
      );
      await documents.replace(
        "deliveries",
        "first",
        {
          ...delivered!.doc,
          state: "delivered",
          activityId: "m1",
          possibleDuplicate: true,
        } satisfies Delivery,
        delivered!.etag,
      );

      const [list, one, many, words, unknown] = await Promise.all([
        run("outbox --json"),
        run("outbox --batch first --json"),
        run("outbox --batch second --json"),
        run("outbox --batch first", { LANG: "sv_FI.UTF-8" }),
        run("outbox --batch third --json"),
      ]);

      expect(nothing).toEqual({
        exitCode: 0,
        stderr: "",
        stdout: "Inget har skickats eller planerats.\n",
      });
      expect(list).toEqual({
        exitCode: 0,
        stderr: "",
        stdout: `[${[
          '{"id":"first","kind":"reminder","state":"open","intended":3,"planned":1,"sending":0,"delivered":1,"refused":0,"skipped":1,"unknown":0}',
          '{"id":"second","kind":"announcement","state":"planning","intended":1200,"planned":1200,"sending":0,"delivered":0,"refused":0,"skipped":0,"unknown":0}',
        ].join(",")}]\n`,
      });
      const { recipients, ...batch } = JSON.parse(one.stdout);
      expect(Object.keys(batch)).toEqual(Object.keys(JSON.parse(list.stdout)[0]));
      const at = expect.any(String);
      expect(
        recipients.toSorted((a: { name: string }, b: { name: string }) =>
          a.name < b.name ? -1 : 1,
        ),
      ).toEqual([
        {
          person: "19:forum@thread",
          name: "",
          route: "channel",
          state: "planned",
          language: "fi",
          at,
        },
        {
          person,
          name: "Anna",
          route: "chat",
          state: "delivered",
          activityId: "m1",
          language: "sv",
          possibleDuplicate: true,
          at,
        },
        {
          person: "away",
          name: "Name away",
          route: "chat",
          state: "skipped",
          reason: "paused",
          language: "sv",
          at,
        },
      ]);
      expect(JSON.parse(many.stdout).recipients).toHaveLength(1_200);
      expect(words.stdout).toContain("first: skickas, 3 mottagare, väntar 1, levererat 1");
      expect(words.stdout).toContain("- Anna: chatt, levererat, kan ha kommit fram två gånger\n");
      expect(words.stdout).toContain("- Name away: chatt, överhoppat, har pausat utskicken\n");
      expect(unknown).toMatchObject({ exitCode: 1, stdout: "" });
      expect(unknown.stderr).toContain("third");
    },
    slowMs,
  );
});
