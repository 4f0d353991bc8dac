/**
 * What the card gallery shows: for each kind of card something that makes the bot say it. The page asks through
 * /api/messages like anyone, so that the cards are the app's own. Only what cannot be asked for is a sample.
 */
import type { Card } from "../../core/reply.ts";
import type { Locale } from "./people.ts";

type Language = Card["language"];

export type Example = {
  readonly kind: Card["kind"];
  readonly locale: Locale;
} & (
  | { readonly by: "question"; readonly text: string }
  /** The bot is added to a group chat. */
  | { readonly by: "install" }
  /** A button that the bot does not know, from a client that sends Action.Submit. */
  | { readonly by: "press"; readonly verb: string }
  | { readonly by: "sample"; readonly card: unknown }
);

const locales: readonly Locale[] = ["sv-FI", "fi-FI", "en-GB"];

const questions: Partial<Record<Card["kind"], Readonly<Record<Language, string>>>> = {
  help: { sv: "hjälp", fi: "ohje", en: "help" },
  answer: {
    sv: "Hur har andra använt sysselsättningsvillkor i upphandlingar?",
    fi: "Miten muut ovat käyttäneet työllistämisehtoa hankinnoissa?",
    en: "How have others used employment clauses in procurement?",
  },
  choices: { sv: "Gemensam upphandling", fi: "Yhteishankinta", en: "Joint procurement" },
  nothing: {
    sv: "Hur ofta ska man vattna en kaktus?",
    fi: "Kuinka usein kaktusta kastellaan?",
    en: "How often should a cactus be watered?",
  },
  contacts: {
    sv: "kontakt Esbo",
    fi: "yhteystieto Espoo",
    en: "contact Espoo",
  },
  contact: {
    sv: "kontakt Mikaela Sandbacka",
    fi: "yhteystieto Terhi Vesikansa",
    en: "contact Antti Juntikka",
  },
  topics: { sv: "ämnen", fi: "aiheet", en: "topics" },
  meetings: { sv: "möten", fi: "kokoukset", en: "meetings" },
  discussions: { sv: "öppna frågor", fi: "avoimet kysymykset", en: "open questions" },
  term: {
    sv: "vad heter esittelijä på svenska?",
    fi: "mitä on avvikande mening suomeksi?",
    en: "what is kunnanjohtaja in English?",
  },
  terms: {
    sv: "term tjänsteinnehavarbeslutsmall",
    fi: "termi hankintapäätöspohja",
    en: "what do you call kynnysarvotaulukko in English?",
  },
  todo: { sv: "att göra", fi: "tehtävät", en: "to do" },
  "entry-editor": { sv: "ny praxis", fi: "uusi käytäntö", en: "new practice" },
  settings: { sv: "inställningar", fi: "asetukset", en: "settings" },
  "my-data": { sv: "mina uppgifter", fi: "omat tiedot", en: "my data" },
  forget: { sv: "glöm mig", fi: "unohda minut", en: "forget me" },
};

/** Nobody can ask for a failure. */
const failure: Readonly<Record<Language, { readonly heading: string; readonly text: string }>> = {
  sv: {
    heading: "Något gick fel",
    text: "Jag kunde inte slutföra det här. Felet är antecknat. Försök igen om en stund.",
  },
  fi: {
    heading: "Jokin meni vikaan",
    text: "En saanut tätä valmiiksi. Virhe on kirjattu. Yritä hetken kuluttua uudelleen.",
  },
  en: {
    heading: "Something went wrong",
    text: "I could not finish this. The error has been noted. Please try again in a moment.",
  },
};

export function galleryExamples(render: (card: Card) => unknown): readonly Example[] {
  return locales.flatMap((locale): readonly Example[] => {
    const language = locale.slice(0, 2) as Language;
    const { heading, text } = failure[language];
    const view = { heading, text, buttons: [], links: [] };
    const card = render({ kind: "error", language, summary: `${heading}. ${text}`, view });
    return [
      { kind: "welcome", locale, by: "install" },
      ...Object.entries(questions).map(
        ([kind, texts]): Example => ({
          kind: kind as Card["kind"],
          locale,
          by: "question",
          text: texts[language],
        }),
      ),
      { kind: "refused", locale, by: "press", verb: "gallery.unknown" },
      { kind: "error", locale, by: "sample", card },
    ];
  });
}
