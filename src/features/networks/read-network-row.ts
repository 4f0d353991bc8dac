import { type Network, networksPartition } from "../../core/content.ts";
import type { ImportContext, ParsedRow } from "../../core/feature.ts";
import { languages } from "../../core/language.ts";
import { createRowReader, isNamedZone, type Row } from "../../core/rows.ts";

const entraObjectId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;
/** `<team id>[|<forum channel id>[|<announcements channel id>]]` */
const teamLink = /^[^|\s]+(\|[^|\s]+){0,2}$/u;
/** Partitions of our own begin with an underscore; a network never does. */
const networkId = /^[^_\s]\S*$/u;

export function readNetworkRow(row: Row, context: ImportContext): ParsedRow {
  const read = createRowReader(row);
  const id = read.required("id", read.id("id"));
  if (id && !networkId.test(id)) read.fail("id", { code: "badId" });
  const spoken = read.languages("languages");
  const network: Network = {
    id,
    nameSv: read.required("nameSv", read.text("nameSv")),
    nameFi: read.required("nameFi", read.text("nameFi")),
    nameEn: read.required("nameEn", read.text("nameEn")),
    coordinators: read
      .each(
        "coordinators",
        read.list("coordinators"),
        (one) => entraObjectId.test(one),
        "badPerson",
      )
      .map((one) => one.toLowerCase()),
    languages: spoken.length > 0 ? spoken : languages,
    timeZone: read.checked("timeZone", isNamedZone, "badZone") ?? context.timeZone,
    teams: read.each("teams", read.list("teams"), (one) => teamLink.test(one), "badTeam"),
  };
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  return {
    ok: true,
    partition: networksPartition,
    doc: { id: `network:${network.id}`, type: "network", v: 1, value: network },
  };
}
