/** Teams, as far as it matters here: it throttles, loses answers and fails, all by a seed, and remembers what it took. */
import type {
  Clock,
  ConversationAddress,
  Delivered,
  Messenger,
} from "../../../../../src/core/ports.ts";
import type { Card } from "../../../../../src/core/reply.ts";

export type Taken = {
  readonly at: number;
  readonly activityId: string;
  readonly conversation: string;
  readonly card: Card;
  /** The bot was never told that it was taken. */
  readonly isAnswerLost: boolean;
  /** What it shows now, and how often it was edited. */
  edits: readonly { readonly at: number; readonly card: Card }[];
};

export function createFaultyMessenger(deps: {
  readonly clock: Clock;
  readonly random: () => number;
  /** Why a message to this conversation is refused. */
  readonly refuses: (conversation: string) => "blocked" | undefined;
  readonly openChat: (userId: string) => ConversationAddress | undefined;
}) {
  const { clock, random } = deps;
  const taken: Taken[] = [];
  const calls = { made: 0, failed: 0 };
  let lastId = 0;

  async function call(conversation: string, take: () => string): Promise<Delivered> {
    calls.made += 1;
    await clock.sleep(50);
    const reason = deps.refuses(conversation);
    if (reason) return { state: "refused", reason, status: 403 };
    const chance = random();
    if (chance < 0.05) calls.failed += 1;
    if (chance < 0.02) return { state: "throttled", retryAfterMs: 1_000 + random() * 4_000 };
    if (chance < 0.03) return { state: "throttled" };
    if (chance < 0.04) return { state: "unknown", cause: "502" };
    if (chance < 0.05) {
      take();
      return { state: "unknown", cause: "dropped" };
    }
    return { state: "delivered", activityId: take() };
  }

  const messenger: Messenger = {
    async send(address, card) {
      const conversation = address.conversationId;
      let told = "";
      const outcome = await call(conversation, () => {
        lastId += 1;
        told = `activity-${lastId}`;
        const at = clock.now().getTime();
        taken.push({ at, activityId: told, conversation, card, isAnswerLost: true, edits: [] });
        return told;
      });
      const last = taken.findLast(({ activityId }) => activityId === told);
      if (last && outcome.state === "delivered")
        taken.splice(taken.indexOf(last), 1, { ...last, isAnswerLost: false });
      return outcome;
    },
    update: (address, activityId, card) =>
      call(address.conversationId, () => {
        const message = taken.find((one) => one.activityId === activityId);
        const edit = { at: clock.now().getTime(), card };
        if (message) message.edits = [...message.edits, edit];
        return activityId;
      }),
    remove: (address) => call(address.conversationId, () => ""),
    async openChat(_, userId) {
      await clock.sleep(50);
      const address = deps.openChat(userId);
      return address
        ? { state: "done", value: address }
        : { state: "refused", reason: "not-installed", status: 403 };
    },
    roster: async () => ({ state: "done", value: { members: [] } }),
    member: async () => ({ state: "refused", reason: "gone", status: 404 }),
    channels: async () => ({ state: "done", value: [] }),
  };
  return { messenger, taken, calls };
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
