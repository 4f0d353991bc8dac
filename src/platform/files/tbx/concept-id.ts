/**
 * A concept's id as an XML name: `c-`, then the id with every character outside [A-Za-z0-9._-] as `_xHHHH_` (its UTF-16
 * code units), and an underscore that would look like the beginning of such a one as `_x005F_`.
 */
const prefix = "c-";

/**
 * Two networks may have the same id, two concepts of a file may not: the second carries its network behind this, which
 * no id of ours holds.
 */
const networkMark = "\uffff";

/** The ids of a file's concepts, in their order: each once. */
export function createConceptIds(): (id: string, network: string | undefined) => string {
  const taken = new Set<string>();
  return (id, network = "") => {
    const conceptId = conceptIdOf(taken.has(id) ? id + networkMark + network : id);
    taken.add(id);
    return conceptId;
  };
}

export function conceptIdOf(id: string): string {
  const unmistakable = id.replace(/_(?=x[\dA-Fa-f]{4}(?:_|[^\w.-]))/gu, escaped);
  return prefix + unmistakable.replace(/[^\w.-]/gu, escapedAll);
}

/** The id behind a concept's id; of one that another program made, the id as it is. */
export function idOfConcept(conceptId: string): string {
  if (!conceptId.startsWith(prefix)) return conceptId;
  const [id = ""] = conceptId
    .slice(prefix.length)
    .replace(/_x([\dA-Fa-f]{4})_/gu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .split(networkMark);
  return id;
}

const escapedAll = (character: string): string => character.split("").map(escaped).join("");

const escaped = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
