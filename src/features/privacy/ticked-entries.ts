/** Which contact entries somebody says are theirs as they ask to be forgotten. Pure. */
import type { Contact } from "../../core/content.ts";
import type { JsonObject } from "../../core/reply.ts";

type Entry = Pick<Contact, "id" | "network">;

const start = "contact:";

/** What the input is called in which an entry is ticked. */
export const inputName = ({ id, network }: Entry): string => `${start}${network ?? ""}:${id}`;

/**
 * `ticked`: of what is offered now. `missing`: inputs that were ticked, but are not offered now, so that nobody knows
 * whether they are the presser's. `left`: how many of all that was shown or is offered were not ticked.
 */
export function readTicks<T extends Entry>(
  data: JsonObject,
  offered: readonly T[],
): { readonly ticked: readonly T[]; readonly missing: readonly string[]; readonly left: number } {
  const isTicked = (input: string): boolean => data[input] === "true";
  const names = offered.map(inputName);
  const shown = Object.keys(data).filter((field) => field.startsWith(start));
  return {
    ticked: offered.filter((entry) => isTicked(inputName(entry))),
    missing: shown.filter((input) => isTicked(input) && !names.includes(input)),
    left: [...new Set([...names, ...shown])].filter((input) => !isTicked(input)).length,
  };
}
