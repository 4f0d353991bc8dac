/**
 * What the outbox holds (design.md 5). Everything sent outside a turn is a batch of deliveries, one per recipient.
 * Batch heads lie together in one partition of `deliveries`; a batch's cards and deliveries in a partition of its own.
 */
import type { Language } from "../language.ts";
import type { ConversationAddress, Document, Door, Mention } from "../ports.ts";
import type { Card, JsonObject } from "../reply.ts";

/** Where the heads of all batches lie. */
export const batchesPartition = "_batches";

export const deliveryStates = [
  "planned",
  "sending",
  "delivered",
  "refused",
  "skipped",
  "unknown",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One number for each state; their sum is `intended`, at any moment. */
export type Counts = Readonly<Record<DeliveryState, number>>;

/** How soon a batch is sent while others wait: the lowest first. */
export const urgencies = { reply: 0, notice: 1, reminder: 2, announcement: 3, edit: 4 } as const;
export type Urgency = (typeof urgencies)[keyof typeof urgencies];

/** What a batch is, without its recipients. */
export type BatchHead = Document & {
  readonly type: "batch";
  /** What it is in the sender's words: "reminder", "reminder-moved", "counts", "reply", "announcement" … */
  readonly kind: string;
  readonly network?: string;
  readonly urgency: Urgency;
  /** Ids of what it is about, for whoever made it. No texts, no names. */
  readonly about: JsonObject;
  /**
   * "planning": more deliveries may come; "open": all are made, `intended` is final; "ended": none is planned or
   * sending any more; "stopped": as ended, by somebody's wish, what was planned is skipped.
   */
  readonly state: "planning" | "open" | "ended" | "stopped";
  /** Final once the state is not "planning". */
  readonly intended: number;
  /** As of the end; before, they are counted from the deliveries. */
  readonly counts?: Counts;
  /** It takes no more and what is planned is skipped, for this reason; "stopped" once nothing is under way. */
  readonly stopReason?: string;
  /** ISO moments. */
  readonly createdAt: string;
  readonly endedAt?: string;
  /** `createdAt` in ms: heads are found as deliveries are, by their state in the order of this. */
  readonly due?: number;
};

/** The cards of a batch by variant (a language, or what the batch's maker calls it). */
export type BatchCards = Document & {
  readonly id: "cards";
  readonly type: "cards";
  readonly cards: Readonly<Record<string, Card>>;
  /** Of the plan that they were made with: its head says the same, whoever makes it. */
  readonly about?: JsonObject;
};

/** Where a delivery goes, and how. */
export type Target =
  /** A new message: to a personal or group chat that is known, or to a channel (a new thread without `;messageid=`). */
  | {
      readonly route: "chat" | "channel";
      readonly address: ConversationAddress;
      readonly replyToId?: string;
      /** The person of a personal chat, so that a new one can be opened if this one is gone. */
      readonly userId?: string;
    }
  /** A new message to a person whose chat must be opened first. */
  | { readonly route: "open"; readonly door: Door; readonly userId: string }
  /** One post in a channel for up to 20 people, who are mentioned in it. */
  | { readonly route: "mention"; readonly address: ConversationAddress; readonly userId: string }
  /** A message of the bot's own is replaced, or deleted. */
  | {
      readonly route: "edit" | "delete";
      readonly address: ConversationAddress;
      readonly activityId: string;
      /** Whom the message named when it was sent: an edit that does not name them takes the mentions away. */
      readonly mentions?: readonly Mention[];
    };

export type Delivery = Document & {
  readonly type: "delivery";
  readonly batch: string;
  /** `tenant:person`, or a channel's conversation id. Unique in the batch. */
  readonly recipient: string;
  readonly name: string;
  readonly target: Target;
  /** If the person cannot be reached in a chat: the channel where they are mentioned instead. */
  readonly fallback?: {
    readonly address: ConversationAddress;
    readonly userId: string;
    readonly variant: string;
  };
  /** Which of the batch's cards. */
  readonly variant: string;
  readonly language: Language;
  readonly state: DeliveryState;
  /** Why it was refused or skipped, or what left it open: a word such as "blocked" or "paused". */
  readonly reason?: string;
  /** Set once delivered: the message's id, and where it is, so that it can be edited. */
  readonly activityId?: string;
  readonly deliveredTo?: ConversationAddress;
  /** Set once delivered by a post that mentions people: all whom it mentions. */
  readonly mentioned?: readonly Mention[];
  /** A call for it ended without telling whether the message was taken, and it was sent again. */
  readonly possibleDuplicate?: true;
  /** Calls that were surely not taken, and calls that left it open. */
  readonly notTaken: number;
  readonly leftOpen: number;
  /** The one new conversation that is tried was tried. */
  readonly reopened?: true;
  /** Not sent before this moment; ms since 1970. Channel posts are due before the rest. */
  readonly due: number;
  /** While sending: which sender has it. */
  readonly sender?: string;
  /** When the first call for it was made, ms since 1970: an hour later nothing is tried again. */
  readonly firstTriedAt?: number;
  /** ISO moment of the last change. */
  readonly at: string;
};

/** So much later than the channel posts of its moment everything else is due, only to stand behind them in the queue. */
export const behindChannelsMs = 1;

/** A delivery as a feature plans it. */
export type DeliveryPlan = {
  readonly recipient: string;
  readonly name: string;
  readonly target: Target;
  readonly fallback?: Delivery["fallback"];
  readonly variant: string;
  readonly language: Language;
  /** Not sent before; now unless told. */
  readonly notBefore?: Date;
  /** Planned only to be accounted for: it is not sent, and this is why. */
  readonly skip?: string;
};

/** A batch as a feature plans it. The id says what it is for, so that planning it twice plans it once. */
export type BatchPlan = {
  readonly id: string;
  readonly kind: string;
  readonly network?: string;
  readonly urgency: Urgency;
  readonly about: JsonObject;
  readonly cards: Readonly<Record<string, Card>>;
};

/**
 * Asked right before somebody is sent what they have waited for: why they shall not get it after all, a word such as
 * "paused"; undefined: it goes.
 */
export type LastLook = (head: BatchHead, delivery: Delivery) => Promise<string | undefined>;
