import type { Network } from "../../../core/content.ts";
import type { Announcement } from "../announcement.ts";
import type { Topic } from "../topics.ts";
import type { SendDeps } from "./send-deps.ts";
import type { Slices } from "./slices.ts";

export type JobDeps = SendDeps & { readonly slices: Slices };

/** What a step of the job is about. */
export type Of = {
  readonly announcement: Announcement;
  readonly network: Network;
  /** The author's name, as far as it is known. */
  readonly author?: string | undefined;
  readonly topics: readonly Topic[];
};

/** "done": there is nothing to do for it any more. "waits": for calls under way. "more": it goes on at once. */
export type Step = "done" | "waits" | "more";
