/** Terms as content: how they are imported, and how they are found. */
import type { Term } from "../../core/content.ts";
import type { ContentKind, ImportTarget } from "../../core/feature.ts";
import { createLookAlikes } from "./look-alikes.ts";
import { mergeTerms } from "./merge-terms.ts";
import { readTermRow } from "./read-term-row.ts";
import { termColumns, termLists } from "./term-columns.ts";
import { keepVersion } from "./term-history.ts";
import { termKey, termType } from "./term-place.ts";

const terms: ContentKind = {
  type: termType,
  terms: (doc) => {
    const term = doc.value as Term;
    return [
      { key: termKey(term), ...(term.network !== undefined && { network: term.network }), term },
    ];
  },
};

export const termContent: readonly ContentKind[] = [terms];

export const termsTarget: ImportTarget = {
  kind: "terms",
  type: termType,
  columns: termColumns,
  lists: termLists,
  parse: readTermRow,
  merge: mergeTerms,
  besides: createLookAlikes,
  keepEarlier: (documents, { doc }, at) =>
    keepVersion(documents, doc.value as unknown as Term, { by: "import", at }),
};
