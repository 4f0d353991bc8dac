import { type Language, languages } from "../../../core/language.ts";
import type { Announcement } from "../announcement.ts";
import { textFields, titleFields } from "./announcement-form.ts";

/** In which of the network's languages title or text is still missing, where another language has it. */
export function unwritten(
  announcement: Announcement,
  wanted: readonly Language[],
): { readonly titles: readonly Language[]; readonly texts: readonly Language[] } {
  const has = (fields: typeof titleFields | typeof textFields, language: Language): boolean => {
    const field = fields[languages.indexOf(language)];
    return field !== undefined && announcement[field] !== undefined;
  };
  const isTextWritten = languages.some((language) => has(textFields, language));
  const titles = wanted.filter((language) => !has(titleFields, language));
  const texts = wanted.filter(
    (language) => isTextWritten && !titles.includes(language) && !has(textFields, language),
  );
  return { titles, texts };
}
