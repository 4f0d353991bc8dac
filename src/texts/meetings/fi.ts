import type { MeetingsTexts } from "./type.ts";

const weeks: Readonly<Record<number, string>> = {
  1: "ensimmäinen",
  2: "toinen",
  3: "kolmas",
  4: "neljäs",
  [-1]: "viimeinen",
};

const lead =
  (unit: string) =>
  (count: number): string =>
    `${count === 1 ? unit : `${count} ${unit}`} ennen`;

export const meetings: MeetingsTexts = {
  listHeading: "Tulevat kokoukset",
  listIntro: "Valitse kokous, jos haluat nähdä sen tiedot.",
  listSummary: (first) => `Seuraava kokous: ${first}`,
  emptyHeading: "Kokouksia ei ole suunnitteilla",
  emptyText:
    "Verkostoissasi ei juuri nyt ole tulevia kokouksia. Saat muistutuksen, kun kokous lähestyy.",
  emptyPlan:
    "Verkostoissasi ei juuri nyt ole tulevia kokouksia. Koordinaattorina voit järjestää kokouksen.",
  more: "Näytä lisää kokouksia",
  past: "Aiemmat kokoukset",
  pastHeading: "Aiemmat kokoukset",
  pastIntro:
    "Viimeisin ensin. Valitse kokous, jos haluat nähdä, miten muistutukset menivät perille.",
  pastEmpty: "Kahden viime kuukauden aikana ei ole ollut kokouksia.",
  plan: "Järjestä kokous",
  open: (title) => `Avaa ${title}`,

  when: "Aika",
  place: "Paikka",
  network: "Verkosto",
  repeats: "Toistuu",
  answers: "Vastaukset",
  agenda: "Esityslista",
  join: "Osallistu etänä",
  addToCalendar: "Lisää kalenteriin",
  isCancelled: "Kokous on peruttu.",
  counts: (yes, maybe, no) => `tulossa ${yes}, ehkä ${maybe}, ei tule ${no}`,
  ownAnswer: {
    yes: "Olet vastannut, että tulet.",
    maybe: "Olet vastannut, että ehkä tulet.",
    no: "Olet vastannut, ettet tule.",
  },
  reminders: "Muistutukset",
  remindersTo: (when, whom) => `${when}; vastaanottajat: ${whom}`,
  noReminders: "Muistutuksia ei lähetetä.",
  ledgerHeading: "Muistutusten tilanne",
  skipped: "jätetään lähettämättä koordinaattorin päätöksellä",
  ledgerNone: (reasons) => `ei lähetetty: ${reasons}`,
  ledgerSent: (sent, all) => `${sent}/${all} vastaanottajaa`,
  ledgerNobody:
    "ei lähetetty kenellekään. Tarkista, että verkostolla on kanavia ja jäseniä, joille lähettää",
  ledgerOthers: (reasons) => `Muut: ${reasons}.`,
  ledgerUnread: (teams) =>
    `Seuraavien tiimien jäseniä ei saatu luettua Teamsista, joten he eivät saaneet henkilökohtaista muistutusta: ${teams}.`,
  ledgerUnreadYet: (teams) =>
    `Seuraavien tiimien jäseniä ei ole vielä saatu luettua Teamsista: ${teams}. Yritän uudelleen kokouksen alkuun asti.`,

  edit: "Muokkaa",
  move: "Siirrä",
  cancel: "Peru kokous",
  skip: "Jätä muistutus lähettämättä",
  preview: "Esikatsele muistutusta",
  back: "Takaisin kokoukseen",

  newHeading: "Uusi kokous",
  editHeading: "Muokkaa kokousta",
  editorIntro:
    "Kirjoita otsikko niillä kielillä, joita jäsenet lukevat. Tarvitaan ainakin yksi otsikko.",
  labels: {
    titleSv: "Otsikko ruotsiksi",
    titleFi: "Otsikko suomeksi",
    titleEn: "Otsikko englanniksi",
    date: "Päivämäärä",
    time: "Kellonaika",
    minutes: "Kesto minuutteina",
    joinUrl: "Etäkokouksen linkki (https)",
    place: "Paikka",
    agenda: "Esityslista",
    audience: "Ketkä saavat muistutuksen?",
    repeat: "Toistuu",
    until: "Toiston viimeinen päivä",
    remind: "Milloin muistutus lähetetään?",
    network: "Verkosto",
  },
  inputErrors: {
    date: "Valitse päivämäärä.",
    time: "Anna kellonaika.",
    minutes: "Anna kesto minuutteina.",
    network: "Valitse verkosto.",
  },
  untilPlaceholder: "Kaksi vuotta, ellei muuta valita",
  audiences: {
    channel: "kanava",
    members: "jäsenet, kukin erikseen",
    both: "kanava ja jäsenet",
  },
  repeatChoices: {
    none: "Ei toistu",
    weekly: "Joka viikko",
    biweekly: "Joka toinen viikko",
    "monthly-date": "Joka kuukausi samana päivänä",
    "monthly-weekday": "Joka kuukausi samana viikonpäivänä",
    imported: "Kuten kalenterissa, josta kokous tuotiin",
  },
  noReminderChoice: "Ei muistutusta",
  save: "Tallenna kokous",
  faultsHeading: "Korjaa nämä kohdat",
  faults: {
    required: "tieto puuttuu.",
    noTitle: "anna otsikko ainakin yhdellä kielellä.",
    startInPast: "aika on jo mennyt. Valitse tuleva aika.",
    untilBeforeStart: "se on ennen kokouksen ensimmäistä päivää.",
    unknownChoice: "valitse yksi vaihtoehdoista.",
    tooFar: "ajankohtaan on yli viisi vuotta. Tarkista vuosiluku.",
    endBeforeStart: "kokous päättyisi ennen kuin se alkaa. Keston on oltava vähintään minuutti.",
    notHttps: "linkin alussa on oltava https://",
    badRemind: "anna aika minuutteina ennen kokousta, enintään 40 320 (neljä viikkoa).",
    badDate: (value) => `päivämäärää ${value} ei ole.`,
    badTime: (value) => `${value} ei ole kellonaika. Kirjoita esimerkiksi 13.00.`,
    tooLong: (most) => `teksti on liian pitkä, enintään ${most} merkkiä.`,
    badMinutes: (most) => `anna kesto kokonaisina minuutteina, enintään ${most}.`,
  },
  changesHeading: "Joku muu on muuttanut kokousta",
  changesIntro:
    "Nämä tallennettiin sillä välin kun kirjoitit. Mitään kirjoittamaasi ei ole kadonnut: tarkista lomake ja tallenna uudelleen.",
  changedBoth: (stored) => `Tallennettu tieto on nyt: ${stored}. Lomakkeessa on antamasi tieto.`,
  changedThere: (stored) => `Uusi tieto: ${stored}.`,
  noValue: "(tyhjä)",

  planned: "Kokous on tallennettu.",
  saved: "Muutokset on tallennettu.",
  savedBefore: "Kokous on jo tallennettu.",
  unchanged: "Mikään ei muuttunut.",
  hourSkipped: (time) =>
    `Kellot siirretään kesäaikaan, eikä antamaasi kellonaikaa ole sinä päivänä. Kokous alkaa klo ${time}.`,
  twoYears: (day) =>
    `Toistolle ei ollut annettu päättymispäivää. Toisto päättyy kahden vuoden kuluttua, ${day}.`,
  missingTitles: (languages) =>
    `Otsikko puuttuu ${languages}, joten osa jäsenistä näkee sen toisella kielellä.`,

  moveHeading: "Siirrä kokous",
  moveNow: (when) => `Nyt: ${when}`,
  scope: "Mitä siirretään?",
  scopeOne: (when) => `Vain kokous ${when}`,
  scopeAll: "Se ja kaikki sarjan myöhemmät kokoukset",
  moveDo: "Siirrä",
  moved: "Kokous on siirretty.",
  movedAll: "Sarja on siirretty.",
  movedMeanwhile: "Joku muu on jo siirtänyt kokouksen. Tarkista aika ja yritä uudelleen.",
  sameTime: "Aika on sama kuin ennen.",
  tellsThose: "Siitä kerrotaan niille, jotka ovat jo saaneet muistutuksen.",

  cancelHeading: "Perutaanko kokous?",
  cancelOne: "Peru vain tämä",
  cancelAll: "Peru koko sarja",
  cancelDo: "Kyllä, peru kokous",
  keep: "Ei, älä peru",
  cancelledOne: (when) => `Kokous ${when}, on peruttu.`,
  cancelledAll: "Koko sarja on peruttu.",

  skipHeading: "Mikä muistutus jätetään lähettämättä?",
  skipIntro:
    "Valitse muistutus, jota ei lähetetä. Valitse se uudelleen, jos se sittenkin lähetetään.",
  skipNothing: "Lähetettäviä muistutuksia ei enää ole.",
  skipDo: (reminder) => `Jätä muistutus lähettämättä: ${reminder}`,
  skipUndo: (reminder) => `Lähetä muistutus sittenkin: ${reminder}`,
  willBeSent: "Lähetetään",
  willBeSkipped: "Ei lähetetä",

  previewed: "Tältä muistutus näyttää. Vain sinä näet tämän esikatselun.",
  openedHeading: "Lomake on keskustelussamme",
  opened: "Avasin lomakkeen yksityiseen keskusteluumme.",
  gone: "Tätä kokousta ei enää ole. Kirjoita ”kokoukset”, jos haluat nähdä tulevat kokoukset.",
  goneOccurrence:
    "Kokous on jo pidetty, siirretty tai peruttu. Kirjoita ”kokoukset”, jos haluat nähdä tulevat.",
  onlyCoordinators:
    "Kokoukset järjestävät verkoston koordinaattorit. Ota yhteyttä johonkuhun heistä.",
  onlyCoordinatorsNamed: (names) =>
    `Kokoukset järjestävät verkoston koordinaattorit. Voit kääntyä heidän puoleensa: ${names}.`,
  noNetwork: "Valitse, mitä verkostoa kokous koskee.",

  leads: {
    weeks: lead("viikkoa"),
    days: lead("päivää"),
    hours: lead("tuntia"),
    minutes: lead("minuuttia"),
  },
  atStart: "kokouksen alkaessa",
  weekly: (weekday) => `joka ${weekday}`,
  biweekly: (weekday) => `joka toinen ${weekday}`,
  monthlyDate: (day) => `joka kuukauden ${day}. päivä`,
  monthlyLastDay: "joka kuukauden viimeinen päivä",
  monthlyWeekday: (weekday, week) => `joka kuukauden ${weeks[week]} ${weekday}`,
  asImported: "kuten kalenterissa, josta kokous tuotiin",
  repeatUntil: (repeat, day) => `${repeat}, ${day} asti`,
};
