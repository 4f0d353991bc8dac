import { safeError } from "../../../src/platform/telemetry/safe-error.ts";

describe("an error in the log", () => {
  it.each([
    ["Cannot reach https://smba.example/v3/conversations/a:1x", "Cannot reach …"],
    ["No member 29:abc-def in 19:xyz@thread.tacv2", "No member … in …"],
    ["Unexpected token in “Hej Anna”", "Unexpected token in …"],
    ["7e57ab1e-4be1-4a6a-9c0d-51deca5efeed is gone", "… is gone"],
    ["anna.andersson@example.fi", "…"],
    ["The disk is full", "The disk is full"],
  ])("when it says %p, then the log says %p", (said, logged) => {
    expect(safeError(new Error(said)).message).toBe(logged);
  });

  it("when it carries the request, then only type, code and place are kept", () => {
    const error = Object.assign(new Error("x", { cause: new Error("'y'") }), {
      code: "ECONNRESET",
      statusCode: 502,
      request: { body: "Hej Anna" },
    });

    const safe = safeError(error);

    expect(safe).toMatchObject({ type: "Error", code: "ECONNRESET", status: 502 });
    expect(safe.cause?.message).toBe("…");
    expect(JSON.stringify(safe)).not.toContain("Anna");
  });
});
