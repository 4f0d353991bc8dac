/** What a network has collected, by topic. */
import type { Practice } from "../../core/content.ts";
import { bestVersion } from "../../core/content.ts";
import type { Language } from "../../core/language.ts";
import type { Card } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";
import { plainCard } from "./show-choices.ts";

/** Each practice once, in the reader's language where there is one, newest first. */
export function eachOnce(practices: readonly Practice[], language: Language): readonly Practice[] {
  return [...Map.groupBy(practices, ({ network, id }) => `${network ?? ""}/${id}`).values()]
    .flatMap((versions) => bestVersion(versions, language) ?? [])
    .sort(
      (a, b) =>
        (b.date ?? "").localeCompare(a.date ?? "") || a.title.localeCompare(b.title, language),
    );
}

export function topicsCard(practices: readonly Practice[], language: Language): Card {
  const texts = textsIn(language).ask;
  const shown = eachOnce(practices, language);
  const counts = new Map<string, number>();
  // What exists only in another language brings tags of that language, which would mix two lists.
  const own = shown.filter((practice) => practice.language === language);
  for (const tag of (own.length > 0 ? own : shown).flatMap(({ tags }) => tags))
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const topics = [...counts].sort(([a], [b]) => a.localeCompare(b, language));
  if (topics.length === 0) return plainCard(language, texts.topicsHeading, texts.topicsEmpty);
  const choices = topics.map(([topic, count]) => ({ title: `${topic} (${count})`, value: topic }));
  return {
    kind: "topics",
    language,
    summary: `${texts.topicsHeading}. ${texts.topicsIntro(shown.length)}`,
    view: {
      heading: texts.topicsHeading,
      intro: texts.topicsIntro(shown.length),
      groups: [{ title: "", items: choices.map(({ title }) => title).join(" · ") }],
      inputLabel: texts.topicsLabel,
      placeholder: texts.topicsPlaceholder,
      inputError: texts.topicsError,
      choices,
      buttons: [{ title: texts.topicsShow, verb: "ask.choose", data: {} }],
      links: [],
    },
  };
}
