import type { BatchHead, Delivery } from "../../../../src/core/outbox/delivery.ts";
import { createNewestCopies } from "../../../../src/features/meetings/remind/newest-copies.ts";

const head = (id: string): BatchHead => ({ id, state: "ended" }) as BatchHead;

const delivery = (batch: string, recipient: string, more: Partial<Delivery> = {}): Delivery =>
  ({
    id: `${batch}/${recipient}`,
    batch,
    recipient,
    name: "",
    language: "sv",
    variant: "sv|Europe/Helsinki",
    state: "delivered",
    activityId: `${batch}/${recipient}`,
    at: "2026-11-26T09:00:00.000Z",
    target: { route: "chat" },
    ...more,
  }) as Delivery;

const people = (batch: string, count: number) =>
  Array.from({ length: count }, (_, at) => delivery(batch, `t:person-${at}`));

const post = (batch: string) => delivery(batch, "19:channel", { variant: "channel" });

async function newestIn(batches: Readonly<Record<string, readonly Delivery[]>>) {
  let reads = 0;
  const newestCopies = createNewestCopies({
    async *deliveries(id) {
      reads += 1;
      yield* batches[id] ?? [];
    },
  });
  const heads = Object.keys(batches).map(head);
  await newestCopies(heads, ["boss"]);
  const copies = await newestCopies(heads, ["boss"]);
  return { copies, reads };
}

const recipientsOf = (copies: readonly { readonly recipient: string }[]) =>
  copies.map(({ recipient }) => recipient).sort();

describe("the copies that show numbers to others", () => {
  it("when few were told, then everybody's is kept up to date", async () => {
    const { copies, reads } = await newestIn({ a: [post("a"), ...people("a", 60)] });

    expect(copies.length).toBe(61);
    expect(reads).toBe(1);
    // Nothing is held that an edit does not need.
    expect(copies[0]).not.toHaveProperty("target");
  });

  it.each([
    ["in one batch", { a: [...people("a", 61), post("a"), delivery("a", "t:boss")] }],
    ["before them", { a: [delivery("a", "t:boss"), post("a"), ...people("a", 61)] }],
    ["in two", { a: people("a", 60), b: [post("b"), delivery("b", "t:boss")] }],
  ])(
    "when more were told, %s, then the channel's and the coordinators' are",
    async (_, batches) => {
      const { copies } = await newestIn(batches);

      expect(recipientsOf(copies)).toEqual(["19:channel", "t:boss"]);
    },
  );

  it("when somebody has two, then the last one is", async () => {
    const last = delivery("b", "t:person-0", { at: "2026-11-26T10:00:00.000Z" });
    const skipped = delivery("c", "t:person-0", { state: "skipped", at: "2026-11-26T11:00:00Z" });
    const { copies } = await newestIn({ b: [last], a: people("a", 1), c: [skipped] });

    expect(copies.map(({ batch }) => batch)).toEqual(["b"]);
  });
});
