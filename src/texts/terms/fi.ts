import { personalData } from "./data-fi.ts";
import type { TermsTexts } from "./type.ts";

const inLanguage = { sv: "ruotsiksi", fi: "suomeksi", en: "englanniksi" } as const;

export const terms: TermsTexts = {
  personalData,
  term: "Termi",
  asked: (text, language) => `”${text}” ${inLanguage[language]}`,
  accepted: (names) => `Myös hyväksytty: ${names}`,
  quoted: (name) => `”${name}”`,
  avoid: (names) => `Vältä: ${names}.`,
  avoidUse: (names, use) => `Vältä: ${names}. Käytä: ”${use}”.`,
  avoidNotice: (name) => `Termiä ”${name}” on syytä välttää.`,
  avoidUseNotice: (name, use) =>
    `Termiä ”${name}” on syytä välttää. Käytä sen sijaan termiä ”${use}”.`,
  noName: {
    sv: "Termipankissa ei ole tälle vielä ruotsinkielistä termiä.",
    fi: "Termipankissa ei ole tälle vielä suomenkielistä termiä.",
    en: "Termipankissa ei ole tälle vielä englanninkielistä termiä.",
  },
  guessed: (text) => `Termiä ”${text}” ei ole termipankissa. Tarkoititko tätä?`,
  definition: "Määritelmä",
  definitionIn: {
    sv: "Määritelmä (ruotsiksi)",
    fi: "Määritelmä (suomeksi)",
    en: "Määritelmä (englanniksi)",
  },
  domain: "Aihealue",
  source: "Lähde",
  usedBy: "Käyttäjät",
  note: "Huomautus",
  collection: { eforms: "EU:n hankintatermit (eForms)", cpv: "EU:n CPV-koodit" },
  collectionNote: "EU:n kokoelmasta, ei verkoston omasta termipankista",
  sharedBank: "Kaikkien verkostojen yhteinen",
  othersHeading: "Sama sana löytyy myös täältä",
  open: (title) => `Avaa ${title}`,
  license: "Tietoa kokoelmasta",
  readSource: "Lue lähde",
  severalHeading: (text) => `”${text}” viittaa useampaan termiin`,
  severalIntro: "Valitse se, jota tarkoitat.",
  guessHeading: (text) => `Termiä ”${text}” ei ole termipankissa`,
  guessIntro: "Tarkoititko jotakin näistä?",
  partsHeading: (text) => `Termiä ”${text}” ei ole termipankissa`,
  partsIntro: "Sen osia löytyy:",
  missingHeading: (text) => `Termiä ”${text}” ei ole termipankissa`,
  missingText: "Kukaan verkostossa ei ole vielä lisännyt tätä termiä. Joku voi silti tietää sen.",
  missingHint: "Tarkista kirjoitusasu tai hae sanan osalla.",
  nearIntro: "Termiä ei ole, mutta nämä ovat lähellä:",
  wordlessHeading: "Mitä termiä etsit?",
  wordlessText: "Kirjoita esimerkiksi ”termi kunnanjohtaja” tai ”mitä tröskelvärde on suomeksi?”.",
  ask: "Kysy verkostolta",
  questionIn: (text, language) => `Mikä on ”${text}” ${inLanguage[language]}?`,
  question: (text) => `Mitä termiä käytetään käsitteestä ”${text}”?`,
  shareInForum: "Jaa foorumilla",
  shareHere: "Jaa ketjussa",
  sharedBy: (name) => `${name} jakoi termin termipankista.`,
  sharedInForum: (network) => `Jaettu foorumilla: ${network}.`,
  sharedHere: "Jaettu ketjussa.",
  whichForumHeading: "Millä foorumilla haluat jakaa termin?",
  whichForumIntro: (name) =>
    `Termi ”${name}” julkaistaan niin, että kaikki verkostossa näkevät sen.`,
  noForum:
    "Verkostolla ei ole kanavaa, jossa voisin jakaa termin. Koordinaattori voi liittää tiimin verkostoon.",
  gone: "Tätä termiä ei ole enää termipankissa. Hae uudelleen.",
  inMessageTitle: "Viestin termit",
  inMessageHeading: "Viestin termit",
  inMessageIntro: (count) =>
    count === 1
      ? "Yksi viestin termeistä on termipankissa."
      : `Viestissä on ${count} termipankin termiä.`,
  inMessageMore: (count) => `Näkyvissä on ${count} pisintä.`,
  inMessageNone: "Viestissä ei ole yhtään termipankin termiä.",
  inMessageEmpty: "Viestissä ei ole tekstiä, josta hakea termejä.",
  kind: { term: "Termi", practice: "Käytäntö", contact: "Yhteyshenkilö", discussion: "Keskustelu" },
  searchNone: (text) => `Haulla ”${text}” ei löytynyt mitään.`,
  searchStart: "Kirjoita termi, kysymys tai nimi.",
};
