/** Finds somebody in data that was made for others, and takes their name out of it; pure. */
import type { DataSubject } from "./personal-data.ts";
import type { Json } from "./reply.ts";

const shortestId = 12;
/** What stands there is for programs: a name in it is none. */
const unseen = new Set(["kind", "verb", "id", "type", "url"]);

const idsOf = ({ person, userIds, chats }: DataSubject): readonly string[] => [
  person,
  ...userIds,
  ...chats,
];

const patternOf = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");

/** Whole names only: one word alone is many people's, or no name at all. Longest first. */
function namePattern({ names }: DataSubject): RegExp | undefined {
  const whole = names
    .map((name) => name.trim())
    .filter((name) => /[\p{L}\p{N}]\s+[\p{L}\p{N}]/u.test(name))
    .sort((a, b) => b.length - a.length)
    .map(patternOf);
  if (whole.length === 0) return undefined;
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${whole.join("|")})(?![\\p{L}\\p{M}\\p{N}])`,
    "gu",
  );
}

/** Whether anything in it names them: an id, or a whole name, which may be another's. */
export function hasTrace(value: unknown, of: DataSubject): boolean {
  const ids = idsOf(of).filter((id) => id !== "");
  const pattern = namePattern(of);
  const hasId = (text: string) => ids.some((id) => text.includes(id));
  const isIn = (one: unknown, key: string): boolean => {
    if (typeof one === "string")
      return hasId(one) || (!unseen.has(key) && pattern !== undefined && one.search(pattern) >= 0);
    if (Array.isArray(one)) return one.some((inner) => isIn(inner, key));
    if (typeof one !== "object" || one === null) return false;
    return Object.entries(one).some(([name, inner]) => hasId(name) || isIn(inner, name));
  };
  return isIn(value, "");
}

/** The same data with `instead` wherever they are named. */
export function withoutTrace<T>(value: T, of: DataSubject, instead: string): T {
  const ids = idsOf(of)
    .filter((id) => id.length >= shortestId)
    .sort((a, b) => b.length - a.length);
  const pattern = namePattern(of);
  const withoutIds = (text: string) => ids.reduce((rest, id) => rest.replaceAll(id, instead), text);
  const clean = (text: string, key: string) =>
    withoutIds(pattern && !unseen.has(key) ? text.replace(pattern, () => instead) : text);
  const walk = (one: Json, key: string): Json => {
    if (typeof one === "string") return clean(one, key);
    if (Array.isArray(one)) return one.map((inner) => walk(inner, key));
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([name, inner]) => [withoutIds(name), walk(inner, name)]),
    );
  };
  return walk(value as Json, "") as T;
}
