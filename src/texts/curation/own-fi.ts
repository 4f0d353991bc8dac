import type { OwnEntryTexts } from "./own-type.ts";

export const own: OwnEntryTexts = {
  open: "Korjaa omat yhteystietoni",
  heading: "Yhteystietosi",
  intro: (network) =>
    `Näin sinut näytetään kollegoille ${network ? `verkostossa ${network}` : "kaikissa verkostoissa"}. Korjaa se, mikä on väärin. Kun tallennat, hyväksyt samalla, että tiedot näytetään.`,
  remove: "Poista tietoni",
  removeHeading: "Poistetaanko yhteystietosi?",
  removeHint:
    "Perut samalla suostumuksesi, eivätkä kollegat enää löydä sinua täältä. Vain koordinaattori voi lisätä sinut takaisin.",
  removeNow: "Kyllä, poista",
  keep: "Säilytä",
  removedHeading: "Yhteystietosi on poistettu",
  removed: (coordinators) =>
    coordinators
      ? `Suostumuksesi on peruttu. Jos haluat takaisin mukaan, pyydä sitä koordinaattorilta: ${coordinators}.`
      : "Suostumuksesi on peruttu. Jos haluat takaisin mukaan, pyydä sitä koordinaattorilta.",
  losing:
    "Tunnistan tietosi sähköpostiosoitteesta. Jos vaihdat sen, et ehkä voi enää korjata tietoja itse, vaan sinun on pyydettävä sitä koordinaattorilta. Mitään ei ole vielä tallennettu.",
  saveAnyway: "Tallenna silti",
  lost: "Sähköpostiosoite ei ole enää se, jolla kirjaudut sisään, joten jatkossa koordinaattori korjaa tiedot puolestasi.",
  chooseHeading: "Yhteystietosi",
  choose: "Sinulla on yhteystiedot useassa paikassa. Mitkä tiedot haluat korjata?",
  noneHeading: "Et ole yhteyshenkilöiden joukossa",
  none: (coordinators) =>
    coordinators
      ? `En löydä yhteystietoja, joissa olisi Teamsin käyttäjätunnuksesi. Koordinaattorit voivat lisätä sinut tai korjata tiedot, joissa on toinen osoite: ${coordinators}.`
      : "En löydä yhteystietoja, joissa olisi Teamsin käyttäjätunnuksesi. Verkoston koordinaattorit voivat lisätä sinut tai korjata tiedot, joissa on toinen osoite.",
  notYours:
    "Voit korjata vain omat yhteystietosi. Muiden tietoja korjaavat he itse tai verkoston koordinaattorit.",
  unsure:
    "Teams ei juuri nyt kerro, kuka olet, joten en voi avata yhteystietojasi. Mitään ei muutettu. Yritä hetken kuluttua uudelleen tai pyydä apua koordinaattorilta.",
};
