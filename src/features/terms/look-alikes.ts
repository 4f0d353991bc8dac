/** Other concepts of a network that have a name in common: reported to who imports, for they may be the same one. */
import type { ContentDocument, Term } from "../../core/content.ts";
import type { Placed } from "../../core/feature.ts";
import type { Documents } from "../../core/ports.ts";
import type { ColumnFault } from "../../core/rows.ts";
import { namesOf } from "../../core/term-names.ts";
import { termType } from "./term-place.ts";

type Known = {
  /** By name, the ids of the concepts that have it. */
  readonly names: Map<string, readonly string[]>;
  /** By id, its names. */
  readonly keys: Map<string, readonly string[]>;
};

/** Knows what is in the store and what was asked for before. */
export function createLookAlikes(
  documents: Documents,
): (taken: Placed) => Promise<readonly ColumnFault[]> {
  const partitions = new Map<string, Known>();

  async function known(partition: string) {
    const found = partitions.get(partition);
    if (found) return found;
    const made: Known = { names: new Map(), keys: new Map() };
    partitions.set(partition, made);
    for await (const term of termsIn(documents, partition)) add(made, term);
    return made;
  }

  return async ({ partition, doc }) => {
    const term = doc.value as unknown as Term;
    const all = await known(partition);
    // What it was called until now counts no more.
    for (const key of all.keys.get(term.id) ?? []) {
      all.names.set(
        key,
        (all.names.get(key) ?? []).filter((id) => id !== term.id),
      );
    }
    const notes = good(term).flatMap(({ language, status, text, key }): ColumnFault[] => {
      const [other] = all.names.get(key) ?? [];
      const column = status === "recommended" ? language : `${language}Also`;
      return other === undefined
        ? []
        : [{ column, fault: { code: "lookAlike", value: text, other } }];
    });
    add(all, term);
    return notes;
  };
}

function add({ names, keys }: Known, term: Term): void {
  const own = good(term).map(({ key }) => key);
  keys.set(term.id, own);
  for (const key of own) names.set(key, [...(names.get(key) ?? []), term.id]);
}

/** A name to be avoided is often another concept's own, and rightly so. */
const good = (term: Term) =>
  namesOf(term)
    .filter(({ status }) => status !== "avoid")
    .map((name) => ({
      ...name,
      key: `${name.language} ${name.text.toLowerCase().replace(/\s+/gu, " ")}`,
    }));

async function* termsIn(documents: Documents, partition: string): AsyncGenerator<Term> {
  let after: string | undefined;
  do {
    const page = await documents.query<ContentDocument<Term>>({
      container: "content",
      partition,
      where: [{ field: "type", equals: termType }],
      limit: 500,
      ...(after !== undefined && { after }),
    });
    for (const { doc } of page.items) if (!doc.deleted) yield doc.value;
    after = page.next;
  } while (after !== undefined);
}
