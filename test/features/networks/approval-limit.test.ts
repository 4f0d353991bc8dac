import { approvalLimitOf } from "../../../src/core/network-settings.ts";
import {
  networkValues,
  readNetworkForm,
} from "../../../src/features/networks/read-network-form.ts";
import { network } from "./make-world.ts";

const before = { network: network("alfa"), settings: { network: "alfa" } };
const read = (typed: Readonly<Record<string, string>>, settings = before.settings) =>
  readNetworkForm({
    before: { ...before, settings },
    typed,
    shown: [],
    teams: [],
    offered: [],
    mayNameCoordinators: true,
  });

describe("how many members an announcement may reach without approval", () => {
  it("when nobody has set it, then it is 500, and stays unset", () => {
    const values = networkValues(before, []);

    expect(values["approvalAbove"]).toBe("500");
    expect(read({ approvalAbove: "500" })).toMatchObject({ ok: true, changed: [] });
    expect(approvalLimitOf({ contentOf: () => [] }, "alfa")).toBe(500);
  });

  it("when it is set, then it holds", () => {
    const after = read({ approvalAbove: "40" });

    expect(after).toMatchObject({
      settings: { network: "alfa", approvalAbove: 40 },
      changed: ["approvalAbove"],
    });
  });

  it.each(["-1", "many", "1000000", "4.5"])("when it is %j, then that is said", (approvalAbove) => {
    expect(read({ approvalAbove })).toEqual({
      ok: false,
      faults: [{ field: "approvalAbove", code: "badLimit" }],
    });
  });
});
