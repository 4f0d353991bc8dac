/** Who comes: one document per occurrence and person, in `content` beside the meeting. */
import type { Digest, Document, Documents } from "../../../core/ports.ts";

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

type Rsvp = Document & {
  readonly type: "rsvp";
  /** The occasion in one field, to count by. */
  readonly occasion: string;
  /** `tenant:person`. */
  readonly person: string;
  readonly answer: Answer;
  /** ISO. */
  readonly at: string;
};

/** The numbers on an occasion's cards are no longer right. One for each press, gone once it was seen to. */
export type ChangedAnswer = Document &
  Pick<Occasion, "meeting" | "occurrence"> & { readonly type: "rsvp-changed" };

export const noAnswers: AnswerCounts = { yes: 0, maybe: 0, no: 0 };

const page = 500;
const writeTries = 8;
/** After the end of what was answered to. */
const keptMs = 90 * 24 * 60 * 60_000;

export type Answers = {
  readonly counts: AnswerCounts;
  /** By `tenant:person`. */
  readonly of: ReadonlyMap<string, Answer>;
};

export function createRsvps(deps: { readonly documents: Documents; readonly digest: Digest }) {
  const { documents, digest } = deps;
  const keyOf = ({ meeting, occurrence }: Occasion) => `${meeting}/${occurrence}`;
  const idOf = (occasion: Occasion, person: string) =>
    `rsvp:${digest(`${keyOf(occasion)}/${person}`)}`;

  return {
    /**
     * Puts a person's answer in place of the one they gave before. `press` names this press for good. Kept until some
     * time after `until`, the end of the occurrence.
     */
    async answer(
      occasion: Occasion,
      person: string,
      answer: Answer,
      at: Date,
      press: string,
      until: Date = at,
    ) {
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
      await put(occasion.network, doc, expiresAt);
      // After the answer, so that whoever finds it counts the answer in.
      await noteChanged(occasion, press);
    },
    noteChanged,

    async answers(occasion: Occasion): Promise<Answers> {
      const counts = { ...noAnswers };
      const of = new Map<string, Answer>();
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
        for (const { doc } of found.items) {
          counts[doc.answer] += 1;
          of.set(doc.person, doc.answer);
        }
        after = found.next;
      } while (after !== undefined);
      return { counts, of };
    },

    async own(occasion: Occasion, person: string): Promise<Answer | undefined> {
      const id = idOf(occasion, person);
      return (await documents.read<Rsvp>("content", occasion.network, id))?.doc.answer;
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

  async function put(network: string, doc: Rsvp, expiresAt: Date): Promise<void> {
    for (let tries = 0; tries < writeTries; tries++) {
      const there = await documents.read<Rsvp>("content", network, doc.id);
      const written = there
        ? await documents.replace("content", network, doc, there.etag, { expiresAt })
        : await documents.create("content", network, doc, { expiresAt });
      if (written !== "stale" && written !== "exists") return;
    }
    throw new Error("An answer is written by too many at once.");
  }
}

export type Rsvps = ReturnType<typeof createRsvps>;
