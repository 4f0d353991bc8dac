/** What the connector's answer means for a message. One place for all statuses and codes (platform.md 1.2). */
import type { Delivered } from "../../core/ports.ts";

/** `retryAfter` is the header as it came (seconds); `body` the answer's text. */
export function readOutcome(
  status: number,
  retryAfter: string | undefined,
  body: string,
): Delivered {
  if (status >= 200 && status < 300) {
    const id = parse(body)["id"];
    return { state: "delivered", ...(typeof id === "string" && { activityId: id }) };
  }
  const retryAfterMs = readRetryAfter(retryAfter);
  // Not taken, so that it may be sent again: throttled, or two operations on one conversation at once.
  if (status === 429 || status === 412 || (status === 503 && retryAfter !== undefined)) {
    return { state: "throttled", ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  if (status === 502 || status === 503 || status === 504)
    return { state: "unknown", cause: `HTTP ${status}` };
  return { state: "refused", reason: reasonOf(status, body), status };
}

type Reason = Extract<Delivered, { state: "refused" }>["reason"];

function reasonOf(status: number, body: string): Reason {
  switch (status) {
    // The bot's own credentials are not taken: a matter of its registration, not of the message.
    case 401:
      return "forbidden";
    case 403:
      return reasonOf403(codeOf(body));
    case 404:
      return "gone";
    case 413:
      return "too-big";
    default:
      return "invalid";
  }
}

function reasonOf403(code: string): Reason {
  if (code === "MessageWritesBlocked" || code === "ConversationBlockedByUser") return "blocked";
  if (code === "ForbiddenOperationException" || code === "BotNotInConversationRoster")
    return "not-installed";
  return "forbidden";
}

/** The error code; a blocked write carries it as JSON inside a string. */
function codeOf(body: string): string {
  const answer = parse(body);
  const error = isObject(answer["error"]) ? answer["error"] : {};
  const codes = [subCodeIn(answer), subCodeIn(error), error["code"]];
  return codes.find((code) => typeof code === "string") ?? "";
}

const subCodeIn = ({ message }: Readonly<Record<string, unknown>>): unknown =>
  typeof message === "string" ? parse(message)["subCode"] : undefined;

function readRetryAfter(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0
    ? seconds * 1000
    : undefined;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
