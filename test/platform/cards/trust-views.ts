import type { JsonObject } from "../../../src/core/reply.ts";

/** What is known of people, and what coordinators look back on. */
export const trustViews = {
  "my-data": {
    heading: "Det här vet Kollega om dig",
    notices: ["Filen kan laddas ner en gång inom 15 minuter."],
    intro: "Allt som Kollega har sparat om dig.",
    sections: [
      {
        title: "Du och dina val",
        text: "Så att Kollega kan svara dig på ditt språk. Lagringstid: tills du ber att bli glömd.",
        lines: ["Namn: Anna Lindqvist", "Språk: svenska"],
      },
    ],
    note: "Uppgifterna finns hos den organisation som driver Kollega.",
    buttons: [{ title: "Glöm mig …", verb: "data.forget", data: { act: "ask" } }],
    links: [{ title: "Ladda ner filen", url: "https://kollega.example/data/x.json" }],
  },
  forget: {
    heading: "Unohtaako Kollega sinut?",
    notices: ["Se kortti on vanha. Tilanne on nyt tämä."],
    intro: "Tätä ei voi perua.",
    sections: [{ title: "Nämä poistetaan", lines: ["Nimesi, osoitteesi Teamsissa"] }],
    contactsTitle: "Yhteystietosi",
    contactsText: "Näissä tiedoissa on sama nimi kuin sinulla.",
    toggles: [
      {
        elementId: "contact:upphandlare:anna",
        label: "Anna Lindqvist, Turku",
        title: "Tämä olen minä: poista nekin",
      },
    ],
    buttons: [
      { title: "Unohda minut", verb: "data.forget", data: { act: "forget" } },
      { title: "Näytä omat tietoni", verb: "data.export", data: { act: "show" } },
    ],
    links: [],
  },
  statistics: {
    heading: "Statistik",
    intro: "Siffror för de nätverk du koordinerar.",
    networks: [
      {
        title: "Inflytelserika upphandlare",
        groups: [
          {
            title: "Frågor i november 2026",
            facts: [
              { label: "Frågor", value: "42" },
              { label: "Fick ett svar", value: "30" },
            ],
          },
        ],
      },
    ],
    note: "Här finns inga personer: bara antal.",
    buttons: [{ title: "Vad har gjorts", verb: "settings.save", data: { act: "audit" } }],
    links: [],
  },
  audit: {
    heading: "Vad har gjorts: Inflytelserika upphandlare",
    intro: "Koordinatorers och administratörers åtgärder, den senaste först.",
    items: [
      {
        title: "i dag kl. 9.15: Anna Lindqvist",
        detail: "ändrade inställningarna (ändrat: teams)",
      },
    ],
    note: "Allt fås som fil med kommandot: kollega export audit",
    buttons: [{ title: "Äldre", verb: "settings.save", data: { act: "audit", after: 15 } }],
    links: [],
  },
} as const satisfies Readonly<Record<string, JsonObject>>;
