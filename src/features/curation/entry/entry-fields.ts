/** What can be written in chat of a practice, a term or a contact: the import's own columns, and how each is filled in. */
import type { Draft } from "../../../core/content.ts";

export type EntryKind = Draft["kind"];

export type Field = {
  /** The import column; the input has its name. */
  readonly column: string;
  readonly as: "line" | "text" | "list" | "lines" | "date" | "language";
  /** Characters. */
  readonly most: number;
};

const line = (column: string, most = 200): Field => ({ column, as: "line", most });
const text = (column: string, most: number): Field => ({ column, as: "text", most });
/** Items with semicolons between. */
const list = (column: string, most = 500): Field => ({ column, as: "list", most });
const date = (column: string): Field => ({ column, as: "date", most: 10 });

const names = (language: "sv" | "fi" | "en", definition: string): readonly Field[] => [
  line(language),
  list(`${language}Also`),
  list(`${language}Avoid`),
  text(definition, 2_000),
];

const fields: Readonly<Record<EntryKind, readonly Field[]>> = {
  practices: [
    { column: "language", as: "language", most: 2 },
    line("title"),
    text("body", 10_000),
    { column: "questions", as: "lines", most: 3_000 },
    list("tags"),
    line("organisation"),
    date("date"),
    line("source", 500),
    line("sourceUrl", 500),
    date("reviewBy"),
  ],
  terms: [
    ...names("sv", "definitionSv"),
    ...names("fi", "definitionFi"),
    ...names("en", "definitionEn"),
    line("domain"),
    line("source", 500),
    list("usedBy", 1_000),
    text("note", 5_000),
  ],
  contacts: [
    line("name"),
    line("role"),
    line("organisation"),
    line("organisationSv"),
    line("organisationFi"),
    list("topics", 1_000),
    list("languages", 20),
    line("email"),
    line("phone"),
    date("consent"),
  ],
};

export const fieldsOf = (kind: EntryKind): readonly Field[] => fields[kind];

export const columnsOf = (kind: EntryKind): readonly string[] =>
  fields[kind].map(({ column }) => column);
