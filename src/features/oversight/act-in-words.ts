/** What somebody did, for people to read: no ids and no names of columns, which stand in the file. */
import type { AuditEntry } from "../../core/audit.ts";
import { momentInWords } from "../../core/dates.ts";
import type { Language } from "../../core/language.ts";
import type { Json } from "../../core/reply.ts";
import { momentOf } from "../../core/wall-clock.ts";
import type { Texts } from "../../texts/all-texts.ts";
import { textsIn } from "../../texts/texts.ts";

type Words = Readonly<Record<string, string | undefined>>;

/** `contact`: the name of the entry it was done to. `zone`: whose clock an occurrence of a meeting goes by. */
export function actInWords(
  { act, details }: Pick<AuditEntry, "act" | "details">,
  of: {
    readonly contact: string;
    readonly zone: string;
    readonly language: Language;
    readonly now: Date;
  },
): string {
  const texts = textsIn(of.language);
  const { acts, fields } = texts.oversight;
  const more = Object.entries(details).flatMap(([field, value]) => {
    const name = fields[field];
    const said = name === undefined ? "" : valueInWords(act, field, value, texts, of);
    return said === "" ? [] : [`${name}: ${said}`];
  });
  return [acts[act] ?? act, more.length === 0 ? "" : `(${more.join("; ")})`]
    .filter(Boolean)
    .join(" ");
}

/** "": nothing that says something to people. */
function valueInWords(
  act: string,
  field: string,
  value: Json,
  texts: Texts,
  { contact, zone, language, now }: Parameters<typeof actInWords>[1],
): string {
  if (field === "contact") return contact;
  if (typeof value === "number") return String(value);
  const words = Array.isArray(value) ? value.map(String) : String(value).split(" ");
  if (field === "changed" || field === "fields") {
    const names = columnsOf(act, texts);
    return [...new Set(words.flatMap((column) => names[column] ?? []))].join(", ");
  }
  if (field === "kind") return texts.oversight.kinds[String(value)] ?? "";
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(String(value));
  return isTime ? momentInWords(momentOf(String(value), zone), zone, language, now) : "";
}

/** What the form of each kind calls its inputs; of a network's settings, the section that they stand in. */
function columnsOf(act: string, { announcements, curation, meetings, networks }: Texts): Words {
  const [kind] = act.split(".");
  if (kind === "meeting") return meetings.labels;
  if (kind === "announcement") return announcements.writing.labels;
  if (kind === "contact") return { ...curation.labels.contacts, ...curation.shortLabels.contacts };
  if (kind !== "settings") return {};
  const section = (title: string, ...columns: readonly string[]) =>
    columns.map((column) => [column, title] as const);
  return Object.fromEntries([
    ...section(networks.namesTitle, "nameSv", "nameFi", "nameEn"),
    ...section(networks.coordinatorsTitle, "coordinators"),
    ...section(networks.languagesTitle, "languages", "timeZone"),
    ...section(networks.teamsTitle, "teams"),
    ...section(networks.quietTitle, "quietFrom", "quietTo"),
    ...section(networks.approvalTitle, "approvalAbove"),
    ...section(networks.forumTitle, "digestDay", "digestAt", "nudgeDays", "offersToAsk"),
    ...section(networks.collectionsTitle, "collections"),
    ...section(networks.retentionTitle, ...Object.keys(networks.retained)),
  ]);
}
