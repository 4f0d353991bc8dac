import type { JsonObject } from "./reply.ts";

/**
 * Whether a press came with all that the inputs of an editor held, so that an input that is lacking was emptied.
 *
 * Clients leave out what was emptied: adaptivecards 2.11.3 adds an input's value to the data of Action.Execute and of its
 * fallback Action.Submit only `if (input.id && input.isSet())` (card-elements.js, internalPrepareForExecution), and an
 * empty text, number, date, time or choice is not set. Editors therefore hold an input that nobody sees or empties
 * (`"id": "form"` in cards/): with it all others came.
 */
export const isWholeForm = (data: JsonObject): boolean => data["form"] === "whole";
