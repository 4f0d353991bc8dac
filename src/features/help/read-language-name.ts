import type { Language } from "../../core/language.ts";

const names: Readonly<Record<Language, readonly string[]>> = {
  sv: ["sv", "svenska", "ruotsi", "ruotsiksi", "swedish"],
  fi: ["fi", "finska", "suomi", "suomeksi", "finnish"],
  en: ["en", "engelska", "englanti", "englanniksi", "english"],
};

/** The language somebody names, in any of the three languages; undefined for one we do not write. */
export function readLanguageName(text: string): Language | undefined {
  const name = text.toLowerCase().replace(/[^\p{L}]/gu, "");
  for (const [language, own] of Object.entries(names))
    if (own.includes(name)) return language as Language;
  return undefined;
}
