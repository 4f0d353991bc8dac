/** Something about a discussion for one person, in their own chat: once, when it is not quiet there. */

import type { Button } from "../../../core/buttons.ts";
import type { Language } from "../../../core/language.ts";
import { languages } from "../../../core/language.ts";
import { quietHoursOf } from "../../../core/network-settings.ts";
import { type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import { nowhere, targetOf } from "../../../core/outbox/target-of.ts";
import { splitKey } from "../../../core/person-key.ts";
import { afterQuietHours, isPausedAt, rhythmOf } from "../../../core/quiet-hours.ts";
import type { Card } from "../../../core/reply.ts";
import type { DiscussionsTexts } from "../../../texts/discussions/type.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type NameOf, namesIn } from "../names.ts";
import { discussionCard } from "../thread/discussion-card.ts";
import type { JobDeps, Of } from "./job-deps.ts";

export type Notice = {
  readonly batch: string;
  /** In the outbox's report. */
  readonly kind: string;
  /** `tenant:person` */
  readonly to: readonly string[];
  readonly notice: (texts: DiscussionsTexts) => string;
  readonly buttons?: (texts: DiscussionsTexts) => readonly Button[];
  /** ISO: when they last wrote about it. Who just did is not disturbed, whatever the hour. */
  readonly wroteAt?: string;
  /** Whom no chat reaches is mentioned in the thread. */
  readonly mayMention?: boolean;
};

/** The card of the thread, for everybody's eyes. */
const inThread = "thread";

/** False: somebody has paused until later, so that nothing is planned yet. */
export async function sayPrivately(deps: JobDeps, of: Of, notice: Notice): Promise<boolean> {
  const { outbox, plans } = { outbox: deps.jobOutbox, plans: await plansFor(deps, of, notice) };
  if (!plans) return false;
  const { discussion, network } = of;
  const nameOf = await namesIn(deps, network, discussion);
  const cardFor = (language?: Language) => cardIn(deps, of, notice, nameOf, language);
  const cards: Record<string, Card> = { [inThread]: cardFor() };
  for (const language of languages) cards[language] = cardFor(language);
  await outbox.plan(
    {
      id: notice.batch,
      kind: notice.kind,
      network: network.id,
      urgency: urgencies.notice,
      about: { discussion: discussion.id },
      cards,
    },
    plans,
    true,
  );
  return true;
}

async function plansFor(
  deps: JobDeps,
  { discussion, network }: Of,
  { to, wroteAt, mayMention = false }: Notice,
): Promise<readonly DeliveryPlan[] | undefined> {
  const plans: DeliveryPlan[] = [];
  const now = deps.clock.now();
  const hours = { timeZone: network.timeZone, quietHours: quietHoursOf(deps.library, network.id) };
  for (const key of new Set(to)) {
    const { tenant, person } = splitKey(key);
    const found = await deps.directory.recipient(tenant, person);
    if (!found) continue;
    const language = found.language ?? discussion.language;
    const { channel: _, ...ownChat } = found;
    const recipient = mayMention ? { ...found, channel: discussion.thread } : ownChat;
    const reached = found.isClosed ? undefined : targetOf(recipient, inThread);
    const rhythm = rhythmOf(found, hours);
    const notBefore = isAwake(wroteAt, now) ? now : afterQuietHours(now, rhythm);
    const plan = { recipient: key, name: found.name, language };
    if (!reached) {
      const skip = found.isClosed ? "blocked" : "unreachable";
      plans.push({ ...plan, target: nowhere, variant: language, skip });
      continue;
    }
    if (isPausedAt(found.preferences, rhythm, notBefore)) return undefined;
    const variant = reached.target.route === "mention" ? inThread : language;
    plans.push({ ...plan, ...reached, variant, notBefore });
  }
  return plans;
}

const awakeMs = 60 * 60_000;

const isAwake = (wroteAt: string | undefined, now: Date): boolean =>
  wroteAt !== undefined && now.getTime() - Date.parse(wroteAt) < awakeMs;

/** `language` undefined: in the thread. */
function cardIn(
  deps: JobDeps,
  { discussion, network }: Of,
  { notice, buttons }: Notice,
  nameOf: NameOf,
  language: Language | undefined,
): Card {
  const texts = textsIn(language ?? discussion.language).discussions;
  return discussionCard(discussion, {
    network,
    nameOf,
    notices: [notice(texts)],
    ...(language && { language, reader: { now: deps.clock.now(), mayDecide: false } }),
    buttons: buttons?.(texts) ?? [],
  });
}
