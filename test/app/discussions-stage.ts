/** A forum with its people: Karin and Kaisa run the network, Anna, Matti and Daniel are its members, Bertil is in another. */
import type { ContentDocument, Discussion, Draft } from "../../src/core/content.ts";
import type { Card, JsonObject, Reply } from "../../src/core/reply.ts";
import type { Arrival, Conversation, MessageChanged, ShownMessage } from "../../src/core/turn.ts";
import { createCardRenderer } from "../../src/platform/cards/card-renderer.ts";
import { checkCard } from "../platform/cards/check-card.ts";
import { alfa, type Member, type Stage, setStage, teamA, tenant } from "./announcements-stage.ts";
import type { StorePlace } from "./both-stores.ts";
import { type Answer, actionsOf, button, type Sent, type TestBot } from "./start-bot.ts";

export const forum = `${teamA}-forum`;
export const keyOf = (who: string): string => `${tenant}:${who}`;

const people: Readonly<Record<string, Member>> = {
  karin: { language: "sv", hasChat: true },
  kaisa: { language: "fi", hasChat: true },
  anna: { language: "sv", hasChat: true },
  matti: { language: "fi", hasChat: true },
  daniel: { language: "en", isGuest: true },
};

export const thread = (root: string): Conversation => ({
  kind: "channel",
  id: `${forum};messageid=${root}`,
  team: { id: teamA },
});
export const chat = (who: string): Conversation => ({ kind: "personal", id: `chat-29:${who}` });

let lastId = 0;
export const newMessageId = (): string => `17630000${++lastId}`;

const arrival = (who: string, conversation: Conversation, id: string) => ({
  id,
  actor: { tenant, person: who, name: `Person ${who}`, userId: `29:${who}` },
  conversation,
  address: {
    v: 1 as const,
    serviceUrl: "http://127.0.0.1:1/",
    channel: "msteams",
    conversationId: conversation.id,
    botId: "28:kollega",
    tenant,
  },
});

export type Forum = {
  readonly bot: TestBot;
  readonly stage: Stage;
  /** What somebody writes, and what Kollega says to it at once. */
  say(
    who: string,
    text: string,
    where?: { readonly in?: Conversation; readonly id?: string; readonly isMentioned?: boolean },
  ): Promise<readonly Sent[]>;
  press(
    who: string,
    verb: string,
    data: JsonObject,
    more?: {
      readonly in?: Conversation;
      readonly via?: "execute" | "submit";
      readonly dialog?: ShownMessage;
    },
  ): Promise<Answer>;
  act(
    who: string,
    command: string,
    message: ShownMessage,
    where: Conversation,
  ): Promise<Reply | undefined>;
  changed(
    who: string,
    change: MessageChanged["change"],
    message: MessageChanged["message"],
    where: Conversation,
    changedAt?: string,
  ): Promise<void>;
  /** A new post with a question that nothing answers, opened for the network by its asker. */
  open(who: string, text: string): Promise<{ readonly root: string; readonly found: Discussion }>;
  /** The jobs, until nothing more happens. */
  settle(forMs?: number): Promise<void>;
  all(): Promise<readonly Discussion[]>;
  one(id: string): Promise<Discussion>;
  drafts(): Promise<readonly Draft[]>;
  /** Cards that were posted into a thread, oldest first. */
  inThread(root: string): readonly Sent[];
  again(): Promise<Forum>;
};

export const nothing = {
  sv: "Vad kostar en zeppelinare till månen?",
  fi: "Paljonko zeppeliini kuuhun maksaa?",
  en: "What does a zeppelin to the moon cost?",
} as const;

export async function setForum(
  place: StorePlace,
  more: Readonly<Record<string, Member>> = {},
): Promise<Forum> {
  const stage = await setStage(place, { ...people, ...more });
  // Digests have tests of their own.
  await settings(stage, { digestDay: "off" });
  return forumOf(stage);
}

/** Settings of the network in place of what was set. */
export async function settings(stage: Stage, value: JsonObject): Promise<void> {
  const id = "network-settings:alfa";
  const doc = { id, type: "network-settings", v: 1, value: { network: "alfa", ...value } };
  const stored = await stage.store.read("content", "alfa", id);
  if (stored) await stage.store.replace("content", "alfa", doc, stored.etag);
  else await stage.store.create("content", "alfa", doc);
  await stage.bot.app.library.refresh();
}

function forumOf(stage: Stage): Forum {
  const { bot } = stage;
  const { store } = bot;

  async function valuesOf<T>(type: string): Promise<readonly T[]> {
    const { items } = await store.query<ContentDocument<T>>({
      container: "content",
      partition: alfa.id,
      where: [{ field: "type", equals: type }],
    });
    return items.map(({ doc }) => doc.value);
  }

  const forum: Forum = {
    bot,
    stage,
    async say(who, text, { in: where = chat(who), id = newMessageId(), isMentioned = true } = {}) {
      const before = bot.sent.length;
      const message: Arrival = {
        ...arrival(who, where, id),
        type: "message",
        text,
        isMentioned,
      };
      await bot.handle(message);
      return bot.sent.slice(before);
    },
    async press(who, verb, data, { in: where = chat(who), via = "execute", dialog } = {}) {
      const { key, verb: _, ...carried } = data;
      const before = bot.sent.length;
      const result = await bot.handle({
        ...arrival(who, where, newMessageId()),
        type: "action",
        verb,
        data: carried,
        ...(typeof key === "string" && { key }),
        via,
        ...(dialog && { dialog: { command: "askNetwork", message: dialog } }),
      });
      const reply = result.status === "done" ? result.answer : undefined;
      const posted = bot.sent[before];
      if (reply?.type === "card")
        return { reply, card: reply.card, rendered: show(bot, reply.card) };
      return posted
        ? { reply, card: posted.card, rendered: posted.rendered }
        : { reply, card: noCard, rendered: {} };
    },
    async act(who, command, message, where) {
      const result = await bot.handle({
        ...arrival(who, where, newMessageId()),
        type: "message-action",
        command,
        stage: "open",
        message,
        data: {},
      });
      return result.status === "done" ? result.answer : undefined;
    },
    async changed(who, change, message, where, changedAt) {
      await bot.handle({
        ...arrival(who, where, newMessageId()),
        type: "message-changed",
        change,
        message,
        ...(changedAt !== undefined && { changedAt }),
      });
    },
    async open(who, text) {
      const root = newMessageId();
      const [answer] = await forum.say(who, text, { in: thread(root), id: root });
      const ask = button(answer?.rendered, "ask.none");
      await forum.press(who, ask.verb, ask.data, { in: thread(root) });
      const found = (await forum.all()).find(({ question }) => question.id === root);
      if (!found) throw new Error("The question was not opened");
      return { root, found };
    },
    async settle(forMs = 20_000) {
      const until = bot.clock.now().getTime() + forMs;
      do {
        await bot.runJob("discussions");
        await bot.runJob("outbox");
        bot.clock.advance(2_000);
      } while (bot.clock.now().getTime() < until);
    },
    all: () => valuesOf<Discussion>("discussion"),
    async one(id) {
      const found = (await forum.all()).find((each) => each.id === id);
      if (!found) throw new Error("There is no such discussion");
      return found;
    },
    drafts: () => valuesOf<Draft>("draft"),
    inThread: (root) =>
      bot.sent.filter(({ address }) => address.conversationId === thread(root).id),
    again: async () => forumOf(await stage.again()),
  };
  return forum;
}

const renderer = createCardRenderer();

function show(bot: TestBot, card: Card): JsonObject {
  const rendered = renderer.render(card, `key-${++lastId}`);
  bot.cardFaults.push(...checkCard(rendered).map((fault) => `${card.kind}: ${fault}`));
  return rendered;
}

const noCard = { kind: "error", language: "en", view: {}, summary: "no card" } as const;

export const verbsOf = (card: unknown): readonly string[] =>
  actionsOf(card).map(({ verb, data }) => `${verb} ${String(data["value"] ?? "")}`.trim());

/** A card's view, to be looked into. */
export const viewOf = (card: Card | undefined): Readonly<Record<string, unknown>> =>
  card?.view ?? {};

export const noticesOf = (card: Card | undefined): readonly string[] =>
  (viewOf(card)["notices"] ?? []) as readonly string[];

/** Writes what somebody else decided about a discussion. */
export async function overwrite(
  { bot }: Forum,
  id: string,
  change: (value: Discussion) => Discussion,
): Promise<void> {
  const stored = await bot.store.read<ContentDocument<Discussion>>(
    "content",
    alfa.id,
    `discussion:${id}`,
  );
  if (!stored) throw new Error("There is no such discussion");
  const doc = { ...stored.doc, value: change(stored.doc.value) };
  await bot.store.replace("content", alfa.id, doc, stored.etag);
  await bot.app.library.refresh();
}
