/** What stays of a proposal when somebody who had to do with it is forgotten. Pure. */
import type { Draft } from "../../../core/content.ts";
import { forgetInRow } from "../../../core/forget-in-row.ts";
import { type DataSubject, formerMember } from "../../../core/personal-data.ts";
import { sameJson } from "../../../core/put-content.ts";
import type { JsonObject } from "../../../core/reply.ts";
import { type Instead, withoutTrace } from "../../../core/traces.ts";

/** It would become a contact entry of somebody, as far as can be told. */
export const isAbout = ({ kind, row }: Draft, { contacts, names }: DataSubject): boolean =>
  kind === "contacts" &&
  (contacts.some(({ id }) => id === `contact:${row["id"]}`) ||
    (typeof row["name"] === "string" && names.includes(row["name"])));

/**
 * What waits, or became content, stays as the proposal of `formerMember`, and names them no more (`instead`). What was
 * rejected only its proposer could take up again: it goes, and so does a contact entry of theirs. The same draft comes
 * back if nobody is to be taken out of it.
 */
export function forgetIn(draft: Draft, of: DataSubject, instead: Instead): Draft | "erase" {
  const { network, proposedBy, decidedBy, state, row, reason } = draft;
  const isTheirs = proposedBy === of.key;
  if (isAbout(draft, of) || (isTheirs && state === "rejected")) return "erase";
  const after: Draft = {
    ...draft,
    row: forgetInRow(row, of, { instead, partition: network }),
    proposedBy: isTheirs ? formerMember : proposedBy,
    ...(decidedBy === of.key && { decidedBy: formerMember }),
    ...(reason !== undefined && { reason: withoutTrace(reason, of, instead) }),
  };
  return sameJson(draft as unknown as JsonObject, after as unknown as JsonObject) ? draft : after;
}

/** Decided, or withdrawn, for as long as the network keeps that: `oldest` (ISO). What waits, or is not settled, stays. */
export function isOver(
  { state, decidedBy, proposedAt, settledAt }: Draft,
  oldest: string,
): boolean {
  if (state === "waiting") return false;
  const since = decidedBy === undefined ? proposedAt : settledAt;
  return since !== undefined && since <= oldest;
}
