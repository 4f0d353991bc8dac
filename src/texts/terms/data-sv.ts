import type { TermDataTexts } from "./data-type.ts";

export const personalData: TermDataTexts = {
  about: {
    title: "Termer du har ändrat",
    why: "Så att en ändring kan spåras och tas tillbaka.",
    kept: (days) =>
      `Uppgiften om vem som ändrade i ${days} dagar; de tjugo senaste versionerna av varje term blir kvar.`,
  },
  lines: { changed: (term, day) => (day ? `Ändrade ${term} ${day}` : `Ändrade ${term}`) },
};
