import type { Json, JsonObject } from "../../core/reply.ts";

/**
 * A card as a dialog takes it. Dialogs send back what an Action.Submit carries; Action.Execute is for messages. Every
 * Execute of ours has a Submit that says the same as its fallback.
 */
export function inDialog(card: unknown): Json {
  const value = card as Json;
  if (Array.isArray(value)) return value.map(inDialog);
  if (typeof value !== "object" || value === null) return value;
  const { type, fallback, ...rest } = value as JsonObject;
  const isSubmit = (fallback as JsonObject | undefined)?.["type"] === "Action.Submit";
  if (type === "Action.Execute" && isSubmit) return fallback as Json;
  return Object.fromEntries(
    Object.entries({
      ...(type !== undefined && { type }),
      ...rest,
      ...(fallback !== undefined && { fallback }),
    }).map(([name, inner]) => [name, inDialog(inner)]),
  );
}
