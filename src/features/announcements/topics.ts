/**
 * Topics are the tags of practices, which has each language its own: tags that stand at the same place in the versions
 * of a practice are one topic. Where practices differ the more frequent pair counts. Pure.
 */
import type { Practice } from "../../core/content.ts";
import { type Language, languages } from "../../core/language.ts";

/** A topic in the languages that it has a tag in. */
export type Topic = Readonly<Partial<Record<Language, string>>>;

/** What an audience keeps of a topic: its tag in the first language that has one. */
export const topicId = (topic: Topic): string =>
  languages.map((language) => topic[language]).find((tag) => tag !== undefined) ?? "";

/** In the reader's language, if it has a tag there. */
export const topicName = (topic: Topic, language: Language): string =>
  topic[language] ?? topicId(topic);

/** Each once, the most used first. */
export function topicsOf(practices: readonly Practice[]): readonly Topic[] {
  const { uses, pairs } = count(practices);
  const topics = new Map([...uses.keys()].map((key) => [key, topicOf(key)]));
  const byCount = [...pairs].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  for (const [pair] of byCount) {
    const [one, other] = (JSON.parse(pair) as [string, string]).map((key) => topics.get(key));
    if (!one || !other || languages.some((language) => one[language] && other[language])) continue;
    const joined = { ...one, ...other };
    for (const key of keysOf(joined)) topics.set(key, joined);
  }
  const usesOf = (topic: Topic) => Math.max(...keysOf(topic).map((key) => uses.get(key) ?? 0));
  return [...new Set(topics.values())].sort(
    (a, b) => usesOf(b) - usesOf(a) || (topicId(a) < topicId(b) ? -1 : 1),
  );
}

/** The topics that an audience names, each with all its tags; a tag that no practice has stands for itself. */
export function namedTopics(
  practices: readonly Practice[],
  tags: readonly string[],
): readonly Topic[] {
  if (tags.length === 0) return [];
  const all = topicsOf(practices);
  return tags.map((tag) => all.find((topic) => Object.values(topic).includes(tag)) ?? { sv: tag });
}

const keyOf = (language: Language, tag: string): string => `${language}:${tag}`;

const topicOf = (key: string): Topic => ({ [key.slice(0, 2)]: key.slice(3) });

const keysOf = (topic: Topic): readonly string[] =>
  Object.entries(topic).map(([language, tag]) => keyOf(language as Language, tag));

/** How often each tag is used, and how often it stands where another language has another. */
function count(practices: readonly Practice[]) {
  const uses = new Map<string, number>();
  const pairs = new Map<string, number>();
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
  const versions = new Map<string, Practice[]>();
  for (const practice of practices) {
    const id = JSON.stringify([practice.network, practice.id]);
    versions.set(id, [...(versions.get(id) ?? []), practice]);
    for (const tag of practice.tags) add(uses, keyOf(practice.language, tag));
  }
  for (const own of versions.values()) {
    for (const [place, one] of own.entries()) {
      for (const other of own.slice(place + 1)) {
        if (one.language === other.language || one.tags.length !== other.tags.length) continue;
        for (const [at, tag] of one.tags.entries()) {
          const both = [keyOf(one.language, tag), keyOf(other.language, other.tags[at] ?? "")];
          add(pairs, JSON.stringify(both.sort()));
        }
      }
    }
  }
  return { uses, pairs };
}
