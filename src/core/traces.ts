/** Finds somebody in data that was made for others, and takes their name out of it; pure. */
import { partitionOf } from "./content.ts";
import { formsOfName, literally, withoutAddition } from "./name-forms.ts";
import type { DataSubject } from "./personal-data.ts";
import type { Json, JsonObject } from "./reply.ts";

/** Stands where they were named: a text, or one that knows its own genitive. */
export type Instead = string | { readonly name: string; readonly genitive: string };

const shortestId = 12;
/** What stands there is for programs: a name in it is none. */
const unseen = new Set(["kind", "verb", "id", "type"]);
/** `url`, `sourceUrl` and the like. */
const isLink = (key: string): boolean => /url$/iu.test(key);
const isSeen = (key: string): boolean => !unseen.has(key) && !isLink(key);

const idsOf = ({ person, userIds, chats }: DataSubject): readonly string[] =>
  [person, ...userIds, ...chats].filter((id) => id !== "").map((id) => id.normalize("NFC"));

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
    .map((one) => one.normalize("NFC"))
    .flatMap((one) => [one, encodeURIComponent(one)])
    .map(literally)
    .join("|");
  if (all === "") return {};
  // In a link, what stands before it may be an encoded comma.
  const start = "(?:(?<=%[\\da-f]{2})|(?<![\\p{L}\\p{N}._+-]))";
  return { address: new RegExp(`${start}(?:${all})(?![\\p{L}\\p{N}])`, "giu") };
}

/** Changed in composed letters, in which names are looked for; what nothing is found in stays as it was written. */
function composed(text: string, change: (text: string) => string): string {
  const before = text.normalize("NFC");
  const after = change(before);
  return after === before ? text : after;
}

const ofWhom = /(?:s|(?<!aa|ii|oo|uu|yy|ää|öö|see|h[aeiouyäö])n)$/u;

const isGenitive = (match: string, { names }: DataSubject): boolean =>
  ofWhom.test(match) &&
  !names.some((name) => {
    const words = withoutAddition(name.normalize("NFC")).split(/[\s,]+/u);
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
      const text = one.normalize("NFC");
      if (hasId(text) || isTheirElement(text, of)) return true;
      return isSeen(key) && pattern !== undefined && text.search(pattern) >= 0;
    }
    if (Array.isArray(one)) return one.some((inner) => isIn(inner, key));
    if (typeof one !== "object" || one === null) return false;
    if (isTheirEntry(one as JsonObject, of)) return true;
    return Object.entries(one).some(
      ([name, inner]) => hasId(name.normalize("NFC")) || isIn(inner, name),
    );
  };
  return isIn(value, "");
}

/**
 * The same data with `instead` wherever they are named; of a contact entry of theirs the id is left out. A link to them
 * becomes the empty text, which cards and rows take for no link.
 */
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
    if (isLink(key)) return withoutIds(text) === text ? text : "";
    if (!pattern || !isSeen(key)) return withoutIds(text);
    return withoutIds(text.replace(pattern, (match) => (isGenitive(match, of) ? genitive : word)));
  };
  const walk = (one: Json, key: string): Json => {
    if (typeof one === "string") return composed(one, (text) => clean(text, key));
    if (Array.isArray(one)) return one.map((inner) => walk(inner, key));
    if (typeof one !== "object" || one === null) return one;
    const entry = one as JsonObject;
    const rest = isTheirEntry(entry, of) ? { ...entry, id: "" } : entry;
    return Object.fromEntries(
      Object.entries(rest).map(([name, inner]) => [composed(name, withoutIds), walk(inner, name)]),
    );
  };
  return walk(value as Json, "") as T;
}
