import type { Language } from "../../../core/language.ts";
import { inList } from "../who-may.ts";
import { nameOf } from "./names.ts";
import type { SendDeps } from "./send-deps.ts";

const mostNamed = 5;

/** The people (`tenant:person`) by name, as far as they are known; undefined: none of them is. */
export async function askedInWords(
  deps: Pick<SendDeps, "directory">,
  people: readonly string[],
  language: Language,
): Promise<string | undefined> {
  const found = await Promise.all(people.slice(0, mostNamed).map((one) => nameOf(deps, one)));
  const names = found.filter((name) => name !== undefined);
  return names.length === 0 ? undefined : inList(names, language);
}
