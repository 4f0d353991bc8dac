import type { WritingTexts } from "./writing-type.ts";

export const writing: WritingTexts = {
  newHeading: "Nytt meddelande",
  editHeading: "Ändra meddelandet",
  templateHeading: "Ändra mallen",
  correctHeading: "Rätta meddelandet",
  editorIntro:
    "Skriv på de språk som medlemmarna läser, åtminstone på ett. Ingenting skickas innan du har granskat meddelandet.",
  templateIntro: "Mallen skickas aldrig som sådan. Den är utgångspunkten för nya meddelanden.",
  correctIntro:
    "Rättelsen görs i de meddelanden som redan har skickats, och de märks med tidpunkten.",
  labels: {
    network: "Nätverk",
    titleSv: "Rubrik på svenska",
    titleFi: "Rubrik på finska",
    titleEn: "Rubrik på engelska",
    textSv: "Text på svenska",
    textFi: "Text på finska",
    textEn: "Text på engelska",
    link1: "Länk 1 (https)",
    link1Title: "Knapptext för länk 1",
    link2: "Länk 2 (https)",
    link2Title: "Knapptext för länk 2",
    link3: "Länk 3 (https)",
    link3Title: "Knapptext för länk 3",
    imageUrl: "Bildens adress (https)",
    importance: "Hur viktigt är det?",
    confirm: "Bekräftelse",
    audience: "Vem ska få meddelandet?",
    date: "Skickas den",
    time: "Klockslag",
  },
  inputErrors: {
    network: "Välj ett nätverk.",
    audience: "Välj vem som ska få meddelandet.",
  },
  confirmTitle: "Be läsarna bekräfta att de har läst meddelandet",
  whenNote: "Lämna datum och klockslag tomma om meddelandet ska skickas genast.",
  topicsNote: "Språk och ämnen begränsar vilka medlemmar som får det.",
  importances: {
    normal: "Normalt",
    important: "Viktigt",
    urgent:
      "Brådskande: skickas också under tysta timmar, när en annan koordinator har godkänt det",
  },
  yes: "Ja",
  no: "Nej",

  membersOf: (network) => `Medlemmarna i ${network}`,
  readersOf: {
    sv: "Bara medlemmar som läser svenska",
    fi: "Bara medlemmar som läser finska",
    en: "Bara medlemmar som läser engelska",
  },
  followersOf: (topic) => `Bara de som följer ${topic}`,
  forum: "Forumkanalen",
  announcementsChannel: "Meddelandekanalen",
  channelNamed: (name) => `Kanalen ${name}`,
  otherChannel: "En annan kanal",
  whoRead: (languages) => `de som läser ${languages}`,
  whoFollow: (topics) => `de som följer ${topics}`,
  languagesNamed: { sv: "svenska", fi: "finska", en: "engelska" },
  nobody: "Ingen",

  save: "Spara utkastet",
  preview: "Granska",
  saveTemplate: "Spara som mall",
  useTemplate: "Utgå från mallen",
  editTemplate: "Ändra mallen",
  fromTemplate: "Utgå från en mall",
  toList: "Alla meddelanden",
  correctDo: "Rätta överallt",
  discard: "Radera utkastet",
  discardTemplate: "Radera mallen",
  discardAsk: "Vill du radera utkastet? Det går inte att ångra.",
  discardTemplateAsk:
    "Vill du radera mallen? Det går inte att ångra. Meddelanden som redan har skrivits utifrån den finns kvar.",
  discardSure: "Ja, radera",
  discardNot: "Nej, låt det vara",
  discarded: "Utkastet är raderat.",
  templateDiscarded: "Mallen är raderad.",
  cannotDiscard: "Bara utkast och mallar kan raderas.",

  faultsHeading: "Det här behöver rättas",
  faults: {
    noTitle: "ange en rubrik på minst ett språk.",
    noTitleHere: "det finns en text på språket, men ingen rubrik.",
    noUrl: "det finns en knapptext, men ingen länk.",
    notHttps: "adressen ska vara hel och börja med https://",
    unknownChoice: "välj bland alternativen.",
    required: "ange både datum och klockslag, eller inget av dem.",
    inPast: "tiden har redan gått. Välj en tid som kommer.",
    tooFar: "det är mer än två år dit. Kontrollera årtalet.",
    nobody: "ingen skulle få meddelandet. Välj medlemmar eller en kanal.",
    notYours: "du kan bara välja medlemmar i nätverk som du själv koordinerar.",
    badDate: (value) => `datumet ${value} finns inte.`,
    badTime: (value) => `${value} är inget klockslag. Skriv till exempel 13.00.`,
    tooLong: (length, most) => `texten är för lång: ${length} tecken, högst ${most} går in.`,
  },
  noNetwork: "Välj vilket nätverk meddelandet gäller.",
  missingHeading: "Saknas ännu",
  missingTitles: (languages) =>
    `Rubriken saknas ${languages}. Berörda läsare får meddelandet på ett annat språk, och det framgår av meddelandet.`,
  missingTexts: (languages) => `Texten saknas ${languages}. Berörda läsare får bara rubriken.`,
  changesHeading: "Någon annan har ändrat meddelandet",
  changesIntro:
    "Det här sparades medan du skrev. Inget av ditt har gått förlorat: granska formuläret och spara igen.",
  changedBoth: (stored) =>
    `Det sparade värdet är nu: ${stored}. I formuläret står det som du skrev.`,
  changedThere: (stored) => `Ändrat till: ${stored}.`,
  noValue: "(tomt)",

  saved: "Utkastet är sparat. Du hittar det med kommandot ”meddelanden”.",
  changed: "Ändringarna är sparade.",
  savedBefore: "Utkastet är redan sparat.",
  unchanged: "Ingenting ändrades.",
  templateSaved: "Mallen är sparad.",
  copied: "Det här är en kopia. Den sparas först när du väljer det.",
  begunFromTemplate: "Fälten kommer från mallen. Meddelandet sparas först när du väljer det.",
  backToDraft:
    "Eftersom innehållet ändrades är meddelandet ett utkast igen. Skicka det på nytt när det är klart.",
  hourSkipped: (time) =>
    `Klockan ställs fram till sommartid, så klockslaget du angav finns inte den dagen. Meddelandet skickas kl. ${time}.`,
  fromMessage:
    "Orden kommer från ett meddelande i Teams. Läs igenom dem innan du skickar dem vidare.",
  messageCut: (most) => `Meddelandet var för långt: bara de första ${most} tecknen fick plats.`,
  keptFromMessage:
    "Utkastet är sparat och öppnat i din chatt med Kollega. Du hittar det också med kommandot ”meddelanden”.",
  openedFromMessage: "Texten är öppnad i din chatt med Kollega, där du kan spara den.",
  nothingToAnnounce: "I det här meddelandet finns ingen text att meddela.",
  openedHeading: "Det finns i vår privata chatt",
  opened:
    "Jag öppnade det i vår privata chatt. Bara koordinatorer ser meddelanden innan de skickas.",

  previewHeading: "Granska innan du skickar",
  previewIntro: "Så här ser meddelandet ut på varje språk. Ingenting har skickats ännu.",
  facts: {
    to: "Till",
    when: "När",
    importance: "Prioritet",
    confirm: "Bekräftelse begärs",
    reached: "Så nås medlemmarna",
    channels: "I kanaler",
    approval: "Godkännande",
  },
  now: "Genast när du skickar",
  coverage: (members, inChat, byMention, unreached, spared, isAll) => {
    if (members === 0) return "Ingen medlem hör till målgruppen.";
    const parts = [
      `${inChat} av ${members} nås i chatten`,
      ...(byMention > 0 ? [`${byMention} genom att nämnas i kanalen`] : []),
      ...(spared > 0 ? [`${spared} har pausat eller valt bort ämnet`] : []),
      ...(unreached > 0 ? [`${unreached} kan inte nås`] : isAll ? ["ingen blir utan"] : []),
    ];
    return `${parts.join("; ")}.`;
  },
  unreadTeam: (team) =>
    `Medlemmarna i ${team} kunde inte läsas från Teams just nu och är inte medräknade.`,
  notWhole: "Medlemmarna är så många att alla inte hann räknas.",
  channelPosts: (count) =>
    count === 1 ? "Ett inlägg med alla språk" : `${count} inlägg med alla språk`,
  nobodyReached: "Ingen skulle nås. Välj fler medlemmar eller en kanal.",
  approvalUrgent: "Behövs: ett brådskande meddelande ska godkännas av en annan koordinator.",
  approvalMany: (limit) =>
    `Behövs: ett meddelande till fler än ${limit} medlemmar ska godkännas av en annan koordinator.`,
  approvalUncounted:
    "Behövs: det gick inte att räkna alla medlemmar, så meddelandet ska godkännas av en annan koordinator.",
  noApproval: "Behövs inte",
  test: "Skicka ett test till mig",
  send: "Skicka",
  schedule: "Skicka på utsatt tid",
  askApproval: "Skicka för godkännande",
  edit: "Ändra",
  tested: "Testet finns nu i vår privata chatt. Ingen annan fick det.",
  tooLate:
    "Meddelandet skickas redan eller har skickats. Öppna det om du vill rätta eller dra tillbaka det.",

  listHeading: "Meddelanden",
  listIntro:
    "Det senaste först. Välj ett meddelande om du vill fortsätta skriva det eller se hur det gick.",
  listEmpty: "Här finns inga meddelanden ännu.",
  nothingFound: (query) => `Inget meddelande motsvarar sökningen ”${query}”.`,
  query: "Sökord",
  queryPlaceholder: "Ord i rubriken eller texten",
  status: "Visa",
  allStatuses: "Alla",
  search: "Sök",
  more: "Visa fler",
  write: "Skriv ett meddelande",
  open: (title) => `Öppna ${title}`,
  copy: "Kopiera",
  copyOf: (title) => `Skriv ett nytt från ${title}`,
  statuses: {
    draft: "Utkast",
    "awaiting-approval": "Väntar på godkännande",
    scheduled: "Skickas senare",
    held: "Väntar på en koordinator",
    sending: "Skickas nu",
    sent: "Skickat",
    stopped: "Stoppat",
    withdrawn: "Tillbakadraget",
    template: "Mall",
  },
  changedAt: (when) => `Ändrat ${when}`,
  sentAt: (when) => `Skickat ${when}`,
  sendsAt: (when) => `Skickas ${when}`,
  untitled: "(utan rubrik)",

  gone: "Meddelandet finns inte längre.",
  onlyCoordinators: "Bara nätverkets koordinatorer kan skriva och se meddelanden.",
  onlyCoordinatorsNamed: (names) =>
    `Bara nätverkets koordinatorer kan skriva och se meddelanden. Fråga ${names}.`,
};
