import { randomUUID } from "node:crypto";
import type { Activity, BotConnector, ConnectorCall } from "./bot-connector.ts";
import { type Button, type CardJson, type ReadCard, readCard } from "./read-card.ts";

/** What came of an activity that was posted: the bot's HTTP answer, and what it said through the connector. */
export type Exchange = {
  readonly activity: Activity;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON, undefined if there is none. */
  readonly body: unknown;
  readonly tookMs: number;
  /** Calls that reply to this activity. */
  readonly replies: readonly ConnectorCall[];
};

export type Person = { readonly name: string; readonly id: string; readonly aadObjectId?: string };

/** Which button of a card: by verb, and by a part of its title or of its data where there are several. */
export type Which = {
  readonly verb: string;
  readonly title?: string;
  readonly data?: Readonly<Record<string, unknown>>;
};

export type SayOptions = {
  readonly locale?: string;
  /** Whoever else is in the conversation. */
  readonly from?: Person;
  /** Fields that take the place of what Teams would send. */
  readonly with?: Activity;
};

export type Chat = {
  readonly conversation: string;
  say(text: string, options?: SayOptions): Promise<Exchange>;
  /** Action.Execute: the card's answer comes back as the HTTP answer. */
  press(card: unknown, which: Which, inputs?: CardJson, options?: SayOptions): Promise<Exchange>;
  /** Action.Submit, where a client knows no Action.Execute. */
  submit(card: unknown, which: Which, inputs?: CardJson, options?: SayOptions): Promise<Exchange>;
  /** Any other activity from here. */
  send(fields: Activity, options?: SayOptions): Promise<Exchange>;
};

export type Channel = {
  readonly id: string;
  /** A new post that mentions the bot: a new thread. */
  post(text: string, options?: SayOptions): Promise<{ exchange: Exchange; thread: Chat }>;
  /** Activities of the channel itself, such as conversationUpdate. */
  readonly self: Chat;
};

export type TeamsClient = {
  readonly bot: { readonly id: string; readonly name: string };
  person(name: string): Person;
  /** A new chat of the bot with a person of its own, or with the one given. */
  personalChat(options?: { readonly person?: Person; readonly locale?: string }): Chat;
  groupChat(options?: { readonly locale?: string }): Chat;
  channel(options?: { readonly team?: string; readonly locale?: string }): Channel;
  post(activity: unknown, headers?: Readonly<Record<string, string>>): Promise<Exchange>;
  /** All cards that came back as the answer to a press. */
  readonly answeredCards: readonly unknown[];
};

const tenant = "11111111-1111-4111-8111-111111111111";
const bot = { id: "28:00000000-0000-4000-8000-00000000b07a", name: "Kollega" };

/** One count for all clients: several may speak to bots that share a store. */
let lastMessage = Date.now();

/** Posts activities as Teams does, from a tenant, people and places of its own. */
export function createTeamsClient(options: {
  readonly botUrl: string;
  readonly connector: Pick<BotConnector, "url" | "calls">;
}): TeamsClient {
  const { connector } = options;
  const answeredCards: unknown[] = [];

  async function post(
    activity: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Exchange> {
    const began = performance.now();
    const response = await fetch(`${options.botUrl}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
      body: typeof activity === "string" ? activity : JSON.stringify(activity),
    });
    const text = await response.text();
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    if (isCardAnswer(body)) answeredCards.push(body.value);
    const sent = typeof activity === "string" ? {} : (activity as Activity);
    return {
      activity: sent,
      status: response.status,
      headers: response.headers,
      text,
      body,
      tookMs: performance.now() - began,
      get replies() {
        return connector.calls.filter((call) => call.activity["replyToId"] === sent["id"]);
      },
    };
  }

  function chatIn(place: {
    readonly conversation: Activity & { readonly id: string };
    readonly channelData?: Activity;
    readonly person: Person;
    readonly locale: string;
  }): Chat {
    const send: Chat["send"] = (fields, { from = place.person, locale, with: instead } = {}) =>
      post({
        id: String(++lastMessage),
        timestamp: new Date().toISOString(),
        localTimezone: "Europe/Helsinki",
        channelId: "msteams",
        serviceUrl: connector.url,
        from,
        recipient: bot,
        conversation: { tenantId: tenant, ...place.conversation },
        channelData: { tenant: { id: tenant }, ...place.channelData },
        locale: locale ?? place.locale,
        ...fields,
        ...instead,
      });
    return {
      conversation: place.conversation.id,
      send,
      say: (text, more) =>
        send(
          {
            type: "message",
            text,
            textFormat: "plain",
            entities: [
              {
                type: "clientInfo",
                locale: more?.locale ?? place.locale,
                country: "FI",
                platform: "Web",
              },
              ...(text.includes(`<at>${bot.name}</at>`) ? [mentionOfBot] : []),
            ],
          },
          more,
        ),
      press(card, which, inputs = {}, more = {}) {
        const { verb, title, data } = findButton(card, which);
        const action = { type: "Action.Execute", title, verb, data: { ...data, ...inputs } };
        return send(
          {
            type: "invoke",
            name: "adaptiveCard/action",
            id: `f:${randomUUID()}`,
            value: { action, trigger: "manual" },
          },
          more,
        );
      },
      submit(card, which, inputs = {}, more = {}) {
        const { submitData } = findButton(card, which);
        return send({ type: "message", value: { ...submitData, ...inputs } }, more);
      },
    };
  }

  const person = (name: string): Person => ({
    name,
    id: `29:${randomUUID()}`,
    aadObjectId: randomUUID(),
  });
  const threadId = () => randomUUID().replaceAll("-", "");

  return {
    bot,
    person,
    post,
    answeredCards,
    personalChat: ({ person: who = person("Anna Ask"), locale = "sv-FI" } = {}) =>
      chatIn({
        conversation: { id: `a:1${threadId()}`, conversationType: "personal" },
        person: who,
        locale,
      }),
    groupChat: ({ locale = "sv-FI" } = {}) =>
      chatIn({
        conversation: {
          id: `19:${threadId()}@thread.v2`,
          conversationType: "groupChat",
          isGroup: true,
        },
        person: person("Greta Grupp"),
        locale,
      }),
    channel({ team = `19:${threadId()}@thread.tacv2`, locale = "sv-FI" } = {}) {
      const id = `19:${threadId()}@thread.tacv2`;
      const place = (conversationId: string) => ({
        conversation: { id: conversationId, conversationType: "channel", isGroup: true },
        channelData: {
          team: { id: team, aadGroupId: "22222222-2222-4222-8222-222222222222" },
          channel: { id },
          teamsTeamId: team,
          teamsChannelId: id,
        },
        person: kim,
        locale,
      });
      const kim = person("Kim Kanal");
      return {
        id,
        self: chatIn(place(id)),
        async post(text, more = {}) {
          // A new post's conversation names the post itself as the thread's root.
          const root = String(++lastMessage);
          const thread = chatIn(place(`${id};messageid=${root}`));
          const own = { ...more, with: { id: root, ...more.with } };
          return { exchange: await thread.say(text, own), thread };
        },
      };
    },
  };
}

/** The one card with which the bot replied, as Teams got it. */
export function cardOf(exchange: Exchange): CardJson {
  if (isCardAnswer(exchange.body)) return exchange.body.value as CardJson;
  const [reply, another] = exchange.replies;
  const attachments = reply?.activity["attachments"];
  if (!reply || another || !Array.isArray(attachments) || attachments.length !== 1) {
    const got = JSON.stringify({ status: exchange.status, body: exchange.body });
    throw new Error(`not one reply with one card, but ${exchange.replies.length}; ${got}`);
  }
  return attachments[0].content as CardJson;
}

export const readReply = (exchange: Exchange): ReadCard => readCard(cardOf(exchange));

function findButton(card: unknown, { verb, title, data = {} }: Which): Button {
  const { buttons } = readCard(card);
  const found = buttons.find(
    (button) =>
      button.verb === verb &&
      (title === undefined || button.title.includes(title)) &&
      Object.entries(data).every(([name, value]) => button.data[name] === value),
  );
  if (found) return found;
  const there = buttons.map((button) => `${button.verb} "${button.title}"`).join(", ");
  throw new Error(`no such button (${verb}) on the card; there are: ${there}`);
}

const mentionOfBot = {
  type: "mention",
  mentioned: { id: bot.id, name: bot.name },
  text: `<at>${bot.name}</at>`,
};

function isCardAnswer(body: unknown): body is { readonly value: unknown } {
  return (
    typeof body === "object" &&
    body !== null &&
    "type" in body &&
    body.type === "application/vnd.microsoft.card.adaptive"
  );
}
