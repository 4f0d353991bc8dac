/** What a press carries: ids of ours and what was typed, all of it as a client sent it. */
import type { JsonObject } from "../../core/reply.ts";
import { tidy } from "../../core/rows.ts";
import type { Values } from "./form.ts";

const longestValue = 5_000;

/** A value of ours in a press: an id, or the name of what to do. */
export function idIn(data: JsonObject, name: string): string | undefined {
  const value = data[name];
  return typeof value === "string" && value !== "" && value.length <= longestValue
    ? value
    : undefined;
}

export function idsIn(data: JsonObject, name: string): readonly string[] | undefined {
  const value = data[name];
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === "string")
    : undefined;
}

/** Everything in a press that could have been typed; lists as `a,b`. */
export const inputsOf = (data: JsonObject): Values =>
  Object.fromEntries(
    Object.entries(data).flatMap(([name, value]): [string, string][] => {
      const text = Array.isArray(value) ? value.join(",") : value;
      if (typeof text !== "string" && typeof text !== "boolean") return [];
      return [[name, tidy(String(text)).slice(0, longestValue)]];
    }),
  );
