import { type Contact, partitionOf } from "../../core/content.ts";
import type { ImportContext, ParsedRow } from "../../core/feature.ts";
import { createRowReader, type Row, withoutGaps } from "../../core/rows.ts";

/** A contact without consent is nobody's to publish: the row is rejected. */
export function readContactRow(row: Row, context: ImportContext): ParsedRow {
  const read = createRowReader(row);
  const optional = {
    network: read.network("network", context.networks, context.network),
    role: read.text("role"),
    organisation: read.text("organisation"),
    organisationFi: read.text("organisationFi"),
    organisationSv: read.text("organisationSv"),
    email: read.email("email"),
    phone: read.checked("phone", (value) => /\d/u.test(value), "badPhone"),
    teamsId: read.text("teamsId"),
  };
  const id = read.required("id", read.id("id"));
  const name = read.required("name", read.text("name"));
  const given = read.faults.length;
  const consent = read.date("consent");
  if (consent === undefined && read.faults.length === given)
    read.fail("consent", { code: "noConsent" });
  const contact: Contact = {
    id,
    name,
    consent: consent ?? "",
    topics: read.list("topics"),
    languages: read.languages("languages"),
    ...withoutGaps(optional),
  };
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  return {
    ok: true,
    partition: partitionOf(contact.network),
    doc: { id: `contact:${contact.id}`, type: "contact", v: 1, value: contact },
  };
}
