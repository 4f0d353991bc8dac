/** What is held about one person: every feature that stores anything about people says so, shows it, and takes it away. */
import type { Language } from "./language.ts";
import type { Digest } from "./ports.ts";
import type { JsonObject } from "./reply.ts";

/** Whose data it is, under every name that Teams or the house has for them. */
export type DataSubject = {
  /** `tenant:person`, as `keyOf` makes it: the partition of their own documents. */
  readonly key: string;
  readonly tenant: string;
  /** Entra object id, or the channel's own id. */
  readonly person: string;
  /** Teams' ids of them for this bot (`29:…`). */
  readonly userIds: readonly string[];
  /** Ids of their personal chats. */
  readonly chats: readonly string[];
  /** What they are or were called, as far as it is known. Others may be called the same. */
  readonly names: readonly string[];
  /** Contact entries that are theirs: ids of documents in `content`. */
  readonly contacts: readonly { readonly partition: string; readonly id: string }[];
  /** Mail addresses and sign-in names of these entries, if they are made of the person's name. */
  readonly addresses?: readonly string[];
};

/** One thing that is held. */
export type HeldData = {
  /** In words, one line of plain text in the language that was asked for. */
  readonly text: string;
  /** The same as data, for the file they can take with them: as stored, without what belongs to others. */
  readonly value: JsonObject;
};

/** Of a turn that asks: it waits no longer than `until` (ms since 1970). */
export type Hurry = {
  readonly until: number;
  /** Called by whoever stops before they have all. */
  readonly cut: () => void;
};

/** For people, in one sentence each: what it is for, and for how long. */
export type DataDescription = {
  readonly title: string;
  readonly why: string;
  readonly kept: string;
};

/** One kind of data about people. */
export type PersonalDataSource = {
  /** Its name in the file and in the log, such as "meeting-answers". */
  readonly name: string;
  readonly describe: (language: Language) => DataDescription;
  /** All of it, for the file; in a hurry as few rounds of calls as can be, and of what has many pages the newest. */
  readonly find: (
    of: DataSubject,
    language: Language,
    hurry?: Hurry,
  ) => Promise<readonly HeldData[]>;
  /**
   * Takes all of it out of the store, or takes the person out of what must stay (`formerMember`). Called by a job,
   * and again from the start if that was cut off; what is taken away already is in nobody's way.
   */
  readonly erase: (of: DataSubject) => Promise<void>;
  /** Takes away what was kept for as long as it may be, of everybody. Once a day, by a job; may be cut off. */
  readonly sweep?: (now: Date) => Promise<void>;
};

/** Stands where an author, approver or actor stood who is forgotten: a key of nobody. */
export const formerMember = ":former";

/**
 * Names a person where nobody has to know who it was, but what is theirs must be found again (opinions, questions
 * without an answer).
 */
export const pseudonymOf = (digest: Digest, { key }: Pick<DataSubject, "key">): string =>
  digest(JSON.stringify(["person", key]));
