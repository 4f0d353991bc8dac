import type { JsonObject } from "../../../src/core/reply.ts";

const share = {
  title: "Dela i forumet",
  verb: "term.share",
  data: { kind: "term", id: "kunnanjohtaja" },
};
const ask = { title: "Fråga nätverket", verb: "term.ask", data: { question: "q1" } };

const language = (label: string, name: string): JsonObject => ({
  label,
  name,
  accepted: "Godtagbart: kommunens direktör",
});

/** Cards of terms with everything they can hold: side by side and, with long words, one under the other. */
export const termViews = {
  term: {
    notices: ["Testperson 4 delade en term ur termbanken."],
    remarks: ["”komundirektör” finns inte i termbanken. Menade du det här?"],
    warnings: ["”kommunchef” bör undvikas. Använd ”kommundirektör” i stället."],
    heading: "Term · Översättarna i kommunsektorn",
    elementId: "term:kunnanjohtaja",
    title: "kommundirektör",
    columns: [
      language("svenska", "kommundirektör"),
      language("finska", "kunnanjohtaja"),
      language("engelska", "municipal manager"),
    ],
    tight: [language("svenska", "hankintayksikkö")],
    rows: [language("finska", "yhteinen eurooppalainen hankinta-asiakirja")],
    avoid: ["Undvik ”kommunchef”. Använd ”kommundirektör”."],
    definitions: [
      {
        label: "Definition",
        text: "Den högsta tjänsteinnehavaren i en kommun, vald av fullmäktige.",
      },
    ],
    facts: [
      { label: "Ämnesområde", value: "Kommunal förvaltning" },
      { label: "Källa", value: "kommunallagen 410/2015" },
      { label: "Används av", value: "Borgå, Esbo, Kyrkslätt" },
    ],
    attribution: "© European Union, CC BY 4.0, Publications Office of the EU",
    othersHeading: "Samma ord finns också här",
    others: [
      {
        elementId: "term:eforms-BT-1",
        title: "kommundirektör",
        detail: "EU:s upphandlingstermer (eForms)",
        altText: "Öppna kommundirektör",
        data: { kind: "term", id: "eforms-BT-1", collection: "eforms" },
      },
    ],
    buttons: [share, ask],
    links: [{ title: "Läs källan", url: "https://example.org/termer" }],
  },
  terms: {
    heading: "”kommundirektion” finns inte i termbanken",
    intro: "Menade du någon av de här?",
    items: [
      {
        elementId: "term:kunnanjohtaja",
        title: "kommundirektör",
        names: "finska: kunnanjohtaja · engelska: municipal manager",
        warning: "”kommunchef” bör undvikas. Använd ”kommundirektör” i stället.",
        detail: "Översättarna i kommunsektorn",
        altText: "Öppna kommundirektör",
        verb: "ask.choose",
        data: { kind: "term", id: "kunnanjohtaja" },
      },
    ],
    attribution: "© European Union, CC BY 4.0, Publications Office of the EU",
    hint: "De 8 längsta visas.",
    buttons: [ask],
    links: [{ title: "Om samlingen", url: "https://example.org/samling" }],
  },
} as const satisfies Readonly<Record<string, JsonObject>>;
