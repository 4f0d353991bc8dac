/**
 * What coordinators set for a network besides what an import holds. A document of its own, so that a network that is
 * exported and imported again stays the same.
 */
import type { CollectionId } from "./collections.ts";
import type { Library } from "./library.ts";
import { defaultQuietHours } from "./preferences.ts";

export type NetworkSettings = {
  readonly network: string;
  /** HH:MM in the member's zone; equal: no quiet hours. Undefined: the default. */
  readonly quietFrom?: string;
  readonly quietTo?: string;
  /** Announcements to more members than this need a second coordinator. Undefined: the default. */
  readonly approvalAbove?: number;
  /** The shipped collections of terms that the network uses. Undefined: the usual ones (`usualCollections`). */
  readonly collections?: readonly CollectionId[];
  /** When the forum gets its weekly digest: 0 (Sunday) to 6, or never. Undefined: the default. */
  readonly digestDay?: number | "off";
  /** HH:MM in the network's zone. Undefined: the default. */
  readonly digestAt?: string;
  /** ISO: when either was last set; a digest that would have been due before is not sent. */
  readonly digestSetAt?: string;
  /** After so many working days without an answer a question is brought up again; 0: never. Undefined: the default. */
  readonly nudgeDays?: number;
  /** Where Kollega hears all posts of the forum: it offers to take up those that are questions. */
  readonly offersToAsk?: boolean;
  /** Days (see `retention`). Undefined: the default. */
  readonly keepAnswers?: number;
  readonly keepConfirmations?: number;
  readonly keepQuestions?: number;
  readonly keepProposals?: number;
};

/** How long a network keeps what people did, in days. `most` is what is kept for a purpose at all. */
export const retention = {
  /** Answers to meetings, after the meeting. */
  keepAnswers: { least: 1, usual: 90, most: 365 },
  /** Confirmations that an announcement was read, after they were given. */
  keepConfirmations: { least: 30, usual: 365, most: 730 },
  /** Questions that found no answer, and opinions of answers. */
  keepQuestions: { least: 30, usual: 365, most: 730 },
  /** Proposals that are settled, after that; who changed a term, after the change. */
  keepProposals: { least: 30, usual: 365, most: 730 },
} as const;
export type Retained = keyof typeof retention;

/** In days. */
export function keptDaysOf(
  library: Pick<Library, "contentOf">,
  network: string | undefined,
  what: Retained,
): number {
  const own = network === undefined ? undefined : settingsOf(library, network)?.[what];
  return own ?? retention[what].usual;
}

export const defaultApprovalAbove = 500;

/** How a network's forum is looked after where its coordinators set nothing else: Monday morning, three working days. */
export const defaultForumCare = {
  digestDay: 1,
  digestAt: "09:00",
  nudgeDays: 3,
  offersToAsk: false,
} as const;

export type ForumCare = Required<
  Pick<NetworkSettings, "digestDay" | "digestAt" | "nudgeDays" | "offersToAsk">
> &
  Pick<NetworkSettings, "digestSetAt">;

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

/** The shipped collections of terms that a network uses; `usual`: those of a network that never set it. */
export const collectionsOf = (
  library: Pick<Library, "contentOf">,
  network: string,
  usual: readonly CollectionId[],
): readonly CollectionId[] => settingsOf(library, network)?.collections ?? usual;

export const forumCareOf = (library: Pick<Library, "contentOf">, network: string): ForumCare => ({
  ...defaultForumCare,
  ...settingsOf(library, network),
});

const settingsOf = (
  library: Pick<Library, "contentOf">,
  network: string,
): NetworkSettings | undefined =>
  library
    .contentOf<NetworkSettings>(networkSettingsType)
    .find(({ value }) => value.network === network)?.value;
