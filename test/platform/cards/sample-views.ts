import type { Card, CardKind, Json, JsonObject } from "../../../src/core/reply.ts";
import { announcementView, reportView } from "./announcement-views.ts";
import { announcementWritingViews } from "./announcement-writing-views.ts";
import { curationViews } from "./curation-views.ts";
import { discussionViews } from "./discussion-views.ts";
import { meetingViews } from "./meeting-views.ts";
import { networkViews } from "./network-views.ts";
import { reminderView } from "./reminder-views.ts";
import { termViews } from "./term-views.ts";
import { trustViews } from "./trust-views.ts";

/** Views as features hand them in, in Swedish and Finnish; together they use every field of every template. */

const helpful = [
  { title: "👍 Ja", verb: "ask.helpful", data: { id: "miljokrav", value: "up" } },
  { title: "👎 Nej", verb: "ask.helpful", data: { id: "miljokrav", value: "down" } },
];
const none = { title: "Inget av dessa", verb: "ask.none", data: { question: "q1" } };
const more = { title: "Visa fler", verb: "ask.more", data: { question: "q1" } };
const person = { title: "Fråga en människa", verb: "ask.person", data: { question: "q1" } };

const full: Readonly<Record<CardKind, JsonObject>> = {
  ...trustViews,
  answer: {
    title: "Miljökrav i livsmedelsupphandling",
    elementId: "practice:miljokrav",
    notice: "På finska – finns inte på svenska",
    passage:
      "Vi ställer minimikrav på andelen ekologiska produkter och ger poäng för kortare transporter. " +
      "Börja med en marknadsdialog: fråga leverantörerna vad de klarar redan i dag, och höj kraven stegvis under avtalstiden.\n\n" +
      "Kraven följs upp två gånger per år. Be om statistik redan i anbudsförfrågan, annars får ni den inte.",
    facts: [
      { label: "Organisation", value: "Helsingfors stad" },
      { label: "Uppdaterad", value: "12.3.2026" },
      { label: "Källa", value: "Handbok för hållbar upphandling" },
    ],
    due: "Granskning försenad sedan 1.9.2026",
    contactsHeading: "Fråga dem",
    contacts: [
      {
        elementId: "contact:anna",
        name: "Anna Lindqvist",
        detail: "Upphandlingschef, Helsingfors stad",
      },
      {
        elementId: "contact:mikko",
        name: "Mikko Virtanen",
        detail: "Hankinta-asiantuntija, Turun kaupunki",
      },
    ],
    relatedHeading: "Se också",
    related: [
      {
        elementId: "practice:marknadsdialog",
        title: "Marknadsdialog före anbudsförfrågan",
        data: { id: "marknadsdialog" },
        altText: "Öppna Marknadsdialog före anbudsförfrågan",
      },
      {
        elementId: "practice:uppfoljning",
        title: "Uppföljning av hållbarhetskrav under avtalstiden i små kommuner",
        data: { id: "uppfoljning" },
        altText: "Öppna Uppföljning av hållbarhetskrav under avtalstiden i små kommuner",
      },
    ],
    askHelpful: "Hade du nytta av det här?",
    voted: "Tack! Du svarade 👍. Du kan ändra dig.",
    buttons: [...helpful, none, person],
    links: [{ title: "Öppna källan", url: "https://example.org/handbok?a=1&b=2" }],
  },
  choices: {
    heading: "Menar du något av det här?",
    intro: "Jag hittade flera praxis som kan passa.",
    items: [
      {
        elementId: "practice:miljokrav",
        title: "Miljökrav i livsmedelsupphandling",
        detail: "Helsingfors stad · 12.3.2026",
        snippet:
          "Vi ställer minimikrav på andelen ekologiska produkter och ger poäng för kortare transporter.",
        data: { id: "miljokrav" },
        number: "1",
      },
      {
        elementId: "practice:transporter",
        title: "Utsläppsfria transporter som tilldelningskriterium",
        detail: "Åbo stad · 3.2.2026",
        snippet: "Poäng för elfordon, med en övergångstid på två år.",
        data: { id: "transporter" },
        number: "2",
      },
      {
        elementId: "practice:livscykel",
        title: "Livscykelkostnader i byggupphandling",
        detail: "Esbo stad · 20.11.2025",
        snippet: "En enkel kalkylmall som anbudsgivarna fyller i.",
        data: { id: "livscykel" },
        number: "3",
      },
    ],
    buttons: [
      {
        title: "1 Miljökrav i livsmedelsupphandling",
        verb: "ask.choose",
        data: { id: "miljokrav" },
      },
      { title: "2 Utsläppsfria transporter", verb: "ask.choose", data: { id: "transporter" } },
      { title: "3 Livscykelkostnader", verb: "ask.choose", data: { id: "livscykel" } },
      none,
    ],
    links: [],
  },
  nothing: {
    heading: "En löytänyt vastausta",
    text: "Kukaan ei ole vielä kuvannut tätä verkostossa. En arvaa, mutta voin auttaa näin:",
    hints: [
      "Kokeile toista sanaa, esimerkiksi ”kilpailutus” sanan ”hankinta” sijaan.",
      "Selaa aiheita: kirjoita aiheet.",
    ],
    buttons: [
      { title: "Kysy ihmiseltä", verb: "ask.person", data: { question: "q1" } },
      { title: "Näytä lisää", verb: "ask.more", data: { question: "q1" } },
    ],
    links: [{ title: "Lue ohjeet", url: "https://example.org/ohjeet" }],
  },
  contacts: {
    heading: "Fråga de här",
    intro: "De har sagt att man får fråga dem om hållbarhet.",
    people: [
      {
        elementId: "contact:anna",
        name: "Anna Lindqvist",
        detail: "Upphandlingschef, Helsingfors stad",
        topics: "Hållbarhet, livsmedel, marknadsdialog",
        email: "anna.lindqvist@hel.example",
        phone: "+358 40 123 4567",
        data: { id: "anna" },
      },
      {
        elementId: "contact:mikko",
        name: "Mikko Virtanen",
        detail: "Hankinta-asiantuntija, Turun kaupunki",
        topics: "Liikenne, sähköbussit",
        email: "mikko_virtanen@turku.example",
        phone: "",
        data: { id: "mikko" },
      },
    ],
    buttons: [none],
    links: [{ title: "Katalogen", url: "https://example.org/katalog" }],
  },
  contact: {
    heading: "Kontakt",
    elementId: "contact:anna",
    name: "Anna Lindqvist",
    role: "Upphandlingschef",
    organisation: "Helsingfors stad",
    facts: [
      { label: "E-post", value: "anna.lindqvist@hel.example" },
      { label: "Telefon", value: "+358 40 123 4567" },
      { label: "Ämnen", value: "Hållbarhet, livsmedel, marknadsdialog" },
      { label: "Språk", value: "svenska, finska" },
    ],
    practicesHeading: "Praxis som Anna kan berätta om",
    practices: [
      {
        elementId: "practice:miljokrav",
        title: "Miljökrav i livsmedelsupphandling",
        data: { id: "miljokrav" },
      },
      {
        elementId: "practice:marknadsdialog",
        title: "Marknadsdialog",
        data: { id: "marknadsdialog" },
      },
    ],
    buttons: [more],
    links: [
      {
        title: "Chatta i Teams",
        url: "https://teams.microsoft.com/l/chat/0/0?users=anna.lindqvist@hel.example",
      },
    ],
  },
  topics: {
    heading: "Aiheet",
    intro: "Näistä verkostossa on kuvattu käytäntöjä.",
    groups: [
      { title: "Hankinnat", items: "Elintarvikkeet (12), rakentaminen (8), kuljetukset (5)" },
      { title: "Kääntäminen", items: "Termit (34), tarkistus (6)" },
    ],
    inputLabel: "Valitse aihe",
    placeholder: "Aihe",
    inputError: "Valitse ensin aihe.",
    choices: [
      { title: "Elintarvikkeet", value: "elintarvikkeet" },
      { title: "Rakentaminen", value: "rakentaminen" },
    ],
    buttons: [
      { title: "Näytä käytännöt", verb: "ask.choose", data: {} },
      { title: "Kysy ihmiseltä", verb: "ask.person", data: { question: "q1" } },
    ],
    links: [{ title: "Kaikki aiheet", url: "https://example.org/aiheet" }],
  },
  help: {
    heading: "Så kan jag hjälpa",
    intro: "Skriv en fråga med egna ord, på svenska, finska eller engelska.",
    sections: [
      {
        title: "Fråga om praxis",
        lines: [
          "Hur ställer andra miljökrav på skolmat?",
          "Vilka villkor har ni haft för elbussar?",
        ],
      },
      { title: "Kommandon", lines: ["ämnen – bläddra", "kontakt hållbarhet – vem kan jag fråga?"] },
    ],
    note: "Jag är en bot. Jag visar vad medlemmar har skrivit och hittar inte på svar.",
    buttons: [{ title: "Visa ämnen", verb: "ask.more", data: { id: "topics" } }],
    links: [{ title: "Dataskydd", url: "https://example.org/dataskydd" }],
  },
  welcome: {
    heading: "Hei, olen Kollega",
    intro: "Autan hankinta-ammattilaisten ja kääntäjien verkostoja.",
    sections: [
      {
        title: "Kysy vaikka näin",
        lines: ["Miten muut kilpailuttavat sähköbussit?", "Kuka tietää tulkkauksesta?"],
      },
    ],
    note: "Olen botti. Näytän jäsenten kirjoittamaa enkä keksi vastauksia.",
    buttons: [{ title: "Näytä aiheet", verb: "ask.more", data: { id: "topics" } }],
    links: [{ title: "Tietosuoja", url: "https://example.org/tietosuoja" }],
  },
  refused: {
    heading: "Det får bara koordinatorer göra",
    text: "Be Anna Lindqvist eller Mikko Virtanen: de koordinerar nätverket.",
    buttons: [person],
    links: [{ title: "Om roller", url: "https://example.org/roller" }],
  },
  error: {
    heading: "Något gick fel",
    text: "Din fråga kunde inte besvaras just nu. Försök igen om en stund; nummer för support: 7f3a.",
    buttons: [more],
    links: [{ title: "Driftläge", url: "https://example.org/drift" }],
  },
  ...announcementWritingViews,
  ...curationViews,
  ...discussionViews,
  ...meetingViews,
  ...networkViews,
  ...termViews,
  reminder: reminderView,
  announcement: announcementView,
  report: reportView,
};

export const kinds = Object.keys(full) as readonly CardKind[];

export const fullCard = (kind: CardKind): Card => ({
  kind,
  language: ["nothing", "topics", "welcome"].includes(kind) ? "fi" : "sv",
  view: full[kind],
  summary: "En mening om kortet.",
});

/** The headings and ids alone; everything optional is "" or []. */
export function minimalCard(kind: CardKind): Card {
  const kept = [
    "heading",
    "title",
    "elementId",
    "name",
    "inputLabel",
    "inputError",
    "labels",
    "errors",
  ];
  const empty = (name: string, value: Json): Json => {
    if (Array.isArray(value)) return [];
    if (kept.includes(name)) return value;
    return isGroup(value)
      ? Object.fromEntries(Object.entries(value).map(([inner]) => [inner, ""]))
      : "";
  };
  const emptied = Object.entries(full[kind]).map(([name, value]) => [name, empty(name, value)]);
  return { ...fullCard(kind), view: Object.fromEntries(emptied) as JsonObject };
}

const isGroup = (value: Json): value is JsonObject => typeof value === "object" && value !== null;
