import type { TermDataTexts } from "./data-type.ts";

export const personalData: TermDataTexts = {
  about: {
    title: "Muuttamasi termit",
    why: "Jotta muutos voidaan jäljittää ja perua.",
    kept: "Kunkin termin kaksikymmentä viimeisintä versiota.",
  },
  lines: { changed: (term, day) => (day ? `Muutit ${day}: ${term}` : `Muutit: ${term}`) },
};
