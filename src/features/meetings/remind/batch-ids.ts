/** What batches about a meeting are called. The names alone keep anything from being planned twice. */
import type { Digest } from "../../../core/ports.ts";

export type MeetingName = { readonly network: string; readonly meeting: string };

/** Names are ids of documents, which may have 200 characters; together with what surrounds them. */
const longestName = 90;
const digestLength = 10;

export function createBatchIds(digest: Digest) {
  const short = (text: string): string => digest(text).slice(0, digestLength);
  const nameOf = ({ network, meeting }: MeetingName): string => {
    const name = `${network}:${meeting}`;
    return name.length <= longestName ? name : digest(name);
  };
  return {
    /** Everything of one kind about a meeting; another meeting's may begin the same. */
    prefix: (kind: BatchKind, of: MeetingName): string => `${kind}:${nameOf(of)}:`,
    /** `round` is the version at which the occurrence last changed; 0: never. */
    reminder: (of: MeetingName, occurrence: string, minutes: number, round: number): string =>
      `reminder:${nameOf(of)}:${occurrence}:${minutes}${round === 0 ? "" : `:v${round}`}`,
    /** `content` is all that is told: should the meeting change again before this change is noted, that is told too. */
    notice: (of: MeetingName, occurrence: string, version: number, content: string): string =>
      `notice:${nameOf(of)}:${occurrence}:v${version}:${short(content)}`,
    /** A reminder that somebody asked for, at a minute. */
    later: (of: MeetingName, occurrence: string, person: string, at: Date, version: number) =>
      `later:${nameOf(of)}:${occurrence}:${short(person)}:${Math.floor(at.getTime() / 60_000)}:v${version}`,
    /** What a batch had still to send, with new content. */
    again: (source: string, version: number, content: string): string =>
      `${source}/v${version}:${short(content)}`,
    /** Whether a batch was planned to tell of this very change, before the process died. */
    tellsOf: (batchId: string, version: number, content: string): boolean =>
      batchId.endsWith(`v${version}:${short(content)}`),
    /** New content for every card that a batch has sent. */
    edit: (source: string, version: number, content: string): string =>
      `edit:${source}:v${version}:${short(content)}`,
    /** New numbers on the shared cards. */
    counts: (of: MeetingName, occurrence: string, at: Date): string =>
      `counts:${nameOf(of)}:${occurrence}:${at.getTime()}`,
  };
}

/** What a batch was called before it was planned `again`. */
export const firstNameOf = (batchId: string): string => batchId.replace(/\/v\d+:[^/]*$/u, "");

export type BatchIds = ReturnType<typeof createBatchIds>;

/** Kinds of batch that bring people new messages about a meeting. */
export const messageKinds = ["reminder", "notice", "later"] as const;
export type BatchKind = (typeof messageKinds)[number] | "counts";
