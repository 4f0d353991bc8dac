/**
 * A Bot Connector for this machine that behaves like Teams' as far as a conversation goes: it gives every message an
 * id, and lets the program that talks with the bot see what was said. Local mode's try-out and the tests use it.
 */
import { type HttpRequest, type HttpResponse, httpError, type Route } from "../../core/ports.ts";

export type Said = {
  readonly id: string;
  readonly conversation: string;
  readonly replyToId?: string;
  readonly activity: Readonly<Record<string, unknown>>;
};

export type LoopbackConnector = {
  readonly routes: readonly Route[];
  /** Called for each message of the bot; returns a function that ends it. */
  onSaid(listener: (said: Said) => void): () => void;
};

/** `base` is the path below which the connector answers: the serviceUrl of an activity ends with it. */
export function createLoopbackConnector(base: string): LoopbackConnector {
  const listeners = new Set<(said: Said) => void>();
  let lastId = Date.now();

  const post = ({ params, body }: HttpRequest): HttpResponse => {
    const activity: unknown = JSON.parse(body);
    if (typeof activity !== "object" || activity === null)
      return httpError(400, "BadSyntax", "No activity.");
    const id = String(++lastId);
    const replyToId = params["activity"];
    const said: Said = {
      id,
      conversation: params["conversation"] ?? "",
      ...(replyToId && { replyToId }),
      activity: activity as Said["activity"],
    };
    for (const listener of listeners) listener(said);
    return { status: 201, body: { id } };
  };

  const path = `${base}/v3/conversations/:conversation/activities`;
  return {
    routes: [
      { method: "POST", path, handle: post },
      { method: "POST", path: `${path}/:activity`, handle: post },
    ],
    onSaid(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
