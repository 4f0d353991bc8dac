/** What the connector's answer means for a message. One place for all statuses and codes (platform.md 1.2). */
import type { Delivered } from "../../core/ports.ts";

/** `retryAfter` is the header as it came: seconds, or an HTTP date; `body` the answer's text. */
export function readOutcome(
  status: number,
  retryAfter: string | undefined,
  body: string,
  now: Date = new Date(),
): Delivered {
  if (status >= 200 && status < 300) {
    const id = parse(body)["id"];
    return { state: "delivered", ...(typeof id === "string" && { activityId: id }) };
  }
  const retryAfterMs = readRetryAfter(retryAfter, now);
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

/** Milliseconds; undefined if it is neither of the forms of RFC 9110, 10.2.3. A date that has passed is now. */
function readRetryAfter(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+(\.\d+)?$/u.test(text)) return Number(text) * 1000;
  const date = isDate.test(text) ? Date.parse(text.endsWith("GMT") ? text : `${text} GMT`) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

/** The three forms of an HTTP date begin with the day of the week; `Date.parse` alone takes "-5" for one. */
const isDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d{2}:\d{2}:\d{2}/u;

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
