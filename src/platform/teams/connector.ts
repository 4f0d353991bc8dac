/**
 * Our own client of the Bot Connector: kept-alive connections, a time limit on every call, no repetition of its own.
 * The SDK's client is not used for sending, because it repeats POSTs on 5xx and dropped connections, which people
 * then get twice, and has no time limit (platform.md 0.3).
 */
import http from "node:http";
import https from "node:https";
import type { ConversationAddress, Delivered, Messenger } from "../../core/ports.ts";
import type { Card } from "../../core/reply.ts";
import { readOutcome } from "./read-outcome.ts";

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

const mostDestinations = 100;
const keepAlive = { keepAlive: true, maxSockets: 64, keepAliveMsecs: 5_000 } as const;

export function createConnector(deps: ConnectorDeps): Messenger {
  const agents = { "http:": new http.Agent(keepAlive), "https:": new https.Agent(keepAlive) };

  const destinations = new Map<string, Destination>();

  return {
    send: (address, card, { replyToId } = {}) =>
      call("POST", address, replyToId ? `/${encodeURIComponent(replyToId)}` : "", {
        ...activityOf(address, card, deps.render(card)),
        ...(replyToId && { replyToId }),
      }),
    update: (address, activityId, card) =>
      call("PUT", address, `/${encodeURIComponent(activityId)}`, {
        ...activityOf(address, card, deps.render(card)),
        id: activityId,
      }),
  };

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
    method: "POST" | "PUT",
    { serviceUrl, conversationId }: ConversationAddress,
    path: string,
    activity: unknown,
  ): Promise<Delivered> {
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
    const body = Buffer.from(JSON.stringify(activity));
    return new Promise((resolve) => {
      const request = client.request({
        ...at,
        method,
        path: `${base}/v3/conversations/${encodeURIComponent(conversationId)}/activities${path}`,
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-length": body.length,
          ...(token && { authorization: `Bearer ${token}` }),
        },
      });
      const late = setTimeout(() => request.destroy(new Error("time-out")), deps.timeoutMs);
      const end = (outcome: Delivered) => {
        clearTimeout(late);
        deps.onCall?.(outcome.state);
        resolve(outcome);
      };
      request.on("response", (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () =>
          end(readOutcome(response.statusCode ?? 0, response.headers["retry-after"], text)),
        );
        response.on("error", (error) => end({ state: "unknown", cause: error.message }));
      });
      request.on("error", (error: NodeJS.ErrnoException) =>
        // Nobody listens there: the call was surely not taken.
        end(
          error.code === "ECONNREFUSED"
            ? { state: "refused", reason: "gone" }
            : { state: "unknown", cause: error.code ?? error.message },
        ),
      );
      request.end(body);
    });
  }
}

/** One card and no text: Teams splits text and card, and gives no usable id back (platform.md 0.8). */
const activityOf = (
  { botId, botName, conversationId }: ConversationAddress,
  card: Card,
  content: unknown,
) => ({
  type: "message",
  from: { id: botId, ...(botName && { name: botName }), role: "bot" },
  conversation: { id: conversationId },
  summary: card.summary,
  locale: card.language,
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
});
