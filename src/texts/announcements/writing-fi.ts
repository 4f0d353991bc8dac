import type { WritingTexts } from "./writing-type.ts";

export const writing: WritingTexts = {
  newHeading: "Uusi tiedote",
  editHeading: "Muokkaa tiedotetta",
  templateHeading: "Muokkaa mallia",
  correctHeading: "Korjaa tiedotetta",
  editorIntro:
    "Kirjoita niillä kielillä, joita jäsenet lukevat, ainakin yhdellä. Mitään ei lähetetä, ennen kuin olet tarkistanut tiedotteen.",
  templateIntro:
    "Mallia ei koskaan lähetetä sellaisenaan. Sen pohjalta aloitetaan uusia tiedotteita.",
  correctIntro:
    "Korjaus tehdään jo lähetettyihin viesteihin, ja niihin merkitään korjauksen ajankohta.",
  labels: {
    network: "Verkosto",
    titleSv: "Otsikko ruotsiksi",
    titleFi: "Otsikko suomeksi",
    titleEn: "Otsikko englanniksi",
    textSv: "Teksti ruotsiksi",
    textFi: "Teksti suomeksi",
    textEn: "Teksti englanniksi",
    link1: "Linkki 1 (https)",
    link1Title: "Linkin 1 painikkeen teksti",
    link2: "Linkki 2 (https)",
    link2Title: "Linkin 2 painikkeen teksti",
    link3: "Linkki 3 (https)",
    link3Title: "Linkin 3 painikkeen teksti",
    imageUrl: "Kuvan osoite (https)",
    importance: "Kuinka tärkeä se on?",
    confirm: "Kuittaus",
    audience: "Kenelle tiedote lähetetään?",
    date: "Lähetyspäivä",
    time: "Kellonaika",
  },
  inputErrors: {
    network: "Valitse verkosto.",
    audience: "Valitse, kenelle tiedote lähetetään.",
  },
  confirmTitle: "Pyydä lukijoita kuittaamaan, että he ovat lukeneet tiedotteen",
  whenNote: "Jätä päivä ja kellonaika tyhjiksi, jos tiedote lähetetään heti.",
  topicsNote: "Kielet ja aiheet rajaavat, ketkä jäsenet saavat tiedotteen.",
  importances: {
    normal: "Tavallinen",
    important: "Tärkeä",
    urgent:
      "Kiireellinen: lähetetään myös hiljaisina tunteina, kun toinen koordinaattori on hyväksynyt sen",
  },
  yes: "Kyllä",
  no: "Ei",

  membersOf: (network) => `Verkoston ${network} jäsenet`,
  readersOf: {
    sv: "Vain jäsenet, jotka lukevat ruotsia",
    fi: "Vain jäsenet, jotka lukevat suomea",
    en: "Vain jäsenet, jotka lukevat englantia",
  },
  followersOf: (topic) => `Vain aihetta seuraavat: ${topic}`,
  forum: "Foorumikanava",
  announcementsChannel: "Tiedotekanava",
  channelNamed: (name) => `Kanava ${name}`,
  otherChannel: "Toinen kanava",
  whoRead: (languages) => `ne, jotka lukevat ${languages}`,
  whoFollow: (topics) => `ne, jotka seuraavat aihetta ${topics}`,
  languagesNamed: { sv: "ruotsia", fi: "suomea", en: "englantia" },
  nobody: "Ei kenellekään",

  save: "Tallenna luonnos",
  preview: "Tarkista",
  saveTemplate: "Tallenna malliksi",
  useTemplate: "Aloita tästä mallista",
  editTemplate: "Muokkaa mallia",
  fromTemplate: "Aloita mallista",
  toList: "Kaikki tiedotteet",
  correctDo: "Korjaa kaikkialla",
  discard: "Poista luonnos",
  discardTemplate: "Poista malli",
  discardAsk: "Haluatko poistaa luonnoksen? Poistoa ei voi kumota.",
  discardTemplateAsk:
    "Haluatko poistaa mallin? Poistoa ei voi kumota. Mallin pohjalta jo kirjoitetut tiedotteet säilyvät.",
  discardSure: "Kyllä, poista",
  discardNot: "Ei, anna olla",
  discarded: "Luonnos on poistettu.",
  templateDiscarded: "Malli on poistettu.",
  cannotDiscard: "Vain luonnoksia ja malleja voi poistaa.",

  faultsHeading: "Nämä on korjattava",
  faults: {
    noTitle: "anna otsikko ainakin yhdellä kielellä.",
    noTitleHere: "tällä kielellä on teksti, mutta ei otsikkoa.",
    noUrl: "painikkeella on teksti, mutta linkki puuttuu.",
    notHttps: "osoitteen on oltava täydellinen, ja sen alussa on oltava https://",
    unknownChoice: "valitse jokin vaihtoehdoista.",
    required: "anna sekä päivä että kellonaika tai jätä molemmat tyhjiksi.",
    inPast: "aika on jo mennyt. Valitse tuleva aika.",
    tooFar: "siihen on yli kaksi vuotta. Tarkista vuosiluku.",
    nobody: "kukaan ei saisi tiedotetta. Valitse jäsenet tai kanava.",
    notYours: "voit valita vain niiden verkostojen jäseniä, joiden koordinaattori olet.",
    badDate: (value) => `päivämäärää ${value} ei ole.`,
    badTime: (value) => `${value} ei ole kellonaika. Kirjoita esimerkiksi 13.00.`,
    tooLong: (length, most) => `teksti on liian pitkä: ${length} merkkiä, enintään ${most} mahtuu.`,
  },
  noNetwork: "Valitse, mitä verkostoa tiedote koskee.",
  missingHeading: "Vielä puuttuu",
  missingTitles: (languages) =>
    `Otsikko puuttuu ${languages}. Kyseiset lukijat saavat tiedotteen muulla kielellä, ja siitä kerrotaan heille.`,
  missingTexts: (languages) =>
    `Teksti puuttuu ${languages}. Kyseiset lukijat saavat pelkän otsikon.`,
  changesHeading: "Joku muu on muuttanut tiedotetta",
  changesIntro:
    "Nämä tallennettiin sillä välin kun kirjoitit. Mitään kirjoittamaasi ei ole kadonnut: tarkista lomake ja tallenna uudelleen.",
  changedBoth: (stored) => `Tallennettu tieto on nyt: ${stored}. Lomakkeessa on antamasi tieto.`,
  changedThere: (stored) => `Uusi tieto: ${stored}.`,
  noValue: "(tyhjä)",

  saved: "Luonnos on tallennettu. Löydät sen komennolla ”tiedotteet”.",
  changed: "Muutokset on tallennettu.",
  savedBefore: "Luonnos on jo tallennettu.",
  unchanged: "Mikään ei muuttunut.",
  templateSaved: "Malli on tallennettu.",
  copied: "Tämä on kopio. Se tallennetaan vasta, kun valitset niin.",
  begunFromTemplate: "Kentät on täytetty mallista. Tiedote tallennetaan vasta, kun valitset niin.",
  backToDraft:
    "Koska sisältö muuttui, tiedote on taas luonnos. Lähetä se uudelleen, kun se on valmis.",
  hourSkipped: (time) =>
    `Kellot siirretään kesäaikaan, eikä antamaasi kellonaikaa ole sinä päivänä. Tiedote lähetetään klo ${time}.`,
  fromMessage: "Sanat ovat peräisin Teams-viestistä. Lue ne läpi, ennen kuin lähetät ne eteenpäin.",
  messageCut: (most) => `Viesti oli liian pitkä: vain ensimmäiset ${most} merkkiä mahtuivat.`,
  keptFromMessage:
    "Luonnos on tallennettu ja avattu keskusteluusi Kollegan kanssa. Löydät sen myös komennolla ”tiedotteet”.",
  openedFromMessage: "Teksti on avattu keskusteluusi Kollegan kanssa. Voit tallentaa sen siellä.",
  nothingToAnnounce: "Tässä viestissä ei ole tekstiä, jonka voisi tiedottaa.",
  openedHeading: "Se on yksityisessä keskustelussamme",
  opened:
    "Avasin sen yksityiseen keskusteluumme. Vain koordinaattorit näkevät tiedotteet ennen lähettämistä.",

  previewHeading: "Tarkista ennen lähettämistä",
  previewIntro: "Tältä tiedote näyttää kullakin kielellä. Mitään ei ole vielä lähetetty.",
  facts: {
    to: "Kenelle",
    when: "Milloin",
    importance: "Tärkeys",
    confirm: "Pyydetään kuittaus",
    reached: "Näin jäsenet tavoitetaan",
    channels: "Kanavilla",
    approval: "Hyväksyntä",
  },
  now: "Heti, kun lähetät",
  coverage: (members, inChat, byMention, unreached, spared, isAll) => {
    if (members === 0) return "Yksikään jäsen ei kuulu kohderyhmään.";
    const parts = [
      `${inChat}/${members} tavoitetaan keskustelussa`,
      ...(byMention > 0 ? [`${byMention} mainitsemalla kanavalla`] : []),
      ...(spared > 0 ? [`${spared} on tauolla tai ei seuraa aihetta`] : []),
      ...(unreached > 0
        ? [`${unreached} jää tavoittamatta`]
        : isAll
          ? ["kukaan ei jää ilman"]
          : []),
    ];
    return `${parts.join("; ")}.`;
  },
  unreadTeam: (team) =>
    `Tiimin ${team} jäseniä ei nyt saatu luettua Teamsista, eikä heitä ole laskettu mukaan.`,
  notWhole: "Jäseniä on niin paljon, että kaikkia ei ehditty laskea.",
  channelPosts: (count) =>
    count === 1
      ? "Yksi viesti, jossa on kaikki kielet"
      : `${count} viestiä, joissa on kaikki kielet`,
  nobodyReached: "Ketään ei tavoitettaisi. Valitse lisää jäseniä tai kanava.",
  approvalUrgent: "Tarvitaan: toisen koordinaattorin on hyväksyttävä kiireellinen tiedote.",
  approvalMany: (limit) =>
    `Tarvitaan: toisen koordinaattorin on hyväksyttävä tiedote, jos jäseniä on yli ${limit}.`,
  approvalUncounted:
    "Tarvitaan: kaikkia jäseniä ei voitu laskea, joten toisen koordinaattorin on hyväksyttävä tiedote.",
  noApproval: "Ei tarvita",
  test: "Lähetä testi minulle",
  send: "Lähetä",
  schedule: "Lähetä valittuna aikana",
  askApproval: "Lähetä hyväksyttäväksi",
  edit: "Muokkaa",
  tested: "Testi on nyt yksityisessä keskustelussamme. Kukaan muu ei saanut sitä.",
  tooLate:
    "Tiedotetta lähetetään jo tai se on lähetetty. Avaa se, jos haluat korjata sen tai perua sen.",

  listHeading: "Tiedotteet",
  listIntro: "Uusin ensin. Valitse tiedote, jos haluat jatkaa sitä tai nähdä, miten lähetys sujui.",
  listEmpty: "Täällä ei ole vielä tiedotteita.",
  nothingFound: (query) => `Mikään tiedote ei vastaa hakua ”${query}”.`,
  query: "Hakusanat",
  queryPlaceholder: "Sanoja otsikosta tai tekstistä",
  status: "Näytä",
  allStatuses: "Kaikki",
  search: "Hae",
  more: "Näytä lisää",
  write: "Kirjoita tiedote",
  open: (title) => `Avaa ${title}`,
  copy: "Kopioi",
  copyOf: (title) => `Kirjoita uusi, pohjana ${title}`,
  statuses: {
    draft: "Luonnos",
    "awaiting-approval": "Odottaa hyväksyntää",
    scheduled: "Lähetetään myöhemmin",
    held: "Odottaa koordinaattoria",
    sending: "Lähetetään parhaillaan",
    sent: "Lähetetty",
    stopped: "Pysäytetty",
    withdrawn: "Peruttu",
    template: "Malli",
  },
  changedAt: (when) => `Muutettu ${when}`,
  sentAt: (when) => `Lähetetty ${when}`,
  sendsAt: (when) => `Lähetetään ${when}`,
  untitled: "(ei otsikkoa)",

  gone: "Tiedotetta ei enää ole.",
  onlyCoordinators: "Vain verkoston koordinaattorit voivat kirjoittaa ja nähdä tiedotteita.",
  onlyCoordinatorsNamed: (names) =>
    `Vain verkoston koordinaattorit voivat kirjoittaa ja nähdä tiedotteita. Kysy heiltä: ${names}.`,
};
