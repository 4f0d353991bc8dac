/** Finds somebody in data that was made for others, and takes their name out of it; pure. */
import { partitionOf } from "./content.ts";
import { formsOfName, literally, withoutAddition } from "./name-forms.ts";
import type { DataSubject } from "./personal-data.ts";
import type { Json, JsonObject } from "./reply.ts";

/** Stands where they were named: a text, or one that knows its own genitive. */
export type Instead = string | { readonly name: string; readonly genitive: string };

const shortestId = 12;
/** What stands there is for programs: a name in it is none. */
const unseen = new Set(["kind", "verb", "id", "type", "url"]);

const idsOf = ({ person, userIds, chats }: DataSubject): readonly string[] =>
  [person, ...userIds, ...chats].filter((id) => id !== "");

/** In what was made of them while they were looked for: the same patterns serve all that is searched. */
const patterns = new WeakMap<DataSubject, { readonly name?: RegExp; readonly address?: RegExp }>();

function patternsOf(of: DataSubject): { readonly name?: RegExp; readonly address?: RegExp } {
  const made = patterns.get(of) ?? { ...namePattern(of), ...addressPattern(of) };
  patterns.set(of, made);
  return made;
}

/** Whole names only, longest first, bent or not. */
function namePattern({ names }: DataSubject): { readonly name?: RegExp } {
  const all = new Set(names.flatMap((name) => [name, withoutAddition(name)]));
  const forms = [...all]
    .sort((a, b) => b.length - a.length)
    .flatMap((one) => formsOfName(one) ?? []);
  if (forms.length === 0) return {};
  const source = `(?<![\\p{L}\\p{M}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{M}\\p{N}])`;
  return { name: new RegExp(source, "gu") };
}

function addressPattern({ addresses = [] }: DataSubject): { readonly address?: RegExp } {
  const all = addresses
    .flatMap((one) => [one, encodeURIComponent(one)])
    .map(literally)
    .join("|");
  if (all === "") return {};
  return { address: new RegExp(`(?<![\\p{L}\\p{N}._+-])(?:${all})(?![\\p{L}\\p{N}])`, "giu") };
}

const ofWhom = /(?:s|(?<!aa|ii|oo|uu|yy|ää|öö|see|h[aeiouyäö])n)$/u;

const isGenitive = (match: string, { names }: DataSubject): boolean =>
  ofWhom.test(match) &&
  !names.some((name) => {
    const words = withoutAddition(name).split(/[\s,]+/u);
    return match.split(/[\s,]+/u).every((word) => words.includes(word));
  });

/** Whether it is one of their contact entries that is named, by its id. */
function isTheirEntry(one: JsonObject, { contacts }: DataSubject): boolean {
  const { kind, id, network } = one;
  if (kind !== "contact" || typeof id !== "string") return false;
  const partition = partitionOf(typeof network === "string" ? network : undefined);
  return contacts.some((entry) => entry.id === `contact:${id}` && entry.partition === partition);
}

/** As an element of a card is called that shows a contact entry. */
const isTheirElement = (text: string, { contacts }: DataSubject): boolean =>
  contacts.some(({ id }) => id === text);

/** Whether anything in it names them: an id, an address, a contact entry of theirs, or a whole name, which may be another's. */
export function hasTrace(value: unknown, of: DataSubject): boolean {
  const ids = idsOf(of);
  const { name: pattern, address } = patternsOf(of);
  const hasId = (text: string) =>
    ids.some((id) => text.includes(id)) || (address !== undefined && text.search(address) >= 0);
  const isIn = (one: unknown, key: string): boolean => {
    if (typeof one === "string") {
      if (hasId(one) || isTheirElement(one, of)) return true;
      return !unseen.has(key) && pattern !== undefined && one.search(pattern) >= 0;
    }
    if (Array.isArray(one)) return one.some((inner) => isIn(inner, key));
    if (typeof one !== "object" || one === null) return false;
    if (isTheirEntry(one as JsonObject, of)) return true;
    return Object.entries(one).some(([name, inner]) => hasId(name) || isIn(inner, name));
  };
  return isIn(value, "");
}

/** The same data with `instead` wherever they are named; of a contact entry of theirs the id is left out. */
export function withoutTrace<T>(value: T, of: DataSubject, instead: Instead): T {
  const { name: word, genitive } =
    typeof instead === "string" ? { name: instead, genitive: instead } : instead;
  const ids = idsOf(of)
    .filter((id) => id.length >= shortestId)
    .sort((a, b) => b.length - a.length);
  const { name: pattern, address } = patternsOf(of);
  const withoutIds = (text: string) => {
    const rest = ids.reduce((all, id) => all.replaceAll(id, word), text);
    return address ? rest.replace(address, () => word) : rest;
  };
  const clean = (text: string, key: string) => {
    if (isTheirElement(text, of)) return "contact:";
    if (!pattern || unseen.has(key)) return withoutIds(text);
    return withoutIds(text.replace(pattern, (match) => (isGenitive(match, of) ? genitive : word)));
  };
  const walk = (one: Json, key: string): Json => {
    if (typeof one === "string") return clean(one, key);
    if (Array.isArray(one)) return one.map((inner) => walk(inner, key));
    if (typeof one !== "object" || one === null) return one;
    const entry = one as JsonObject;
    const rest = isTheirEntry(entry, of) ? { ...entry, id: "" } : entry;
    return Object.fromEntries(
      Object.entries(rest).map(([name, inner]) => [withoutIds(name), walk(inner, name)]),
    );
  };
  return walk(value as Json, "") as T;
}
