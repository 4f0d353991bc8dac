import { inputName, readTicks } from "../../../src/features/privacy/ticked-entries.ts";

const mine = { id: "c-1", network: "alfa" };
const shared = { id: "c-2" };

describe("which entries somebody ticked", () => {
  it.each([
    ["nothing", {}, [], [], 2],
    ["one", { "contact:alfa:c-1": "true", "contact::c-2": "false" }, [mine], [], 1],
    ["all", { "contact:alfa:c-1": "true", "contact::c-2": "true" }, [mine, shared], [], 0],
    ["what is not offered", { "contact:alfa:c-9": "true" }, [], ["contact:alfa:c-9"], 2],
    ["no more of what was shown", { "contact:alfa:c-9": "false" }, [], [], 3],
    ["what is no input", { "c-1": "true", contact: "true", act: "forget" }, [], [], 2],
    ["with another value", { "contact:alfa:c-1": true, "contact::c-2": "yes" }, [], [], 2],
  ])("when it is %s", (_, data, ticked, missing, left) => {
    expect(readTicks(data, [mine, shared])).toEqual({ ticked, missing, left });
  });

  it("when an entry belongs to no network, then its input is not that of another with its id", () => {
    expect(inputName(shared)).not.toBe(inputName({ ...shared, network: "alfa" }));
  });
});
