import type { Documents, Page, Query } from "../../../src/core/ports.ts";
import { type Actor, findActors } from "../../../src/features/oversight/actors.ts";

const deps = {
  directory: { teams: () => [], rosterOf: () => [] },
  forgotten: { hashOf: async (key: string) => `hash of ${key}` },
} as unknown as Parameters<typeof findActors>[0];

describe("finding who did what", () => {
  it("when a name cannot be read while the next page is waited for, then that is told to whoever asked, and nothing else breaks", async () => {
    const unheard: unknown[] = [];
    const hear = (error: unknown) => unheard.push(error);
    process.on("unhandledRejection", hear);
    let pages = 0;
    const documents = {
      async query(_: Query): Promise<Page<never>> {
        pages++;
        // The read fails meanwhile.
        if (pages > 1) await new Promise((resolve) => setTimeout(resolve, 20));
        return pages > 1
          ? { items: [] }
          : ({ items: [{ doc: { id: "t:anna" } }], next: "2" } as never);
      },
      async read() {
        throw new Error("too slow");
      },
    } as unknown as Documents;

    const finding = findActors(
      deps,
      documents,
      new Set(["hash of t:anna", "another"]),
      new Map<string, Actor>(),
    );

    await expect(finding).rejects.toThrow("too slow");
    expect(pages).toBe(2);
    expect(unheard).toEqual([]);
    process.off("unhandledRejection", hear);
  });
});
