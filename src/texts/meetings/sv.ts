import type { MeetingsTexts } from "./type.ts";

const weeks: Readonly<Record<number, string>> = {
  1: "första",
  2: "andra",
  3: "tredje",
  4: "fjärde",
  [-1]: "sista",
};

const lead =
  (one: string, many: string) =>
  (count: number): string =>
    `${count === 1 ? one : `${count} ${many}`} före`;

export const meetings: MeetingsTexts = {
  listHeading: "Kommande möten",
  listIntro: "Välj ett möte om du vill se mer om det.",
  listSummary: (first) => `Nästa möte: ${first}`,
  emptyHeading: "Inga möten är planerade",
  emptyText:
    "Just nu finns det inga kommande möten i dina nätverk. Du får en påminnelse när ett möte närmar sig.",
  emptyPlan:
    "Just nu finns det inga kommande möten i dina nätverk. Du som är koordinator kan planera ett.",
  more: "Visa fler möten",
  past: "Tidigare möten",
  pastHeading: "Tidigare möten",
  pastIntro: "Det senaste först. Välj ett möte om du vill se hur det gick med påminnelserna.",
  pastEmpty: "Det har inte varit några möten de senaste två månaderna.",
  plan: "Planera ett möte",
  open: (title) => `Öppna ${title}`,

  when: "Tid",
  place: "Plats",
  network: "Nätverk",
  repeats: "Upprepas",
  answers: "Svar",
  agenda: "Dagordning",
  join: "Delta på distans",
  addToCalendar: "Lägg till i kalendern",
  isCancelled: "Mötet är inställt.",
  counts: (yes, maybe, no) => `${yes} kommer, ${maybe} kommer kanske, ${no} kommer inte`,
  ownAnswer: {
    yes: "Du har svarat att du kommer.",
    maybe: "Du har svarat att du kanske kommer.",
    no: "Du har svarat att du inte kommer.",
  },
  reminders: "Påminnelser",
  remindersTo: (when, whom) => `${when}, till ${whom}`,
  noReminders: "Inga påminnelser skickas.",
  ledgerHeading: "Läget för påminnelserna",
  skipped: "hoppas över på koordinatorns begäran",
  ledgerNone: (reasons) => `skickades inte: ${reasons}`,
  ledgerSent: (sent, all) => `${sent} av ${all} mottagare`,
  ledgerNobody:
    "skickades inte till någon. Kontrollera att nätverket har kanaler och medlemmar att skicka till",
  ledgerOthers: (reasons) => `Övriga: ${reasons}.`,
  ledgerUnread: (teams) =>
    `Medlemmarna i följande team kunde inte läsas från Teams, så de fick ingen personlig påminnelse: ${teams}.`,
  ledgerUnreadYet: (teams) =>
    `Medlemmarna i följande team har ännu inte kunnat läsas från Teams: ${teams}. Jag försöker igen ända tills mötet börjar.`,

  edit: "Ändra",
  move: "Flytta",
  cancel: "Ställ in mötet",
  skip: "Hoppa över påminnelse",
  preview: "Förhandsgranska påminnelsen",
  back: "Tillbaka till mötet",

  newHeading: "Nytt möte",
  editHeading: "Ändra mötet",
  editorIntro: "Skriv rubriken på de språk som medlemmarna läser. Minst en rubrik behövs.",
  labels: {
    titleSv: "Rubrik på svenska",
    titleFi: "Rubrik på finska",
    titleEn: "Rubrik på engelska",
    date: "Datum",
    time: "Klockslag",
    minutes: "Längd i minuter",
    joinUrl: "Länk till distansmötet (https)",
    place: "Plats",
    agenda: "Dagordning",
    audience: "Vem ska få påminnelsen?",
    repeat: "Upprepas",
    until: "Sista datum för upprepningen",
    remind: "När ska påminnelsen skickas?",
    network: "Nätverk",
  },
  inputErrors: {
    date: "Välj ett datum.",
    time: "Ange ett klockslag.",
    minutes: "Ange längden i minuter.",
    network: "Välj ett nätverk.",
  },
  untilPlaceholder: "Två år, om inget anges",
  audiences: {
    channel: "kanalen",
    members: "medlemmarna, var och en för sig",
    both: "kanalen och medlemmarna",
  },
  repeatChoices: {
    none: "Inte alls",
    weekly: "Varje vecka",
    biweekly: "Varannan vecka",
    "monthly-date": "Varje månad, samma datum",
    "monthly-weekday": "Varje månad, samma veckodag",
    imported: "Som i kalendern som mötet kom från",
  },
  noReminderChoice: "Ingen påminnelse",
  save: "Spara mötet",
  faultsHeading: "Det här behöver rättas",
  faults: {
    required: "värdet saknas.",
    noTitle: "ange en rubrik på minst ett språk.",
    startInPast: "tiden har redan gått. Välj en kommande tid.",
    untilBeforeStart: "det är före mötets första dag.",
    unknownChoice: "välj ett av alternativen.",
    tooFar: "det är mer än fem år dit. Kontrollera årtalet.",
    endBeforeStart: "mötet skulle sluta innan det börjar. Längden ska vara minst en minut.",
    notHttps: "länken ska börja med https://",
    badRemind: "ange minuter före mötet, högst 40 320 (fyra veckor).",
    badDate: (value) => `datumet ${value} finns inte.`,
    badTime: (value) => `${value} är inget klockslag. Skriv till exempel 13.00.`,
    tooLong: (most) => `texten är för lång, högst ${most} tecken.`,
    badMinutes: (most) => `ange längden i hela minuter, högst ${most}.`,
  },
  changesHeading: "Någon annan har ändrat mötet",
  changesIntro:
    "Det här sparades medan du skrev. Inget av ditt har gått förlorat: granska formuläret och spara igen.",
  changedBoth: (stored) =>
    `Det sparade värdet är nu: ${stored}. I formuläret står det som du skrev.`,
  changedThere: (stored) => `Ändrat till: ${stored}.`,
  noValue: "(tomt)",

  planned: "Mötet är planerat.",
  saved: "Ändringarna är sparade.",
  savedBefore: "Mötet är redan sparat.",
  unchanged: "Ingenting ändrades.",
  hourSkipped: (time) =>
    `Klockan ställs fram till sommartid, så klockslaget du angav finns inte den dagen. Mötet börjar kl. ${time}.`,
  twoYears: (day) => `Upprepningen hade inget slutdatum. Den slutar efter två år, den ${day}.`,
  missingTitles: (languages) =>
    `Rubriken saknas ${languages}, så en del medlemmar ser den på ett annat språk.`,

  moveHeading: "Flytta mötet",
  moveNow: (when) => `Nu: ${when}`,
  scope: "Vad ska flyttas?",
  scopeOne: (when) => `Bara mötet ${when}`,
  scopeAll: "Det och alla senare möten i serien",
  moveDo: "Flytta",
  moved: "Mötet är flyttat.",
  movedAll: "Serien är flyttad.",
  movedMeanwhile: "Någon annan har redan flyttat mötet. Kontrollera tiden och försök igen.",
  sameTime: "Det är samma tid som förut.",
  tellsThose: "De som redan har fått en påminnelse får veta det.",

  cancelHeading: "Ska mötet ställas in?",
  cancelOne: "Ställ in bara det här",
  cancelAll: "Ställ in hela serien",
  cancelDo: "Ja, ställ in mötet",
  keep: "Nej, behåll mötet",
  cancelledOne: (when) => `Mötet ${when}, är inställt.`,
  cancelledAll: "Hela serien är inställd.",

  skipHeading: "Vilken påminnelse ska hoppas över?",
  skipIntro: "Välj den påminnelse som inte ska skickas. Välj den igen om den ändå ska skickas.",
  skipNothing: "Det finns inga påminnelser kvar att skicka.",
  skipDo: (reminder) => `Hoppa över påminnelsen: ${reminder}`,
  skipUndo: (reminder) => `Skicka ändå påminnelsen: ${reminder}`,
  willBeSent: "Skickas",
  willBeSkipped: "Skickas inte",

  previewed: "Så här ser påminnelsen ut. Bara du ser den här förhandsgranskningen.",
  openedHeading: "Formuläret finns i vår chatt",
  opened: "Jag öppnade formuläret i vår privata chatt.",
  gone: "Det här mötet finns inte längre. Skriv ”möten” om du vill se de kommande mötena.",
  goneOccurrence:
    "Det mötet har redan hållits, flyttats eller ställts in. Skriv ”möten” om du vill se de kommande.",
  onlyCoordinators: "Möten planeras av nätverkets koordinatorer. Vänd dig till någon av dem.",
  onlyCoordinatorsNamed: (names) =>
    `Möten planeras av nätverkets koordinatorer. Du kan vända dig till ${names}.`,
  noNetwork: "Välj vilket nätverk mötet gäller.",

  leads: {
    weeks: lead("en vecka", "veckor"),
    days: lead("en dag", "dagar"),
    hours: lead("en timme", "timmar"),
    minutes: lead("en minut", "minuter"),
  },
  atStart: "när mötet börjar",
  weekly: (weekday) => `varje ${weekday}`,
  biweekly: (weekday) => `varannan ${weekday}`,
  monthlyDate: (day) => `den ${day} varje månad`,
  monthlyLastDay: "den sista dagen i varje månad",
  monthlyWeekday: (weekday, week) => `den ${weeks[week]} ${weekday}en i varje månad`,
  asImported: "som i kalendern som mötet kom från",
  repeatUntil: (repeat, day) => `${repeat}, till och med den ${day}`,
};
