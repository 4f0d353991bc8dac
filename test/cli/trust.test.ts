import { join } from "node:path";
import { createAudit } from "../../src/core/audit.ts";
import type { ContentDocument } from "../../src/core/content.ts";
import { emptyMemory } from "../../src/core/memory.ts";
import { noteKnown, type State } from "../../src/core/state.ts";
import type { SqliteDocuments } from "../../src/platform/storage/sqlite-documents.ts";
import { systemClock } from "../../src/platform/system/clock.ts";
import { digest, newId } from "../../src/platform/system/digest.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { network, putNetwork } from "../features/networks/make-world.ts";
import { openStore } from "../platform/files/open-store.ts";
import { createTempFolder, type TempFolder } from "../platform/files/temp-folder.ts";
import { runCli } from "./run-cli.ts";

const slowMs = 60_000;
const anna = { tenant: "t1", person: "anna" };
const store = { container: "conversations", partition: "_forgotten" } as const;

const words = textsIn("en").privacy.onCommandLine;
const cia: State = {
  id: "member",
  type: "state",
  v: 1,
  done: [],
  memory: emptyMemory,
  met: {
    name: "Cia Dahl",
    address: {
      v: 1,
      serviceUrl: "https://smba.example/",
      channel: "msteams",
      conversationId: "a:cia",
      botId: "28:kollega",
    },
  },
};
const contact: ContentDocument = {
  id: "contact:cia-dahl",
  type: "contact",
  v: 1,
  value: {
    id: "cia-dahl",
    network: "alfa",
    name: "Cia Dahl",
    consent: "2026-01-01",
    organisation: "Pargas stad",
    topics: [],
    languages: ["sv"],
    email: "cia@example.fi",
  },
};

describe("the audit and forgetting on the command line, while a bot has the store open", () => {
  let folder: TempFolder;
  let bot: SqliteDocuments;
  const run = (line: string) => runCli(folder.path, line.split(" "));

  beforeAll(async () => {
    folder = createTempFolder();
    bot = await openStore(join(folder.path, ".data"), "bot");
    await putNetwork(bot, network("alfa", { coordinators: ["anna", "bo"] }));
    await putNetwork(bot, network("beta", { coordinators: ["bo"] }));
    await noteKnown(bot, anna);
    await bot.create("members", "t1:cia", cia);
    await bot.create("content", "alfa", contact);
    const secret = { id: "secret", type: "secret", v: 1, value: "x" };
    await bot.create(store.container, store.partition, secret);
    const nameOf = async (key: string) => digest(JSON.stringify(["x", key]));
    const audit = createAudit(bot, systemClock, newId, nameOf);
    const details = { changed: ["nameSv"] };
    await audit.record({ network: "alfa", actor: "t1:anna", act: "settings", details });
    await audit.record({ actor: "command-line", act: "import", details: { created: 2 } });
  }, slowMs);
  afterAll(async () => {
    await bot.close();
    folder.remove();
  });

  it(
    "when the audit is exported, then who is known stands there by their id",
    async () => {
      const all = await run("export audit --format csv");
      const own = await run("export audit --network alfa");

      expect(all.exitCode).toBe(0);
      expect(all.stdout.split("\n").slice(0, 1)).toEqual(["at,network,actor,name,act,details"]);
      expect(all.stdout).toContain("alfa,anna,,settings,changed: nameSv");
      expect(all.stdout).toContain("command-line,,import,created: 2");
      expect(
        own.stdout
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line)),
      ).toMatchObject([{ network: "alfa", actor: "anna", act: "settings" }]);
    },
    slowMs,
  );

  it(
    "when an administrator has somebody forgotten, then they are gone, and the last coordinator stays",
    async () => {
      const last = await run("forget t1:bo");
      const done = await run("forget t1:anna");
      const named = await run("forget t1:cia");
      const audit = await run("export audit --network alfa");

      expect([last.exitCode, done.exitCode, named.exitCode]).toEqual([1, 0, 0]);
      // Nobody ever wrote under that id, and no roster has it.
      expect(done.stdout).toBe(`${words.erased}\n${words.unknownName}\n`);
      expect(named.stdout).toBe(
        `${words.erased}\n${words.contactsLeft}\n- alfa · cia-dahl · Pargas stad\n`,
      );
      expect(await bot.read("content", "alfa", "contact:cia-dahl")).toBeDefined();
      expect(last.stderr).toContain("only coordinator");
      const stored = await bot.read("content", "_networks", "network:alfa");
      expect(stored?.doc).toMatchObject({ value: { coordinators: ["bo"] } });
      expect(await bot.read("conversations", "_known", "t1:anna")).toBeUndefined();
      expect(audit.stdout).not.toContain("anna");
    },
    slowMs,
  );
});
