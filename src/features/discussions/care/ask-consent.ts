/** An accepted answer is kept if its author agrees; then it waits on the coordinators' list. */
import type { Discussion, ThreadMessage } from "../../../core/content.ts";
import { agreeToDraft } from "../../../core/drafts.ts";
import { answerOf, discussionData } from "../discussion.ts";
import { writeChange } from "../thread/write-change.ts";
import { draftOfAnswer } from "./draft-of-answer.ts";
import type { JobDeps, Of } from "./job-deps.ts";
import { sayPrivately } from "./say-privately.ts";
import { draftIdOf, withdrawOrphans, withdrawUnlessNamed } from "./withdraw-orphans.ts";

/** So long an author is waited for; also while they are on a pause; then the coordinators see that nobody has said yes, and decide. */
const patienceMs = 7 * 24 * 60 * 60_000;

export type ConsentStep =
  | "done"
  /** The discussion was changed. */
  | "again"
  /** Somebody is waited for. */
  | "later";

export async function askConsent(deps: JobDeps, of: Of): Promise<ConsentStep> {
  const { discussion } = of;
  await withdrawOrphans(deps, discussion);
  const answer = answerOf(discussion);
  if (discussion.status !== "answered" || !answer || answer.text === "") return "done";
  if (discussion.consent === "refused" || discussion.draft !== undefined) return "done";
  if (discussion.consent === undefined && (await ask(deps, of, answer)) === "again") return "again";
  const now = deps.clock.now().getTime();
  const isWaiting =
    discussion.consent !== "given" &&
    now - Date.parse(discussion.answeredAt ?? discussion.changedAt) < patienceMs;
  if (isWaiting) return "later";
  return propose(deps, discussion, answer);
}

async function ask(deps: JobDeps, of: Of, answer: ThreadMessage): Promise<ConsentStep> {
  const { discussion } = of;
  const isAsked =
    answer.author === undefined ||
    (await sayPrivately(deps, of, {
      batch: deps.batchIds.consent(discussion, answer.id),
      kind: "discussion-consent",
      to: [answer.author],
      wroteAt: answer.at,
      notice: (texts) => texts.consentAsk,
      buttons: (texts) => {
        const data = { ...discussionData(discussion), reply: answer.id };
        return [
          { title: texts.consentYes, verb: "discussion.answer", data: { ...data, value: "keep" } },
          { title: texts.consentNo, verb: "discussion.answer", data: { ...data, value: "leave" } },
        ];
      },
      mayMention: true,
    }));
  if (!isAsked) return "later";
  await writeChange(deps.store, discussion, (now) =>
    now.answer === answer.id && now.consent === undefined
      ? { ...now, consent: "asked" }
      : undefined,
  );
  return "again";
}

async function propose(
  deps: JobDeps,
  discussion: Discussion,
  answer: ThreadMessage,
): Promise<ConsentStep> {
  const id = draftIdOf(deps, discussion, answer.id);
  const draft = draftOfAnswer(discussion, answer, id, deps.clock.now().toISOString());
  await deps.proposeDraft(deps.jobDocuments, draft);
  const written = await writeChange(deps.store, discussion, (now) =>
    now.answer === answer.id && now.draft === undefined && now.consent !== "refused"
      ? { ...now, draft: id }
      : undefined,
  );
  const place = { documents: deps.jobDocuments, library: deps.library };
  if (!written) await withdrawUnlessNamed(deps, discussion, id);
  // Said meanwhile.
  else if (written.after.consent === "given" && draft.consent !== "given")
    await agreeToDraft(place, draft);
  return "again";
}
