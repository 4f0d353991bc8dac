import type { PrivacyTexts } from "./type.ts";

const answers = { yes: "kommer", maybe: "kanske", no: "kommer inte" };
const kinds = { reminder: "Påminnelse", announcement: "Meddelande", other: "Svar eller besked" };

export const privacy: PrivacyTexts = {
  formerMember: "en tidigare medlem",
  former: { name: "en tidigare medlem", genitive: "en tidigare medlems" },
  kinds: {
    profile: {
      title: "Du och dina val",
      why: "Så att Kollega kan svara dig på ditt språk och bara skickar det du vill ha.",
      kept: "Tills du ber att bli glömd, eller två år efter att du senast skrev.",
    },
    conversations: {
      title: "Samtalet",
      why: "Så att ”visa fler” och följdfrågor fungerar.",
      kept: "De fem senaste frågorna; i trådar och gruppchattar högst ett halvt år.",
    },
    rosters: {
      title: "Team du är med i",
      why: "Så att du ser ditt nätverks innehåll och får dess påminnelser.",
      kept: "Så länge du är med i teamet. Uppgifterna kommer från Teams.",
    },
    roles: {
      title: "Uppdrag",
      why: "Så att bara koordinatorer och administratörer kan göra det som hör till dem.",
      kept: "Så länge du har uppdraget.",
    },
    answers: {
      title: "Svar på möten",
      why: "Så att den som ordnar mötet vet hur många som kommer.",
      kept: (days) => `${days} dagar efter mötet.`,
    },
    confirmations: {
      title: "Läsbekräftelser",
      why: "Så att avsändaren vet vem som har läst ett meddelande.",
      kept: (days) => `${days} dagar.`,
    },
    opinions: {
      title: "Omdömen om svar",
      why: "Så att koordinatorn ser vilka svar som hjälper. Ditt namn sparas inte.",
      kept: (days) => `${days} dagar.`,
    },
    gaps: {
      title: "Frågor utan svar",
      why: "Så att någon kan skriva det svar som saknas. Ditt namn sparas inte.",
      kept: (days) => `${days} dagar.`,
    },
    deliveries: {
      title: "Meddelanden som skickats till dig",
      why: "Så att inget skickas två gånger och så att det som skickats kan rättas.",
      kept: "Ungefär tre månader.",
    },
    contacts: {
      title: "Kontaktuppgifter",
      why: "Så att kolleger hittar dig, enligt ditt samtycke.",
      kept: "Tills du eller nätverkets koordinator tar bort dem.",
    },
    announcements: {
      title: "Meddelanden du har skrivit eller godkänt",
      why: "Så att nätverket vet vem som står bakom ett meddelande.",
      kept: "Så länge meddelandet finns.",
    },
    audit: {
      title: "Logg över koordinatorers åtgärder",
      why: "Så att det går att se i efterhand vad som har ändrats och av vem.",
      kept: "Två år. Där står en kod i stället för ditt namn.",
    },
    links: {
      title: "Nedladdningslänkar",
      why: "Så att du kan ladda ner dina uppgifter.",
      kept: "15 minuter, eller tills du har använt länken.",
    },
    practices: {
      title: "Praxis som nämner dig",
      why: "Så att andra kan göra likadant och vet vems erfarenhet det är.",
      kept: "Så länge beskrivningen finns. Nätverkets koordinator kan ändra texten.",
    },
  },
  lines: {
    name: (name) => `Namn: ${name}`,
    language: (language) => `Språk: ${language}`,
    client: (what) => `Din Teams-klient: ${what}`,
    chat: "Adressen till er chatt och ditt id i Teams",
    blocked: "Du har blockerat Kollega",
    remindersOn: "Påminnelser: ja",
    remindersOff: "Påminnelser: nej",
    topics: (topics) => `Ämnen du vill höra om: ${topics}`,
    mutedTopics: (topics) => `Ämnen du inte vill höra om: ${topics}`,
    quiet: (hours) => `Tysta timmar: ${hours}`,
    pausedUntil: (day) => `Paus till och med ${day}`,
    question: (text) => `Fråga: ”${text}”`,
    team: (team, isGuest) => (isGuest ? `${team} (gäst)` : team),
    unnamedTeam: "Ett team",
    coordinator: (network) => `Koordinator för ${network}`,
    admin: "Administratör (står i serverns inställningar)",
    answer: (title, when, answer) => `${title}, ${when}: ${answers[answer]}`,
    confirmed: (title, day) => `${title}: läst ${day}`,
    opinion: (title, isUp) => `${title}: ${isUp ? "hjälpte" : "hjälpte inte"}`,
    gap: (text, day) => `”${text}” (${day})`,
    message: (day, kind, state) => `${kinds[kind]} ${day}: ${state}`,
    states: {
      planned: "väntar",
      sending: "skickas",
      delivered: "kom fram",
      refused: "kom inte fram",
      skipped: "skickades inte",
      unknown: "oklart om det kom fram",
    },
    practice: (title) => `Praxis: ${title}`,
    wrote: (title) => `Skrev: ${title}`,
    approved: (title) => `Godkände: ${title}`,
    link: "En länk till dina uppgifter",
  },
  contactIfYou: (name) =>
    `${name}: om det här är du ser och rättar du uppgifterna med ”min kontakt”`,
  myData: {
    heading: "Det här vet Kollega om dig",
    intro: "Allt som Kollega har sparat om dig, vad det används till och hur länge det finns kvar.",
    nothing: "Inget.",
    why: (why, kept) => `${why} Lagringstid: ${kept.charAt(0).toLowerCase()}${kept.slice(1)}`,
    others: (count) => `… och ${count} till; allt finns i filen.`,
    notAll: "Allt av det här hann inte sökas fram nu. I filen finns allt.",
    rights:
      "Uppgifterna finns hos den organisation som driver Kollega. Fel i dina kontaktuppgifter rättar du själv, eller nätverkets koordinator.",
    download: "Hämta som fil (JSON)",
    open: "Ladda ner filen",
    ready:
      "Filen kan laddas ner en gång inom 15 minuter. Dela inte länken: den som har den får filen.",
    noAddress:
      "Filen kan inte hämtas, för Kollegas adress utåt är inte inställd. Be er it-avdelning ställa in PUBLIC_URL.",
    openedInChat: "Jag svarar dig i vår egen chatt, för det här är bara för dig.",
    gone: "Länken gäller inte längre. Skriv ”mina uppgifter” till Kollega för att få en ny.",
    givenAlready: "Du har redan fått länken. Skriv ”mina uppgifter” om du vill ha en ny.",
    tooLate: "Länken hann inte fram till dig. Skriv ”mina uppgifter” och be om filen på nytt.",
    onlyOwn: "Du kan bara få dina egna uppgifter. Andras lämnas ut av den personuppgiftsansvariga.",
    forget: "Glöm mig …",
    summary: (count) => `Kollega har ${count} slags uppgifter om dig.`,
  },
  download: {
    heading: "Dina uppgifter hos Kollega",
    text: [
      "Här hämtar du allt som Kollega vet om dig, som en fil (JSON).",
      "Filen kan hämtas en gång, inom 15 minuter från att du bad om den. Spara den där bara du kommer åt den. Sedan kan du stänga den här sidan.",
    ],
    button: "Hämta filen",
    later:
      "Filen kan inte hämtas just nu. Försök igen om en stund: länken går fortfarande att använda.",
  },
  onCommandLine: {
    erased: "Raderat.",
    failed: "Allt gick inte att radera: försök igen.",
    lastCoordinator: "Personen är ensam koordinator för ett nätverk: utse först en annan.",
    contactsLeft:
      "De här kontaktuppgifterna har samma namn och lämnades som de är, eftersom bara personen själv kan säga vilka som är de rätta. Ta bort personens egna för hand:",
    noContacts: "Det finns inga kontaktuppgifter med personens namn.",
    unknownName:
      "Personens namn var inte känt, så kontaktuppgifter söktes inte: ta bort personens egna för hand.",
  },
  forget: {
    heading: "Ska Kollega glömma dig?",
    intro: "Det går inte att ångra. Skriver du till Kollega igen börjar ni om från början.",
    goesHeading: "Det här raderas",
    goes: [
      "Ditt namn, din adress i Teams, ditt språk och dina val",
      "Samtalet med Kollega och dina frågor",
      "Dina svar på möten, läsbekräftelser och omdömen",
      "Vem som fick vad: ditt namn i det som skickats",
      "Dina uppdrag som koordinator",
      "Ditt fullständiga namn i nätverkets praxis, förslag och anteckningar om termer: där står ”en tidigare medlem”",
    ],
    staysHeading: "Det här blir kvar",
    stays: [
      "Det du har skrivit för nätverket, till exempel meddelanden: där står ”en tidigare medlem”",
      "Texter där bara ditt för- eller efternamn står, och meddelanden och möten som nämner dig: be nätverkets koordinator ändra dem",
      "En kod som inte visar vem du är, så att Kollega inte lägger till dig igen när den läser teamets medlemslista",
      "Loggen över koordinatorers åtgärder i två år, utan ditt namn",
      "Det som Teams självt sparar, till exempel chatten: det raderar du i Teams",
    ],
    contactsTitle: "Dina kontaktuppgifter",
    contactsText:
      "De här uppgifterna har samma namn eller inloggningsnamn som du. Kryssa för dem som är dina: de raderas. Det du inte kryssar för blir kvar.",
    isMine: "Det är jag: radera dem också",
    confirm: "Glöm mig",
    keep: "Visa mina uppgifter",
    lastHeading: "Någon annan måste ta över först",
    lastText: (networks) =>
      `Du är den enda koordinatorn för ${networks}. Utan koordinator kan ingen sköta nätverket.`,
    lastHow:
      "Be en administratör utse en annan koordinator: ”inställningar” → nätverket → Koordinatorer. Skriv sedan ”glöm mig” igen.",
    toSettings: "Till inställningarna",
    doneHeading: "Kollega glömmer dig",
    doneText:
      "Dina uppgifter raderas nu; det tar någon minut. Skriver du till Kollega igen börjar ni om från början. Tack för den här tiden!",
    doneAdmin:
      "Du är administratör: ditt id står kvar i serverns inställningar (ADMINS) tills er it-avdelning tar bort det.",
    contactsLeft: "De kontaktuppgifter som du inte kryssade för blir kvar.",
    old: "Det kortet är gammalt. Så här ser det ut nu.",
    unsure:
      "Teams säger inte just nu vilka kontaktuppgifter som är dina. Inget har raderats än: kryssa för dina och försök igen om en stund.",
  },
};
