/** POST /api/messages: guarded, authenticated, parsed, handled, answered. */
import type { Language } from "../../core/language.ts";
import { type HttpResponse, httpError, type Log, type Route } from "../../core/ports.ts";
import type { Card, Reply } from "../../core/reply.ts";
import type { Arrival } from "../../core/turn.ts";
import { invokeAnswer } from "./answer-invoke.ts";
import type { Authenticate } from "./authenticate.ts";
import type { BotAdapter } from "./bot-adapter.ts";
import { type Guard, header } from "./guard.ts";
import { parseActivity } from "./parse-activity.ts";

export type MessagesDeps = {
  readonly authenticate: Authenticate;
  readonly adapter: BotAdapter;
  readonly guard: Guard;
  /** See `ParseOptions`. */
  readonly hearsOthers: boolean;
  readonly isReady: () => boolean;
  readonly handle: (
    arrival: Arrival,
  ) => Promise<{ readonly status: "done"; readonly answer?: Reply } | { readonly status: "busy" }>;
  readonly render: (card: Card) => object;
  /** What is said in place of a card that cannot be made. */
  readonly sorry: (language: Language) => string;
  readonly log: Log;
  /** Around everything that is done for one activity, so that the log can tell it from others. */
  readonly inTurn?: <T>(arrival: Arrival, work: () => Promise<T>) => Promise<T>;
};

export function createMessagesRoute(deps: MessagesDeps): Route {
  return {
    method: "POST",
    path: "/api/messages",
    async handle(request): Promise<HttpResponse> {
      const refused = deps.guard.request(request);
      if (refused) return refused;
      // Before the body is looked at: strangers get no further than this.
      const caller = await deps.authenticate(header(request.headers["authorization"]));
      if (caller === "unauthenticated") {
        return httpError(401, "unauthorized", "A valid token of the channel is needed.");
      }
      if (caller === "unavailable") {
        return notNow("no-keys", "The channel's keys cannot be fetched.", 5);
      }
      const activity = parseJson(request.body);
      const parsed = parseActivity(activity, deps);
      if (!parsed.ok)
        return httpError(400, "malformed", `Not a usable activity: ${parsed.reason}.`);
      const { arrival, isInvoke } = parsed;
      if (caller.serviceUrl !== undefined && caller.serviceUrl !== arrival.address.serviceUrl) {
        return httpError(403, "forbidden", "The token is for another service URL.");
      }
      const unwelcome = deps.guard.activity(activity as Readonly<Record<string, unknown>>);
      if (unwelcome) return unwelcome;
      if (!deps.isReady()) return notNow("not-ready", "Kollega is starting.", 2);

      const { inTurn = (_arrival, work) => work() } = deps;
      return inTurn(arrival, async () => {
        let response: HttpResponse = { status: 200 };
        await deps.adapter.process(caller, activity, async () => {
          response = answerTo(arrival, isInvoke, await deps.handle(arrival));
        });
        return response;
      });
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
    const body = invokeAnswer(arrival, result.answer, rendered);
    return body
      ? { status: 200, body }
      : httpError(400, "unknown-invoke", "Kollega does not know this invoke.");
  }

  /** The card, or, where it cannot be made, which is a bug, a sentence that says so. */
  function rendered(card: Card): object | string {
    try {
      return deps.render(card);
    } catch (error) {
      deps.log.error("card not rendered", error, { card: card.kind });
      return deps.sorry(card.language);
    }
  }
}

const notNow = (code: string, message: string, retryAfterSeconds: number): HttpResponse => ({
  ...httpError(503, code, message),
  headers: { "retry-after": String(retryAfterSeconds) },
});

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
