import type { CurationDataTexts } from "./data-type.ts";

export const personalData: CurationDataTexts = {
  drafts: {
    title: "Tekemäsi tai ratkaisemasi ehdotukset",
    why: "Jotta koordinaattori voi käydä ehdotuksen läpi ja saat tietää, miten sille kävi.",
    kept: (days) => `Kunnes ehdotus on ratkaistu, ja sen jälkeen ${days} päivää.`,
  },
  gaps: {
    title: "Vastaamattomat kysymykset, jotka olet hoitanut",
    why: "Jotta kaksi koordinaattoria ei tekisi samaa työtä.",
    kept: (days) => `${days} päivää kysymyksen esittämisestä.`,
  },
  lines: {
    proposed: (title, day) => `Ehdotit ${day}: ${title}`,
    decided: (title) => `Ratkaisit: ${title}`,
    isAbout: (name) => `Ehdotus yhteystiedoiksi: ${name}`,
    sawTo: (question) => `Poistit luettelosta: ”${question}”`,
  },
};
