/**
 * Spoken and hurried forms of everyday words and what they stand for in writing. By hand, from general
 * knowledge of how the languages are spoken; applied to questions only.
 */
import type { Language } from "../../core/language.ts";

const sv = `
  nån=någon nåt=något nåra=några sån=sådan sånt=sådant såna=sådana ngn=någon ngt=något ngra=några
  me=med e=är ä=är sej=sig mej=mig dej=dig å=och o=och dom=de va=vad ska=skall vaffö=varför varffö=varför
  dan=dagen dar=dagar stan=staden sen=sedan ida=idag imorrn=imorgon nånting=någonting
  kolla=kontrollera kollar=kontrollerar funka=fungera funkar=fungerar funkade=fungerade fixa=ordna fixar=ordnar
  sno=kopiera mejl=e-post mejla=e-post mail=e-post maila=e-post läppis=bärbar_dator läppisar=bärbara_datorer
  jobb=arbete jobba=arbeta jobbar=arbetar tex=exempelvis pga=på_grund_av mha=med_hjälp_av ang=angående
  iaf=i_alla_fall info=information nr=nummer
`;

const fi = `
  mä=minä sä=sinä mun=minun sun=sinun mul=minulla sul=sinulla mulla=minulla sulla=sinulla mulle=minulle sulle=sinulle
  noi=nuo nää=nämä toi=tuo tää=tämä tän=tämän ton=tuon tost=tuosta täst=tästä sit=sitten niinku=niin_kuin
  onks=onko oisko=olisiko ois=olisi oon=olen oot=olet ollaanks=ollaanko mis=missä mist=mistä mikäs=mikä mitäs=mitä
  miks=miksi tarviiko=tarvitseeko tarviiks=tarvitseeko tarvii=tarvitsee pitääks=pitääkö voiks=voiko saaks=saako
  tuleeks=tuleeko joutuuks=joutuuko kannattaaks=kannattaako löytyyks=löytyykö maksaaks=maksaako riittääks=riittääkö
  kuuluuks=kuuluuko käyks=käykö meneeks=meneekö ite=itse kans=kanssa kaa=kanssa jollaki=jollakin kellään=kenelläkään
  paljonks=paljonko paljo=paljon kuis=kuinka läppäri=kannettava_tietokone läppärit=kannettavat_tietokoneet
  läppärin=kannettavan_tietokoneen läppäriä=kannettavaa_tietokonetta läppäreitä=kannettavia_tietokoneita
  läppäreistä=kannettavista_tietokoneista läppärien=kannettavien_tietokoneiden
  läppäreiden=kannettavien_tietokoneiden läppäreihin=kannettaviin_tietokoneisiin sposti=sähköposti meili=sähköposti
  maili=sähköposti duuni=työ duunia=työtä duunissa=työssä homma=asia infoa=tietoa info=tieto huomen=huomenna
  tänää=tänään vuos=vuosi vuodes=vuodessa esmes=esimerkiksi esmerkiks=esimerkiksi softa=ohjelmisto softat=ohjelmistot
`;

const en = `
  pls=please plz=please thx=thanks u=you ur=your r=are wanna=want_to gonna=going_to gotta=have_to lemme=let_me
  gimme=give_me dunno=do_not_know cuz=because cos=because coz=because w=with info=information docs=documents
  doc=document ppl=people yr=year yrs=years hr=hour hrs=hours asap=soon kinda=kind_of whats=what wheres=where
  whos=who hows=how cant=can_not dont=do_not doesnt=does_not
`;

function mapOf(pairs: string): ReadonlyMap<string, readonly string[]> {
  const entries = pairs.split(/\s+/).filter(Boolean);
  return new Map(
    entries.map((entry) => {
      const [spoken = "", written = ""] = entry.split("=");
      return [spoken, written.split("_")];
    }),
  );
}

const written: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = {
  sv: mapOf(sv),
  fi: mapOf(fi),
  en: mapOf(en),
};

/** The words as they would be written in a formal text. */
export function asWritten(words: readonly string[], language: Language): readonly string[] {
  const spoken = written[language];
  return words.some((word) => spoken.has(word))
    ? words.flatMap((word) => spoken.get(word) ?? word)
    : words;
}

/** The spoken forms themselves. */
export const spokenWords = (language: Language): Iterable<string> => written[language].keys();
