import { type Practice, partitionOf } from "../../core/content.ts";
import type { ImportContext, ParsedRow } from "../../core/feature.ts";
import { createRowReader, type Row, withoutGaps } from "../../core/rows.ts";

const statuses = ["published", "draft", "archived"] as const;

export function readPracticeRow(row: Row, context: ImportContext): ParsedRow {
  const read = createRowReader(row);
  const optional = {
    network: read.network("network", context.networks, context.network),
    summary: read.longText("summary"),
    organisation: read.text("organisation"),
    date: read.date("date"),
    source: read.text("source"),
    sourceUrl: read.httpsUrl("sourceUrl"),
    owner: read.text("owner"),
    reviewBy: read.date("reviewBy"),
  };
  const practice: Practice = {
    id: read.required("id", read.id("id")),
    language: read.required("language", read.language("language")),
    title: read.required("title", read.text("title")),
    body: read.required("body", read.longText("body")),
    questions: read.list("questions"),
    tags: read.list("tags"),
    contacts: read.list("contacts"),
    status: read.oneOf("status", statuses, "badStatus") ?? "published",
    ...withoutGaps(optional),
  };
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  return {
    ok: true,
    partition: partitionOf(practice.network),
    doc: {
      id: `practice:${practice.id}:${practice.language}`,
      type: "practice",
      v: 1,
      value: practice,
    },
  };
}
