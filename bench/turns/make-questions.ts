import type { Language } from "../../src/core/language.ts";
import { createRandom } from "./random.ts";
import { samplePractices } from "./sample-practices.ts";

export type Question = { readonly text: string; readonly locale: string };

const openings: Readonly<Record<Language, readonly string[]>> = {
  sv: ["", "", "", "Hej! ", "Tjena, ", "En fråga: ", "Vet någon här: ", "God morgon! "],
  fi: ["", "", "", "Hei! ", "Moi, ", "Yksi kysymys: ", "Tietääkö kukaan: ", "Huomenta! "],
  en: ["", "", "", "Hi! ", "Hello, ", "One question: ", "Does anybody know: ", "Good morning! "],
};

const endings: Readonly<Record<Language, readonly string[]>> = {
  sv: ["", "", "", " Tack!", " Vi är en liten kommun.", " Gäller upphandling i höst."],
  fi: ["", "", "", " Kiitos!", " Olemme pieni kunta.", " Koskee syksyn kilpailutusta."],
  en: ["", "", "", " Thanks!", " We are a small municipality.", " It is for a tender this autumn."],
};

/** Questions as people vary them: greeted or not, a word left out, a slip of the finger, two asked in one. */
export function makeQuestions(count: number, seed = 7): readonly Question[] {
  const { next, pick } = createRandom(seed);
  const asked = samplePractices().flatMap(({ language, questions }) =>
    questions.map((text) => ({ language, text })),
  );
  const inLanguage = (language: Language) => asked.filter((one) => one.language === language);
  const byLanguage = { sv: inLanguage("sv"), fi: inLanguage("fi"), en: inLanguage("en") };
  const seen = new Set<string>();

  const vary = ({ language, text }: (typeof asked)[number]): string => {
    let varied = text;
    if (next() < 0.4) varied = withoutAWord(varied, next());
    if (next() < 0.3) varied = withASlip(varied, next());
    if (next() < 0.15) varied += ` ${pick(byLanguage[language]).text}`;
    return `${pick(openings[language])}${varied}${pick(endings[language])}`;
  };

  return Array.from({ length: count }, (): Question => {
    for (;;) {
      const one = pick(asked);
      const text = vary(one);
      if (seen.has(text) && seen.size < 100_000) continue;
      seen.add(text);
      return { text, locale: `${one.language}-FI` };
    }
  });
}

function withoutAWord(text: string, where: number): string {
  const words = text.split(" ");
  if (words.length < 5) return text;
  words.splice(Math.floor(where * words.length), 1);
  return words.join(" ");
}

/** Two neighbouring letters the wrong way round. */
function withASlip(text: string, where: number): string {
  const at = 1 + Math.floor(where * (text.length - 3));
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}
