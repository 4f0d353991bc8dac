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
  if (status === 413) return { state: "refused", reason: "too-big" };
  if (status === 404) return { state: "refused", reason: "gone" };
  if (status === 403) return { state: "refused", reason: reasonOf403(codeOf(body)) };
  return { state: "refused", reason: "invalid" };
}

function reasonOf403(code: string): "blocked" | "not-installed" | "forbidden" {
  if (code === "MessageWritesBlocked" || code === "ConversationBlockedByUser") return "blocked";
  if (code === "ForbiddenOperationException" || code === "BotNotInConversationRoster")
    return "not-installed";
  return "forbidden";
}

/** The error code; a blocked write carries it as JSON inside a string. */
function codeOf(body: string): string {
  const answer = parse(body);
  const error = answer["error"];
  if (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string"
  )
    return error.code;
  const nested =
    typeof answer["message"] === "string" ? parse(answer["message"])["subCode"] : undefined;
  return typeof nested === "string" ? nested : "";
}

function readRetryAfter(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0
    ? seconds * 1000
    : undefined;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
