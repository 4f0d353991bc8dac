/** Posts of Kollega's own in the thread of a discussion, with the people mentioned whom they are for. */
import type { Discussion } from "../../../core/content.ts";
import type { Recipient } from "../../../core/directory.ts";
import type { DeliveryPlan, Urgency } from "../../../core/outbox/delivery.ts";
import { splitKey } from "../../../core/person-key.ts";
import type { DiscussionsTexts } from "../../../texts/discussions/type.ts";
import { textsIn } from "../../../texts/texts.ts";
import { isPerson } from "../who-may.ts";
import type { JobDeps, Of } from "./job-deps.ts";
import { threadCard } from "./thread-card.ts";

/** One post that mentions those who can be; a mere post where there is nobody. */
export function postIn(
  { thread, language }: Discussion,
  people: readonly Recipient[],
): readonly DeliveryPlan[] {
  const plan = { variant: language, language };
  const mentioned = people.flatMap(({ key, name, userId, isClosed }): DeliveryPlan[] =>
    userId === undefined || isClosed
      ? []
      : [{ ...plan, recipient: key, name, target: { route: "mention", address: thread, userId } }],
  );
  if (mentioned.length > 0) return mentioned;
  const recipient = thread.conversationId;
  return [{ ...plan, recipient, name: "", target: { route: "channel", address: thread } }];
}

export async function recipientsOf(
  { directory }: Pick<JobDeps, "directory">,
  keys: readonly (string | undefined)[],
): Promise<readonly Recipient[]> {
  const found = await Promise.all(
    [...new Set(keys.filter(isPerson))].map((key) => {
      const { tenant, person } = splitKey(key);
      return directory.recipient(tenant, person);
    }),
  );
  return found.flatMap((one) => one ?? []);
}

export async function sayInThread(
  deps: JobDeps,
  of: Of,
  said: {
    readonly batch: string;
    /** In the outbox's report. */
    readonly kind: string;
    readonly urgency: Urgency;
    readonly notice: (texts: DiscussionsTexts) => string;
    readonly people: readonly Recipient[];
  },
): Promise<void> {
  const { discussion, network } = of;
  const { language } = discussion;
  const notice = said.notice(textsIn(language).discussions);
  const card = await threadCard(deps, of);
  await deps.jobOutbox.plan(
    {
      id: said.batch,
      kind: said.kind,
      network: network.id,
      urgency: said.urgency,
      about: { discussion: discussion.id },
      cards: {
        [language]: { ...card, summary: notice, view: { ...card.view, notices: [notice] } },
      },
    },
    postIn(discussion, said.people),
    true,
  );
}
