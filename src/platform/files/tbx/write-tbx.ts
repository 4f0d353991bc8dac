/**
 * Terms as TBX-Basic in the DCA style (ISO 30042:2019). Who uses a concept, and its network, stand with its recommended
 * terms: TBX-Basic has no place for them above.
 */
import type { Term } from "../../../core/content.ts";
import { type Language, languages } from "../../../core/language.ts";
import { definitionIn, namesIn, type TermName } from "../../../core/term-names.ts";
import { createConceptIds } from "./concept-id.ts";
import { networkPrefix } from "./concept-row.ts";
import { keptSpace } from "./read-concepts.ts";
import { administrativeStatus } from "./term-status.ts";

/** Texts stand to the letter: between a text's tags no space is added. */
export function writeTbx(terms: readonly Term[]): string {
  const idOf = createConceptIds();
  const concepts = terms.map((term) => concept(term, idOf(term.id, term.network)));
  const body = terms.length === 0 ? "" : `\n    <body>\n${concepts.join("")}    </body>\n  `;
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="sv">
  <tbxHeader>
    <fileDesc>
      <sourceDesc><p>Kollega</p></sourceDesc>
    </fileDesc>
    <encodingDesc><p type="${keptSpace.type}">${keptSpace.value}</p></encodingDesc>
  </tbxHeader>
  <text>${body}</text>
</tbx>
`;
}

function concept(term: Term, conceptId: string): string {
  const nameless = languages.filter((language) => namesIn(term, language).length === 0);
  const data = [
    datum("descrip", "subjectField", term.domain),
    // A language section needs a term: without one a definition stands above, and says its language.
    ...nameless.map((language) => definition(term, language, ` xml:lang="${language}"`)),
    datum("admin", "source", term.source),
    term.note === undefined ? "" : `<note>${escaped(term.note)}</note>`,
  ];
  const sections = languages.map((language) => languageSection(term, language));
  return `      <conceptEntry id="${conceptId}">\n${lines(8, data)}${sections.join("")}      </conceptEntry>\n`;
}

function languageSection(term: Term, language: Language): string {
  const names = namesIn(term, language);
  if (names.length === 0) return "";
  return `        <langSec xml:lang="${language}">\n${lines(10, [
    definition(term, language),
    ...names.map((name) => termSection(term, name)),
  ])}        </langSec>\n`;
}

function termSection(term: Term, { text, status }: TermName): string {
  const subsets =
    status === "recommended"
      ? [
          ...term.usedBy.map((user) => datum("admin", "customerSubset", user)),
          datum("admin", "projectSubset", term.network && networkPrefix + term.network),
        ]
      : [];
  const note = datum("termNote", "administrativeStatus", administrativeStatus[status]);
  return `<termSec><term>${escaped(text)}</term>${note}${subsets.join("")}</termSec>`;
}

const definition = (term: Term, language: Language, attributes = ""): string =>
  datum("descrip", "definition", definitionIn(term, language), attributes);

const datum = (element: string, type: string, text: string | undefined, attributes = ""): string =>
  text === undefined ? "" : `<${element} type="${type}"${attributes}>${escaped(text)}</${element}>`;

const lines = (indent: number, parts: readonly string[]): string =>
  parts
    .filter((part) => part !== "")
    .map((part) => `${" ".repeat(indent)}${part}\n`)
    .join("");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const escaped = (text: string): string =>
  text.replace(/[&<>]/gu, (character) => entities[character] ?? character);
