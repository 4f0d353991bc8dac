/** What batches about an announcement are called. The names alone keep anything from being sent twice. */
import type { Digest } from "../../../core/ports.ts";
import type { Announcement } from "../announcement.ts";

type Of = Pick<Announcement, "id" | "network">;

/** Names are ids of documents, which may have 200 characters; together with what surrounds them. */
const longestName = 120;

export function createBatchIds(digest: Digest) {
  const nameOf = ({ network, id }: Of): string => {
    const name = `${network}:${id}`;
    return name.length <= longestName ? name : digest(name);
  };
  return {
    /** The announcement itself; of a later version to whom the earlier one had not been sent. */
    message: (of: Of, version = 1): string => `announcement:${nameOf(of)}${ofVersion(version)}`,
    /** `n` counts from 1; `version` is the one it begins with. */
    retry: (of: Of, n: number, version = 1): string =>
      `announcement-retry:${nameOf(of)}:${n}${ofVersion(version)}`,
    correct: (of: Of, version: number): string => `announcement-correct:${nameOf(of)}:${version}`,
    withdraw: (of: Of): string => `announcement-withdraw:${nameOf(of)}`,
    /** Edits, where deleting was refused. */
    withdrawn: (of: Of): string => `announcement-withdrawn:${nameOf(of)}`,
    /** Of a later version also to whom the nudge of the earlier one had not been sent. */
    nudge: (of: Of, version = 1): string => `announcement-nudge:${nameOf(of)}${ofVersion(version)}`,
    /** The author's own card, and its edits. */
    progress: (of: Of, author: string): string =>
      `announcement-progress:${nameOf(of)}:${digest(author).slice(0, 10)}`,
    /** `state` is all that it shows: what is shown already is not shown again. */
    progressEdit: (of: Of, state: string): string =>
      `announcement-progress-edit:${nameOf(of)}:${digest(state).slice(0, 16)}`,
    /** To other coordinators. `about` says which question it is. */
    notice: (of: Of, about: string): string =>
      `announcement-notice:${nameOf(of)}:${digest(about).slice(0, 10)}`,
  };
}

const ofVersion = (version: number): string => (version === 1 ? "" : `/v${version}`);

/** The part of a correction or a withdrawal that has to do with the messages of the nudge. */
export const nudgePartOf = (id: string): string => `${id}:nudge`;

export type BatchIds = ReturnType<typeof createBatchIds>;
