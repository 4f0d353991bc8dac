/** Who comes: one document per occurrence and person, in `content` beside the meeting. */
import { retention } from "../../../core/network-settings.ts";
import type { Digest, Document, Documents, Stored } from "../../../core/ports.ts";

export type Answer = "yes" | "maybe" | "no";
export type AnswerCounts = Readonly<Record<Answer, number>>;

export const isAnswer = (value: unknown): value is Answer =>
  value === "yes" || value === "maybe" || value === "no";

/** What is answered to. `occurrence` is the first id that it had (moves.ts), so that an answer outlives a move. */
export type Occasion = {
  readonly network: string;
  readonly meeting: string;
  readonly occurrence: string;
};

export type Rsvp = Document & {
  readonly type: "rsvp";
  /** The occasion in one field, to count by. */
  readonly occasion: string;
  /** `tenant:person`. */
  readonly person: string;
  readonly answer: Answer;
  /** ISO. */
  readonly at: string;
};

/** A person's answer as it is stored. */
export type StoredAnswer = Stored<Rsvp>;

/** The numbers on an occasion's cards are no longer right. One for each press, gone once it was seen to. */
export type ChangedAnswer = Document &
  Pick<Occasion, "meeting" | "occurrence"> & { readonly type: "rsvp-changed" };

export const noAnswers: AnswerCounts = { yes: 0, maybe: 0, no: 0 };

const page = 500;
const writeTries = 8;
const dayMs = 24 * 60 * 60_000;

export function occasionOf({ occasion }: Pick<Rsvp, "occasion">, network: string): Occasion {
  const at = occasion.lastIndexOf("/");
  return { network, meeting: occasion.slice(0, at), occurrence: occasion.slice(at + 1) };
}

export type Answers = {
  readonly counts: AnswerCounts;
  /** By `tenant:person`. */
  readonly of: ReadonlyMap<string, Answer>;
  /** Of the person who was asked for; undefined: none. */
  readonly own?: StoredAnswer;
};

export function createRsvps(deps: {
  readonly documents: Documents;
  readonly digest: Digest;
  /** After the end of what was answered to; the usual number unless the network says otherwise. */
  readonly keptDays?: (network: string) => number;
}) {
  const { documents, digest, keptDays = () => retention.keepAnswers.usual } = deps;
  const keyOf = ({ meeting, occurrence }: Occasion) => `${meeting}/${occurrence}`;
  const idOf = (occasion: Occasion, person: string) =>
    `rsvp:${digest(`${keyOf(occasion)}/${person}`)}`;

  return {
    /**
     * Puts a person's answer in place of the one they gave before. `press` names this press for good. Kept until some
     * time after `until`, the end of the occurrence. `before`: the stored answer as it was just read, if it was.
     */
    async answer(
      occasion: Occasion,
      person: string,
      answer: Answer,
      at: Date,
      press: string,
      until: Date = at,
      before?: { readonly own: StoredAnswer | undefined },
    ) {
      const keptMs = keptDays(occasion.network) * dayMs;
      const expiresAt = new Date(until.getTime() + keptMs);
      const doc: Rsvp = {
        id: idOf(occasion, person),
        type: "rsvp",
        v: 1,
        occasion: keyOf(occasion),
        person,
        answer,
        at: at.toISOString(),
      };
      await put(occasion.network, doc, expiresAt, before);
      // After the answer, so that whoever finds it counts the answer in.
      await noteChanged(occasion, press);
    },
    noteChanged,

    /** Of everybody; and that of one person (`tenant:person`) as it is stored. */
    async answers(occasion: Occasion, person?: string): Promise<Answers> {
      const counts = { ...noAnswers };
      const of = new Map<string, Answer>();
      let own: StoredAnswer | undefined;
      let after: string | undefined;
      do {
        const found = await documents.query<Rsvp>({
          container: "content",
          partition: occasion.network,
          where: [
            { field: "type", equals: "rsvp" },
            { field: "occasion", equals: keyOf(occasion) },
          ],
          limit: page,
          ...(after !== undefined && { after }),
        });
        for (const stored of found.items) {
          const { doc } = stored;
          counts[doc.answer] += 1;
          of.set(doc.person, doc.answer);
          if (doc.person === person) own = stored;
        }
        after = found.next;
      } while (after !== undefined);
      return { counts, of, ...(own && { own }) };
    },

    /** What was answered since it was last seen to; `seenTo` takes it away. */
    changed: (network: string) =>
      documents.query<ChangedAnswer>({
        container: "content",
        partition: network,
        where: [{ field: "type", equals: "rsvp-changed" }],
        limit: page,
      }),
    seenTo: (network: string, { id }: ChangedAnswer, etag: string) =>
      documents.delete("content", network, id, etag),
  };

  /** The numbers on an occasion's cards are to be brought up to date. `cause` names why, for good. */
  async function noteChanged(
    { network, meeting, occurrence }: Occasion,
    cause: string,
  ): Promise<void> {
    const id = `rsvp-changed:${digest(cause)}`;
    const changed: ChangedAnswer = { id, type: "rsvp-changed", v: 1, meeting, occurrence };
    await documents.create("content", network, changed);
  }

  async function put(
    network: string,
    doc: Rsvp,
    expiresAt: Date,
    before?: { readonly own: StoredAnswer | undefined },
  ): Promise<void> {
    let there = before ? before.own : await documents.read<Rsvp>("content", network, doc.id);
    for (let tries = 0; tries < writeTries; tries++) {
      const written = there
        ? await documents.replace("content", network, doc, there.etag, { expiresAt })
        : await documents.create("content", network, doc, { expiresAt });
      if (written !== "stale" && written !== "exists") return;
      there = await documents.read<Rsvp>("content", network, doc.id);
    }
    throw new Error("An answer is written by too many at once.");
  }
}

export type Rsvps = ReturnType<typeof createRsvps>;
