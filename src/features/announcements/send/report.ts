import type { Network } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Announcement } from "../announcement.ts";
import type { Figures } from "./gather.ts";

/** What a coordinator is shown of an announcement, once it is written. */
export type Report = {
  readonly announcement: Announcement;
  readonly network: Network;
  readonly language: Language;
  readonly now: Date;
  readonly figures: Figures;
  readonly author?: string | undefined;
  readonly approvedBy?: string | undefined;
  /** Connector calls a second. */
  readonly sendRate: number;
  /** Who looks at it is its author. */
  readonly isAuthor: boolean;
  /** They may approve the correction that waits. */
  readonly mayApprove: boolean;
  /** How many of those not reached were shown before. */
  readonly after: number;
  /** What was just done. */
  readonly notices?: readonly string[];
  readonly warnings?: readonly string[];
};
