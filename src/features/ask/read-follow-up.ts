/**
 * Is a message a follow-up to what was just shown ("more", "who can I call about it?", "in Finnish?"), or a question
 * of its own? It is a follow-up only if nothing remains once the words of the follow-up and filler are taken away.
 */
import type { Language } from "../../core/language.ts";
import { languageWanted } from "../../core/language-names.ts";

export type FollowUp =
  | { readonly kind: "more" }
  | { readonly kind: "people" }
  | { readonly kind: "language"; readonly language: Language };

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const more = set(
  "mer mera fler flera nästa andra lisää muita muut seuraava seuraavat enemmän more others next further",
);

const people = set(
  "vem vilka vems ringa ringer kontakta kontaktar fråga frågar mejla kontaktperson kontaktpersonen kontaktuppgifter telefonnummer kontakt " +
    "kuka ketkä ketä kenelle keneltä kenen kehen soittaa soitan kysyä kysyn yhteyshenkilö yhteyshenkilöt yhteystiedot puhelinnumero " +
    "who whom call ask contact phone person number email",
);

/** Words that carry no subject of their own. */
const filler = set(
  "och men då nu har du några någon kan jag man få fås får det den detta de dem här där om på av i för till mig oss visa ge svar svaren svarar samma sak saken ämnet finns är tack snälla hej okej ok " +
    "entä ja mutta nyt voi voin voinko voiko saan saako saanko saisinko sen se siitä siihen tästä tämän tämä tähän asiasta asiassa aiheesta näytä anna vastaus vastauksia vastaukset sama kiitos olisiko löytyykö onko sinulla myös vielä hei moi ok tästä samasta " +
    "and but now can could i we me us it this that the them these about on of in for to get have show give tell answer answers same thing please is are there any also hi hello ok okay results result vielä ännu också would you be do should",
);

export function readFollowUp(text: string): FollowUp | undefined {
  const words =
    text
      .toLowerCase()
      .normalize("NFC")
      .match(/\p{L}[\p{L}-]*/gu) ?? [];
  if (words.length === 0 || words.length > 9) return undefined;
  const rest = words.filter((word) => !filler.has(word));
  if (rest.length === 0) return undefined;

  const [language, ...others] = new Set(rest.map(languageWanted));
  if (language && others.length === 0) return { kind: "language", language };
  if (rest.every((word) => more.has(word))) return { kind: "more" };
  if (rest.every((word) => people.has(word) || more.has(word))) return { kind: "people" };
  return undefined;
}
