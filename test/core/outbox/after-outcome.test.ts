import { afterOpening, afterOutcome } from "../../../src/core/outbox/after-outcome.ts";
import type { Delivery, Target } from "../../../src/core/outbox/delivery.ts";
import type { Delivered } from "../../../src/core/ports.ts";
import { readOutcome } from "../../../src/platform/teams/read-outcome.ts";
import { chatWith, door, forum } from "../../app/outbox-world.ts";

const now = Date.parse("2026-03-02T08:00:00.000Z");
const moment = { now, jitter: 1 };
const hourMs = 3_600_000;

const chat: Target = { route: "chat", address: chatWith("a"), userId: "29:a" };
const channel: Target = { route: "channel", address: forum };
const mention: Target = { route: "mention", address: forum, userId: "29:a" };
const edit: Target = { route: "edit", address: chatWith("a"), activityId: "m1" };
const remove: Target = { route: "delete", address: chatWith("a"), activityId: "m1" };
const open: Target = { route: "open", door, userId: "29:a" };
const fallback = { address: forum, userId: "29:a", variant: "forum" };

const sending = (target: Target, more: Partial<Delivery> = {}): Delivery => ({
  id: "to:t:a",
  type: "delivery",
  v: 1,
  batch: "b",
  recipient: "t:a",
  name: "A",
  target,
  variant: "sv",
  language: "sv",
  state: "sending",
  sender: "process-1",
  notTaken: 0,
  leftOpen: 0,
  due: now - 50,
  firstTriedAt: now - 50,
  at: "2026-03-02T07:59:59.950Z",
  ...more,
});

const throttled: Delivered = { state: "throttled" };
const unanswered: Delivered = { state: "unknown", cause: "ECONNRESET" };
const refused = (reason: "blocked" | "gone" | "not-installed" | "forbidden"): Delivered => ({
  state: "refused",
  reason,
});

/** A status with its code as Teams answers it (platform.md 1.2), and what becomes of a message to a chat. */
const code = (name: string): string => JSON.stringify({ error: { code: name, message: "…" } });
const nested = JSON.stringify({
  errorCode: 209,
  message: JSON.stringify({ subCode: "MessageWritesBlocked", details: "…", errorCode: null }),
});
type End = "delivered" | "retried" | "retried and marked" | "another route" | `refused ${string}`;
const statuses: readonly [number, string | undefined, string, string, End][] = [
  [200, undefined, "", '{"id":"m1"}', "delivered"],
  [201, undefined, "", '{"id":"m1"}', "delivered"],
  [400, undefined, "Bad Argument", code("Bad Argument"), "refused invalid"],
  [401, undefined, "BotNotRegistered", code("BotNotRegistered"), "refused forbidden"],
  [403, undefined, "BotDisabledByAdmin", code("BotDisabledByAdmin"), "refused forbidden"],
  [
    403,
    undefined,
    "BotNotInConversationRoster",
    code("BotNotInConversationRoster"),
    "another route",
  ],
  [
    403,
    undefined,
    "ConversationBlockedByUser",
    code("ConversationBlockedByUser"),
    "refused blocked",
  ],
  [
    403,
    undefined,
    "ForbiddenOperationException",
    code("ForbiddenOperationException"),
    "another route",
  ],
  [403, undefined, "InvalidBotApiHost", code("InvalidBotApiHost"), "refused forbidden"],
  [403, undefined, "NotEnoughPermissions", code("NotEnoughPermissions"), "refused forbidden"],
  [403, undefined, "MessageWritesBlocked, nested", nested, "refused blocked"],
  [403, undefined, "MessageWritesBlocked", code("MessageWritesBlocked"), "refused blocked"],
  [
    404,
    undefined,
    "ActivityNotFoundInConversation",
    code("ActivityNotFoundInConversation"),
    "another route",
  ],
  [404, undefined, "ConversationNotFound", code("ConversationNotFound"), "another route"],
  [412, undefined, "PreconditionFailed", code("PreconditionFailed"), "retried"],
  [413, undefined, "MessageSizeTooBig", code("MessageSizeTooBig"), "refused too-big"],
  [429, "7", "Throttled", code("Throttled"), "retried"],
  [429, undefined, "Throttled", code("Throttled"), "retried"],
  [500, undefined, "ServiceError", code("ServiceError"), "refused invalid"],
  [500, "3", "ServiceError", code("ServiceError"), "refused invalid"],
  [502, undefined, "ServiceError", code("ServiceError"), "retried and marked"],
  [502, "3", "ServiceError", code("ServiceError"), "retried and marked"],
  [503, undefined, "", "", "retried and marked"],
  [503, "2", "", "", "retried"],
  [504, undefined, "", "", "retried and marked"],
  [501, undefined, "", "", "refused invalid"],
  [302, undefined, "", "", "refused invalid"],
];

function endOf({ state, reason, possibleDuplicate, target }: Delivery): End {
  if (state === "delivered") return "delivered";
  if (state === "refused") return `refused ${reason}`;
  if (target.route !== "chat") return "another route";
  return possibleDuplicate ? "retried and marked" : "retried";
}

describe("after a message to a chat was answered", () => {
  it.each(statuses)(
    "when it was %i (Retry-After %s) %s, then: %#",
    (status, wait, _, body, end) => {
      const { next, closesAddress } = afterOutcome(
        sending(chat),
        readOutcome(status, wait, body),
        moment,
      );

      expect(endOf(next)).toBe(end);
      expect(closesAddress).toBe(end === "refused blocked");
      expect(next.sender).toBeUndefined();
      expect(next.at).toBe("2026-03-02T08:00:00.000Z");
    },
  );
});

describe("what is tried again", () => {
  it.each<[string, Target, Delivered, Partial<Delivery>, Partial<Delivery>]>([
    // How long is waited.
    [
      "Retry-After 7 s",
      chat,
      { ...throttled, retryAfterMs: 7_000 },
      {},
      { due: now + 7_000, notTaken: 1 },
    ],
    ["no Retry-After", chat, throttled, {}, { due: now + 2_000, notTaken: 1 }],
    ["the third time", chat, throttled, { notTaken: 2 }, { due: now + 72_000, notTaken: 3 }],
    ["no answer", chat, unanswered, {}, { due: now + 5_000, leftOpen: 1, possibleDuplicate: true }],
    [
      "no answer again",
      chat,
      unanswered,
      { leftOpen: 1 },
      { due: now + 30_000, leftOpen: 2, possibleDuplicate: true },
    ],
    // Edits and deletions repeat freely.
    ["edit, no answer", edit, unanswered, { leftOpen: 4 }, { leftOpen: 5 }],
    ["deletion, no answer", remove, unanswered, { leftOpen: 4 }, { leftOpen: 5 }],
    // Opening a chat sends nothing.
    ["opening, no answer", open, unanswered, {}, { notTaken: 1, leftOpen: 0 }],
    ["opening, throttled", open, throttled, {}, { notTaken: 1, target: open }],
    ["a channel, throttled", channel, throttled, {}, { notTaken: 1 }],
    ["a mention, no answer", mention, unanswered, {}, { leftOpen: 1, possibleDuplicate: true }],
  ])("when it is %s, then it is planned again", (_, target, outcome, before, after) => {
    const { next, closesAddress } = afterOutcome(sending(target, before), outcome, moment);

    const { possibleDuplicate, ...rest } = after;
    expect(next).toMatchObject({ state: "planned", target, firstTriedAt: now - 50, ...rest });
    expect(next.possibleDuplicate).toBe(possibleDuplicate);
    expect(closesAddress).toBe(false);
  });

  it.each<[string, Target, Delivered, Partial<Delivery>, Partial<Delivery>]>([
    [
      "throttled the sixth time",
      chat,
      throttled,
      { notTaken: 5 },
      { state: "refused", reason: "throttled" },
    ],
    [
      "told to wait beyond the hour",
      chat,
      { ...throttled, retryAfterMs: hourMs },
      {},
      { state: "refused", reason: "throttled" },
    ],
    [
      "throttled at the end of the hour",
      chat,
      throttled,
      { firstTriedAt: now - hourMs + 1_000 },
      { state: "refused", reason: "throttled" },
    ],
    [
      "throttled to the end after a call was left open",
      chat,
      throttled,
      { notTaken: 5, leftOpen: 1, possibleDuplicate: true },
      { state: "unknown", reason: "throttled" },
    ],
    [
      "not answered the third time",
      chat,
      unanswered,
      { leftOpen: 2, possibleDuplicate: true },
      { state: "unknown", reason: "ECONNRESET", possibleDuplicate: true },
    ],
    ["an edit, the sixth time", edit, unanswered, { leftOpen: 5 }, { state: "unknown" }],
    [
      "an opening, the sixth time",
      open,
      unanswered,
      { notTaken: 5 },
      { state: "refused", reason: "no-answer" },
    ],
  ])("when it is %s, then that is the end", (_, target, outcome, before, after) => {
    const { next } = afterOutcome(sending(target, before), outcome, moment);

    expect(next).toMatchObject({ ...after, target });
  });

  it.each([
    [0, 25],
    [1, 51],
  ])("when nothing is taken (jitter %d), then %d minutes of it are outlived", (jitter, minutes) => {
    let next = sending(chat, { firstTriedAt: now });
    for (let tries = 0; tries < 5; tries++) {
      next = afterOutcome(next, { state: "throttled" }, { now: next.due, jitter }).next;
    }

    expect(next.state).toBe("planned");
    expect(Math.floor((next.due - now) / 60_000)).toBe(minutes);
  });

  it("when many fail together, then they do not come back together", () => {
    const dueWith = (jitter: number) =>
      afterOutcome(sending(chat), throttled, { now, jitter }).next.due;

    expect([dueWith(0), dueWith(0.5), dueWith(1)]).toEqual([now + 1_000, now + 1_500, now + 2_000]);
  });
});

describe("who is not reached in a chat", () => {
  const withoutUser: Target = { route: "chat", address: chatWith("a") };

  it.each(["gone", "not-installed"] as const)(
    "when it is %s, then one new chat is tried",
    (reason) => {
      for (const before of [sending(chat), sending(withoutUser, { fallback })]) {
        const { next } = afterOutcome(before, refused(reason), moment);

        expect(next).toMatchObject({ state: "planned", due: now, reopened: true, target: open });
      }
    },
  );

  it.each<[string, Target, Partial<Delivery>]>([
    ["the new chat does not work either", chat, { reopened: true }],
    ["it is a chat that cannot be opened", open, {}],
    ["the reopened chat cannot be opened", open, { reopened: true }],
  ])("when %s, then they are mentioned in the channel", (_, target, more) => {
    const before = sending(target, { fallback, ...more });

    const { next } = afterOutcome(before, refused("gone"), moment);

    expect(next).toMatchObject({ state: "planned", due: now, target: mention, variant: "forum" });
  });

  it.each<[string, Target, Partial<Delivery>]>([
    ["there is no channel", chat, { reopened: true }],
    ["nobody knows how to open one", withoutUser, {}],
    ["it was a channel", channel, { fallback }],
    ["it was a mention", mention, { fallback }],
    ["it was an edit", edit, { fallback }],
  ])("when %s, then it is refused", (_, target, more) => {
    const { next } = afterOutcome(sending(target, more), refused("gone"), moment);

    expect(next).toMatchObject({ state: "refused", reason: "gone", target });
  });

  it.each([chat, open, mention, edit])(
    "when they blocked the bot, then no other route is tried: %j",
    (target) => {
      const before = sending(target, { fallback });

      const { next, closesAddress } = afterOutcome(before, refused("blocked"), moment);

      expect(next).toMatchObject({ state: "refused", reason: "blocked", target });
      expect(closesAddress).toBe(target !== mention);
    },
  );

  it("when it is forbidden, then no other route is tried", () => {
    const { next } = afterOutcome(sending(chat, { fallback }), refused("forbidden"), moment);

    expect(next).toMatchObject({ state: "refused", reason: "forbidden" });
  });
});

describe("what arrived", () => {
  it("when a message was delivered, then it is known where it is", () => {
    const before = sending(chat, { leftOpen: 1, possibleDuplicate: true });

    const { next } = afterOutcome(before, { state: "delivered", activityId: "m7" }, moment);

    expect(next).toMatchObject({
      state: "delivered",
      activityId: "m7",
      deliveredTo: chatWith("a"),
      possibleDuplicate: true,
    });
  });

  it.each<[string, Target, Delivered]>([
    ["edited", edit, { state: "delivered" }],
    ["deleted", remove, { state: "delivered" }],
    ["to be deleted, and is not there any more", remove, refused("gone")],
  ])("when a message was %s, then that is delivered", (_, target, outcome) => {
    const { next } = afterOutcome(sending(target), outcome, moment);

    expect(next).toMatchObject({ state: "delivered", activityId: "m1" });
  });

  it("when a chat was opened, then the message goes there, and what was tried still counts", () => {
    const before = sending(open, { state: "planned", notTaken: 2, reopened: true });

    const next = afterOpening(before, chatWith("new"));

    expect(next).toEqual({
      ...before,
      target: { route: "chat", address: chatWith("new"), userId: "29:a" },
    });
  });
});
