/** What stays of a proposal when somebody who had to do with it is forgotten. Pure. */
import type { Draft } from "../../../core/content.ts";
import { type DataSubject, formerMember } from "../../../core/personal-data.ts";
import { sameJson } from "../../../core/put-content.ts";
import type { JsonObject } from "../../../core/reply.ts";
import { withoutTrace } from "../../../core/traces.ts";

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
export function forgetIn(draft: Draft, of: DataSubject, instead: string): Draft | "erase" {
  const { proposedBy, decidedBy, state, row, reason } = draft;
  const isTheirs = proposedBy === of.key;
  if (isAbout(draft, of) || (isTheirs && state === "rejected")) return "erase";
  const after: Draft = {
    ...draft,
    row: withoutNames(row, of, instead),
    proposedBy: isTheirs ? formerMember : proposedBy,
    ...(decidedBy === of.key && { decidedBy: formerMember }),
    ...(reason !== undefined && { reason: withoutTrace(reason, of, instead) }),
  };
  return sameJson(draft as unknown as JsonObject, after as unknown as JsonObject) ? draft : after;
}

function withoutNames(row: Draft["row"], of: DataSubject, instead: string): Draft["row"] {
  const theirs = new Set(of.contacts.map(({ id }) => id.replace(/^contact:/u, "")));
  const { id, contacts, owner, ...said } = row;
  const hasOwner = typeof owner === "string" && !theirs.has(owner) && !of.names.includes(owner);
  return {
    ...withoutTrace(said, of, instead),
    ...(id !== undefined && { id }),
    ...(Array.isArray(contacts) && { contacts: contacts.filter((one) => !theirs.has(one)) }),
    ...(hasOwner && { owner: withoutTrace(owner, of, instead) }),
  };
}
