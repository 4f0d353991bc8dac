/**
 * Spoken and hurried forms of everyday words and what they stand for in writing. By hand, from general
 * knowledge of how the languages are spoken; applied to questions only.
 */
import type { Language } from "../../core/language.ts";

const sv = `
  nån=någon nåt=något nåra=några sån=sådan sånt=sådant såna=sådana me=med e=är ä=är sej=sig mej=mig dej=dig å=och
  dom=de nåt=något ngn=någon ngt=något ngra=några el=eller ell=eller o=och ska=skall va=vad vaffö=varför hur=hur
  dar=dagar dan=dagen stan=staden sen=sedan ida=idag imorrn=imorgon tjänis=hej typ=ungefär kolla=kontrollera
  funka=fungera funkar=fungerar funkade=fungerade fixa=ordna fixar=ordnar sno=kopiera mail=e-post mejl=e-post mejla=e-post
  t.ex=exempelvis tex=exempelvis bl=bland pga=på_grund_av mha=med_hjälp_av ang=angående vrf=varför iaf=i_alla_fall
  dator=dator läppis=bärbar_dator jobb=arbete jobba=arbeta jobbar=arbetar grej=sak pengar=pengar
  info=information org=organisation max=maximalt min=minst nr=nummer st=stycken
`;

const fi = `
  mä=minä sä=sinä mun=minun sun=sinun mul=minulla sul=sinulla mulla=minulla sulla=sinulla mulle=minulle sulle=sinulle
  me=me noi=nuo nää=nämä toi=tuo tää=tämä tän=tämän ton=tuon tost=tuosta tästä=tästä sit=sitten nyt=nyt niinku=niin_kuin
  onks=onko oisko=olisiko ois=olisi oon=olen oot=olet mis=missä mist=mistä mikäs=mikä mitäs=mitä miks=miksi
  tarviiko=tarvitseeko tarvii=tarvitsee tarvitaanks=tarvitaanko pitääks=pitääkö voiks=voiko saaks=saako tuleeks=tuleeko
  joutuuks=joutuuko kannattaaks=kannattaako löytyyks=löytyykö maksaaks=maksaako riittääks=riittääkö kuuluuks=kuuluuko
  käyks=käykö meneeks=meneekö ite=itse kans=kanssa kaa=kanssa jollaki=jollakin joku=joku kellään=kenelläkään
  kuin=kuin kuis=kuinka paljo=paljon paljonks=paljonko monta=monta mones=monessako
  läppäri=kannettava_tietokone läppärit=kannettavat_tietokoneet läppärin=kannettavan_tietokoneen
  läppäriä=kannettavaa_tietokonetta läppäreitä=kannettavia_tietokoneita läppäreistä=kannettavista_tietokoneista
  läppärien=kannettavien_tietokoneiden läppäreiden=kannettavien_tietokoneiden läppäreihin=kannettaviin_tietokoneisiin
  puhelimenumero=puhelinnumero sposti=sähköposti meili=sähköposti maili=sähköposti
  duuni=työ duunia=työtä duunissa=työssä homma=asia infoa=tietoa info=tieto ohjeet=ohjeet
  huomen=huomenna eilen=eilen tänää=tänään vuos=vuosi vuodes=vuodessa kuus=kuukaudessa max=enintään min=vähintään
  esmes=esimerkiksi esmerkiks=esimerkiksi tms=tai_muu_sellainen yms=ynnä_muuta
`;

const en = `
  pls=please plz=please thx=thanks u=you ur=your r=are wanna=want_to gonna=going_to gotta=have_to lemme=let_me
  dunno=do_not_know cuz=because cos=because coz=because w=with info=information docs=documents doc=document
  ppl=people yr=year yrs=years hr=hour hrs=hours asap=soon max=maximum min=minimum kinda=kind_of gimme=give_me
  whats=what wheres=where whos=who hows=how im=i_am id=i_would ive=i_have cant=can_not dont=do_not doesnt=does_not
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
  return words.flatMap((word) => written[language].get(word) ?? word);
}

/** The spoken forms themselves. */
export const spokenWords = (language: Language): Iterable<string> => written[language].keys();
