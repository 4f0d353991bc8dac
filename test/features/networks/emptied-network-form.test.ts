import {
  networkValues,
  readNetworkForm,
} from "../../../src/features/networks/read-network-form.ts";
import { network } from "./make-world.ts";

const before = {
  network: network("alfa", { teams: [], coordinators: ["00000000-0000-4000-8000-000000000001"] }),
  settings: { network: "alfa" },
};
const shown = networkValues(before, []);

/** What clients send: the inputs that hold something. */
function read(emptied: readonly string[], from: Readonly<Record<string, string>> = shown) {
  const held = Object.entries(from).filter(([id, value]) => value !== "" && !emptied.includes(id));
  return readNetworkForm({
    before,
    typed: Object.fromEntries(held),
    shown: [],
    teams: [],
    offered: [],
    mayNameCoordinators: true,
  });
}

describe("a network's form in which something was emptied", () => {
  it.each([
    ["one name", ["nameFi"], ["nameFi"]],
    ["all names", ["nameSv", "nameFi", "nameEn"], ["nameSv", "nameFi", "nameEn"]],
    ["the languages", ["languages"], ["languages"]],
    ["names and languages", ["nameSv", "nameFi", "nameEn", "languages"], ["languages"]],
    ["the coordinators", ["coordinators"], ["coordinators"]],
  ])(
    "when it is %s, then that is a fault and not as if it had been left alone",
    (_, emptied, at) => {
      const form = read(emptied);

      expect(form.ok).toBe(false);
      const fields = form.ok ? [] : form.faults.map(({ field }) => field);
      expect(fields).toEqual(expect.arrayContaining(at));
    },
  );

  it("when nothing is, then nothing changes", () => {
    expect(read([])).toMatchObject({ ok: true, changed: [] });
  });

  it("when only one choice comes, then all else stays", () => {
    expect(read([], { digestDay: "off" })).toMatchObject({
      ok: true,
      changed: expect.not.arrayContaining(["nameSv", "languages"]),
      network: before.network,
    });
  });
});
