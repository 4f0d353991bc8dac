/** What is published already, as its coordinators change it. */
import {
  type ContentDocument,
  partitionOf,
  type Reference,
  sharedPartition,
  type Term,
} from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { languages } from "../../../core/language.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { Stored } from "../../../core/ports.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { refuse } from "../say.ts";
import { mayEdit, whoMay } from "../who-may.ts";
import type { EntryKind } from "./entry-fields.ts";
import type { EntryRow } from "./entry-form.ts";

export type Entry = {
  readonly kind: EntryKind;
  readonly reference: Reference;
  readonly stored: Stored<ContentDocument<EntryRow>>;
  readonly row: EntryRow;
};

const kinds: Readonly<Record<string, EntryKind>> = {
  practice: "practices",
  term: "terms",
  contact: "contacts",
};

/**
 * The practice, term or contact that a button names, for a coordinator of its network (without one: an admin); else
 * what the presser is told. Who does not belong to the network never learns that it is there.
 */
export async function lookUpEntry(
  deps: CurationDeps,
  turn: Turn,
  data: JsonObject,
): Promise<Entry | Outcome> {
  const reference = referenceFor(deps, turn, data);
  if (!("id" in reference)) return reference;
  const stored = await readEntry(deps, reference);
  const kind = kinds[reference.kind];
  return stored && kind
    ? { kind, reference, stored, row: stored.doc.value }
    : refuse(turn, textsIn(turn.language).curation.gone);
}

/** What a button names, there or not, if the presser may change it. */
export function referenceFor(
  deps: CurationDeps,
  turn: Turn,
  data: JsonObject,
): Reference | Outcome {
  const { curation } = textsIn(turn.language);
  const gone = () => refuse(turn, curation.gone);
  const reference = readReference(data);
  if (!reference) return gone();
  const { network } = reference;
  if (!mayEdit(deps, turn, network)) {
    if (network === undefined) return refuse(turn, curation.onlyAdmins);
    const own = turn.networks.find(({ id }) => id === network);
    return own ? refuse(turn, whoMay(deps, [own], turn)) : gone();
  }
  return reference;
}

/** As the audit is told of it: a contact entry's id is a person's own, and is kept as a hash. */
export const namedInAudit = ({ kind, id }: Pick<Reference, "kind" | "id">): JsonObject =>
  kind === "contact" ? { contact: id } : { id };

export const isEntry = (found: Entry | Outcome): found is Entry => "stored" in found;

/** As imports allow. */
const longestId = 100;

export function readReference({ kind, id, network, language }: JsonObject): Reference | undefined {
  const known = (["practice", "term", "contact"] as const).find((one) => one === kind);
  const of = languages.find((one) => one === language);
  if (!known || typeof id !== "string" || id === "" || id.length > longestId) return undefined;
  if (known === "practice" && !of) return undefined;
  const isPlace = typeof network === "string" && network !== sharedPartition;
  return { kind: known, id, ...(isPlace && { network }), ...(of && { language: of }) };
}

export async function readEntry(
  { documents, termBank }: CurationDeps,
  { kind, id, network, language }: Reference,
): Promise<Entry["stored"] | undefined> {
  const place = network === undefined ? {} : { network };
  const stored =
    kind === "term"
      ? await termBank.read(documents, { id, ...place })
      : await documents.read<ContentDocument>(
          "content",
          partitionOf(network),
          kind === "practice" ? `practice:${id}:${language}` : `contact:${id}`,
        );
  return stored && !stored.doc.deleted ? (stored as Entry["stored"]) : undefined;
}

/** "stale": somebody else wrote since it was read. */
export async function writeEntry(
  deps: CurationDeps,
  turn: Turn,
  { kind, stored, reference: { network } }: Entry,
  value: EntryRow,
): Promise<"saved" | "stale"> {
  if (kind === "terms") {
    return deps.termBank.change(deps.documents, {
      before: stored as unknown as Stored<ContentDocument<Term>>,
      after: value as unknown as Term,
      by: keyOf(turn.actor),
    });
  }
  const partition = partitionOf(network);
  const doc = { ...stored.doc, value };
  const written = await deps.documents.replace("content", partition, doc, stored.etag);
  if (written === "stale") return "stale";
  deps.library.saw(partition, written);
  return "saved";
}

const tombstoneDays = 30;

/** Others learn from a tombstone that it is gone. Of a term the history stays. */
export async function removeEntry(
  deps: CurationDeps,
  turn: Turn,
  { kind, stored, reference: { network } }: Entry,
): Promise<"saved" | "stale"> {
  if (kind === "terms") {
    const before = stored as unknown as Stored<ContentDocument<Term>>;
    return deps.termBank.remove(deps.documents, { before, by: keyOf(turn.actor) });
  }
  const partition = partitionOf(network);
  const expiresAt = deps.clock.now();
  expiresAt.setUTCDate(expiresAt.getUTCDate() + tombstoneDays);
  // Nothing of a person is left but the document's id, which the contacts feature takes away (contact-data.ts).
  const tombstone = { ...stored.doc, value: {}, deleted: true } as const;
  const written = await deps.documents.replace("content", partition, tombstone, stored.etag, {
    expiresAt,
  });
  if (written === "stale") return "stale";
  deps.library.saw(partition, written);
  return "saved";
}
