/** Looks things up for a turn: whatever a button carries, only what the actor may find is found. */
import { bestVersion, type Contact, type Practice, type Reference } from "../../core/content.ts";
import type { Library } from "../../core/library.ts";
import type { Turn } from "../../core/turn.ts";

export type Found =
  | { readonly kind: "practice"; readonly practice: Practice }
  | { readonly kind: "contact"; readonly contact: Contact };

export const networkIds = (turn: Turn): readonly string[] => turn.networks.map(({ id }) => id);

/** The thing a reference names, in the language it names or else the reader's. */
export function lookUp(library: Library, turn: Turn, reference: Reference): Found | undefined {
  const networks = networkIds(turn).filter(
    (id) => reference.network === undefined || id === reference.network,
  );
  if (reference.kind === "contact") {
    const contact = library.contact(reference.id, networks);
    return contact && { kind: "contact", contact };
  }
  const versions = library.practiceVersions(reference.id, networks);
  const practice = bestVersion(versions, reference.language ?? turn.language);
  return practice && { kind: "practice", practice };
}

/** The reader's language version of a practice, if there is one. */
export function inReadersLanguage(library: Library, turn: Turn, practice: Practice): Practice {
  const versions = library
    .practiceVersions(practice.id, networkIds(turn))
    .filter(({ network }) => network === practice.network);
  return versions.find(({ language }) => language === turn.language) ?? practice;
}

export const contactsOf = (library: Library, turn: Turn, practice: Practice): readonly Contact[] =>
  practice.contacts.flatMap((id) => library.contact(id, networkIds(turn)) ?? []);
