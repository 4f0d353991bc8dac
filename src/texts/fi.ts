import type { Texts } from "./all-texts.ts";
import { announcements } from "./announcements/fi.ts";
import { curation } from "./curation/fi.ts";
import { discussions } from "./discussions/fi.ts";
import { meetings } from "./meetings/fi.ts";
import { networks } from "./networks/fi.ts";
import { outbox } from "./outbox/fi.ts";
import { oversight } from "./oversight/fi.ts";
import { privacy } from "./privacy/fi.ts";
import { reminders } from "./reminders/fi.ts";
import { terms } from "./terms/fi.ts";

export const fi: Texts = {
  languageName: { sv: "ruotsi", fi: "suomi", en: "englanti" },
  inLanguage: { sv: "ruotsiksi", fi: "suomeksi", en: "englanniksi" },
  ask: {
    helpful: "Oliko tästä sinulle hyötyä?",
    up: "👍 Kyllä",
    down: "👎 Ei",
    votedUp: "Kiitos! Vastasit 👍. Voit muuttaa mielesi milloin vain.",
    votedDown: "Kiitos! Vastasit 👎. Voit muuttaa mielesi milloin vain.",
    more: "Lisää vastauksia",
    noneOfThese: "Ei mikään näistä",
    whoToAsk: "Keneltä voin kysyä?",
    readSource: "Lue lähde",
    factOrganisation: "Organisaatio",
    factDate: "Päivämäärä",
    factSource: "Lähde",
    factStatus: "Tila",
    discussionStatus: {
      open: "Avoin kysymys",
      answered: "Vastattu foorumilla",
      closed: "Suljettu",
    },
    openThread: "Avaa foorumin ketju",
    noAnswerYet: "Kysymys on esitetty foorumissa, mutta siihen ei ole vielä vastattu.",
    onlyIn: (language) => `Teksti on saatavilla vain ${fi.inLanguage[language]}.`,
    reviewDue: (date) =>
      `Huom. Kuvaus piti tarkistaa viimeistään ${date}. Varmista, että se pitää vielä paikkansa.`,
    contactsHeading: "Osaa kertoa lisää",
    relatedHeading: "Samasta aiheesta",
    open: (title) => `Avaa ${title}`,
    choose: (number) => `Valitse ${number}`,
    choicesHeading: "Etsitkö jotakin näistä?",
    choicesIntro: "En ole varma, mitä tarkoitat. Nämä ovat lähimpänä kysymystäsi.",
    moreHeading: "Lisää vastauksia kysymykseesi",
    moreIntro: (from, to, all) => `Vastaukset ${from}–${to}, yhteensä ${all}.`,
    noMore: "Tähän kysymykseen ei ole enempää vastauksia. Voit kysyä myös toisin sanoin.",
    nothingHeading: "En löytänyt vastausta",
    nothingText: "En löytänyt käytäntöä enkä yhteyshenkilöä, joka vastaisi kysymykseesi.",
    nothingHints: [
      "Kirjoita kysymys toisin sanoin, mieluiten kokonaisena virkkeenä.",
      "Kirjoita ”aiheet”, jos haluat nähdä, mitä verkosto on koonnut.",
      "Koskeeko kysymys lain sisältöä? Julkisten hankintojen neuvontayksikkö auttaa osoitteessa hankinnat.fi.",
    ],
    reportGap: "Ilmoita, että vastaus puuttuu",
    gapHeading: "Kiitos, kirjasin kysymyksen",
    gapText: "Kysymys on kirjattu verkoston koordinaattoreita varten ilman nimeäsi.",
    emptyHeading: "Mitä haluat tietää?",
    emptyText:
      "Kirjoita kysymyksesi suomeksi, ruotsiksi tai englanniksi. Kirjoita ”ohje”, jos haluat nähdä esimerkkejä.",
    stale: "En enää muista kysymystä, johon tämä painike kuuluu. Kysy uudelleen, niin vastaan.",
    gone: "Tätä ei enää ole verkoston tiedoissa. Kysy uudelleen, niin haen vielä kerran.",
    answerSummary: (title) => `Vastaus: ${title}`,
    choicesSummary: (titles) => `Tarkoititko jotakin näistä? ${titles}`,
    topicsHeading: "Aiheet",
    topicsIntro: (practices) =>
      `Verkosto on kuvannut ${practices === 1 ? "yhden käytännön" : `${practices} käytäntöä`}. Valitse aihe tai kysy.`,
    topicsEmpty: "Täällä ei ole vielä yhtään käytäntöä.",
    topicsLabel: "Aihe",
    topicsPlaceholder: "Valitse aihe",
    topicsError: "Valitse aihe luettelosta.",
    topicsShow: "Näytä käytännöt",
    topicHeading: (topic) => `Käytännöt aiheesta ${topic}`,
    topicIntro: (shown, all) =>
      all > shown ? `Näytetään ${shown}/${all}, uusimmat ensin.` : "Uusimmat ensin.",
  },
  contacts: {
    heading: "Heiltä voit kysyä",
    intro: "Kaikki ovat luvanneet vastata verkoston kysymyksiin.",
    about: (title) => `Aihe: ${title}`,
    nobodyHeading: "En löytänyt ketään, jolta kysyä",
    nobodyText: "Kukaan verkoston yhteyshenkilöistä ei vastaa hakuasi.",
    nobodyHints: [
      "Hae nimellä, kunnalla tai aiheella: ”yhteystieto Espoo”, ”kuka tuntee sosiaaliset kriteerit?”",
      "Kirjoita ”aiheet”, jos haluat nähdä, mitä verkosto on koonnut.",
    ],
    oneHeading: "Yhteyshenkilö",
    email: "Sähköposti",
    phone: "Puhelin",
    topics: "Aiheet",
    languages: "Kielet",
    practices: "On kertonut näistä",
    chat: "Keskustele Teamsissa",
    chatOpening: "Hei! Sain nimesi Kollegalta.",
    summary: (names) => `Voit kysyä: ${names}`,
  },
  help: {
    greeting: "Hei!",
    heading: "Näin voin auttaa sinua",
    intro:
      "Kysy omin sanoin suomeksi, ruotsiksi tai englanniksi. Haen siitä, mitä verkoston jäsenet ovat kertoneet.",
    sections: [
      {
        title: "Miten muut ovat tehneet?",
        lines: [
          "Miten muut ovat käyttäneet työllistämisehtoa hankinnoissa?",
          "Vinkkejä markkinavuoropuheluun ennen elintarvikehankintaa?",
        ],
      },
      {
        title: "Keneltä voin kysyä?",
        lines: ["Kuka hoitaa innovatiivisia hankintoja Tampereella?", "yhteystieto Espoo"],
      },
      {
        title: "Mikä se on toisella kielellä?",
        lines: ["Mikä on viranhaltijapäätös ruotsiksi?", "termi kunnanjohtaja"],
      },
      {
        title: "Jatka siitä, mihin jäit",
        lines: ["Kenelle voin soittaa siitä?", "lisää", "ruotsiksi?"],
      },
      {
        title: "Komennot",
        lines: [
          "aiheet – mitä verkosto on koonnut",
          "kokoukset – mitä on tulossa",
          "avoimet kysymykset – mikä odottaa vastausta foorumilla",
          "uusi käytäntö – kerro, miten teillä on tehty",
          "omat yhteystietoni – korjaa tietosi yhteyshenkilöiden joukossa",
          "tehtävät – ehdotuksesi ja se, mikä odottaa koordinaattoria",
          "kieli ruotsi – vaihtaa kielen",
          "ohje – näyttää tämän",
        ],
      },
    ],
    note: "Olen botti. Vastaukset ovat verkoston omia kuvauksia, eivät oikeudellista neuvontaa. Tarkista lähde ennen kuin päätät.",
    welcomeHeading: "Hei, olen Kollega",
    welcomeIntro:
      "Autan sinua löytämään, miten muut ovat tehneet ja keneltä voit kysyä. Kirjoita kysymyksesi omin sanoin suomeksi, ruotsiksi tai englanniksi.",
    welcomeTeamIntro:
      "Mainitse minut viestissä @-merkillä, niin vastaan samaan ketjuun. Voit myös keskustella kanssani kahden kesken.",
    thanksHeading: "Ole hyvä!",
    thanksText: "Kysy lisää, kun siltä tuntuu.",
    languageSetHeading: "Kieli on vaihdettu",
    languageSet:
      "Tästä lähtien vastaan suomeksi. Jos haluat vaihtaa kieltä, kirjoita ”språk svenska” tai ”language English”.",
    languageUnknownHeading: "Tätä kieltä en osaa",
    languageUnknown: "Osaan suomea, ruotsia ja englantia. Kirjoita esimerkiksi ”kieli suomi”.",
    notYetText:
      "Tämä osa Kollegaa ei ole vielä valmis. Kirjoita ”ohje”, jos haluat nähdä, mitä osaan.",
    refusedHeading: "Tämä ei onnistunut",
    alreadyDone: "Tämä on jo tehty.",
    unknownAction: "Tämä painike ei toimi. Kysy uudelleen, niin vastaan.",
  },
  errors: {
    heading: "Jokin meni vikaan",
    bug: "En saanut tätä valmiiksi. Virhe on kirjattu. Yritä hetken kuluttua uudelleen.",
    "store-unavailable":
      "En pääse juuri nyt käsiksi tietoihini, joten mitään ei tallennettu. Yritä hetken kuluttua uudelleen.",
    "store-locked": "Toinen Kollega käyttää samoja tietoja. Yritä hetken kuluttua uudelleen.",
    "port-taken": "Porttia käyttää toinen ohjelma.",
    "unreadable-file": "Tiedostoa ei voi lukea.",
    "unknown-kind": "En tunne tällaisia tietoja.",
    "unknown-network": "Tätä verkostoa ei ole.",
    "send-failed": "Viestiä ei voitu lähettää. Yritä hetken kuluttua uudelleen.",
    "no-chat":
      "En voi kirjoittaa sinulle yksityisessä keskustelussa. Lisää Kollega sovellukseksi Teamsiin ja yritä sitten uudelleen.",
  },
  imports: {
    required: "arvo puuttuu",
    unknownColumn: "tuntematon sarake, jota ei tuoda",
    unknownLanguage: (value) => `”${value}” ei ole mikään kielistä sv, fi, en`,
    unknownNetwork: (value) => `verkostoa ”${value}” ei ole`,
    badId: "tunnisteessa saa olla 1–100 merkkiä eikä rivinvaihtoja",
    badDate: (value) => `”${value}” ei ole päivämäärä muodossa VVVV-KK-PP`,
    badUrl: (value) => `”${value}” ei ole https-osoite`,
    badStatus: (value) => `”${value}” ei ole mikään näistä: published, draft, archived`,
    badZone: (value) => `”${value}” ei ole aikavyöhyke`,
    badList: "arvon on oltava luettelo, jossa on tekstejä",
    badText: "arvon on oltava tekstiä",
    badEmail: (value) => `”${value}” ei ole sähköpostiosoite`,
    badPhone: (value) => `”${value}” ei ole puhelinnumero`,
    badPerson: (value) => `”${value}” ei ole Entra-objektitunnus`,
    badTeam: (value) =>
      `”${value}” ei ole tiimi; kirjoita tiimin-tunnus|foorumikanava|tiedotekanava`,
    cellError: (value) => `solussa on virhe ${value}; korjaa kaava tai kirjoita arvo`,
    tooLong: (most) => `pidempi kuin ${most} merkkiä`,
    noConsent: "suostumus puuttuu: merkitse päivä, jona henkilö suostui löydettäväksi",
    notARow: "riviä ei voi lukea",
    twice: (row) => `sama tunniste on jo rivillä ${row}`,
    columnCount: "rivillä on enemmän arvoja kuin sarakkeita",
    notOneOf: (value, allowed) => `”${value}” ei ole mikään näistä: ${allowed}`,
    noTerm: "termi puuttuu: anna suositettava termi sarakkeessa sv, fi tai en",
    merged: (row) => `huom.: sama käsite kuin rivillä ${row}; rivit yhdistettiin`,
    firstStands: (value) => `huom.: ”${value}” jää tallentamatta, koska aiempi rivi sanoo muuta`,
    secondName: (value) =>
      `huom.: myös ”${value}” on tiedostossa suositettava; se tallennetaan hyväksyttävänä, koska suositettavia on yksi kieltä kohden`,
    superseded: (value) =>
      `huom.: ”${value}” on tiedostossa korvattu; se tallennetaan vältettävänä`,
    onlyAccepted: (value) =>
      `huom.: käsitteellä ei ole tiedostossa suositettavaa termiä; ”${value}” tallennetaan suositettavana`,
    markup: (value) => `huom.: merkintä ”${value}” poistetaan, sen teksti säilyy`,
    lookAlike: (value, other) => `huom.: ”${value}” on myös käsitteessä ”${other}”`,
    notHeldMore: (value, times) =>
      `huom.: tätä ei tallenneta: ${value} (samanlaisia tapauksia lisäksi: ${times})`,
    noTitle: "otsikko puuttuu: anna titleSv, titleFi tai titleEn",
    badStart: (value) =>
      `”${value}” ei ole olemassa oleva ajankohta; kirjoita esimerkiksi 2026-11-26T13:00 ja sen perään aikavyöhyke, ellei se ole verkoston`,
    badMinutes: (value) => `”${value}” ei ole kokonaisten minuuttien määrä väliltä 1–10080`,
    badRepeat: (value) =>
      `”${value}” ei ole käyttökelpoinen toisto; kirjoita se RRULE-muodossa päivittäin, viikoittain, kuukausittain tai vuosittain`,
    badRemind: (value) => `”${value}” ei ole kokonaisten minuuttien määrä väliltä 0–40320`,
    badMove: (value) =>
      `”${value}” ei ole siirto; kirjoita esimerkiksi 2026-11-26T13:00>2026-11-27T09:00`,
    badChannel: (value) =>
      `”${value}” ei ole kanava; kirjoita forum, announcements tai kanavan tunniste`,
    tooManyTimes: (most) => `kokous pidetään yli ${most} kertaa; anna aikaisempi päättymisaika`,
    endBeforeStart: "kokous päättyy ennen kuin se alkaa",
    startInPast: (value) =>
      `huom.: kokous (${value}) on jo ohi; se tallennetaan, mutta kenellekään ei lähetetä muistutusta`,
    skippedHour: (value) =>
      `huom.: aikaa ${value} ei ole, koska kesäaika alkaa; kokous pidetään tuntia myöhemmin`,
    doubledHour: (value) =>
      `huom.: kello näyttää ${value} kahdesti, koska kesäaika päättyy; ensimmäinen kerta on voimassa`,
    bounded: (value) =>
      `huom.: toistolla ei ole päättymisaikaa; se tallennetaan kahdeksi vuodeksi, ${value} asti`,
    notInSeries: (value) => `huom.: sarjassa ei ole kokousta ${value}, joten tämä ei muuta mitään`,
    notHeld: (value) => `huom.: tätä ei tallenneta: ${value}`,
    allDay:
      "huom.: kokous kestää koko päivän; se tallennetaan keskiyöstä keskiyöhön verkoston aikaa",
    noEnd: "huom.: kokouksella ei ole päättymisaikaa; se tallennetaan tunnin mittaisena",
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
