import { partitionOf, type Term } from "../../core/content.ts";

export const termType = "term";

export const termDocId = (id: string): string => `term:${id}`;

/** What names a term in an index, over all networks. */
export const termKey = ({ id, network }: Pick<Term, "id" | "network">): string =>
  `term:${partitionOf(network)}/${id}`;
