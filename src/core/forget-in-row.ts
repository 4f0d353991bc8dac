/** What an import's row keeps, as it was proposed or published, when somebody is forgotten whom it names. Pure. */
import { sharedPartition } from "./content.ts";
import type { DataSubject } from "./personal-data.ts";
import { hasTrace, type Instead, withoutTrace } from "./traces.ts";

/** For programs: what it is found, placed and read by. */
const placing = ["id", "network", "language", "status"] as const;

type Row = { readonly [column: string]: unknown };

/** The entry that an id in a row names: of the row's own partition, or a shared one. */
const isTheirs = (id: unknown, { contacts }: DataSubject, partition: string): boolean =>
  contacts.some(
    (entry) =>
      entry.id === `contact:${id}` && [partition, sharedPartition].includes(entry.partition),
  );

/** Whether anything in a row of a partition may be about them. */
export function isNamedInRow(row: Row, of: DataSubject, partition: string): boolean {
  const { contacts, owner } = row;
  const named = [...(Array.isArray(contacts) ? contacts : []), owner];
  const isOwner = typeof owner === "string" && of.names.includes(owner);
  return isOwner || hasTrace(row, of) || named.some((one) => isTheirs(one, of, partition));
}

/** Its texts name them no more, nor do its contacts and its owner, who may be a contact entry of theirs. */
export function forgetInRow<T extends Row>(
  row: T,
  of: DataSubject,
  { instead, partition }: { readonly instead: Instead; readonly partition: string },
): T {
  const { contacts, owner, ...said } = row;
  const theirs = (id: unknown) => isTheirs(id, of, partition);
  const hasOwner = typeof owner === "string" && !theirs(owner) && !of.names.includes(owner);
  const kept = placing.filter((column) => column in row).map((column) => [column, row[column]]);
  return {
    ...withoutTrace(said, of, instead),
    ...Object.fromEntries(kept),
    ...(Array.isArray(contacts) && { contacts: contacts.filter((one) => !theirs(one)) }),
    ...(hasOwner && { owner: withoutTrace(owner, of, instead) }),
  } as unknown as T;
}
