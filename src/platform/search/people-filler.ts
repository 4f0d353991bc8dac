import { stopWords } from "./stop-words.ts";

// How people ask for people, in all languages at once: one record serves them all.
const asking = `
  vem vems vilka fråga frågar frågade kontakt kontakta kontakten kontaktuppgifter kontaktperson person personen personer
  kan kunnig kunniga kunde vet veta sakkunnig expert experter hjälpa hjälper hjälp ansvarar ansvarig jobbar arbetar håller
  nätverket nätverk kollega kolleger kollegor prata pratar sköter nummer telefon telefonnummer ringa nå når tipsa sitter
  heter ngt ngn nån nåt någon något e å me sej mej behöver behov erfarenhet erfarenheter känner
  kuka ketkä kehen kelle kellä kenen kenelle keneltä keneen ketä kysyä kysyn kysyisin yhteys yhteyttä yhteystiedot
  yhteyshenkilö henkilö osaa osaisi kertoa tietää tietäisi tuntee asiantuntija asiantuntijat auttaa auttaisi vastaa vastaava
  hoitaa työskentelee verkostossa verkosto kollega kollegat puhua jutella soittaa numero puhelin puhelinnumero kokemusta
  kokemuksia löytyy kukaan seuraa meidän meiltä
  who whom whose ask contact contacts reach person people expert experts know knows known help helps handle handles
  responsible charge network colleague colleagues talk speak works working phone number call experience about
`;

const filler: ReadonlySet<string> = new Set([
  ...asking.split(/\s+/).filter(Boolean),
  ...stopWords.sv,
  ...stopWords.fi,
  ...stopWords.en,
]);

/** Whether a word only belongs to the asking and says nothing of who is sought. */
export const isFiller = (word: string): boolean => filler.has(word);
