import type { PrivacyTexts } from "./type.ts";

const answers = { yes: "tulossa", maybe: "ehkä", no: "ei tulossa" };
const kinds = { reminder: "Muistutus", announcement: "Tiedote", other: "Vastaus tai ilmoitus" };

export const privacy: PrivacyTexts = {
  formerMember: "entinen jäsen",
  former: { name: "entinen jäsen", genitive: "entisen jäsenen" },
  kinds: {
    profile: {
      title: "Sinä ja valintasi",
      why: "Jotta Kollega vastaa kielelläsi ja lähettää vain sen, minkä haluat.",
      kept: "Kunnes pyydät Kollegaa unohtamaan sinut, tai kaksi vuotta siitä, kun viimeksi kirjoitit.",
    },
    conversations: {
      title: "Keskustelu",
      why: "Jotta ”näytä lisää” ja jatkokysymykset toimivat.",
      kept: "Viisi viimeisintä kysymystä; ketjuissa ja ryhmäkeskusteluissa enintään puoli vuotta.",
    },
    rosters: {
      title: "Tiimit, joissa olet",
      why: "Jotta näet verkostosi sisällön ja saat sen muistutukset.",
      kept: "Niin kauan kuin olet tiimissä. Tiedot tulevat Teamsista.",
    },
    roles: {
      title: "Tehtäväsi verkostoissa",
      why: "Jotta vain koordinaattorit ja pääkäyttäjät voivat tehdä heille kuuluvat asiat.",
      kept: "Niin kauan kuin tehtävä on sinulla.",
    },
    answers: {
      title: "Vastaukset kokouskutsuihin",
      why: "Jotta järjestäjä tietää, montako on tulossa.",
      kept: (days) => `${days} päivää kokouksen jälkeen.`,
    },
    confirmations: {
      title: "Lukukuittaukset",
      why: "Jotta lähettäjä tietää, kuka on lukenut tiedotteen.",
      kept: (days) => `${days} päivää.`,
    },
    opinions: {
      title: "Arviot vastauksista",
      why: "Jotta koordinaattori näkee, mitkä vastaukset auttavat. Nimeäsi ei tallenneta.",
      kept: (days) => `${days} päivää.`,
    },
    gaps: {
      title: "Kysymykset vailla vastausta",
      why: "Jotta joku voi kirjoittaa puuttuvan vastauksen. Nimeäsi ei tallenneta.",
      kept: (days) => `${days} päivää.`,
    },
    deliveries: {
      title: "Sinulle lähetetyt viestit",
      why: "Jotta mitään ei lähetetä kahdesti ja lähetettyä voidaan korjata.",
      kept: "Noin kolme kuukautta.",
    },
    contacts: {
      title: "Yhteystiedot",
      why: "Jotta kollegat löytävät sinut, suostumuksesi mukaisesti.",
      kept: "Kunnes sinä tai verkoston koordinaattori poistaa ne.",
    },
    announcements: {
      title: "Kirjoittamasi tai hyväksymäsi tiedotteet",
      why: "Jotta verkosto tietää, kuka tiedotteen takana on.",
      kept: "Niin kauan kuin tiedote on olemassa.",
    },
    audit: {
      title: "Loki koordinaattorien toimista",
      why: "Jotta jälkikäteen nähdään, mitä on muutettu ja kuka sen teki.",
      kept: "Kaksi vuotta. Nimesi paikalla on koodi.",
    },
    links: {
      title: "Latauslinkit",
      why: "Jotta voit ladata tietosi.",
      kept: "15 minuuttia tai kunnes olet käyttänyt linkin.",
    },
    practices: {
      title: "Käytännöt, joissa sinut mainitaan",
      why: "Jotta muut voivat tehdä samoin ja tietävät, kenen kokemuksesta on kyse.",
      kept: "Niin kauan kuin käytäntö on olemassa. Verkoston koordinaattori voi muuttaa tekstiä.",
    },
  },
  lines: {
    name: (name) => `Nimi: ${name}`,
    language: (language) => `Kieli: ${language}`,
    client: (what) => `Teams-ohjelmasi: ${what}`,
    chat: "Yhteisen keskustelunne osoite ja tunnuksesi Teamsissa",
    blocked: "Olet estänyt Kollegan",
    remindersOn: "Muistutukset: kyllä",
    remindersOff: "Muistutukset: ei",
    topics: (topics) => `Aiheet, joista haluat kuulla: ${topics}`,
    mutedTopics: (topics) => `Aiheet, joista et halua kuulla: ${topics}`,
    quiet: (hours) => `Hiljaiset tunnit: ${hours}`,
    pausedUntil: (day) => `Tauko ${day} asti`,
    question: (text) => `Kysymys: ”${text}”`,
    team: (team, isGuest) => (isGuest ? `${team} (vieras)` : team),
    unnamedTeam: "Tiimi",
    coordinator: (network) => `Koordinaattori: ${network}`,
    admin: "Pääkäyttäjä (palvelimen asetuksissa)",
    answer: (title, when, answer) => `${title}, ${when}: ${answers[answer]}`,
    confirmed: (title, day) => `${title}: luettu ${day}`,
    opinion: (title, isUp) => `${title}: ${isUp ? "auttoi" : "ei auttanut"}`,
    gap: (text, day) => `”${text}” (${day})`,
    message: (day, kind, state) => `${kinds[kind]} ${day}: ${state}`,
    states: {
      planned: "odottaa",
      sending: "lähetetään",
      delivered: "toimitettu",
      refused: "ei mennyt perille",
      skipped: "ei lähetetty",
      unknown: "perille tulo epäselvä",
    },
    practice: (title) => `Käytäntö: ${title}`,
    wrote: (title) => `Kirjoitit: ${title}`,
    approved: (title) => `Hyväksyit: ${title}`,
    link: "Linkki tietoihisi",
  },
  contactIfYou: (name) =>
    `${name}: jos tämä olet sinä, näet ja korjaat tiedot kirjoittamalla ”omat yhteystietoni”`,
  myData: {
    heading: "Tämän Kollega tietää sinusta",
    intro:
      "Kaikki, mitä Kollega on tallentanut sinusta, mihin sitä käytetään ja kauanko se säilyy.",
    nothing: "Ei mitään.",
    why: (why, kept) => `${why} Säilytysaika: ${kept.charAt(0).toLowerCase()}${kept.slice(1)}`,
    others: (count) => `… ja ${count} muuta; kaikki ovat tiedostossa.`,
    notAll: "Kaikkea tästä ei ehditty hakea nyt. Tiedostossa on kaikki.",
    rights:
      "Tiedot ovat organisaatiolla, joka ylläpitää Kollegaa. Yhteystietojesi virheet korjaat itse, tai verkoston koordinaattori korjaa ne.",
    download: "Hae tiedostona (JSON)",
    open: "Lataa tiedosto",
    ready:
      "Tiedoston voi ladata kerran 15 minuutin kuluessa. Älä jaa linkkiä: tiedoston saa kuka tahansa, jolla linkki on.",
    noAddress:
      "Tiedostoa ei voi hakea, koska Kollegan julkista osoitetta ei ole asetettu. Pyydä tietohallintoa asettamaan PUBLIC_URL.",
    openedInChat: "Vastaan sinulle omassa keskustelussamme, sillä tämä on vain sinulle.",
    gone: "Linkki ei ole enää voimassa. Kirjoita Kollegalle ”omat tiedot”, niin saat uuden.",
    givenAlready: "Olet jo saanut linkin. Jos haluat uuden, kirjoita ”omat tiedot”.",
    tooLate: "Linkkiä ei ehditty antaa. Kirjoita ”omat tiedot” ja pyydä tiedosto uudelleen.",
    onlyOwn: "Voit saada vain omat tietosi. Muiden tiedot luovuttaa rekisterinpitäjä.",
    forget: "Unohda minut …",
    summary: (count) => `Kollegalla on sinusta ${count} lajia tietoja.`,
  },
  download: {
    heading: "Tietosi Kollegassa",
    text: [
      "Tästä voit hakea tiedostona (JSON) kaiken, mitä Kollega tietää sinusta.",
      "Tiedoston voi hakea kerran, 15 minuutin kuluessa siitä, kun pyysit sitä. Tallenna se paikkaan, johon vain sinä pääset. Sen jälkeen voit sulkea tämän sivun.",
    ],
    button: "Hae tiedosto",
    later:
      "Tiedostoa ei voi hakea juuri nyt. Yritä hetken kuluttua uudelleen: linkki on yhä voimassa.",
  },
  onCommandLine: {
    erased: "Poistettu.",
    failed: "Kaikkea ei voitu poistaa: yritä uudelleen.",
    lastCoordinator:
      "Henkilö on verkoston ainoa koordinaattori: nimeä ensin toinen koordinaattori.",
    contactsLeft:
      "Näissä yhteystiedoissa on sama nimi. Ne jätettiin ennalleen, koska vain henkilö itse voi sanoa, mitkä ovat hänen. Poista hänen tietonsa käsin:",
    noContacts: "Yhteystietoja, joissa olisi henkilön nimi, ei ole.",
    unknownName:
      "Henkilön nimeä ei tiedetty, joten yhteystietoja ei etsitty: poista hänen tietonsa käsin.",
  },
  forget: {
    heading: "Haluatko, että Kollega unohtaa sinut?",
    intro: "Tätä ei voi perua. Jos kirjoitat Kollegalle uudelleen, aloitatte alusta.",
    goesHeading: "Nämä poistetaan",
    goes: [
      "Nimesi, osoitteesi Teamsissa, kielesi ja valintasi",
      "Keskustelusi Kollegan kanssa ja kysymyksesi",
      "Vastauksesi kokouskutsuihin, lukukuittauksesi ja arviosi",
      "Kuka sai mitä: nimesi lähetetyissä viesteissä",
      "Tehtäväsi koordinaattorina",
      "Koko nimesi verkoston käytännöissä, ehdotuksissa ja termien huomautuksissa: tilalla lukee ”entinen jäsen”",
    ],
    staysHeading: "Nämä jäävät",
    stays: [
      "Verkostolle kirjoittamasi sisältö, esimerkiksi tiedotteet: niissä lukee ”entinen jäsen”",
      "Tekstit, joissa on vain etu- tai sukunimesi, sekä tiedotteet ja kokoukset, joissa sinut mainitaan: pyydä verkoston koordinaattoria muuttamaan niitä",
      "Koodi, joka ei kerro kuka olet, jotta Kollega ei lisää sinua uudelleen lukiessaan tiimin jäsenluetteloa",
      "Loki koordinaattorien toimista kahden vuoden ajan, ilman nimeäsi",
      "Se, minkä Teams itse tallentaa, esimerkiksi keskustelu: sen poistat Teamsissa",
    ],
    contactsTitle: "Yhteystietosi",
    contactsText:
      "Näissä tiedoissa on sama nimi tai käyttäjätunnus kuin sinulla. Valitse ne, jotka ovat sinun: ne poistetaan. Muut jäävät.",
    isMine: "Tämä olen minä: poista nekin",
    confirm: "Unohda minut",
    keep: "Näytä omat tietoni",
    lastHeading: "Jonkun muun on ensin otettava vastuu",
    lastText: (networks) =>
      `Olet ainoa koordinaattori: ${networks}. Ilman koordinaattoria kukaan ei voi hoitaa verkostoa.`,
    lastHow:
      "Pyydä pääkäyttäjää nimeämään toinen koordinaattori: ”asetukset” → verkosto → Koordinaattorit. Kirjoita sitten uudelleen ”unohda minut”.",
    toSettings: "Asetuksiin",
    doneHeading: "Kollega unohtaa sinut",
    doneText:
      "Tietosi poistetaan nyt; se kestää hetken. Jos kirjoitat Kollegalle uudelleen, aloitatte alusta. Kiitos yhteisestä ajasta!",
    doneAdmin:
      "Olet pääkäyttäjä: tunnuksesi pysyy palvelimen asetuksissa (ADMINS), kunnes tietohallinto poistaa sen.",
    contactsLeft: "Yhteystiedot, joita et valinnut, jäävät.",
    old: "Se kortti on vanha. Tilanne on nyt tämä.",
    unsure:
      "Teams ei juuri nyt kerro, mitkä yhteystiedot ovat sinun. Mitään ei ole vielä poistettu: valitse omasi ja yritä hetken kuluttua uudelleen.",
  },
};
