import type { ContentDocument, Term } from "../../core/content.ts";
import { type Language, languages } from "../../core/language.ts";
import type { JsonObject } from "../../core/reply.ts";
import { type ColumnFault, shorten } from "../../core/rows.ts";
import { termColumns, termLists } from "./term-columns.ts";

type Content = ContentDocument<JsonObject>;

/**
 * Two entries of one file with the same id are one concept: what only one of them says is kept, lists are joined, and
 * of two recommended names the second becomes an accepted one. Of two texts that differ otherwise the first stands,
 * and the other is told of.
 */
export function mergeTerms(
  first: Content,
  next: Content,
): { readonly doc: Content; readonly notes: readonly ColumnFault[] } {
  const notes: ColumnFault[] = [];
  const [a, b] = [first.value as unknown as Term, next.value as unknown as Term];
  const second: Partial<Record<Language, string>> = {};
  const texts = termColumns.flatMap((column) => {
    if (isList(column)) return [];
    const [stands, other] = [a[column], b[column]];
    if (stands !== undefined && other !== undefined && stands !== other) {
      const language = languages.find((one) => one === column);
      if (language) second[language] = other;
      const code = language ? "secondName" : "firstStands";
      notes.push({ column, fault: { code, value: shorten(other) } });
    }
    const value = stands ?? other;
    return value === undefined ? [] : [[column, value] as const];
  });
  const lists = termLists.map((column) => {
    const language = languages.find((one) => column === `${one}Also`);
    const more = language && second[language] !== undefined ? [second[language]] : [];
    return [column, [...new Set([...a[column], ...more, ...b[column]])]] as const;
  });
  return { doc: { ...first, value: Object.fromEntries([...texts, ...lists]) }, notes };
}

const isList = (column: (typeof termColumns)[number]): column is (typeof termLists)[number] =>
  (termLists as readonly string[]).includes(column);
