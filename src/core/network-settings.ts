/**
 * What coordinators set for a network besides what an import holds. A document of its own, so that a network that is
 * exported and imported again stays the same.
 */
import type { Library } from "./library.ts";
import { defaultQuietHours } from "./preferences.ts";

export type NetworkSettings = {
  readonly network: string;
  /** HH:MM in the member's zone; equal: no quiet hours. Undefined: the default. */
  readonly quietFrom?: string;
  readonly quietTo?: string;
};

export const networkSettingsType = "network-settings";

/** In `content`, in the network's own partition. */
export const networkSettingsId = (network: string): string => `network-settings:${network}`;

/** From … to … (HH:MM in the member's zone) personal messages of a network wait; equal: they never do. */
export type QuietHours = { readonly from: string; readonly to: string };

export function quietHoursOf(library: Pick<Library, "contentOf">, network: string): QuietHours {
  const found = library
    .contentOf<NetworkSettings>(networkSettingsType)
    .find(({ value }) => value.network === network)?.value;
  return {
    from: found?.quietFrom ?? defaultQuietHours.from,
    to: found?.quietTo ?? defaultQuietHours.to,
  };
}
