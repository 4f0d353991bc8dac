/**
 * Does a question ask for people, for practices, or for both? "Vem kan jag fråga om …" asks for people,
 * "hur har andra gjort, och vem kan jag ringa?" for both; "vem får söka ändring?" names a who but wants a practice,
 * so a mere who is a weaker sign than asking whom to ask.
 */
export type Wanted = "practices" | "people" | "perhaps-people" | "both";

const word = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, "iu");

const asksWhomToAsk = word(
  [
    // sv
    "(?:vem|vilka|vilken) (?:\\p{L}+ ){0,4}(?:fråga|frågar|kontakta|kontaktar|ringa|ringer|mejla|höra av|höra med|vända mig|vet|kan|känner|jobbar|arbetar|sköter|ansvarar|hjälper|hjälpa|berätta)",
    "vem i nätverket",
    "(?:finns det|känner du) (?:någon|nån) som",
    "kontaktperson\\p{L}*|kontaktuppgift\\p{L}*|telefonnummer|telefonnumret|e-?postadress\\p{L}*",
    // fi
    "(?:kuka|ketkä) (?:\\p{L}+ ){0,4}(?:hoitaa|hoitavat|osaa|osaavat|tietää|tietävät|tuntee|tuntevat|vastaa|vastaavat|voi|voisi|auttaa|auttaisi|kertoo|neuvoo|työskentelee)",
    "keneltä|kenelle|ketä (?:\\p{L}+ ){0,3}(?:kysyä|soittaa)|kenen kanssa|kehen",
    "yhteyshenkilö\\p{L}*|yhteystie\\p{L}*|puhelinnumero\\p{L}*|sähköpostiosoite\\p{L}*",
    // en
    "(?:who|whom) (?:\\p{L}+ ){0,4}(?:ask|call|contact|phone|ring|e-?mail|talk to|speak to|turn to|knows?|handles?|deals?|works?|can|could|helps?|tell)",
    "contact (?:person|details|information)s?|phone number|e-?mail address",
  ].join("|"),
);

const namesAWho = word("vem|vems|kuka|ketkä|ketä|kenen|who|whom|whose");

const asksHow = word(
  [
    "hur|vad|vilka erfarenheter|erfarenhet\\p{L}*|exempel|mall\\p{L}*",
    "miten|mitä|millai\\p{L}*|kokemu\\p{L}*|esimerk\\p{L}*|mallia|onko kellään",
    "how|what|which|examples?|experiences?|templates?",
  ].join("|"),
);

export function readPeopleQuestion(text: string): Wanted {
  const people = asksWhomToAsk.test(text);
  if (people && asksHow.test(text) && twoParts(text)) return "both";
  if (people) return "people";
  return namesAWho.test(text) ? "perhaps-people" : "practices";
}

/** Two questions in one: joined by "and", or several sentences. */
const joined = word("och|samt|sekä|ja|and|also|också|myös");
const twoParts = (text: string): boolean => joined.test(text) || /[?.!,;]\s*\S/u.test(text);
