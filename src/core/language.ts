/** The languages that members write and that every text of ours exists in. */
export type Language = "sv" | "fi" | "en";

export const languages: readonly Language[] = ["sv", "fi", "en"];

export const isLanguage = (value: unknown): value is Language =>
  value === "sv" || value === "fi" || value === "en";

/** The language a client's locale stands for ("sv-FI" → sv), or undefined for one we do not write. */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  const tag = locale?.toLowerCase().split(/[-_]/, 1)[0];
  return isLanguage(tag) ? tag : undefined;
}

/** How each of them is written here. */
export const localeOf: Readonly<Record<Language, string>> = {
  sv: "sv-FI",
  fi: "fi-FI",
  en: "en-GB",
};
