/**
 * Collections of terms that come with the house: read where they are needed, never copied into a network's partition.
 * Which of them a network uses is a setting of its own.
 */
import type { Term } from "./content.ts";

export const collectionIds = ["eforms", "cpv"] as const;
export type CollectionId = (typeof collectionIds)[number];

export const isCollectionId = (value: string): value is CollectionId =>
  (collectionIds as readonly string[]).includes(value);

/** To be shown wherever a term of the collection is: its licence asks for it. */
export type Attribution = {
  /** The same words in every language: a name and a licence. */
  readonly text: string;
  /** https. */
  readonly url: string;
};

/** Both were published by the Publications Office of the EU in OP-TED/eForms-SDK. */
const publicationsOffice: Attribution = {
  text: "© European Union, CC BY 4.0, Publications Office of the EU",
  url: "https://github.com/OP-TED/eForms-SDK",
};

export const attributionOf: Readonly<Record<CollectionId, Attribution>> = {
  eforms: publicationsOffice,
  cpv: publicationsOffice,
};

/** A collection as the platform hands it over. */
export type Collection = {
  readonly id: CollectionId;
  /** Its terms, which belong to no network; read anew with each call, in slices, so that turns get their share of the thread. */
  readonly read: () => Promise<readonly Term[]>;
};

/** Which collections a network uses that never set it: the samples' all of them, in Teams nothing until somebody asks. */
export const usualCollections = (mode: "local" | "teams"): readonly CollectionId[] =>
  mode === "local" ? collectionIds : [];
