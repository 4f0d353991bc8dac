/** Finds somebody in data that was made for others, and takes their name out of it; pure. */
import type { DataSubject } from "./personal-data.ts";
import type { Json } from "./reply.ts";

/** Shorter ones may be part of any word. */
const shortestName = 4;
const shortestId = 12;

const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

const idsOf = ({ person, userIds, chats }: DataSubject): readonly string[] => [
  person,
  ...userIds,
  ...chats,
];

/** Whether anything in it names them: an id, or a name, which may be another's. */
export function hasTrace(value: unknown, of: DataSubject): boolean {
  const text = JSON.stringify(value) ?? "";
  return [...idsOf(of), ...of.names].some((one) => one !== "" && text.includes(quoted(one)));
}

/** The same data with `instead` wherever they are named. */
export function withoutTrace<T>(value: T, of: DataSubject, instead: string): T {
  const words = [
    ...of.names.filter((name) => name.length >= shortestName),
    ...idsOf(of).filter((id) => id.length >= shortestId),
  ].sort((a, b) => b.length - a.length);
  const clean = (text: string) =>
    words.reduce((rest, word) => rest.replaceAll(word, instead), text);
  const walk = (one: Json): Json => {
    if (typeof one === "string") return clean(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [clean(key), walk(inner)]));
  };
  return walk(value as Json) as T;
}
