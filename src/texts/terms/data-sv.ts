import type { TermDataTexts } from "./data-type.ts";

export const personalData: TermDataTexts = {
  about: {
    title: "Termer du har ändrat",
    why: "Så att en ändring kan spåras och tas tillbaka.",
    kept: "De tjugo senaste versionerna av varje term.",
  },
  lines: { changed: (term, day) => (day ? `Ändrade ${term} ${day}` : `Ändrade ${term}`) },
};
