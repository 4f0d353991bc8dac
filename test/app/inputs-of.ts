import type { JsonObject } from "../../src/core/reply.ts";
import type { Action, Answer } from "./start-bot.ts";

/** What a client sends of a card's inputs: those that hold something (core/whole-form.ts). */
export function inputsOf(card: unknown): JsonObject {
  if (Array.isArray(card)) return Object.assign({}, ...card.map(inputsOf)) as JsonObject;
  if (typeof card !== "object" || card === null) return {};
  const { type, id, value } = card as Readonly<Record<string, unknown>>;
  const isInput = typeof type === "string" && type.startsWith("Input.");
  return isInput && value ? { [String(id)]: value as string } : inputsOf(Object.values(card));
}

/** A button as it is pressed once this was typed. */
export const filled = (action: Action, values: JsonObject): Action => ({
  ...action,
  data: { ...action.data, ...values },
});

/** What stands in an editor's inputs. */
export function valuesOf({ card }: Answer): JsonObject {
  const { network: _, ...values } = card.view["values"] as JsonObject;
  return values;
}
