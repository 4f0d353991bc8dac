import { type Language, languages, localeOf } from "./language.ts";

/** Formats are costly to make. */
const joined = Object.fromEntries(
  languages.map((language) => [language, new Intl.ListFormat(localeOf[language])]),
) as unknown as Readonly<Record<Language, Intl.ListFormat>>;

/** "a, b och c" */
export const inList = (items: readonly string[], language: Language): string =>
  joined[language].format(items);
