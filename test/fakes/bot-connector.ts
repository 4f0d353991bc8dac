import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Activity = Readonly<Record<string, unknown>>;

/** One call of the bot, in the order they arrived. */
export type ConnectorCall = {
  readonly method: string;
  readonly conversation: string;
  /** In the path: what a POST replies to, what a PUT or DELETE changes. */
  readonly target: string | undefined;
  readonly activity: Activity;
  readonly authorization: string | undefined;
  readonly arrivedAt: number;
  /** "open": no answer yet. "taken": done, whatever the caller got to hear. */
  state: "open" | "taken" | "refused";
  /** The id that a POST that was taken got. */
  id?: string;
};

/** What goes wrong with one call. */
export type Fault = {
  /** The answer, and nothing is taken; Teams takes nothing on 429 and 412. */
  readonly status?: number;
  /** Seconds, in the Retry-After header. */
  readonly retryAfter?: number;
  readonly body?: unknown;
  /** With `status`: taken all the same, as a gateway's 502 leaves open. */
  readonly taken?: boolean;
  /** The connection breaks off before or after the call was taken. */
  readonly drop?: "before" | "after";
  /** Before anything else; a promise that never resolves is a call that hangs. */
  readonly wait?: Promise<unknown>;
  /** Only for calls to this conversation. */
  readonly conversation?: string;
};

export type BotConnector = {
  /** The serviceUrl of the activities that the bot shall answer here. */
  readonly url: string;
  readonly calls: readonly ConnectorCall[];
  /** Messages as people see them now: what was taken, edits applied, deleted ones gone. */
  readonly messages: ReadonlyMap<string, Activity>;
  /** Each fault meets one call, the first that it is for. */
  fail(...faults: readonly Fault[]): void;
  /** Forgets the faults that have not met a call. */
  heal(): void;
  /** The first call that fits, those already there included; a call is looked at again when it was answered. */
  waitFor(fits: (call: ConnectorCall) => boolean, withinMs?: number): Promise<ConnectorCall>;
  close(): Promise<void>;
};

/** A Bot Connector on loopback that behaves like Teams', and misbehaves as it is told. */
export async function createBotConnector(): Promise<BotConnector> {
  const calls: ConnectorCall[] = [];
  const messages = new Map<string, Activity>();
  const faults: Fault[] = [];
  const watchers = new Set<(call: ConnectorCall) => void>();
  let lastId = Date.now();

  const server = createServer((request, response) => {
    void readJson(request).then((activity) => take(request, response, activity));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  async function take(
    request: IncomingMessage,
    response: ServerResponse,
    activity: Activity,
  ): Promise<void> {
    const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/u.exec(
      request.url ?? "",
    );
    if (!path) return answer(response, 404, teamsError("NotFound"));
    const call: ConnectorCall = {
      method: request.method ?? "",
      conversation: decodeURIComponent(path[1] ?? ""),
      target: path[2] && decodeURIComponent(path[2]),
      activity,
      authorization: request.headers.authorization,
      arrivedAt: performance.now(),
      state: "open",
    };
    calls.push(call);
    announce(call);

    const fault = faultFor(call.conversation);
    await fault.wait;
    if (fault.drop === "before") return drop(call, response);
    if (fault.status !== undefined && !fault.taken) {
      call.state = "refused";
      answer(response, fault.status, fault.body ?? teamsError("Faulty"), fault.retryAfter);
      return announce(call);
    }
    const done = apply(call);
    if (fault.drop === "after") return drop(call, response);
    answer(response, fault.status ?? done.status, fault.body ?? done.body, fault.retryAfter);
    announce(call);
  }

  function apply(call: ConnectorCall): { status: number; body: unknown } {
    const { target } = call;
    if (call.method !== "POST" && (!target || !messages.has(target))) {
      call.state = "refused";
      return { status: 404, body: teamsError("ActivityNotFoundInConversation") };
    }
    call.state = "taken";
    if (call.method === "DELETE" && target) {
      messages.delete(target);
      return { status: 200, body: {} };
    }
    const id = call.method === "PUT" && target ? target : String(++lastId);
    call.id = id;
    messages.set(id, call.activity);
    return { status: call.method === "PUT" ? 200 : 201, body: { id } };
  }

  function drop(call: ConnectorCall, response: ServerResponse): void {
    if (call.state === "open") call.state = "refused";
    response.socket?.destroy();
    announce(call);
  }

  function announce(call: ConnectorCall): void {
    for (const watch of watchers) watch(call);
  }

  function faultFor(conversation: string): Fault {
    const at = faults.findIndex(
      (fault) => fault.conversation === undefined || fault.conversation === conversation,
    );
    return (at >= 0 && faults.splice(at, 1)[0]) || {};
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    messages,
    fail: (...more) => void faults.push(...more),
    heal: () => void faults.splice(0),
    waitFor(fits, withinMs = 10_000) {
      const there = calls.find(fits);
      if (there) return Promise.resolve(there);
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          watchers.delete(watch);
          reject(new Error(`no such call within ${withinMs} ms, but ${calls.length} others`));
        }, withinMs);
        const watch = (call: ConnectorCall) => {
          if (!fits(call)) return;
          clearTimeout(late);
          watchers.delete(watch);
          resolve(call);
        };
        watchers.add(watch);
      });
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

const teamsError = (code: string) => ({ error: { code, message: code } });

function answer(response: ServerResponse, status: number, body: unknown, retryAfter?: number) {
  response.writeHead(status, {
    "content-type": "application/json",
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
  response.end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<Activity> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? {} : (JSON.parse(text) as Activity);
}
