import type { Texts } from "./all-texts.ts";
import { announcements } from "./announcements/sv.ts";
import { curation } from "./curation/sv.ts";
import { discussions } from "./discussions/sv.ts";
import { meetings } from "./meetings/sv.ts";
import { networks } from "./networks/sv.ts";
import { outbox } from "./outbox/sv.ts";
import { oversight } from "./oversight/sv.ts";
import { privacy } from "./privacy/sv.ts";
import { reminders } from "./reminders/sv.ts";
import { terms } from "./terms/sv.ts";

export const sv: Texts = {
  languageName: { sv: "svenska", fi: "finska", en: "engelska" },
  inLanguage: { sv: "på svenska", fi: "på finska", en: "på engelska" },
  ask: {
    helpful: "Hade du nytta av det här?",
    up: "👍 Ja",
    down: "👎 Nej",
    votedUp: "Tack! Du svarade 👍. Du kan ändra dig när du vill.",
    votedDown: "Tack! Du svarade 👎. Du kan ändra dig när du vill.",
    more: "Fler svar",
    noneOfThese: "Ingen av dessa",
    whoToAsk: "Vem kan jag fråga?",
    readSource: "Läs källan",
    factOrganisation: "Organisation",
    factDate: "Datum",
    factSource: "Källa",
    factStatus: "Läge",
    discussionStatus: { open: "Öppen fråga", answered: "Besvarad i forumet", closed: "Stängd" },
    openThread: "Öppna tråden i forumet",
    noAnswerYet: "Frågan har ställts i forumet, men den har inget svar ännu.",
    onlyIn: (language) => `Texten finns bara ${sv.inLanguage[language]}.`,
    reviewDue: (date) =>
      `Obs: beskrivningen skulle ha granskats senast ${date}. Kontrollera att den ännu stämmer.`,
    contactsHeading: "Kan berätta mer",
    relatedHeading: "Närliggande praxis",
    open: (title) => `Öppna ${title}`,
    choose: (number) => `Välj ${number}`,
    choicesHeading: "Är det något av de här du söker?",
    choicesIntro: "Jag är inte säker på vad du menar. De här ligger närmast din fråga.",
    moreHeading: "Fler svar på din fråga",
    moreIntro: (from, to, all) => `Svar ${from}–${to} av ${all}.`,
    noMore: "Det finns inga fler svar på den här frågan. Ställ gärna frågan med andra ord.",
    nothingHeading: "Jag hittade inget svar",
    nothingText: "Jag hittade ingen praxis och ingen kontaktperson som svarar på din fråga.",
    nothingHints: [
      "Skriv frågan med andra ord, gärna i en hel mening.",
      "Skriv ”ämnen” om du vill se vad nätverket har samlat.",
      "Gäller frågan lagens innehåll? Rådgivningsenheten för offentlig upphandling hjälper på upphandling.fi.",
    ],
    reportGap: "Meddela att svaret saknas",
    gapHeading: "Tack, jag har antecknat frågan",
    gapText: "Frågan är antecknad för nätverkets koordinatorer, utan ditt namn.",
    emptyHeading: "Vad vill du veta?",
    emptyText:
      "Skriv din fråga med ord, på svenska, finska eller engelska. Skriv ”hjälp” om du vill se exempel.",
    stale:
      "Jag minns inte längre frågan som den här knappen hör till. Ställ frågan på nytt, så svarar jag.",
    gone: "Det här finns inte längre bland nätverkets uppgifter. Ställ frågan på nytt, så söker jag igen.",
    answerSummary: (title) => `Svar: ${title}`,
    choicesSummary: (titles) => `Menade du något av de här? ${titles}`,
    topicsHeading: "Ämnen",
    topicsIntro: (practices) =>
      `Nätverket har beskrivit ${practices} praxis. Välj ett ämne eller ställ en fråga.`,
    topicsEmpty: "Det finns ingen praxis här ännu.",
    topicsLabel: "Ämne",
    topicsPlaceholder: "Välj ämne",
    topicsError: "Välj ett ämne i listan.",
    topicsShow: "Visa praxis",
    topicHeading: (topic) => `Praxis om ämnet ${topic}`,
    topicIntro: (shown, all) =>
      all > shown ? `Visar ${shown} av ${all}, de nyaste först.` : "De nyaste först.",
  },
  contacts: {
    heading: "De här kan du fråga",
    intro: "Alla har lovat att svara på frågor från nätverket.",
    about: (title) => `Om: ${title}`,
    nobodyHeading: "Jag hittade ingen att fråga",
    nobodyText: "Ingen av nätverkets kontaktpersoner motsvarar det du söker.",
    nobodyHints: [
      "Sök med namn, kommun eller ämne: ”kontakt Esbo”, ”vem kan sociala kriterier?”",
      "Skriv ”ämnen” om du vill se vad nätverket har samlat.",
    ],
    oneHeading: "Kontaktperson",
    email: "E-post",
    phone: "Telefon",
    topics: "Ämnen",
    languages: "Språk",
    practices: "Har berättat om",
    chat: "Chatta i Teams",
    chatOpening: "Hej! Jag fick ditt namn av Kollega.",
    summary: (names) => `Du kan fråga: ${names}`,
  },
  help: {
    greeting: "Hej!",
    heading: "Så här kan jag hjälpa dig",
    intro:
      "Fråga med egna ord, på svenska, finska eller engelska. Jag söker bland det som nätverkets medlemmar har berättat.",
    sections: [
      {
        title: "Hur har andra gjort?",
        lines: [
          "Hur har andra använt sysselsättningsvillkor i upphandlingar?",
          "Tips om marknadsdialog inför livsmedelsupphandling?",
        ],
      },
      {
        title: "Vem kan jag fråga?",
        lines: ["Vem kan jag fråga om sociala kriterier i Esbo?", "kontakt Tammerfors"],
      },
      {
        title: "Vad heter det?",
        lines: ["Vad heter tröskelvärde på finska?", "term kommundirektör"],
      },
      {
        title: "Fortsätt där du är",
        lines: ["Vem kan jag ringa om det?", "fler", "på finska?"],
      },
      {
        title: "Kommandon",
        lines: [
          "ämnen – vad nätverket har samlat",
          "möten – när ni ses härnäst",
          "öppna frågor – vad som väntar på svar i forumet",
          "ny praxis – berätta hur ni har gjort",
          "min kontakt – rättar dina uppgifter bland kontakterna",
          "att göra – dina förslag, och det som väntar på koordinatorn",
          "språk finska – byter språk",
          "hjälp – visar det här",
        ],
      },
    ],
    note: "Jag är en bot. Svaren är nätverkets egna beskrivningar, inte juridiska råd. Kontrollera källan innan du beslutar.",
    welcomeHeading: "Hej, jag heter Kollega",
    welcomeIntro:
      "Jag hjälper dig att hitta hur andra har gjort och vem du kan fråga. Skriv din fråga med egna ord, på svenska, finska eller engelska.",
    welcomeTeamIntro:
      "Nämn mig med @ i ett inlägg, så svarar jag i samma tråd. Du kan också chatta med mig i enrum.",
    thanksHeading: "Tack själv!",
    thanksText: "Fråga gärna mer när det behövs.",
    languageSetHeading: "Språket är bytt",
    languageSet:
      "Från och med nu svarar jag på svenska. Skriv ”kieli suomi” eller ”language English” om du vill byta.",
    languageUnknownHeading: "Det språket kan jag inte",
    languageUnknown: "Jag kan svenska, finska och engelska. Skriv till exempel ”språk svenska”.",
    notYetText: "Den delen av Kollega är inte klar. Skriv ”hjälp” om du vill se vad jag kan.",
    refusedHeading: "Det gick inte",
    alreadyDone: "Det här är redan gjort.",
    unknownAction: "Den här knappen fungerar inte. Ställ frågan på nytt, så svarar jag.",
  },
  errors: {
    heading: "Något gick fel",
    bug: "Jag kunde inte slutföra det här. Felet är antecknat. Försök igen om en stund.",
    "store-unavailable":
      "Jag når inte mina uppgifter just nu, så inget har sparats. Försök igen om en stund.",
    "store-locked": "En annan Kollega använder samma uppgifter. Försök igen om en stund.",
    "port-taken": "Porten används av ett annat program.",
    "unreadable-file": "Filen kan inte läsas.",
    "unknown-kind": "Den sortens uppgifter känner jag inte till.",
    "unknown-network": "Det nätverket finns inte.",
    "send-failed": "Meddelandet kunde inte skickas. Försök igen om en stund.",
    "no-chat":
      "Jag kan inte skriva till dig i en privat chatt. Lägg till Kollega som app i Teams och försök sedan igen.",
  },
  imports: {
    required: "värdet saknas",
    unknownColumn: "okänd kolumn, läses inte in",
    unknownLanguage: (value) => `”${value}” är inget av språken sv, fi, en`,
    unknownNetwork: (value) => `nätverket ”${value}” finns inte`,
    badId: "id:t får ha 1–100 tecken och inga radbyten",
    badDate: (value) => `”${value}” är inget datum i formen ÅÅÅÅ-MM-DD`,
    badUrl: (value) => `”${value}” är ingen https-adress`,
    badStatus: (value) => `”${value}” är inget av published, draft, archived`,
    badZone: (value) => `”${value}” är ingen tidszon`,
    badList: "värdet ska vara en lista med texter",
    badText: "värdet ska vara text",
    badEmail: (value) => `”${value}” är ingen e-postadress`,
    badPhone: (value) => `”${value}” är inget telefonnummer`,
    badPerson: (value) => `”${value}” är inget Entra-objekt-id`,
    badTeam: (value) => `”${value}” är inget team; skriv team-id|forumkanal|meddelandekanal`,
    cellError: (value) => `cellen visar felet ${value}; rätta formeln eller skriv värdet`,
    tooLong: (most) => `längre än ${most} tecken`,
    noConsent: "samtycke saknas: ange datumet då personen gick med på att bli hittad",
    notARow: "raden kan inte läsas",
    twice: (row) => `samma id finns redan på rad ${row}`,
    columnCount: "raden har fler värden än det finns kolumner",
    notOneOf: (value, allowed) => `”${value}” är inget av ${allowed}`,
    noTerm: "termen saknas: ange den rekommenderade termen i sv, fi eller en",
    merged: (row) => `obs: samma begrepp som på rad ${row}; raderna slogs ihop`,
    firstStands: (value) =>
      `obs: ”${value}” sparas inte, eftersom en tidigare rad säger något annat`,
    secondName: (value) =>
      `obs: ”${value}” är också rekommenderad i filen; den sparas som godtagen, för det finns en rekommenderad term per språk`,
    superseded: (value) => `obs: ”${value}” är ersatt i filen; den sparas som en term att undvika`,
    onlyAccepted: (value) =>
      `obs: begreppet har ingen rekommenderad term i filen; ”${value}” sparas som rekommenderad`,
    markup: (value) => `obs: märkningen ”${value}” tas bort, texten i den sparas`,
    lookAlike: (value, other) => `obs: ”${value}” finns också i begreppet ”${other}”`,
    notHeldMore: (value, times) => `obs: ${value} sparas inte (likadana fall till: ${times})`,
    noTitle: "rubriken saknas: ange titleSv, titleFi eller titleEn",
    badStart: (value) =>
      `”${value}” är ingen tidpunkt som finns; skriv till exempel 2026-11-26T13:00, och tidszonen efter om den inte är nätverkets`,
    badMinutes: (value) => `”${value}” är inget antal hela minuter mellan 1 och 10080`,
    badRepeat: (value) =>
      `”${value}” är ingen upprepning som går att använda; skriv den som RRULE, per dag, vecka, månad eller år`,
    badRemind: (value) => `”${value}” är inget antal hela minuter mellan 0 och 40320`,
    badMove: (value) =>
      `”${value}” är ingen flyttning; skriv till exempel 2026-11-26T13:00>2026-11-27T09:00`,
    badChannel: (value) =>
      `”${value}” är ingen kanal; skriv forum, announcements eller en kanals id`,
    tooManyTimes: (most) => `mötet hålls fler än ${most} gånger; ange ett tidigare slut`,
    endBeforeStart: "mötet slutar innan det börjar",
    startInPast: (value) => `obs: mötet (${value}) är redan över; det sparas, men ingen påminns`,
    skippedHour: (value) =>
      `obs: ${value} finns inte, för sommartiden börjar; mötet hålls en timme senare`,
    doubledHour: (value) =>
      `obs: klockan visar ${value} två gånger, för sommartiden slutar; den första gången gäller`,
    bounded: (value) => `obs: upprepningen har inget slut; den sparas för två år, till ${value}`,
    notInSeries: (value) => `obs: serien har inget möte ${value}, så det här ändrar inget`,
    notHeld: (value) => `obs: ${value} sparas inte`,
    allDay: "obs: mötet gäller hela dagen; det sparas från midnatt till midnatt i nätverkets tid",
    noEnd: "obs: mötet har inget slut; det sparas som en timme",
  },
  meetings,
  reminders,
  networks,
  announcements,
  curation,
  discussions,
  outbox,
  privacy,
  terms,
  oversight,
};
