/** A forum's questions, with everything that their cards can hold. */
import type { CardKind, JsonObject } from "../../../src/core/reply.ts";

const id: JsonObject = { kind: "discussion", id: "abc", network: "oversattare" };

const related: readonly JsonObject[] = [
  {
    elementId: "term:hankintayksikko",
    title: "upphandlingsenhet – hankintayksikkö",
    detail: "term",
    altText: "Öppna upphandlingsenhet – hankintayksikkö",
    data: { kind: "term", id: "hankintayksikko", network: "oversattare" },
  },
  {
    elementId: "practice:termarbete",
    title: "Termityö kunnan hankinnoissa",
    detail: "praxis, på finska",
    altText: "Öppna Termityö kunnan hankinnoissa",
    data: { kind: "practice", id: "termarbete", language: "fi" },
  },
];

export const discussionViews = {
  "ask-network": {
    heading: "Fråga nätverket",
    notices: ["Välj först vilket nätverk du vill fråga."],
    intro:
      "Jag lägger ut frågan i nätverkets forum, med ditt namn. Alla i nätverket ser den och kan svara.",
    question: "Vad heter förhandsbesked på finska?",
    texts: [
      {
        elementId: "text",
        label: "Din fråga",
        data: { value: "Vad heter förhandsbesked på finska?\nDet gäller bygglov." },
      },
    ],
    labels: { network: "Nätverk" },
    values: { network: "oversattare" },
    networks: [
      { title: "Översättarna i kommunsektorn", value: "oversattare" },
      { title: "Inflytelserika upphandlare", value: "upphandlare" },
    ],
    relatedHeading: "Kanske hjälper något av det här",
    related,
    buttons: [
      { title: "Lägg ut frågan", verb: "ask.none", data: { question: "q1", value: "post" } },
    ],
    links: [{ title: "Om forumet", url: "https://example.org/forum" }],
  },
  discussion: {
    heading: "Öppen fråga",
    notices: ["Den här frågan väntar fortfarande på svar. Vet du, eller vet du vem som vet?"],
    elementId: "discussion:abc",
    question: "Vad heter förhandsbesked på finska?",
    facts: [
      { label: "Frågan ställdes av", value: "Karin Lindroos" },
      { label: "Frågan ställdes", value: "23 november 2026" },
      { label: "Orsak", value: "stängdes utan svar" },
    ],
    answerHeading: "Svar",
    answer: "Ennakkotieto.\nSe Helsingfors stads anvisning.",
    answerBy: "Maija Sjölund",
    repliesHeading: "Förslag på svar",
    replies: [
      { number: "1", text: "Ennakkopäätös?", detail: "Hanna Korpela" },
      { number: "2", text: "Vi skriver alltid ennakkotieto.", detail: "Maija Sjölund" },
    ],
    relatedHeading: "Kanske hjälper något av det här",
    related,
    hint: "Svara i tråden. Skriv ”@Kollega svar: …” om jag ska anteckna svaret.",
    buttons: [
      {
        title: "Förslag 1 är svaret",
        verb: "discussion.answer",
        data: { ...id, reply: "1763000000001" },
      },
      { title: "Stäng utan svar", verb: "discussion.close", data: id },
    ],
    links: [{ title: "Öppna tråden", url: "https://teams.microsoft.com/l/message/a/b" }],
  },
  discussions: {
    heading: "Öppna frågor",
    intro: "2 frågor väntar på svar, de äldsta först.",
    sections: [
      {
        title: "Nyligen besvarade",
        items: [
          {
            elementId: "discussion:abc",
            title: "Vad heter förhandsbesked på finska?",
            detail: "besvarades i går · Översättarna i kommunsektorn",
            altText: "Öppna Vad heter förhandsbesked på finska?",
            data: id,
            pages: [{ title: "Öppna tråden", url: "https://teams.microsoft.com/l/message/a/b" }],
          },
        ],
      },
    ],
    note: "Öppna tråden och svara där.",
    buttons: [{ title: "Visa fler", verb: "ask.more", data: { kind: "discussions", after: 5 } }],
    links: [{ title: "Om forumet", url: "https://example.org/forum" }],
  },
} satisfies Partial<Record<CardKind, JsonObject>>;
