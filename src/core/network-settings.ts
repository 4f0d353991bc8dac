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
  /** Announcements to more members than this need a second coordinator. Undefined: the default. */
  readonly approvalAbove?: number;
};

export const defaultApprovalAbove = 500;

export const networkSettingsType = "network-settings";

/** In `content`, in the network's own partition. */
export const networkSettingsId = (network: string): string => `network-settings:${network}`;

/** From … to … (HH:MM in the member's zone) personal messages of a network wait; equal: they never do. */
export type QuietHours = { readonly from: string; readonly to: string };

export function quietHoursOf(library: Pick<Library, "contentOf">, network: string): QuietHours {
  const found = settingsOf(library, network);
  return {
    from: found?.quietFrom ?? defaultQuietHours.from,
    to: found?.quietTo ?? defaultQuietHours.to,
  };
}

/** How many members an announcement may reach before a second coordinator must approve it. */
export const approvalLimitOf = (library: Pick<Library, "contentOf">, network: string): number =>
  settingsOf(library, network)?.approvalAbove ?? defaultApprovalAbove;

const settingsOf = (
  library: Pick<Library, "contentOf">,
  network: string,
): NetworkSettings | undefined =>
  library
    .contentOf<NetworkSettings>(networkSettingsType)
    .find(({ value }) => value.network === network)?.value;
