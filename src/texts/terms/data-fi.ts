import type { TermDataTexts } from "./data-type.ts";

export const personalData: TermDataTexts = {
  about: {
    title: "Muuttamasi termit",
    why: "Jotta muutos voidaan jäljittää ja perua.",
    kept: (days) =>
      `Tieto muuttajasta ${days} päivää; kunkin termin kaksikymmentä viimeisintä versiota jäävät.`,
  },
  lines: { changed: (term, day) => (day ? `Muutit ${day}: ${term}` : `Muutit: ${term}`) },
};
