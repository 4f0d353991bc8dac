import { type App, createApp, type Platform } from "../../src/app.ts";
import type { TurnResult } from "../../src/core/handle-turn.ts";
import type {
  ConversationAddress,
  Delivered,
  Documents,
  Door,
  Fetched,
  Log,
  MemberAccount,
  Mention,
  Messenger,
  RosterMember,
  TeamChannel,
  Telemetry,
} from "../../src/core/ports.ts";
import type { Card, JsonObject, Reply } from "../../src/core/reply.ts";
import type { Arrival, Asked, Conversation, Pressed } from "../../src/core/turn.ts";
import { type CardRenderer, createCardRenderer } from "../../src/platform/cards/card-renderer.ts";
import { createSearchIndex } from "../../src/platform/search/create-search-index.ts";
import { createTermIndex } from "../../src/platform/search/term-index.ts";
import { shippedWords } from "../../src/platform/search/translate/dictionary-file.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { safeError } from "../../src/platform/telemetry/safe-error.ts";
import { checkCard } from "../platform/cards/check-card.ts";
import { type StorePlace, sqlitePlace } from "./both-stores.ts";
import { createPatientClock, type PatientClock } from "./patient-clock.ts";
import { fillStore } from "./small-world.ts";

export type Sent = {
  readonly address: ConversationAddress;
  readonly card: Card;
  readonly rendered: JsonObject;
  readonly replyToId?: string;
  readonly mentions?: readonly Mention[];
  /** What it has become; undefined if it was not taken. */
  readonly activityId?: string;
};

/** A message that was replaced. */
export type Updated = Omit<Sent, "replyToId"> & { readonly activityId: string };

export type Removed = { readonly address: ConversationAddress; readonly activityId: string };

export type Opened = { readonly door: Door; readonly userId: string };

/** Where and by whom something is done; a personal chat of the first person unless told. */
export type From = {
  readonly id?: string;
  readonly person?: string;
  readonly conversation?: Conversation;
  readonly locale?: string;
};

/** A button as it stands in a rendered card. */
export type Action = { readonly title: string; readonly verb: string; readonly data: JsonObject };

export type TestBot = {
  readonly app: App;
  readonly store: Documents;
  readonly clock: PatientClock;
  /** Every message of the bot, oldest first. */
  readonly sent: Sent[];
  readonly updated: Updated[];
  readonly removed: Removed[];
  readonly opened: Opened[];
  /** What the next messages, edits and deletions come to; delivered unless told. An error is thrown. */
  readonly outcomes: (Delivered | Error)[];
  /** What the next deletions come to, before `outcomes` is asked. */
  readonly removals: Delivered[];
  /** What the next chats that are to be opened come to; `chat-<user id>` unless told. */
  readonly openings: Fetched<ConversationAddress>[];
  /** What teams answer when they are asked, by their id; unless told nobody is there, and channels are not told. */
  readonly rosters: Map<string, readonly RosterMember[]>;
  readonly teamChannels: Map<string, readonly TeamChannel[]>;
  /** What Teams says of one person, by the id it is asked for; unless told it knows nobody. */
  readonly accounts: Map<string, Fetched<MemberAccount>>;
  /** Whom it was asked for, and where. */
  readonly accountsAsked: { readonly conversation: string; readonly id: string }[];
  /** What the metrics were told last. */
  readonly deliveries: { counts: Readonly<Record<string, number>>; oldestSeconds: number };
  /** One run of each of the app's jobs with this name. */
  runJob(name: string): Promise<void>;
  /** What the log heard: "warn reply not delivered". */
  readonly logged: string[];
  /** What the log would say, line by line. */
  readonly logLines: readonly string[];
  /** Whatever was wrong with any card that was sent or answered. */
  readonly cardFaults: string[];
  /** What a message is answered with; fails unless it is one message. */
  ask(text: string, from?: From): Promise<Sent>;
  /** What a press is answered with. */
  press(action: Action, from?: From): Promise<Answer>;
  handle(arrival: Arrival): Promise<TurnResult>;
  /** Another process on the same store. */
  again(): Promise<TestBot>;
  close(): Promise<void>;
};

export type Answer = {
  readonly reply: Reply | undefined;
  readonly card: Card;
  readonly rendered: JsonObject;
};

const personal = (person = "p1"): Conversation => ({
  kind: "personal",
  id: `chat-${person}`,
});
export const groupChat: Conversation = { kind: "group", id: "group-1" };
let lastId = 0;
const newId = (): string => `id-${++lastId}`;

const addressOf = (conversation: Conversation): ConversationAddress => ({
  v: 1,
  serviceUrl: "http://127.0.0.1:1/",
  channel: "msteams",
  conversationId: conversation.id,
  botId: "28:kollega",
});

function baseOf({ id = newId(), person = "p1", conversation, locale }: From) {
  const where = conversation ?? personal(person);
  return {
    id,
    actor: { tenant: "tenant-1", person, name: `Person ${person}` },
    conversation: where,
    address: addressOf(where),
    ...(locale && { locale }),
  };
}

export const message = (text: string, from: From = {}): Asked => ({
  ...baseOf(from),
  type: "message",
  text,
  isMentioned: true,
});

export const press = (
  { verb, data }: Omit<Action, "title">,
  { via = "execute", ...from }: From & { readonly via?: Pressed["via"] } = {},
): Pressed => {
  const { key, verb: _verb, ...rest } = data;
  return {
    ...baseOf(from),
    type: "action",
    verb,
    data: rest,
    ...(typeof key === "string" && { key }),
    via,
  };
};

export const joined = (from: From & { readonly bot?: boolean } = {}): Arrival => ({
  ...baseOf(from),
  type: "joined",
  bot: from.bot ?? true,
});

/** The buttons and pressable parts of a rendered card. */
export function actionsOf(card: unknown): readonly Action[] {
  if (Array.isArray(card)) return card.flatMap(actionsOf);
  if (typeof card !== "object" || card === null) return [];
  const node = card as Readonly<Record<string, unknown>>;
  if (node["type"] === "Action.Execute") return [node as unknown as Action];
  return Object.values(node).flatMap(actionsOf);
}

/** The first button with a verb (and a value in its data). */
export function button(card: unknown, verb: string, value?: string): Action {
  const found = actionsOf(card).find(
    (one) => one.verb === verb && (value === undefined || one.data["value"] === value),
  );
  if (!found) throw new Error(`The card has no button ${verb} ${value ?? ""}`);
  return found;
}

/** Ids of what a card shows: "practice:…", "contact:…". */
export function shownIn(card: unknown): readonly string[] {
  if (Array.isArray(card)) return card.flatMap(shownIn);
  if (typeof card !== "object" || card === null) return [];
  const { id } = card as { readonly id?: unknown };
  const own = typeof id === "string" && id.includes(":") ? [id] : [];
  return [...own, ...Object.values(card).flatMap(shownIn)];
}

let renderer: CardRenderer | undefined;

export async function startBot(
  options: {
    readonly wrap?: (documents: Documents) => Documents;
    readonly fill?: (documents: Documents) => Promise<void>;
    /** SQLite in a new folder unless told. */
    readonly place?: StorePlace;
    /** Local mode without admins unless told. */
    readonly config?: Partial<Platform["config"]>;
    /** Hears the figures, too. */
    readonly telemetry?: Telemetry;
  } = {},
): Promise<TestBot> {
  const { fill = fillStore, place = sqlitePlace() } = options;
  const bot = await startProcess({ ...options, fill, place, clock: createPatientClock() });
  return {
    ...bot,
    async close() {
      await bot.close();
      place.remove();
    },
  };
}

/** `fill` only for the first on a store. */
async function startProcess(options: {
  readonly wrap?: (documents: Documents) => Documents;
  readonly fill?: (documents: Documents) => Promise<void>;
  readonly place: StorePlace;
  readonly clock: PatientClock;
  readonly config?: Partial<Platform["config"]>;
  readonly telemetry?: Telemetry;
}): Promise<TestBot> {
  const { clock, place, fill, wrap = (documents) => documents } = options;
  const logged: string[] = [];
  const logLines: string[] = [];
  const line = (event: string, fields?: object, error?: unknown) =>
    logLines.push(
      JSON.stringify({ event, ...fields, ...(error !== undefined && { err: safeError(error) }) }),
    );
  const log: Log = {
    info: (event, fields) => void line(event, fields),
    warn(event, fields) {
      logged.push(`warn ${event}`);
      line(event, fields);
    },
    error(event, error, fields) {
      logged.push(`error ${event}`);
      line(event, fields, error);
    },
  };
  const documents = await place.open({ clock, log });
  const store = whileTimeStands(documents, clock);
  await fill?.(store);
  renderer ??= createCardRenderer();
  const cards = renderer;

  const sent: Sent[] = [];
  const updated: Updated[] = [];
  const removed: Removed[] = [];
  const opened: Opened[] = [];
  const outcomes: (Delivered | Error)[] = [];
  const removals: Delivered[] = [];
  const openings: Fetched<ConversationAddress>[] = [];
  const rosters = new Map<string, readonly RosterMember[]>();
  const teamChannels = new Map<string, readonly TeamChannel[]>();
  const accounts: TestBot["accounts"] = new Map();
  const accountsAsked: { readonly conversation: string; readonly id: string }[] = [];
  const deliveries: TestBot["deliveries"] = { counts: {}, oldestSeconds: 0 };
  const cardFaults: string[] = [];
  const show = (card: Card): JsonObject => {
    const rendered = cards.render(card, newId());
    cardFaults.push(...checkCard(rendered).map((fault) => `${card.kind}: ${fault}`));
    return rendered;
  };
  const nextOutcome = (activityId: string): Delivered => {
    const outcome = outcomes.shift() ?? { state: "delivered", activityId };
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const messenger: Messenger = {
    async send(address, card, { replyToId, mentions } = {}) {
      const outcome = nextOutcome(newId());
      sent.push({
        address,
        card,
        rendered: show(card),
        ...(replyToId !== undefined && { replyToId }),
        ...(mentions && { mentions }),
        ...("activityId" in outcome && { activityId: outcome.activityId }),
      });
      return outcome;
    },
    async update(address, activityId, card, { mentions } = {}) {
      const outcome = nextOutcome(activityId);
      const rendered = show(card);
      updated.push({ address, activityId, card, rendered, ...(mentions && { mentions }) });
      return outcome;
    },
    async remove(address, activityId) {
      const outcome = removals.shift() ?? nextOutcome(activityId);
      removed.push({ address, activityId });
      return outcome;
    },
    async openChat(door, userId) {
      opened.push({ door, userId });
      const value = { ...door, v: 1, conversationId: `chat-${userId}` } as const;
      return openings.shift() ?? { state: "done", value };
    },
    async roster(_door, teamId) {
      return { state: "done", value: { members: rosters.get(teamId) ?? [] } };
    },
    async member(_door, conversation, id) {
      accountsAsked.push({ conversation, id });
      return accounts.get(id) ?? { state: "refused", reason: "gone", status: 404 };
    },
    async channels(_door, teamId) {
      const value = teamChannels.get(teamId);
      return value ? { state: "done", value } : { state: "refused", reason: "gone", status: 404 };
    },
  };
  const telemetry: Telemetry = {
    turn: (...what) => options.telemetry?.turn(...what),
    answer: (decision) => options.telemetry?.answer(decision),
    deliveries(counts, oldestSeconds) {
      Object.assign(deliveries, { counts, oldestSeconds });
      options.telemetry?.deliveries(counts, oldestSeconds);
    },
  };
  const app = createApp({
    documents: wrap(store),
    jobDocuments: wrap(store),
    index: createSearchIndex(shippedWords()),
    terms: createTermIndex(),
    messenger,
    jobMessenger: messenger,
    clock,
    log,
    telemetry,
    digest,
    newId,
    publicOrigin: () => "https://kollega.example",
    ...(documents.compact && { compact: documents.compact }),
    config: {
      mode: { kind: "local" },
      defaultLanguage: "sv",
      timeZone: "Europe/Helsinki",
      admins: [],
      sendRate: 25,
      ...options.config,
    },
  });
  await app.library.refresh();

  const started: TestBot[] = [];
  const bot: TestBot = {
    app,
    store,
    clock,
    sent,
    updated,
    removed,
    opened,
    outcomes,
    removals,
    openings,
    rosters,
    teamChannels,
    accounts,
    accountsAsked,
    deliveries,
    async runJob(name) {
      for (const job of app.jobs) if (job.name === name) await job.run();
    },
    logged,
    logLines,
    cardFaults,
    handle: app.handle,
    async ask(text, from = {}) {
      const before = sent.length;
      await app.handle(message(text, from));
      const [said, ...more] = sent.slice(before);
      if (!said || more.length > 0) throw new Error(`"${text}" got ${more.length} more or none`);
      return said;
    },
    async press(action, from = {}) {
      const result = await app.handle(press(action, from));
      const reply = result.status === "done" ? result.answer : undefined;
      const card = reply?.type === "card" ? reply.card : noCard;
      return { reply, card, rendered: card === noCard ? {} : show(card) };
    },
    async again() {
      const { fill: _, ...same } = options;
      const other = await startProcess(same);
      started.push(other);
      return other;
    },
    async close() {
      for (const other of started) {
        await other.close();
        cardFaults.push(...other.cardFaults);
      }
      await documents.close();
    },
  };
  return bot;
}

/** A store over the wire takes its time, which is none of the test's. */
function whileTimeStands(documents: Documents, { during }: PatientClock): Documents {
  return {
    read: (...call) => during(() => documents.read(...call)),
    create: (...call) => during(() => documents.create(...call)),
    replace: (...call) => during(() => documents.replace(...call)),
    delete: (...call) => during(() => documents.delete(...call)),
    query: (...call) => during(() => documents.query(...call)),
    changes: (...call) => during(() => documents.changes(...call)),
    purge: (...call) => during(() => documents.purge(...call)),
  };
}

const noCard: Card = { kind: "error", language: "en", view: {}, summary: "no card" };
