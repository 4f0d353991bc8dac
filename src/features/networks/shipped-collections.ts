/** Which of the shipped collections of terms a network uses, as the settings show and change it. */
import { attributionOf, type CollectionId, collectionIds } from "../../core/collections.ts";
import type { NetworkSettings } from "../../core/network-settings.ts";
import type { NetworksTexts } from "../../texts/networks/type.ts";
import { type Section, splitChoices } from "./form.ts";

type Settings = Pick<NetworkSettings, "collections">;

/** `usual`: those of a network that never set it. */
export const collectionsValue = (
  { collections }: Settings,
  usual: readonly CollectionId[],
): string => (collections ?? usual).join(",");

/** Undefined: as it was. */
export function readCollections(
  settings: Settings,
  value: string | undefined,
  usual: readonly CollectionId[],
): Settings {
  if (value === undefined) return {};
  const chosen = splitChoices(value);
  const collections = collectionIds.filter((id) => chosen.includes(id));
  const isSame = collections.join(",") === collectionsValue(settings, usual);
  return isSame ? {} : { collections };
}

export function collectionsSection(texts: NetworksTexts): Section {
  const sources = new Set(collectionIds.map((id) => attributionOf[id].text));
  return {
    title: texts.collectionsTitle,
    lines: [texts.collectionsText, ...sources],
    multis: [
      {
        id: "collections",
        label: texts.collections,
        choices: collectionIds.map((id) => ({ title: texts.collectionNames[id], value: id })),
      },
    ],
  };
}
