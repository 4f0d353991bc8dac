/** Expected failures. Each code has a text in every language (`texts.errors`); anything else thrown is a bug. */
export type ErrorCode =
  | "store-unavailable"
  | "store-locked"
  | "port-taken"
  | "unreadable-file"
  | "unknown-kind"
  | "unknown-network"
  | "send-failed"
  /** The person's own chat with the bot cannot be reached. */
  | "no-chat";

export class BotError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.name = "BotError";
    this.code = code;
  }
}

/**
 * A create that was not done, a kind of "store-unavailable": something has the id, and the store could not say in time
 * whether it is live or has expired.
 */
export class MaybeThere extends BotError {
  constructor(message: string, options?: ErrorOptions) {
    super("store-unavailable", message, options);
    this.name = "MaybeThere";
  }
}

/** For a create after which one looks again anyway: a thing that may be there counts as one that exists. */
export function asExists(error: unknown): "exists" {
  if (error instanceof MaybeThere) return "exists";
  throw error;
}
