/** An error as it may stand in a log: what broke and where, without anybody's ids, addresses or words. */

export type SafeError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  /** Where in the code, without the message that stacks begin with. */
  readonly stack?: string;
  readonly cause?: SafeError;
};

const longestMessage = 500;
const deepest = 3;

/** Ids of people, chats, channels and documents, mail addresses, web addresses, and whatever was quoted. */
const privateParts: readonly RegExp[] = [
  /https?:\/\/[^\s"'<>]+/giu,
  /["“”„][^"“”]*["“”]|'[^']*'|«[^»]*»|`[^`]*`/gu,
  /[\p{L}\d._%+-]+@[\p{L}\d.-]+/gu,
  /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/giu,
  /\b(?:19|28|29|8):[^\s,;)]+/gu,
  /\ba:[^\s,;)]+/gu,
];

export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, message: "" };
  const { code, status, statusCode } = error as Error & Readonly<Record<string, unknown>>;
  const found = typeof status === "number" ? status : statusCode;
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /u.test(line));
  return {
    type: error.name,
    message: withoutPrivate(error.message),
    ...((typeof code === "string" || typeof code === "number") && { code }),
    ...(typeof found === "number" && { status: found }),
    ...(frames && frames.length > 0 && { stack: frames.join("\n") }),
    ...(error.cause !== undefined &&
      depth < deepest && { cause: safeError(error.cause, depth + 1) }),
  };
}

const withoutPrivate = (message: string): string =>
  privateParts
    .reduce((text, pattern) => text.replace(pattern, "…"), message)
    .slice(0, longestMessage);
