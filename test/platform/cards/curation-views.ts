import type { JsonObject } from "../../../src/core/reply.ts";

const draft = { kind: "draft", id: "chat-1", network: "upphandlare" };
const act = (title: string, verb: string) => ({
  title,
  verb,
  data: draft,
  altText: `${title}: Marknadsdialog i två steg`,
});
const similar = {
  elementId: "practice:marknadsdialog",
  title: "Marknadsdialog före anbudsförfrågan",
  altText: "Öppna Marknadsdialog före anbudsförfrågan",
  data: { kind: "practice", id: "marknadsdialog" },
};
const none = { texts: [], choices: [], dates: [], note: "" };

/** Cards of what waits for coordinators, with everything they can hold. */
export const curationViews = {
  todo: {
    heading: "Att göra",
    notices: ["Godkänt och publicerat: Livsmedel från trakten"],
    intro: "3 saker väntar på dig. Välj en för att se mer.",
    sections: [
      {
        title: "Förslag att granska (1)",
        items: [
          {
            elementId: "practice:chat-1",
            title: "Marknadsdialog i två steg",
            detail: "praxis · Testperson 2 · i går",
            snippet: "Vi bjöd först in alla, sedan talade vi med var och en för sig.",
            altText: "Öppna Marknadsdialog i två steg",
            data: { kind: "todo", of: "draft", id: "chat-1", network: "upphandlare" },
            acts: [
              act("Godkänn", "todo.approve"),
              act("Redigera", "todo.edit"),
              act("Avslå", "todo.reject"),
            ],
          },
        ],
      },
      {
        title: "Gamla samtycken (2)",
        items: ["anna", "mikko"].map((id) => ({
          elementId: `contact:${id}`,
          title: id === "anna" ? "Anna Lindqvist, Helsingfors stad" : "Mikko Virtanen, Åbo stad",
          detail: "samtycke från 3 mars 2023",
          snippet: "",
          altText: "Öppna kontakten",
          data: { kind: "todo", of: "contact", id, network: "upphandlare" },
          acts: [act("Samtycket gäller", "todo.approve"), act("Redigera", "todo.edit")],
        })),
      },
    ],
    buttons: [
      { title: "Visa 6 till", verb: "ask.more", data: { kind: "todo", after: 6 } },
      { title: "Ny praxis", verb: "todo.edit", data: {} },
    ],
    links: [{ title: "Läs anvisningarna", url: "https://example.org/anvisningar" }],
  },
  "todo-item": {
    heading: "Förslag till praxis",
    notices: ["Skriv varför du avslår förslaget."],
    warnings: ["Den som skrev texten har inte svarat på om den får sparas."],
    elementId: "practice:chat-1",
    title: "Marknadsdialog i två steg",
    facts: [
      { label: "Föreslaget av", value: "Testperson 2" },
      { label: "Nätverk", value: "Inflytelserika upphandlare" },
    ],
    parts: [
      {
        label: "Så här gör vi",
        text: "Vi bjöd först in alla, sedan talade vi med var och en för sig.",
      },
    ],
    relatedHeading: "Det här liknar något som redan finns",
    related: [similar],
    reasons: [{ elementId: "reason", label: "Motivering", data: { value: "Det finns redan." } }],
    buttons: [
      { title: "Avslå förslaget", verb: "todo.reject", data: draft },
      { title: "Till listan", verb: "ask.more", data: { kind: "todo" } },
    ],
    links: [{ title: "Öppna tråden", url: "https://example.org/trad" }],
  },
  "entry-editor": {
    heading: "Ny praxis",
    notices: ["Meddelandet var för långt. Bara början finns med."],
    warnings: ["Jag känner igen dina uppgifter på e-postadressen."],
    intro: "Berätta hur ni har gjort, så att andra kan göra likadant.",
    faultsHeading: "Några uppgifter behöver rättas",
    faults: ["Id: värdet saknas"],
    changesHeading: "Någon annan har ändrat samtidigt",
    changesIntro: "Inget har sparats ännu. Kontrollera formuläret och spara igen.",
    changes: [{ label: "Rubrik", value: "Ändrat av en annan till: Marknadsdialog." }],
    relatedHeading: "Det här liknar något som redan finns",
    related: [similar],
    rows: [
      {
        ...none,
        choices: [
          {
            elementId: "language",
            label: "Språk",
            data: { value: "sv" },
            choices: [
              { title: "på svenska", value: "sv" },
              { title: "på finska", value: "fi" },
            ],
          },
        ],
      },
      {
        ...none,
        note: "Värdet saknas.",
        texts: [
          {
            elementId: "title",
            label: "Rubrik",
            data: { value: "" },
            placeholder: "Till exempel: Marknadsdialog före upphandling av livsmedel",
            isMultiline: false,
            maxLength: 200,
          },
        ],
      },
      {
        ...none,
        dates: [{ elementId: "date", label: "Datum", data: { value: "2026-11-23" } }],
      },
    ],
    versionsHeading: "Tidigare versioner",
    versions: [
      {
        title: "kommundirektör – kunnanjohtaja",
        detail: "ersatt 3 mars 2026 av Testperson 1",
        altText: "Fyll i formuläret med den tidigare versionen kommundirektör – kunnanjohtaja",
        data: { kind: "term", id: "kunnanjohtaja", version: "2026-03-03T09:00:00.000Z" },
      },
    ],
    buttons: [
      { title: "Publicera", verb: "todo.approve", data: { kind: "practices", ref: "m1" } },
      { title: "Spara som utkast", verb: "todo.edit", data: { kind: "practices", ref: "m1" } },
    ],
    others: [{ title: "Till listan", verb: "ask.more", data: { kind: "todo" } }],
    links: [{ title: "Läs anvisningarna", url: "https://example.org/anvisningar" }],
  },
} as const satisfies Readonly<Record<string, JsonObject>>;
