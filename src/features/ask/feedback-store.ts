/** What people said of answers, and the questions that nobody could answer. */
import { type ContentDocument, type Gap, partitionOf, type Reference } from "../../core/content.ts";
import type { Language } from "../../core/language.ts";
import type { Vote } from "../../core/memory.ts";
import { keyOf } from "../../core/person-key.ts";
import { pseudonymOf } from "../../core/personal-data.ts";
import type { Clock, Digest, Documents } from "../../core/ports.ts";
import type { Person } from "../../core/turn.ts";

export type VoteValue = {
  readonly practice: string;
  readonly language?: Language;
  readonly value: Vote;
  readonly at: string;
};

/** Whose it is, so that they can have it shown and erased (`pseudonymOf`). */
type By = { readonly by: string };

export type Feedback = {
  /** A person's opinion of a practice; a later one takes the place of the earlier. */
  vote(person: Person, practice: Reference, value: Vote): Promise<void>;
  /** A question that found no answer, without its asker's name; the same question of a conversation counts once. */
  noteGap(gap: {
    readonly person: Person;
    readonly question: string;
    readonly conversation: string;
    readonly text: string;
    readonly language: Language;
    /** Where the asker belongs: it lies with one of them, or with what is shared. */
    readonly networks: readonly string[];
  }): Promise<void>;
};

export function createFeedback(deps: {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly digest: Digest;
}): Feedback {
  const { documents, clock, digest } = deps;
  const byOf = (person: Person) => pseudonymOf(digest, { key: keyOf(person) });
  return {
    async vote(person, practice, value) {
      const partition = partitionOf(practice.network);
      const doc: ContentDocument<VoteValue> & By = {
        id: `vote:${digest(JSON.stringify([person.tenant, person.person, practice.id]))}`,
        type: "vote",
        v: 1,
        by: byOf(person),
        value: {
          practice: practice.id,
          ...(practice.language && { language: practice.language }),
          value,
          at: clock.now().toISOString(),
        },
      };
      for (;;) {
        const before = await documents.read("content", partition, doc.id);
        const written = before
          ? await documents.replace("content", partition, doc, before.etag)
          : await documents.create("content", partition, doc);
        if (written !== "stale" && written !== "exists") return;
      }
    },
    async noteGap({ person, question, conversation, text, language, networks }) {
      const doc: ContentDocument<Gap> & By = {
        id: `gap:${digest(JSON.stringify([conversation, question]))}`,
        type: "gap",
        v: 1,
        by: byOf(person),
        value: { text, language, at: clock.now().toISOString(), networks },
      };
      const [only, ...others] = networks;
      await documents.create("content", partitionOf(others.length > 0 ? undefined : only), doc);
    },
  };
}
