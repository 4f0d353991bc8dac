import { partitionOf, type Term } from "../../core/content.ts";
import type { ImportContext, ParsedRow } from "../../core/feature.ts";
import { createRowReader, type Row, withoutGaps } from "../../core/rows.ts";
import { termDocId, termType } from "./term-place.ts";

/** Definitions and notes: a card shows them whole. */
const longestText = 5_000;

/** A concept without a recommended name in any language is nobody's to find: the row is rejected. */
export function readTermRow(row: Row, context: ImportContext): ParsedRow {
  const read = createRowReader(row);
  const optional = {
    network: read.network("network", context.networks, context.network),
    sv: read.text("sv"),
    fi: read.text("fi"),
    en: read.text("en"),
    definitionSv: read.text("definitionSv", longestText),
    definitionFi: read.text("definitionFi", longestText),
    definitionEn: read.text("definitionEn", longestText),
    domain: read.text("domain"),
    source: read.text("source"),
    note: read.text("note", longestText),
  };
  const term: Term = {
    id: read.required("id", read.id("id")),
    svAlso: unique(read.list("svAlso")),
    fiAlso: unique(read.list("fiAlso")),
    enAlso: unique(read.list("enAlso")),
    svAvoid: unique(read.list("svAvoid")),
    fiAvoid: unique(read.list("fiAvoid")),
    enAvoid: unique(read.list("enAvoid")),
    usedBy: unique(read.list("usedBy")),
    ...withoutGaps(optional),
  };
  const failed = new Set(read.faults.map(({ column }) => column));
  const names = ["sv", "fi", "en"] as const;
  if (names.every((name) => term[name] === undefined && !failed.has(name))) {
    read.fail("sv", { code: "noTerm" });
  }
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  return {
    ok: true,
    partition: partitionOf(term.network),
    doc: { id: termDocId(term.id), type: termType, v: 1, value: term },
  };
}

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];
