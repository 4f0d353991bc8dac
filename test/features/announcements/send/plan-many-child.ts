/**
 * Plans an announcement to as many members as it is told, with everything but the sender, and says what that left in
 * memory. Run with --expose-gc.
 */

import type { Recipient } from "../../../../src/core/directory.ts";
import { createLibrary } from "../../../../src/core/library.ts";
import { createOutbox } from "../../../../src/core/outbox/create-outbox.ts";
import { defaultPreferences } from "../../../../src/core/preferences.ts";
import { createAnnouncementsFeature } from "../../../../src/features/announcements/announcements-feature.ts";
import { createSearchIndex } from "../../../../src/platform/search/create-search-index.ts";
import { openSqliteDocuments } from "../../../../src/platform/storage/sqlite-documents.ts";
import { systemClock } from "../../../../src/platform/system/clock.ts";
import { digest } from "../../../../src/platform/system/digest.ts";
import { network, putNetwork } from "../../networks/make-world.ts";
import { anAnnouncement } from "./an-announcement.ts";

const [, , dataDir = "", wanted = "0"] = process.argv;
const members = Number(wanted);

const log = { info() {}, warn() {}, error: (_: string, error: unknown) => console.error(error) };
const documents = await openSqliteDocuments({ clock: systemClock, log, dataDir, mode: "tool" });
const library = createLibrary({
  documents,
  index: createSearchIndex(),
  kinds: [{ type: "network" }, { type: "announcement" }],
});
const value = anAnnouncement({ status: "sending", changedAt: systemClock.now().toISOString() });
await putNetwork(documents, network("alfa", { coordinators: ["karin"] }));
await documents.create("content", "alfa", {
  id: `announcement:${value.id}`,
  type: "announcement",
  v: 1,
  value,
} as never);
await library.refresh();

const door = {
  serviceUrl: "https://teams.example/",
  channel: "msteams",
  botId: "28:k",
  tenant: "t",
};
const recipient = (number: number): Recipient => ({
  key: `t:person-${number}`,
  tenant: "t",
  person: `person-${number}`,
  name: `Person ${number}`,
  isGuest: false,
  userId: `29:${number}`,
  door,
  isClosed: number % 33 === 0,
  language: (["sv", "fi", "en"] as const)[number % 3] ?? "sv",
  preferences: defaultPreferences,
});
let most = 0;
const directory = {
  async *recipients() {
    for (let number = 0; number < members; number++) {
      if (number % 20_000 === 0) most = Math.max(most, heap());
      yield recipient(number);
    }
  },
  recipient: async () => undefined,
  channelsOf: () => [],
  unreadTeams: () => [],
  networksOfPerson: () => ["alfa"],
} as never;

const outbox = createOutbox({ documents, clock: systemClock, digest, wake() {} });
const audit = { record: async () => {} };
const feature = createAnnouncementsFeature({
  documents,
  jobDocuments: documents,
  library,
  directory,
  outbox,
  jobOutbox: outbox,
  audit,
  jobAudit: audit,
  clock: systemClock,
  log,
  digest,
  admins: [],
  mode: "teams",
  sendRate: 25,
});
const [job] = feature.jobs ?? [];
if (!job) throw new Error("there is no job");

const before = heap();
await job.run();
const after = heap();
const head = await outbox.head(`announcement:alfa:${value.id}`);
const { intended, planned, skipped } = await outbox.counts(head as NonNullable<typeof head>);
await documents.close();
process.stdout.write(
  JSON.stringify({ before, most, after, state: head?.state, intended, planned, skipped }),
);

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
