import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AuditEntry, contactKey, createAudit } from "../../src/core/audit.ts";
import type { Documents } from "../../src/core/ports.ts";
import { openSqliteDocuments } from "../../src/platform/storage/sqlite-documents.ts";
import { createFixedClock } from "../fakes/fixed-clock.ts";

describe("the audit", () => {
  it("when acts are recorded, then each has its own entry, which is gone after two years", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kollega-audit-"));
    const clock = createFixedClock(new Date("2026-03-02T08:00:00Z"));
    const log = { info() {}, warn() {}, error() {} };
    const store = await openSqliteDocuments({ dataDir: folder, clock, mode: "tool", log });
    let ids = 0;
    const audit = createAudit(store, clock, () => `id${++ids}`);
    const entries = async (partition: string) =>
      (await store.query<AuditEntry>({ container: "audit", partition })).items;

    await audit.record({ network: "n1", actor: "a", act: "import", details: { created: 2 } });
    await audit.record({ network: "n1", actor: "a", act: "import", details: { created: 2 } });
    await audit.record({ actor: "command-line", act: "import", details: {} });
    const there = await entries("n1");
    const shared = await entries("_shared");
    clock.set(new Date("2028-03-02T07:59:59Z"));
    const almostTwoYears = (await entries("n1")).length;
    clock.set(new Date("2028-03-02T08:00:00Z"));
    const twoYears = (await entries("n1")).length;
    await store.close();
    rmSync(folder, { recursive: true, force: true });

    expect(there.map(({ doc }) => doc)).toEqual([
      expect.objectContaining({ actor: "a", act: "import", at: "2026-03-02T08:00:00.000Z" }),
      expect.objectContaining({ actor: "a", act: "import", at: "2026-03-02T08:00:00.000Z" }),
    ]);
    expect(shared).toHaveLength(1);
    expect([almostTwoYears, twoYears]).toEqual([2, 0]);
  });

  it("when an act is about a contact entry, then its id, which may be a name, is not kept as it is", async () => {
    const kept: AuditEntry[] = [];
    const documents = {
      create: async (_: string, __: string, doc: AuditEntry) => void kept.push(doc),
    } as unknown as Documents;
    const nameOf = async (key: string) => `<${key.length}>`;
    const audit = createAudit(documents, createFixedClock(), () => "id", nameOf);

    await audit.record({
      network: "alfa",
      actor: "t:karin",
      act: "contact.edit",
      details: { contact: "anna-berg" },
    });
    await audit.record({ actor: "kollega", act: "x", details: { id: "practice:a:sv" } });

    expect(kept.map(({ details }) => details)).toEqual([
      { contact: `<${contactKey("alfa", "anna-berg").length}>` },
      { id: "practice:a:sv" },
    ]);
    expect(contactKey("alfa", "anna-berg")).not.toBe(contactKey(undefined, "anna-berg"));
  });
});
