import fc from "fast-check";
import type { Delivered } from "../../../src/core/ports.ts";
import { readOutcome } from "../../../src/platform/teams/read-outcome.ts";

const error = (code: string) => JSON.stringify({ error: { code, message: "…" } });
const blockedWrite = JSON.stringify({
  errorCode: 209,
  message: JSON.stringify({ subCode: "MessageWritesBlocked", details: "…", errorCode: null }),
});
const nestedInError = JSON.stringify({
  error: { code: "Forbidden", message: JSON.stringify({ subCode: "MessageWritesBlocked" }) },
});
const refused =
  (reason: Extract<Delivered, { state: "refused" }>["reason"]) =>
  (status: number): Delivered => ({ state: "refused", reason, status });
const blocked = refused("blocked")(403);
const forbidden = refused("forbidden")(403);
const notInstalled = refused("not-installed")(403);
const gone = refused("gone")(404);
const invalid = refused("invalid");

describe("readOutcome", () => {
  it.each<[number, string | undefined, string, Delivered]>([
    [200, undefined, '{"id":"1"}', { state: "delivered", activityId: "1" }],
    [201, undefined, '{"id":"1:x"}', { state: "delivered", activityId: "1:x" }],
    [202, undefined, "", { state: "delivered" }],
    [200, undefined, '{"id":5}', { state: "delivered" }],
    [200, undefined, "<html>", { state: "delivered" }],
    [400, undefined, error("Bad Argument"), invalid(400)],
    [401, undefined, error("BotNotRegistered"), refused("forbidden")(401)],
    [403, undefined, error("BotDisabledByAdmin"), forbidden],
    [403, undefined, error("BotNotInConversationRoster"), notInstalled],
    [403, undefined, error("ConversationBlockedByUser"), blocked],
    [403, undefined, error("ForbiddenOperationException"), notInstalled],
    [403, undefined, error("InvalidBotApiHost"), forbidden],
    [403, undefined, error("NotEnoughPermissions"), forbidden],
    [403, undefined, error("MessageWritesBlocked"), blocked],
    [403, undefined, blockedWrite, blocked],
    [403, undefined, nestedInError, blocked],
    [403, undefined, '{"message":"MessageWritesBlocked"}', forbidden],
    [403, undefined, "", forbidden],
    [404, undefined, error("ActivityNotFoundInConversation"), gone],
    [404, undefined, error("ConversationNotFound"), gone],
    [412, undefined, error("PreconditionFailed"), { state: "throttled" }],
    [413, undefined, error("MessageSizeTooBig"), refused("too-big")(413)],
    [429, "7", error("Throttled"), { state: "throttled", retryAfterMs: 7_000 }],
    [429, "0", "", { state: "throttled", retryAfterMs: 0 }],
    [429, undefined, error("Throttled"), { state: "throttled" }],
    [429, "soon", error("Throttled"), { state: "throttled" }],
    [429, "-5", error("Throttled"), { state: "throttled" }],
    [500, undefined, error("ServiceError"), invalid(500)],
    [500, "3", error("ServiceError"), invalid(500)],
    [502, undefined, error("ServiceError"), { state: "unknown", cause: "HTTP 502" }],
    [502, "3", "", { state: "unknown", cause: "HTTP 502" }],
    [503, undefined, "", { state: "unknown", cause: "HTTP 503" }],
    [503, "2", "", { state: "throttled", retryAfterMs: 2_000 }],
    [504, undefined, "", { state: "unknown", cause: "HTTP 504" }],
    [501, undefined, "", invalid(501)],
    [302, undefined, "", invalid(302)],
    [418, undefined, "", invalid(418)],
  ])(
    "when the answer is %i (Retry-After %s) %s, then the outcome is %j",
    (status, retryAfter, body, outcome) => {
      expect(readOutcome(status, retryAfter, body)).toEqual(outcome);
    },
  );

  it.each<[string, number | undefined]>([
    ["Mon, 02 Mar 2026 08:00:30 GMT", 30_000],
    ["Monday, 02-Mar-26 08:00:30 GMT", 30_000],
    ["Mon Mar  2 08:00:30 2026", 30_000],
    ["Mon, 02 Mar 2026 07:59:00 GMT", 0],
    ["Mon, 99 Mar 2026 08:00:30 GMT", undefined],
    ["2026-03-02T08:00:30Z", undefined],
    ["Monday", undefined],
    ["0x10", undefined],
    ["", undefined],
    [" 7 ", 7_000],
    ["1.5", 1_500],
  ])("when Retry-After is %j at eight o'clock, then it is waited %s ms", (retryAfter, waited) => {
    const now = new Date("2026-03-02T08:00:00Z");

    for (const status of [429, 503]) {
      const outcome = readOutcome(status, retryAfter, "", now);
      expect(outcome).toEqual({
        state: "throttled",
        ...(waited !== undefined && { retryAfterMs: waited }),
      });
    }
  });

  it("when the answer is anything, then it has an outcome", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.string(),
        fc.jsonValue(),
        (status, retryAfter, body) => {
          const outcome = readOutcome(status, retryAfter, JSON.stringify(body));
          expect(["delivered", "throttled", "refused", "unknown"]).toContain(outcome.state);
          expect(outcome.state === "delivered").toBe(status >= 200 && status < 300);
        },
      ),
    );
  });
});
