import type { ContentDocument } from "../../src/core/content.ts";
import { type NetworkSettings, quietHoursOf } from "../../src/core/network-settings.ts";

const libraryWith = (...settings: readonly NetworkSettings[]) => ({
  contentOf: <T>(): readonly ContentDocument<T>[] =>
    settings.map((value) => ({
      id: value.network,
      type: "network-settings",
      v: 1,
      value: value as T,
    })),
});

describe("quietHoursOf", () => {
  it.each<[NetworkSettings[], string, string]>([
    [[], "20:00", "07:00"],
    [[{ network: "b", quietFrom: "22:00", quietTo: "06:00" }], "20:00", "07:00"],
    [[{ network: "a" }], "20:00", "07:00"],
    [[{ network: "a", quietFrom: "22:00" }], "22:00", "07:00"],
    [[{ network: "a", quietFrom: "00:00", quietTo: "00:00" }], "00:00", "00:00"],
  ])("when the settings are %j, then from %s to %s", (settings, from, to) => {
    expect(quietHoursOf(libraryWith(...settings), "a")).toEqual({ from, to });
  });
});
