import type { Recipient } from "../../../../src/core/directory.ts";
import { createCensus } from "../../../../src/features/meetings/remind/census.ts";
import { createFixedClock } from "../../../fakes/fixed-clock.ts";
import { createWorld, network } from "./simulation/world.ts";

const library = { contentOf: () => [], networks: () => [network] };

function createSmallCensus() {
  const { directory } = createWorld(() => "2026-12-01");
  return createCensus({ directory, library, clock: createFixedClock() });
}

describe("the census", () => {
  it("when somebody reads in a zone that no card was planned for, then they get the network's", async () => {
    const planned = new Set(["sv|Europe/Helsinki", "fi|Europe/Helsinki", "en|Europe/Helsinki"]);
    const variants = new Map<Recipient["person"], string>();

    for await (const reader of createSmallCensus().readers(network, planned)) {
      if (!("unread" in reader)) variants.set(reader.recipient.person, reader.variant);
    }

    expect(variants.get("stockholm")).toBe("sv|Europe/Helsinki");
    expect([...variants.values()].filter((variant) => !planned.has(variant))).toEqual([]);
  });

  it("when the network's zone changes, then it is taken anew", async () => {
    const census = createSmallCensus();
    const before = await census.of(network);

    const after = await census.of({ ...network, timeZone: "Europe/Oslo" });

    expect(before.variants.has("sv|Europe/Oslo")).toBe(false);
    expect(after.variants.has("sv|Europe/Oslo")).toBe(true);
    expect(await census.of(network)).toEqual(before);
  });
});
