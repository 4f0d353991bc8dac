/** Looks things up for a turn: whatever a button carries, only what the actor may find is found. */
import {
  bestVersion,
  type Contact,
  type Discussion,
  type Practice,
  type Reference,
} from "../../core/content.ts";
import type { Library } from "../../core/library.ts";
import type { Turn } from "../../core/turn.ts";

export type Found =
  | { readonly kind: "practice"; readonly practice: Practice }
  | { readonly kind: "contact"; readonly contact: Contact }
  | { readonly kind: "discussion"; readonly discussion: Discussion };

export const networkIds = (turn: Turn): readonly string[] => turn.networks.map(({ id }) => id);

/**
 * The thing a reference names, in the language it names or else the reader's; nothing of a network the reader is not
 * in. One without a network is a shared thing, or, where there is none, the first of the reader's networks that has it.
 */
export function lookUp(library: Library, turn: Turn, reference: Reference): Found | undefined {
  const mine = networkIds(turn);
  const { network } = reference;
  if (network !== undefined && !mine.includes(network)) return undefined;
  const places = network === undefined ? [undefined, ...mine] : [network];
  // Terms are shown by the feature that looks them up.
  if (reference.kind === "term") return undefined;
  if (reference.kind === "discussion") {
    const [discussion] = places.flatMap((place) => library.discussion(reference.id, place) ?? []);
    return discussion && { kind: "discussion", discussion };
  }
  if (reference.kind === "contact") {
    const [contact] = places.flatMap((place) => library.contact(reference.id, place) ?? []);
    return contact && { kind: "contact", contact };
  }
  const [versions = []] = places
    .map((place) => library.practiceVersions(reference.id, place))
    .filter(({ length }) => length > 0);
  const practice = bestVersion(versions, reference.language ?? turn.language);
  return practice && { kind: "practice", practice };
}

/** The reader's language version of a practice, if there is one. */
export const inReadersLanguage = (library: Library, turn: Turn, practice: Practice): Practice =>
  library
    .practiceVersions(practice.id, practice.network)
    .find(({ language }) => language === turn.language) ?? practice;

/** The contacts a practice names: of its own network, else shared ones. */
export const contactsOf = (library: Library, practice: Practice): readonly Contact[] =>
  practice.contacts.flatMap(
    (id) => library.contact(id, practice.network) ?? library.contact(id, undefined) ?? [],
  );
