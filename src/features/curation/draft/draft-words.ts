/** What a row is called, and where it is shown. Pure. */
import type { Draft, Reference } from "../../../core/content.ts";
import { languages } from "../../../core/language.ts";
import type { Digest } from "../../../core/ports.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { EntryKind } from "../entry/entry-fields.ts";
import type { EntryRow } from "../entry/entry-form.ts";

/**
 * What the button carries that approves a stored text: which text it was made under, for nobody approves what they
 * have not seen. The order of columns does not matter, for stores need not keep it.
 */
export const seenOf = (digest: Digest, row: EntryRow): { readonly seen: string } => ({
  seen: digest(JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))),
});

/** Whether a press comes from a card that showed what is stored now; a card without a mark may have shown anything. */
export const hasSeen = (digest: Digest, { seen }: JsonObject, row: EntryRow): boolean =>
  seen === seenOf(digest, row).seen;

const longestTitle = 200;

export function titleOf(kind: EntryKind, row: EntryRow): string {
  const said = (column: string) => (typeof row[column] === "string" ? String(row[column]) : "");
  const title =
    kind === "terms"
      ? languages.map(said).filter(Boolean).join(" – ")
      : said(kind === "contacts" ? "name" : "title");
  return title.slice(0, longestTitle);
}

const shownAs = { practices: "practice", terms: "term", contacts: "contact" } as const;

/** What would become of a draft, as other cards name it. */
export function referenceTo({
  kind,
  row,
  network,
}: Pick<Draft, "kind" | "row" | "network">): Reference {
  const { id, language } = row;
  const known = languages.find((one) => one === language);
  return {
    kind: shownAs[kind],
    id: typeof id === "string" ? id : "",
    network,
    ...(kind === "practices" && known && { language: known }),
  };
}
