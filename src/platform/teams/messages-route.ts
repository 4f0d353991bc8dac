/** POST /api/messages: guarded, parsed, authenticated, handled, answered. */
import {
  type HttpRequest,
  type HttpResponse,
  httpError,
  type Log,
  type Route,
} from "../../core/ports.ts";
import type { Reply } from "../../core/reply.ts";
import type { Arrival } from "../../core/turn.ts";
import type { BotAdapter } from "./bot-adapter.ts";
import type { Guard } from "./guard.ts";
import { parseActivity } from "./parse-activity.ts";

export type MessagesDeps = {
  readonly adapter: BotAdapter;
  readonly guard: Guard;
  readonly isReady: () => boolean;
  readonly handle: (
    arrival: Arrival,
  ) => Promise<{ readonly status: "done"; readonly answer?: Reply } | { readonly status: "busy" }>;
  readonly render: (card: Extract<Reply, { type: "card" }>["card"]) => unknown;
  readonly log: Log;
};

export function createMessagesRoute(deps: MessagesDeps): Route {
  return {
    method: "POST",
    path: "/api/messages",
    async handle(request): Promise<HttpResponse> {
      const refused = deps.guard.request(request);
      if (refused) return refused;
      const activity = parseJson(request.body);
      const parsed = parseActivity(activity);
      if (!parsed.ok)
        return httpError(400, "malformed", `Not a usable activity: ${parsed.reason}.`);

      let response: HttpResponse = { status: 200 };
      const outcome = await deps.adapter.process(authorizationOf(request), activity, async () => {
        response =
          deps.guard.activity(activity as Readonly<Record<string, unknown>>) ??
          (deps.isReady()
            ? answerTo(parsed.arrival, parsed.isInvoke, await deps.handle(parsed.arrival))
            : notNow("not-ready", "Kollega is starting.", 2));
      });
      if (outcome === "done") return response;
      return outcome === "unavailable"
        ? notNow("no-keys", "The channel's keys cannot be fetched.", 5)
        : httpError(401, "unauthorized", "The token is not valid.");
    },
  };

  function answerTo(
    arrival: Arrival,
    isInvoke: boolean,
    result: Awaited<ReturnType<MessagesDeps["handle"]>>,
  ): HttpResponse {
    if (result.status === "busy") {
      return notNow("busy", "The same activity is being handled.", 5);
    }
    if (!isInvoke) return { status: 200 };
    if (arrival.type !== "action")
      return httpError(400, "unknown-invoke", "Kollega does not know this invoke.");
    return { status: 200, body: cardActionBody(result.answer) };
  }

  /** Universal Actions wait for this shape (platform.md 2). */
  function cardActionBody(answer: Reply | undefined): unknown {
    return answer?.type === "card"
      ? {
          statusCode: 200,
          type: "application/vnd.microsoft.card.adaptive",
          value: deps.render(answer.card),
        }
      : {
          statusCode: 200,
          type: "application/vnd.microsoft.activity.message",
          value: answer?.text ?? "",
        };
  }
}

const notNow = (code: string, message: string, retryAfterSeconds: number): HttpResponse => ({
  ...httpError(503, code, message),
  headers: { "retry-after": String(retryAfterSeconds) },
});

function authorizationOf({ headers }: HttpRequest): string {
  const { authorization } = headers;
  return typeof authorization === "string" ? authorization : "";
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
