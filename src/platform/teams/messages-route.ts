/** POST /api/messages: guarded, parsed, authenticated, handled, answered. */
import { type HttpResponse, httpError, type Log, type Route } from "../../core/ports.ts";
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
      const activity = parseJson(request.body);
      const refusal = deps.guard(request, serviceUrlOf(activity));
      if (refusal) return refusal;
      const parsed = parseActivity(activity);
      if (!parsed.ok)
        return httpError(400, "malformed", `Not a usable activity: ${parsed.reason}.`);
      if (!deps.isReady()) {
        return {
          ...httpError(503, "not-ready", "Kollega is starting."),
          headers: { "retry-after": "2" },
        };
      }
      let response: HttpResponse = { status: 200 };
      await deps.adapter.process("", activity, async () => {
        response = answerTo(parsed.arrival, parsed.isInvoke, await deps.handle(parsed.arrival));
      });
      return response;
    },
  };

  function answerTo(
    arrival: Arrival,
    isInvoke: boolean,
    result: Awaited<ReturnType<MessagesDeps["handle"]>>,
  ): HttpResponse {
    if (result.status === "busy") {
      return {
        ...httpError(503, "busy", "The same activity is being handled."),
        headers: { "retry-after": "5" },
      };
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

const serviceUrlOf = (activity: unknown): string | undefined =>
  typeof activity === "object" &&
  activity !== null &&
  "serviceUrl" in activity &&
  typeof activity.serviceUrl === "string"
    ? activity.serviceUrl
    : undefined;

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
