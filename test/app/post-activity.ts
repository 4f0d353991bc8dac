/** A bot reached as Teams reaches it: activities posted to `/api/messages`, and what the invokes among them are answered with. */
import type { JsonObject } from "../../src/core/reply.ts";
import { createCardRenderer } from "../../src/platform/cards/card-renderer.ts";
import { createMessagesRoute } from "../../src/platform/teams/messages-route.ts";
import { localSide } from "../../src/platform/teams/open-side.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { checkCard } from "../platform/cards/check-card.ts";
import type { TestBot } from "./start-bot.ts";

const tenant = "tenant-1";

export type Posted = { readonly status: number; readonly body: JsonObject };

export type Poster = {
  /** `conversation`: the bot's own chat with the person unless told. */
  post(
    who: string,
    activity: object,
    where?: { readonly conversation?: object; readonly channelData?: object },
  ): Promise<Posted>;
};

let lastId = 0;
let renderer: ReturnType<typeof createCardRenderer> | undefined;

export function createPoster(
  bot: TestBot,
  options: { readonly hearsOthers?: boolean } = {},
): Poster {
  renderer ??= createCardRenderer();
  const cards = renderer;
  const route = createMessagesRoute({
    ...localSide(),
    hearsOthers: options.hearsOthers ?? true,
    isReady: () => true,
    handle: bot.handle,
    render(card) {
      const rendered = cards.render(card, `posted-${++lastId}`);
      bot.cardFaults.push(...checkCard(rendered).map((fault) => `${card.kind}: ${fault}`));
      return rendered;
    },
    sorry: (language) => textsIn(language).errors.bug,
    log: { info() {}, warn: () => undefined, error: (event) => void bot.logged.push(event) },
  });
  return {
    async post(who, activity, { conversation = { id: `chat-${who}` }, channelData } = {}) {
      const response = await route.handle({
        headers: { host: "127.0.0.1", "content-type": "application/json" },
        peer: "127.0.0.1",
        path: "/api/messages",
        params: {},
        query: {},
        body: JSON.stringify({
          id: `posted-${++lastId}`,
          timestamp: bot.clock.now().toISOString(),
          serviceUrl: "http://127.0.0.1:1/",
          channelId: "msteams",
          from: { id: `29:${who}`, name: `Person ${who}`, aadObjectId: who },
          recipient: { id: "28:kollega", name: "Kollega" },
          conversation,
          channelData: { tenant: { id: tenant }, ...channelData },
          ...activity,
        }),
      });
      return { status: response.status, body: (response.body ?? {}) as JsonObject };
    },
  };
}

/** "…" on somebody's message. */
export const messageAction = (
  commandId: string,
  message: object | undefined,
  more: object = {},
): object => ({
  type: "invoke",
  name: "composeExtension/fetchTask",
  value: {
    commandId,
    commandContext: "message",
    ...(message && { messagePayload: message }),
  },
  ...more,
});

/** The message as a client hands it over. */
export const payload = (html: string, more: object = {}): object => ({
  id: "1611060744833",
  replyToId: null,
  createdDateTime: "2026-03-02T07:00:00.000Z",
  body: { contentType: "html", content: html },
  from: { user: { userIdentityType: "aadUser", id: "vera", displayName: "Vera" } },
  ...more,
});
