/**
 * A concept as a row of an import of terms. DCA and the legacy style name a category in `type`, DCT in the element's
 * own name; what the row has no place for is told with the element that held it.
 */
import { createHash } from "node:crypto";
import { type Language, languageOfLocale } from "../../../core/language.ts";
import { type ColumnFault, shorten } from "../../../core/rows.ts";
import { idOfConcept } from "./concept-id.ts";
import { elementsIn, unwrapped, wordsIn, type XmlElement } from "./element.ts";
import { namesInRow, type TbxName } from "./names-in-row.ts";
import type { TbxFile } from "./read-concepts.ts";
import { statusNamed } from "./term-status.ts";

export type ConceptRow = {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly notes: readonly ColumnFault[];
};

/** Before a network's id, so that another program's project is not taken for one. */
export const networkPrefix = "kollega:";

const sections: ReadonlySet<string> = new Set(["langSec", "langSet"]);
const termSections: ReadonlySet<string> = new Set(["termSec", "tig", "ntig"]);
const statuses: ReadonlySet<string> = new Set(["administrativeStatus", "normativeAuthorization"]);
const definitionIn = { sv: "definitionSv", fi: "definitionFi", en: "definitionEn" } as const;
const separator = "; ";
const paragraphs = "\n\n";
const longestSource = 500;

export function conceptRow(concept: XmlElement, file: TbxFile): ConceptRow {
  const texts: Record<string, string> = {};
  const usedBy: string[] = [];
  const names: TbxName[] = [];
  const notes: ColumnFault[] = [];

  function textOf(element: XmlElement): string {
    for (const { name } of elementsIn(element)) {
      notes.push({ column: name, fault: { code: "markup", value: name } });
    }
    const words = wordsIn(element);
    return file.keepsSpace ? words : unwrapped(words);
  }
  function unheld(element: XmlElement): void {
    const value = shorten(unwrapped(wordsIn(element)));
    notes.push({ column: labelOf(element), fault: { code: "notHeld", value } });
  }
  /** The first stands; the same again says nothing new. */
  function set(column: string, element: XmlElement): void {
    const text = textOf(element);
    if (text !== "" && (texts[column] ?? text) !== text) unheld(element);
    else if (text !== "") texts[column] = text;
  }
  function join(column: string, element: XmlElement, between: string, longest: number): void {
    const text = textOf(element);
    const before = texts[column];
    if (text === "" || before?.split(between).includes(text)) return;
    const joined = before === undefined ? text : before + between + text;
    if (before !== undefined && joined.length > longest) unheld(element);
    else texts[column] = joined;
  }

  function takeConceptDatum(element: XmlElement, language?: string): void {
    const category = categoryOf(element);
    if (category === "subjectField") set("domain", element);
    else if (category === "definition") {
      const own = languageOfLocale(element.attributes["lang"] ?? language ?? file.language);
      if (own) set(definitionIn[own], element);
      else unheld(element);
    } else if (category === "source") join("source", element, separator, longestSource);
    else if (category === "note" && language === undefined) {
      join("note", element, paragraphs, Number.POSITIVE_INFINITY);
    } else takeSubset(element);
  }
  function takeSubset(element: XmlElement): void {
    const category = categoryOf(element);
    const text = unwrapped(wordsIn(element));
    if (category === "customerSubset") usedBy.push(textOf(element));
    else if (category === "projectSubset" && text.startsWith(networkPrefix)) {
      texts["network"] ??= text.slice(networkPrefix.length);
    } else unheld(element);
  }
  function takeSection(section: XmlElement): void {
    const code = section.attributes["lang"];
    const language = languageOfLocale(code);
    const inside = ungrouped(section);
    const terms = inside.filter(({ name }) => termSections.has(name));
    if (!language) {
      const value = shorten(terms.map((one) => wordsOfTerm(one)).join(", "));
      notes.push({ column: `${section.name} ${code ?? ""}`, fault: { code: "notHeld", value } });
      return;
    }
    for (const element of inside) {
      if (termSections.has(element.name)) takeTerm(element, language);
      else takeConceptDatum(element, language);
    }
  }
  function takeTerm(section: XmlElement, language: Language): void {
    let text = "";
    let status: TbxName["status"];
    for (const element of ungrouped(section)) {
      if (element.name === "term") text = textOf(element);
      else if (statuses.has(categoryOf(element)) && status === undefined) {
        const named = statusNamed(unwrapped(wordsIn(element)));
        if (named) status = named;
        else unheld(element);
      } else takeSubset(element);
    }
    if (text !== "") names.push({ language, text, ...(status && { status }) });
  }

  for (const element of ungrouped(concept)) {
    if (sections.has(element.name)) takeSection(element);
    else takeConceptDatum(element);
  }
  const named = namesInRow(names);
  const id = concept.attributes["id"];
  return {
    values: {
      id: id === undefined ? idOfNames(names) : idOfConcept(id),
      ...texts,
      ...named.values,
      ...(usedBy.length > 0 && { usedBy }),
    },
    notes: [...notes, ...named.notes],
  };
}

/** What stands in groups, side by side; who changed what and when stays one thing. */
const ungrouped = (element: XmlElement): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) =>
    child.name.endsWith("Grp") && child.name !== "transacGrp" ? ungrouped(child) : [child],
  );

const categoryOf = ({ name, attributes }: XmlElement): string => attributes["type"] ?? name;

const labelOf = ({ name, attributes }: XmlElement): string =>
  attributes["type"] === undefined ? name : `${name} ${attributes["type"]}`;

const wordsOfTerm = (section: XmlElement): string =>
  ungrouped(section)
    .filter(({ name }) => name === "term")
    .map((term) => unwrapped(wordsIn(term)))
    .join(", ");

/** Where a file names its concepts by their terms only: the same whenever it is imported. */
function idOfNames(names: readonly TbxName[]): string {
  const all = JSON.stringify(names.map(({ language, text }) => [language, text]));
  return `tbx-${createHash("sha256").update(all).digest("base64url").slice(0, 24)}`;
}
