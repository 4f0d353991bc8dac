/**
 * Our own client of the Bot Connector: kept-alive connections, a time limit on every call, no repetition of its own.
 * The SDK's client is not used for sending, because it repeats POSTs on 5xx and dropped connections, which people
 * then get twice, and has no time limit (platform.md 0.3).
 */
import http from "node:http";
import https from "node:https";
import type {
  ConversationAddress,
  Delivered,
  Door,
  Fetched,
  Mention,
  Messenger,
  Undelivered,
} from "../../core/ports.ts";
import type { Card } from "../../core/reply.ts";
import { withMentions } from "./mentions.ts";
import { readAccount, readChannels, readChat, readRoster } from "./read-answers.ts";
import { readOutcome } from "./read-outcome.ts";
import { suitClient } from "./suit-client.ts";

export type ConnectorDeps = {
  readonly render: (card: Card) => unknown;
  /** Asked again at every call: an address may have been stored under other rules. */
  readonly isAllowed: (serviceUrl: string) => boolean;
  /** The bearer token for a call; undefined in local mode. Throws when there is none. */
  readonly token: () => Promise<string | undefined>;
  readonly timeoutMs: number;
  /** Hears what became of each call, for the metrics. */
  readonly onCall?: (state: string) => void;
};

/** How a service URL is called. */
type Destination = {
  readonly client: typeof http | typeof https;
  readonly at: http.RequestOptions;
  /** The path that all of its paths begin with. */
  readonly base: string;
};

/** What was answered; a call without an answer has an outcome. */
type Answer = {
  readonly state: "answered";
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
};

const mostDestinations = 100;
/** Teams' own limit is 500. */
const rosterPage = 500;
const keepAlive = { keepAlive: true, maxSockets: 64, keepAliveMsecs: 5_000 } as const;

export function createConnector(deps: ConnectorDeps): Messenger {
  const agents = { "http:": new http.Agent(keepAlive), "https:": new https.Agent(keepAlive) };

  const destinations = new Map<string, Destination>();

  return {
    send: (address, card, { replyToId, mentions } = {}) =>
      deliver("POST", address, replyToId, {
        ...activityOf(address, card, deps.render(card), mentions),
        ...(replyToId && { replyToId }),
      }),
    update: (address, activityId, card, { mentions } = {}) =>
      deliver("PUT", address, activityId, {
        ...activityOf(address, card, deps.render(card), mentions),
        id: activityId,
      }),
    remove: (address, activityId) => deliver("DELETE", address, activityId),
    openChat: (door, userId) =>
      fetchFrom(door, "POST", "conversations", chatWith(door, userId), (answer) =>
        readChat(answer, door, deps.isAllowed),
      ),
    roster: (door, teamId, after) => {
      const query = new URLSearchParams({
        pageSize: String(rosterPage),
        ...(after && { continuationToken: after }),
      });
      const path = `conversations/${encodeURIComponent(teamId)}/pagedmembers?${query}`;
      return fetchFrom(door, "GET", path, undefined, (answer) => readRoster(answer, door, after));
    },
    member: (door, conversationId, id) => {
      const path = `conversations/${encodeURIComponent(conversationId)}/members/${encodeURIComponent(id)}`;
      return fetchFrom(door, "GET", path, undefined, (answer) => readAccount(answer, door));
    },
    channels: (door, teamId) => {
      const path = `teams/${encodeURIComponent(teamId)}/conversations`;
      return fetchFrom(door, "GET", path, undefined, readChannels);
    },
  };

  async function deliver(
    method: "POST" | "PUT" | "DELETE",
    { serviceUrl, conversationId }: ConversationAddress,
    activityId: string | undefined,
    activity?: unknown,
  ): Promise<Delivered> {
    const activities = `conversations/${encodeURIComponent(conversationId)}/activities`;
    const path = activityId ? `${activities}/${encodeURIComponent(activityId)}` : activities;
    const answer = await call(method, serviceUrl, path, activity);
    if (answer.state !== "answered") return answer;
    return told(readOutcome(answer.status, answer.retryAfter, answer.text));
  }

  async function fetchFrom<T>(
    { serviceUrl }: Door,
    method: "GET" | "POST",
    path: string,
    sent: unknown,
    read: (answer: unknown) => Fetched<T>,
  ): Promise<Fetched<T>> {
    const answer = await call(method, serviceUrl, path, sent);
    if (answer.state !== "answered") return answer;
    const outcome = readOutcome(answer.status, answer.retryAfter, answer.text);
    return told(outcome.state === "delivered" ? read(parsed(answer.text)) : outcome);
  }

  function told<T extends { readonly state: string }>(outcome: T): T {
    deps.onCall?.(outcome.state);
    return outcome;
  }

  /** There are few service URLs, and each is used for thousands of messages. */
  function destinationOf(serviceUrl: string): Destination {
    const known = destinations.get(serviceUrl);
    if (known) return known;
    if (destinations.size >= mostDestinations) destinations.clear();
    const { protocol, hostname, port, pathname } = new URL(serviceUrl);
    const isSecure = protocol === "https:";
    const destination: Destination = {
      client: isSecure ? https : http,
      at: {
        protocol,
        // An IPv6 address stands in brackets in a URL, but not where it is dialled.
        hostname: hostname.replace(/^\[|\]$/gu, ""),
        ...(port && { port }),
        agent: isSecure ? agents["https:"] : agents["http:"],
      },
      base: pathname.replace(/\/+$/u, ""),
    };
    destinations.set(serviceUrl, destination);
    return destination;
  }

  async function call(
    method: string,
    serviceUrl: string,
    path: string,
    sent: unknown,
  ): Promise<Answer | Undelivered> {
    if (!deps.isAllowed(serviceUrl)) return { state: "refused", reason: "forbidden" };
    const { client, at, base } = destinationOf(serviceUrl);
    let token: string | undefined;
    try {
      token = await deps.token();
    } catch {
      // Not sent, so not taken; whoever fetches tokens has told about it.
      deps.onCall?.("no-token");
      return { state: "throttled" };
    }
    const body = sent === undefined ? undefined : Buffer.from(JSON.stringify(sent));
    return new Promise((resolve) => {
      const request = client.request({
        ...at,
        method,
        path: `${base}/v3/${path}`,
        headers: {
          ...(body && {
            "content-type": "application/json; charset=utf-8",
            "content-length": body.length,
          }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
      });
      const late = setTimeout(() => request.destroy(new Error("time-out")), deps.timeoutMs);
      const end = (outcome: Answer | Undelivered) => {
        clearTimeout(late);
        resolve(outcome.state === "answered" ? outcome : told(outcome));
      };
      // Until there is a connection nothing has left, so the call was surely not taken.
      let mayHaveLeft = false;
      request.on("socket", (socket) => {
        const leave = () => {
          mayHaveLeft = true;
        };
        if (socket.connecting) socket.once("connect", leave);
        else leave();
      });
      request.on("response", (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () =>
          end({
            state: "answered",
            status: response.statusCode ?? 0,
            retryAfter: response.headers["retry-after"],
            text,
          }),
        );
        response.on("error", (error) => end({ state: "unknown", cause: error.message }));
      });
      request.on("error", (error: NodeJS.ErrnoException) =>
        end(
          mayHaveLeft
            ? { state: "unknown", cause: error.code ?? error.message }
            : { state: "throttled" },
        ),
      );
      request.end(body);
    });
  }
}

/** One card and no text: Teams splits text and card, and gives no usable id back (platform.md 0.8). */
const activityOf = (
  { botId, botName, conversationId, serviceUrl }: ConversationAddress,
  card: Card,
  content: unknown,
  mentions: readonly Mention[] | undefined,
) => ({
  type: "message",
  from: { id: botId, ...(botName && { name: botName }), role: "bot" },
  conversation: { id: conversationId },
  summary: card.summary,
  locale: card.language,
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      content: withMentions(suitClient(serviceUrl, content), mentions),
    },
  ],
});

/** A personal chat with one person of the tenant. */
const chatWith = ({ botId, botName, tenant }: Door, userId: string) => ({
  bot: { id: botId, ...(botName && { name: botName }) },
  members: [{ id: userId }],
  isGroup: false,
  ...(tenant && { tenantId: tenant, channelData: { tenant: { id: tenant } } }),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
