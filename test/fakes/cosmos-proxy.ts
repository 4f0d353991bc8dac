import { once } from "node:events";
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

/** What a request asks for; "plan" is the SDK's question how to run a query. */
export type ExchangeKind = "read" | "create" | "replace" | "delete" | "query" | "plan" | "control";

/** One request as it came over the wire. */
export type Exchange = {
  readonly kind: ExchangeKind;
  readonly method: string;
  readonly path: string;
  readonly container?: string;
  /** The partition that the request is routed to. */
  readonly partitionKey?: string;
  readonly ifMatch?: string;
  /** The text of a query. */
  readonly query?: string;
  readonly parameters?: readonly { readonly name: string; readonly value: unknown }[];
  /** Of the answer that went back; missing if none did. */
  status?: number;
};

/** What goes wrong with one request. "before" the service saw it, or "after" the service did what was asked. */
export type Fault =
  | {
      readonly answer: number;
      readonly when: "before" | "after";
      readonly retryAfterMs?: number;
      readonly substatus?: number;
      /** Instead of JSON, as a gateway on the way might say it. */
      readonly page?: string;
    }
  | { readonly drop: "before" | "after" }
  | { readonly delayMs: number };

export type CosmosProxy = {
  readonly url: string;
  /** Every request since `forget`. */
  readonly exchanges: readonly Exchange[];
  /** Asked about every request; may be replaced at any time. */
  fault: (exchange: Exchange) => Fault | undefined;
  /** Request units of an answer; the server itself always says 1. */
  charge: (exchange: Exchange) => number;
  /** Milliseconds by which the service's clock is ahead, for items whose `ttl` ends. */
  aheadMs: number;
  forget(): void;
  /** Refuses connections, as an account that cannot be reached. */
  stop(): Promise<void>;
  /** Takes connections again, on the same port. */
  start(): Promise<void>;
};

/** Cosmos DB behind a bad line: passes everything on to the server on `port`, unless a fault says otherwise. */
export async function startCosmosProxy(port: number): Promise<CosmosProxy> {
  const agent = new Agent({ keepAlive: true });
  const expiring = new Map<
    string,
    { readonly headers: IncomingHttpHeaders; readonly at: number }
  >();
  let exchanges: Exchange[] = [];
  let listener = listenerOf();

  const proxy: CosmosProxy = {
    url: `http://127.0.0.1:${await listen(0)}`,
    get exchanges() {
      return exchanges;
    },
    fault: () => undefined,
    charge: () => 1,
    aheadMs: 0,
    forget() {
      exchanges = [];
    },
    async stop() {
      const closed = once(listener, "close");
      listener.close();
      listener.closeAllConnections();
      await closed;
    },
    async start() {
      listener = listenerOf();
      await listen(Number(new URL(proxy.url).port));
    },
  };
  return proxy;

  function listenerOf() {
    return createServer((incoming, outgoing) => {
      handle(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
    });
  }

  async function listen(on: number): Promise<number> {
    listener.listen(on, "127.0.0.1");
    await once(listener, "listening");
    return (listener.address() as AddressInfo).port;
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await text(incoming);
    const exchange = exchangeOf(incoming, body);
    exchanges.push(exchange);
    await removeExpired();
    const fault = proxy.fault(exchange);
    if (fault && "delayMs" in fault) await sleep(fault.delayMs, undefined, { ref: false });
    if (fault && "drop" in fault && fault.drop === "before") {
      outgoing.destroy();
      return;
    }
    if (fault && "answer" in fault && fault.when === "before") {
      answerWith(exchange, fault, outgoing);
      return;
    }
    const answer = await passOn(incoming, body);
    rememberExpiry(exchange, incoming, body, answer.status);
    if (fault && "drop" in fault) {
      outgoing.destroy();
    } else if (fault && "answer" in fault) {
      answerWith(exchange, fault, outgoing);
    } else {
      exchange.status = answer.status;
      outgoing.writeHead(answer.status, {
        ...answer.headers,
        "x-ms-request-charge": String(proxy.charge(exchange)),
      });
      outgoing.end(answer.body);
    }
  }

  function answerWith(
    exchange: Exchange,
    fault: Extract<Fault, { answer: number }>,
    outgoing: ServerResponse,
  ): void {
    exchange.status = fault.answer;
    outgoing.writeHead(fault.answer, {
      "content-type": fault.page === undefined ? "application/json" : "text/html",
      "x-ms-request-charge": String(proxy.charge(exchange)),
      ...(fault.retryAfterMs !== undefined && {
        "x-ms-retry-after-ms": String(fault.retryAfterMs),
      }),
      ...(fault.substatus !== undefined && { "x-ms-substatus": String(fault.substatus) }),
    });
    outgoing.end(fault.page ?? JSON.stringify({ message: `fault ${fault.answer}` }));
  }

  /** A deletion as the service's own, which the server behind does not do. */
  async function removeExpired(): Promise<void> {
    const now = Date.now() + proxy.aheadMs;
    for (const [path, { headers, at }] of expiring) {
      if (at > now) continue;
      expiring.delete(path);
      await pass({ method: "DELETE", path, headers, body: "" });
    }
  }

  function rememberExpiry(
    exchange: Exchange,
    incoming: IncomingMessage,
    body: string,
    status: number,
  ): void {
    if (status >= 300 || (exchange.kind !== "create" && exchange.kind !== "replace")) return;
    const item: { readonly id: string; readonly ttl?: number } = JSON.parse(body);
    const path = exchange.kind === "create" ? `${exchange.path}/${item.id}` : exchange.path;
    expiring.delete(path);
    if (item.ttl === undefined) return;
    const { "x-ms-documentdb-partitionkey": key, authorization } = incoming.headers;
    const headers = { "x-ms-documentdb-partitionkey": key, authorization };
    expiring.set(path, { headers, at: Date.now() + proxy.aheadMs + item.ttl * 1000 });
  }

  function passOn(incoming: IncomingMessage, body: string) {
    const { method = "GET", url = "/", headers } = incoming;
    return pass({ method, path: url, headers, body });
  }

  async function pass(options: {
    readonly method: string;
    readonly path: string;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }) {
    const { method, path, headers, body } = options;
    const { "transfer-encoding": _, ...passed } = headers;
    const outgoing = send({ agent, host: "127.0.0.1", port, method, path, headers: passed });
    outgoing.end(body);
    const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      body: await text(answer),
    };
  }
}

function exchangeOf(incoming: IncomingMessage, body: string): Exchange {
  const { method = "GET", url = "/", headers } = incoming;
  const [, , , , container, docs, id] = url.split("/");
  const isQuery = headers["x-ms-documentdb-isquery"] !== undefined;
  const isPlan = headers["x-ms-cosmos-is-query-plan-request"] !== undefined;
  const { query, parameters } = isQuery || isPlan ? JSON.parse(body) : {};
  return {
    kind: isPlan ? "plan" : isQuery ? "query" : docs === "docs" ? kindOf(method, id) : "control",
    method,
    path: url,
    container,
    partitionKey: headers["x-ms-documentdb-partitionkey"] as string | undefined,
    ifMatch: headers["if-match"],
    query,
    parameters,
  };
}

function kindOf(method: string, id: string | undefined): ExchangeKind {
  if (id === undefined) return "create";
  return method === "GET" ? "read" : method === "PUT" ? "replace" : "delete";
}
