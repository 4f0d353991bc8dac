import { createTurnQueue } from "../../src/core/turn-queue.ts";

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
const never = () => new Promise<void>(() => undefined);
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("a turn queue", () => {
  it("when turns have the same key, then they run one after the other, in order", async () => {
    const inOrder = createTurnQueue(1_000, never);
    const first = gate();
    const log: string[] = [];

    const turns = [
      inOrder("a", async () => {
        log.push("1 begins");
        await first.opened;
        log.push("1 ends");
      }),
      inOrder("a", async () => log.push("2")),
      inOrder("a", async () => log.push("3")),
    ];
    await settle();
    const before = [...log];
    first.open();
    await Promise.all(turns);

    expect(before).toEqual(["1 begins"]);
    expect(log).toEqual(["1 begins", "1 ends", "2", "3"]);
  });

  it("when turns have different keys, then neither waits", async () => {
    const inOrder = createTurnQueue(1_000, never);
    const hanging = gate();
    const slow = inOrder("a", () => hanging.opened);

    const quick = await inOrder("b", async () => "done");

    expect(quick).toBe("done");
    hanging.open();
    await slow;
  });

  it("when a turn fails, then its caller hears of it and the next one runs", async () => {
    const inOrder = createTurnQueue(1_000, never);

    const failing = inOrder("a", async () => {
      throw new Error("broken");
    });
    const next = inOrder("a", async () => "next");

    await expect(failing).rejects.toThrow("broken");
    await expect(next).resolves.toBe("next");
  });

  it("when a turn hangs, then the next one goes on after the longest wait", async () => {
    const waits: number[] = [];
    const inOrder = createTurnQueue(2_500, async (ms) => {
      waits.push(ms);
    });
    const hanging = gate();
    const slow = inOrder("a", () => hanging.opened);

    const next = await inOrder("a", async () => "next");

    expect(next).toBe("next");
    expect(waits).toEqual([2_500]);
    hanging.open();
    await slow;
  });

  it("when nothing is under way, then nothing waits or is kept", async () => {
    let slept = 0;
    const inOrder = createTurnQueue(1_000, async () => {
      slept++;
    });

    await inOrder("a", async () => 1);
    await inOrder("a", async () => 2);

    expect(slept).toBe(0);
  });
});
