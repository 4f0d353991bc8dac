import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Fault, FaultRule } from "./faults.ts";
import type { Operation, TeamsLimits } from "./teams-limits.ts";

export type { Fault } from "./faults.ts";
export type Activity = Readonly<Record<string, unknown>>;

/** One call of the bot, in the order they arrived. */
export type ConnectorCall = {
  readonly method: string;
  /** What it is about: a conversation; for an opened chat the person's id, for a list of channels the team's. */
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
  /** What the caller got to hear; undefined if it heard nothing. */
  status?: number;
};

/** A call that is no message: a chat opened, a page of a roster, one of its people, a team's channels. */
export type ConnectorFetch = ConnectorCall & { readonly operation: Exclude<Operation, "send"> };

export type BotConnectorOptions = {
  /** How long each call takes; half of it before the call is taken. */
  readonly latencyMs?: number;
  /** Enforced, if given. */
  readonly limits?: TeamsLimits;
};

export type BotConnector = {
  /** The serviceUrl of the activities that the bot shall answer here. */
  readonly url: string;
  readonly calls: readonly ConnectorCall[];
  readonly fetches: readonly ConnectorFetch[];
  /** Messages as people see them now: what was taken, edits applied, deleted ones gone. */
  readonly messages: ReadonlyMap<string, Activity>;
  /** What pagedmembers and members/{id} tell, by conversation (a team's is its id); of others it knows nothing. */
  readonly rosters: Map<string, readonly Activity[]>;
  /** The channels by team's id. */
  readonly channels: Map<string, readonly Activity[]>;
  /** Each fault meets one call, the first that it is for. */
  fail(...faults: readonly Fault[]): void;
  /** Asked for each call from now on. */
  failBy(rule: FaultRule): void;
  /** Forgets the faults that have not met a call, and the rule. */
  heal(): void;
  /** The first call that fits, those already there included; a call is looked at again when it was answered. */
  waitFor(fits: (call: ConnectorCall) => boolean, withinMs?: number): Promise<ConnectorCall>;
  close(): Promise<void>;
};

/** Where the chat with a person is opened. */
export const chatOpenedWith = (userId: string): string => `a:opened-${userId}`;

/** A Bot Connector on loopback that behaves like Teams', and misbehaves as it is told. */
export async function createBotConnector(options: BotConnectorOptions = {}): Promise<BotConnector> {
  const { latencyMs = 0, limits } = options;
  const calls: ConnectorCall[] = [];
  const fetches: ConnectorFetch[] = [];
  const messages = new Map<string, Activity>();
  const rosters = new Map<string, readonly Activity[]>();
  const channels = new Map<string, readonly Activity[]>();
  const faults: Fault[] = [];
  let rule: FaultRule = () => undefined;
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
    const read = readPath(request.method ?? "", request.url ?? "", activity);
    if (!read) return answer(response, 404, teamsError("NotFound"));
    const { operation, conversation, target, query } = read;
    const call: ConnectorCall = {
      method: request.method ?? "",
      conversation,
      target,
      activity,
      authorization: request.headers.authorization,
      arrivedAt: performance.now(),
      state: "open",
    };
    const say = (status: number, body: unknown, retryAfter?: number) => {
      call.status = status;
      answer(response, status, body, retryAfter);
    };
    if (operation === "send") calls.push(call);
    else fetches.push(Object.assign(call, { operation }));
    announce(call);

    const fault = faultFor(operation, conversation);
    await fault.wait;
    const waitSeconds = limits?.take(operation, conversation, performance.now());
    if (latencyMs > 0) await pause(latencyMs / 2);
    if (waitSeconds !== undefined) {
      call.state = "refused";
      say(429, teamsError("Throttled"), waitSeconds);
      return announce(call);
    }
    if (fault.drop === "before") return drop(call, response);
    if (fault.status !== undefined && !fault.taken) {
      call.state = "refused";
      say(fault.status, fault.body ?? teamsError("Faulty"), fault.retryAfter);
      return announce(call);
    }
    const done = operation === "send" ? apply(call) : fetched(operation, call, query);
    if (latencyMs > 0) await pause(latencyMs / 2);
    if (fault.drop === "after") return drop(call, response);
    say(fault.status ?? done.status, fault.body ?? done.body, fault.retryAfter);
    announce(call);
  }

  function fetched(
    operation: Exclude<Operation, "send">,
    call: ConnectorCall,
    query: URLSearchParams,
  ): { status: number; body: unknown } {
    const { conversation } = call;
    const isAboutPeople = operation === "members" || operation === "member";
    const all = (isAboutPeople ? rosters : channels).get(conversation);
    if (operation !== "create" && !all) {
      call.state = "refused";
      return { status: 404, body: teamsError("ConversationNotFound") };
    }
    const one = all?.find(
      ({ id, aadObjectId }) => call.target !== undefined && [id, aadObjectId].includes(call.target),
    );
    if (operation === "member" && !one) {
      call.state = "refused";
      return { status: 404, body: teamsError("MemberNotFoundInConversation") };
    }
    call.state = "taken";
    if (operation === "member") return { status: 200, body: one };
    if (operation === "create") {
      call.id = chatOpenedWith(conversation);
      return { status: 201, body: { id: call.id } };
    }
    if (operation === "channels") return { status: 200, body: { conversations: all } };
    const from = Number(query.get("continuationToken") ?? 0);
    const to = from + Number(query.get("pageSize") ?? 200);
    const members = all?.slice(from, to);
    const more = to < (all?.length ?? 0) && { continuationToken: String(to) };
    return { status: 200, body: { members, ...more } };
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

  function faultFor(operation: Operation, conversation: string): Fault {
    const at = faults.findIndex(
      (fault) =>
        (fault.on ?? "send") === operation &&
        (fault.conversation === undefined || fault.conversation === conversation),
    );
    const single = at >= 0 ? faults.splice(at, 1)[0] : undefined;
    return single ?? rule({ operation, conversation }) ?? {};
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    fetches,
    messages,
    rosters,
    channels,
    fail: (...more) => void faults.push(...more),
    failBy(next) {
      rule = next;
    },
    heal() {
      faults.splice(0);
      rule = () => undefined;
    },
    waitFor(fits, withinMs = 10_000) {
      const there = calls.find(fits) ?? fetches.find(fits);
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

/** What a path of the connector's asks for; undefined for one that it does not have. */
function readPath(method: string, url: string, activity: Activity) {
  const [path = "", search = ""] = url.split("?", 2);
  const [, root = "", ...parts] = path.replace(/^\/v3/u, "").split("/").map(decodeURIComponent);
  const [id = "", what, target, ...more] = parts;
  const query = new URLSearchParams(search);
  const of = (operation: Operation, conversation = id) => ({
    operation,
    conversation,
    target,
    query,
  });
  if (!path.startsWith("/v3/") || more.length > 0) return undefined;
  if (root === "teams")
    return method === "GET" && what === "conversations" ? of("channels") : undefined;
  if (root !== "conversations") return undefined;
  if (parts.length === 0)
    return method === "POST" ? of("create", firstMember(activity)) : undefined;
  if (what === "pagedmembers") return method === "GET" ? of("members") : undefined;
  if (what === "members" && target) return method === "GET" ? of("member") : undefined;
  return what === "activities" && method !== "GET" ? of("send") : undefined;
}

function firstMember({ members }: Activity): string {
  const [first] = Array.isArray(members) ? (members as readonly Activity[]) : [];
  return String(first?.["id"] ?? "");
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
