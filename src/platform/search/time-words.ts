import type { Language } from "../../core/language.ts";

const questions: Readonly<Record<Language, RegExp>> = {
  sv: /\bhur (?:länge|lång|snabbt|ofta)|(?<!\p{L})när\b/iu,
  fi: /\b(?:kuinka|miten) (?:kauan|pitk|nopea|usein)|\bmilloin\b/iu,
  en: /\bhow (?:long|soon|often|quick)|\bwhen\b/iu,
};

const month = {
  sv: "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
  en: "January|February|March|April|May|June|July|August|September|October|November|December",
};

const answers: Readonly<Record<Language, RegExp>> = {
  sv: new RegExp(
    `(?:\\d|\\b(?:en|ett|två|tre|fyra|fem|sex|tio)) (?:dag|dygn|veck|månad|år|timm|minut)|\\b(?:${month.sv})\\b|\\b20\\d\\d\\b`,
    "iu",
  ),
  fi: /päivä|viiko|kuukau|vuode|vuosi|tunti|tunni|kuuta\b|\b20\d\d\b/iu,
  en: new RegExp(
    `(?:\\d|\\b(?:one|two|three|four|five|six|ten|several)) (?:day|week|month|year|hour|minute)|\\b(?:${month.en})\\b|\\b20\\d\\d\\b`,
    "u",
  ),
};

/** Whether a question asks for a time: when, how long, how often. */
export const asksForTime = (question: string, language: Language): boolean =>
  questions[language].test(question);

/** Whether a text names a date or a length of time. */
export const namesTime = (text: string, language: Language): boolean =>
  answers[language].test(text);
