import { personalData } from "./data-sv.ts";
import type { DiscussionsTexts } from "./type.ts";

export const discussions: DiscussionsTexts = {
  personalData,
  askNetwork: "Fråga nätverket",
  noneSoAsk: "Ingen av dessa, fråga nätverket",
  kinds: { practice: "praxis", term: "term", discussion: "tidigare fråga i forumet" },
  askHeading: "Fråga nätverket",
  askIntro: (network) =>
    network
      ? `Jag lägger ut frågan i forumet för ${network}, med ditt namn. Alla i nätverket ser den och kan svara.`
      : "Jag lägger ut frågan i nätverkets forum, med ditt namn. Alla i nätverket ser den och kan svara.",
  askIntroThread: (network) =>
    network
      ? `Frågan blir öppen för ${network}. Jag visar i tråden att den väntar på svar.`
      : "Frågan blir öppen för det nätverk du väljer. Jag visar i tråden att den väntar på svar.",
  askLabel: "Din fråga",
  network: "Nätverk",
  chooseNetwork: "Välj först vilket nätverk du vill fråga.",
  perhaps: "Kanske hjälper något av det här",
  post: "Lägg ut frågan",
  openHere: "Öppna frågan för nätverket",
  offerHeading: "Ska jag hålla ordning på frågan?",
  offerIntro: (network) =>
    network
      ? `Om ni vill öppnar jag frågan för ${network}. Då finns den bland de öppna frågorna tills den får ett svar.`
      : "Om ni vill öppnar jag frågan för nätverket. Då finns den bland de öppna frågorna tills den får ett svar.",
  opened: "Nu är frågan öppen för nätverket. Svaren skrivs här i tråden.",
  openAlready:
    "Den här frågan har redan tagits upp. Den finns bland de öppna eller besvarade frågorna.",
  posted: (network) =>
    `Jag lägger ut frågan i forumet för ${network} och meddelar dig när ett svar har markerats.`,
  noForum: (network) =>
    `${network} har inget forum i Teams ännu, så jag kan inte lägga ut frågan. Be koordinatorn koppla ett team till nätverket.`,
  noNetwork: "Du hör inte till något nätverk ännu, så det finns ingen att fråga.",
  noQuestion: "Det finns ingen fråga här. Skriv vad du undrar över.",
  headings: { open: "Öppen fråga", answered: "Besvarad fråga", closed: "Stängd fråga" },
  questionDeleted: "Frågan har raderats.",
  askedBy: "Frågan ställdes av",
  asked: "Frågan ställdes",
  closedBecauseLabel: "Orsak",
  closedBecause: {
    closed: "stängdes utan svar",
    deleted: "meddelandet raderades i Teams",
    "not-posted": "frågan kunde inte läggas ut i forumet",
  },
  answerHeading: "Svar",
  answerInThread: "Svaret finns i tråden.",
  repliesHeading: "Förslag på svar",
  howToAnswer:
    "Svara i tråden. Skriv ”@Kollega svar: …” om jag ska anteckna svaret. Den som frågade eller en koordinator väljer sedan vilket svar som gäller.",
  isAnswer: "Det här är svaret",
  isAnswerNumber: (number) => `Förslag ${number} är svaret`,
  isMine: "Svaret är mitt, det får sparas",
  close: "Stäng utan svar",
  reopen: "Öppna igen",
  openThread: "Öppna tråden",
  marked: "Tack! Svaret är markerat.",
  markedAlready: "Det här svaret är redan markerat.",
  markedInstead: (by, earlier) =>
    by
      ? `Svaret är markerat. Det ersätter svaret som ${by} hade markerat: ”${earlier}”`
      : `Svaret är markerat. Det ersätter ett svar som var markerat tidigare: ”${earlier}”`,
  proposed: (asker) =>
    asker
      ? `Tack! Jag har antecknat det som ett förslag. ${asker} eller en koordinator kan markera det som svar.`
      : "Tack! Jag har antecknat det som ett förslag. Den som frågade eller en koordinator kan markera det som svar.",
  closed: "Frågan är stängd.",
  reopened: "Frågan är öppen igen.",
  notOpen: "Frågan är inte längre öppen.",
  cannotReopen: "Frågan kan inte öppnas igen.",
  whoDecides: (asker, coordinators) =>
    `Bara den som ställde frågan${asker ? ` (${asker})` : ""} eller en av nätverkets koordinatorer${coordinators ? ` (${coordinators})` : ""} kan göra det här.`,
  gone: "Frågan finns inte längre, eller så hör den till ett nätverk som du inte är med i.",
  replyGone: "Det svaret finns inte längre i tråden.",
  whichAnswer:
    "Jag vet inte vilket svar du menar. Skriv ”@Kollega svar: …” med svaret efter kolon, eller välj ”Markera som svar” i menyn (…) på det meddelande som är svaret.",
  notInForum: "Bara meddelanden i nätverkets forum kan markeras som svar.",
  notTakenUp:
    "Jag håller inte reda på någon fråga i den här tråden. Välj först ”Fråga nätverket” i menyn (…) på frågan.",
  isQuestion: "Det här är frågan. Välj i stället meddelandet som besvarar den.",
  noWords: "Meddelandet har ingen text som kan sparas som svar.",
  consentAsk:
    "Ditt svar har markerats som rätt svar. Får nätverket spara det, så att andra hittar det? En koordinator granskar det först.",
  consentYes: "Ja, spara svaret",
  consentNo: "Nej, spara det inte",
  consentGiven: "Tack! Svaret går nu till koordinatorn för granskning.",
  consentRefused: "Det är uppfattat. Jag har tagit bort texten och minns bara var tråden finns.",
  notTheAnswer: "Det svaret är inte längre det markerade svaret.",
  onlyAuthor: "Bara den som skrev svaret kan bestämma om det får sparas.",
  textGone:
    "Svarets text finns inte längre, eftersom du bad mig ta bort den. Skriv gärna svaret på nytt i tråden.",
  keptAlready:
    "Svaret har redan gått till koordinatorn. Kontakta nätverkets koordinator om du har ändrat dig.",
  yoursAnswered: "Din fråga har fått ett svar.",
  answerDeleted: "Det markerade svaret har raderats i Teams, så frågan är öppen igen.",
  notPosted:
    "Jag kunde inte lägga ut din fråga i forumet. Försök igen eller kontakta koordinatorn.",
  approved: {
    terms: "Svaret finns nu i nätverkets termbank.",
    practices: "Svaret finns nu bland nätverkets praxis.",
  },
  rejected: (reason) =>
    reason
      ? `Koordinatorn har valt att inte spara svaret i nätverkets samling: ${reason}`
      : "Koordinatorn har valt att inte spara svaret i nätverkets samling.",
  nudge: "Den här frågan väntar fortfarande på svar. Vet du, eller vet du vem som vet?",
  nudgeMark: "Har frågan fått ett svar? Markera i så fall vilket av förslagen som gäller.",
  openHeading: "Öppna frågor",
  openIntro: (count) =>
    count === 1 ? "En fråga väntar på svar." : `${count} frågor väntar på svar, de äldsta först.`,
  noneOpen: "Inga frågor väntar på svar just nu.",
  openNote: "Öppna tråden och svara där.",
  answeredHeading: "Nyligen besvarade",
  askedAge: (age) => `ställdes ${age}`,
  answeredAge: (age) => `besvarades ${age}`,
  replies: (count) => (count === 1 ? "1 förslag" : `${count} förslag`),
  more: "Visa fler",
  digestHeading: "Veckan i forumet",
  digestOpen: (count) => (count === 1 ? "1 öppen fråga" : `${count} öppna frågor`),
  digestAnswered: (count) =>
    count === 1 ? "1 ny besvarad fråga" : `${count} nya besvarade frågor`,
  digestTerms: (count) => (count === 1 ? "1 ny term" : `${count} nya termer`),
  digestNote: "Skriv ”öppna frågor” till mig om du vill se alla.",
};
