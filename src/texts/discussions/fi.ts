import { personalData } from "./data-fi.ts";
import type { DiscussionsTexts } from "./type.ts";

export const discussions: DiscussionsTexts = {
  personalData,
  askNetwork: "Kysy verkostolta",
  noneSoAsk: "Ei mikään näistä, kysy verkostolta",
  kinds: { practice: "käytäntö", term: "termi", discussion: "aiempi kysymys foorumilla" },
  askHeading: "Kysy verkostolta",
  askIntro: (network) =>
    network
      ? `Julkaisen kysymyksen nimelläsi verkoston ${network} foorumilla. Kaikki verkoston jäsenet näkevät sen ja voivat vastata.`
      : "Julkaisen kysymyksen nimelläsi verkoston foorumilla. Kaikki verkoston jäsenet näkevät sen ja voivat vastata.",
  askIntroThread: (network) =>
    network
      ? `Kysymys avataan verkostolle ${network}. Näytän ketjussa, että se odottaa vastausta.`
      : "Kysymys avataan valitsemallesi verkostolle. Näytän ketjussa, että se odottaa vastausta.",
  askLabel: "Kysymyksesi",
  network: "Verkosto",
  chooseNetwork: "Valitse ensin, miltä verkostolta haluat kysyä.",
  perhaps: "Ehkä jostakin näistä on apua",
  post: "Julkaise kysymys",
  openHere: "Avaa kysymys verkostolle",
  offerHeading: "Pidänkö kysymyksen tallessa?",
  offerIntro: (network) =>
    network
      ? `Halutessanne avaan kysymyksen verkostolle ${network}. Silloin se on avoimien kysymysten joukossa, kunnes siihen on vastattu.`
      : "Halutessanne avaan kysymyksen verkostolle. Silloin se on avoimien kysymysten joukossa, kunnes siihen on vastattu.",
  opened: "Kysymys on nyt avoinna verkostolle. Vastaukset kirjoitetaan tähän ketjuun.",
  openAlready:
    "Tämä kysymys on jo otettu käsittelyyn. Se on avoimien tai vastattujen kysymysten joukossa.",
  posted: (network) =>
    `Julkaisen kysymyksen verkoston ${network} foorumilla ja ilmoitan sinulle, kun vastaus on merkitty.`,
  noForum: (network) =>
    `Verkostolla ${network} ei ole vielä foorumia Teamsissa, joten en voi julkaista kysymystä. Pyydä koordinaattoria liittämään verkostoon tiimi.`,
  noNetwork: "Et kuulu vielä mihinkään verkostoon, joten kysymystä ei voi lähettää kenellekään.",
  noQuestion: "Tässä ei ole kysymystä. Kirjoita, mitä haluat tietää.",
  headings: { open: "Avoin kysymys", answered: "Vastattu kysymys", closed: "Suljettu kysymys" },
  questionDeleted: "Kysymys on poistettu.",
  askedBy: "Kysyjä",
  asked: "Kysytty",
  closedBecauseLabel: "Syy",
  closedBecause: {
    closed: "suljettiin ilman vastausta",
    deleted: "viesti poistettiin Teamsissa",
    "not-posted": "kysymystä ei voitu julkaista foorumilla",
  },
  answerHeading: "Vastaus",
  answerInThread: "Vastaus on ketjussa.",
  repliesHeading: "Ehdotetut vastaukset",
  howToAnswer:
    "Vastaa ketjussa. Kirjoita ”@Kollega vastaus: …”, jos haluat minun merkitsevän vastauksen muistiin. Kysyjä tai koordinaattori valitsee sitten, mikä vastauksista on oikea.",
  isAnswer: "Tämä on vastaus",
  isAnswerNumber: (number) => `Ehdotus ${number} on vastaus`,
  isMine: "Vastaus on minun, sen saa tallentaa",
  close: "Sulje ilman vastausta",
  reopen: "Avaa uudelleen",
  openThread: "Avaa ketju",
  marked: "Kiitos! Vastaus on merkitty.",
  markedAlready: "Tämä vastaus on jo merkitty.",
  markedInstead: (by, earlier) =>
    by
      ? `Vastaus on merkitty. Se korvaa vastauksen, jonka oli aiemmin merkinnyt ${by}: ”${earlier}”`
      : `Vastaus on merkitty. Se korvaa aiemmin merkityn vastauksen: ”${earlier}”`,
  proposed: (asker) =>
    asker
      ? `Kiitos! Kirjasin sen vastausehdotukseksi. Sen voi merkitä vastaukseksi kysyjä (${asker}) tai koordinaattori.`
      : "Kiitos! Kirjasin sen vastausehdotukseksi. Sen voi merkitä vastaukseksi kysyjä tai koordinaattori.",
  closed: "Kysymys on suljettu.",
  reopened: "Kysymys on taas avoinna.",
  notOpen: "Kysymys ei ole enää avoinna.",
  cannotReopen: "Kysymystä ei voi avata uudelleen.",
  whoDecides: (asker, coordinators) =>
    `Tämän voi tehdä vain kysyjä${asker ? ` (${asker})` : ""} tai verkoston koordinaattori${coordinators ? ` (${coordinators})` : ""}.`,
  gone: "Kysymystä ei enää ole, tai se kuuluu verkostoon, jonka jäsen et ole.",
  replyGone: "Tätä vastausta ei enää ole ketjussa.",
  whichAnswer:
    "En tiedä, mitä vastausta tarkoitat. Kirjoita ”@Kollega vastaus: …” ja vastaus kaksoispisteen jälkeen, tai valitse vastauksen sisältävän viestin valikosta (…) ”Merkitse vastaukseksi”.",
  notInForum: "Vain verkoston foorumin viestejä voi merkitä vastauksiksi.",
  notTakenUp:
    "En seuraa tässä ketjussa mitään kysymystä. Valitse ensin kysymyksen valikosta (…) ”Kysy verkostolta”.",
  isQuestion: "Tämä on kysymys. Valitse sen sijaan viesti, jossa siihen vastataan.",
  noWords: "Viestissä ei ole tekstiä, jonka voisi tallentaa vastaukseksi.",
  consentAsk:
    "Vastauksesi on merkitty oikeaksi vastaukseksi. Saako verkosto tallentaa sen, jotta muutkin löytävät sen? Koordinaattori tarkistaa sen ensin.",
  consentYes: "Kyllä, tallenna vastaus",
  consentNo: "Ei, älä tallenna",
  consentGiven: "Kiitos! Vastaus menee nyt koordinaattorin tarkistettavaksi.",
  consentRefused: "Selvä. Poistin tekstin, ja muistan enää vain, missä ketju on.",
  notTheAnswer: "Tämä vastaus ei ole enää merkitty vastaukseksi.",
  onlyAuthor: "Vain vastauksen kirjoittaja voi päättää, saako sen tallentaa.",
  textGone:
    "Vastauksen tekstiä ei enää ole, koska pyysit minua poistamaan sen. Voit kirjoittaa vastauksen ketjuun uudelleen.",
  keptAlready:
    "Vastaus on jo mennyt koordinaattorille. Jos muutit mielesi, ota yhteyttä verkoston koordinaattoriin.",
  yoursAnswered: "Kysymykseesi on saatu vastaus.",
  answerDeleted: "Merkitty vastaus on poistettu Teamsissa, joten kysymys on taas avoinna.",
  notPosted:
    "En voinut julkaista kysymystäsi foorumilla. Yritä uudelleen tai ota yhteyttä koordinaattoriin.",
  approved: {
    terms: "Vastaus on nyt verkoston termipankissa.",
    practices: "Vastaus on nyt verkoston käytäntöjen joukossa.",
  },
  rejected: (reason) =>
    reason
      ? `Koordinaattori päätti olla tallentamatta vastausta verkoston kokoelmaan: ${reason}`
      : "Koordinaattori päätti olla tallentamatta vastausta verkoston kokoelmaan.",
  nudge: "Tämä kysymys odottaa vielä vastausta. Tiedätkö vastauksen, tai tiedätkö, kuka tietää?",
  nudgeMark: "Onko kysymykseen saatu vastaus? Jos on, merkitse, mikä ehdotuksista on oikea.",
  openHeading: "Avoimet kysymykset",
  openIntro: (count) =>
    count === 1
      ? "Yksi kysymys odottaa vastausta."
      : `${count} kysymystä odottaa vastausta, vanhimmat ensin.`,
  noneOpen: "Mikään kysymys ei odota vastausta juuri nyt.",
  openNote: "Avaa ketju ja vastaa siellä.",
  answeredHeading: "Hiljattain vastatut",
  askedAge: (age) => `kysytty ${age}`,
  answeredAge: (age) => `vastattu ${age}`,
  replies: (count) => (count === 1 ? "1 ehdotus" : `${count} ehdotusta`),
  more: "Näytä lisää",
  digestHeading: "Foorumin viikko",
  digestOpen: (count) => (count === 1 ? "1 avoin kysymys" : `${count} avointa kysymystä`),
  digestAnswered: (count) =>
    count === 1 ? "1 uusi vastattu kysymys" : `${count} uutta vastattua kysymystä`,
  digestTerms: (count) => (count === 1 ? "1 uusi termi" : `${count} uutta termiä`),
  digestNote: "Kirjoita minulle ”avoimet kysymykset”, jos haluat nähdä kaikki.",
};
