/** Parts that many cards share, as the templates take them. */
import type { Reference } from "./content.ts";
import type { JsonObject } from "./reply.ts";

/** A button that reaches the bot. `data` carries ids only. */
export type Button = { readonly title: string; readonly verb: string; readonly data: JsonObject };

/** A button that opens a page. */
export type Link = { readonly title: string; readonly url: string };

/** The id of the element that shows a thing (design.md 9). */
export const elementId = ({ kind, id }: Pick<Reference, "kind" | "id">): string => `${kind}:${id}`;

/** A reference as a button carries it. */
export const referenceData = (reference: Reference, question?: string): JsonObject => ({
  kind: reference.kind,
  id: reference.id,
  ...(reference.network !== undefined && { network: reference.network }),
  ...(reference.language && { language: reference.language }),
  ...(question !== undefined && { question }),
});
