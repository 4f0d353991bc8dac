/** A concept's names, one by one: how they are looked up, shown and exchanged. */
import type { Term } from "./content.ts";
import { type Language, languages } from "./language.ts";

/** What a network says of a name. */
export type TermStatus = "recommended" | "accepted" | "avoid";

export type TermName = {
  readonly language: Language;
  readonly text: string;
  readonly status: TermStatus;
};

/** All names of a concept: by language, the recommended one first, those to be avoided last. */
export const namesOf = (term: Term): readonly TermName[] =>
  languages.flatMap((language) => namesIn(term, language));

export function namesIn(term: Term, language: Language): readonly TermName[] {
  const recommended = term[language];
  return [
    ...(recommended === undefined
      ? []
      : [{ language, text: recommended, status: "recommended" as const }]),
    ...term[`${language}Also`].map((text) => ({ language, text, status: "accepted" as const })),
    ...term[`${language}Avoid`].map((text) => ({ language, text, status: "avoid" as const })),
  ];
}

const definitions = { sv: "definitionSv", fi: "definitionFi", en: "definitionEn" } as const;

export const definitionIn = (term: Term, language: Language): string | undefined =>
  term[definitions[language]];
