import type { Language } from "../../core/language.ts";

type Place = { readonly document: string; readonly column: string; readonly most: number };

/** A value does not fit the format of a file; nothing was written. */
export class UnwritableValue extends Error {
  readonly place: Place;
  constructor(place: Place) {
    super(unwritableIn("en", place));
    this.name = "UnwritableValue";
    this.place = place;
  }
}

/** The reason in words, with what to do about it. */
export const unwritableIn = (language: Language, place: Place): string =>
  sentences[language](place);

const sentences: Readonly<Record<Language, (place: Place) => string>> = {
  sv: ({ document, column, most }) =>
    `”${document}” har i kolumnen ”${column}” mer än ${most} tecken, fler än en cell i Excel rymmer. Inget skrevs; exportera som csv eller jsonl.`,
  fi: ({ document, column, most }) =>
    `Tietueen ”${document}” sarakkeessa ”${column}” on yli ${most} merkkiä, enemmän kuin Excelin soluun mahtuu. Mitään ei kirjoitettu; vie csv- tai jsonl-muodossa.`,
  en: ({ document, column, most }) =>
    `“${document}” has more than ${most} characters in the column “${column}”, more than a cell of Excel holds. Nothing was written; export as csv or jsonl.`,
};
