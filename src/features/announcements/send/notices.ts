/** Tells other coordinators, each in their own chat, that an announcement waits for one of them. */
import type { Button } from "../../../core/buttons.ts";
import type { Network } from "../../../core/content.ts";
import { type Language, languages } from "../../../core/language.ts";
import { approvalLimitOf } from "../../../core/network-settings.ts";
import { type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import type { Card } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type Announcement, announcementData } from "../announcement.ts";
import { announcementCard } from "./announcement-card.ts";
import { readerOf } from "./audience.ts";
import { planFor } from "./decide-delivery.ts";
import type { JobDeps, Of } from "./job-deps.ts";
import { othersWhoRun, personOf, splitKey } from "./names.ts";
import { privately } from "./privately.ts";
import type { About } from "./rounds.ts";
import { localInWords } from "./words.ts";

/** Once for each time it begins to wait. */
export async function noticeStep(deps: JobDeps, of: Of): Promise<"done"> {
  const { announcement, network, author } = of;
  const { status, changedAt } = announcement;
  const id = deps.batchIds.notice(announcement, `${status}/${changedAt}`);
  const head = await deps.outbox.head(id);
  if (head && head.state !== "planning") return "done";
  const about: About = { announcement: announcement.id, version: announcement.version };
  const limit = approvalLimitOf(deps.library, network.id);
  const cards = languages.map((language) => [
    language,
    noticeCard({ announcement, network, author: author ?? "", limit }, language),
  ]);
  await deps.outbox.plan(
    {
      id,
      kind: "announcement-notice",
      network: network.id,
      urgency: urgencies.notice,
      about,
      cards: Object.fromEntries(cards),
    },
    plans(deps, of),
    true,
  );
  return "done";
}

async function* plans(deps: JobDeps, { announcement, network }: Of): AsyncGenerator<DeliveryPlan> {
  const { tenant, person } = splitKey(announcement.author);
  const others = othersWhoRun(deps, network, announcement.author);
  const isHeld = announcement.status === "held";
  const admins = isHeld ? deps.admins.filter((one) => one !== person) : [];
  const anything = { ...announcement, audience: { ...announcement.audience, topics: [] } };
  for (const key of new Set([...others, ...admins.map((one) => `${tenant}:${one}`)])) {
    const recipient = await personOf(deps, key);
    if (!recipient) continue;
    const reader = readerOf(deps, network, recipient);
    yield privately(planFor(reader, anything, deps.clock.now()));
  }
}

function noticeCard(
  of: {
    readonly announcement: Announcement;
    readonly network: Network;
    readonly author: string;
    readonly limit: number;
  },
  language: Language,
): Card {
  const { announcement, network, author, limit } = of;
  const texts = textsIn(language).announcements.after;
  const isHeld = announcement.status === "held";
  const { importance, sendAt } = announcement;
  const name = author || texts.labels.author;
  const why = importance === "urgent" ? texts.approveUrgent : texts.approveMany(limit);
  const when =
    sendAt === undefined ? texts.approveNow : texts.approveTime(localInWords(sendAt, language));
  const data = { ...announcementData(announcement), changedAt: announcement.changedAt };
  const buttons: readonly Button[] = [
    { title: isHeld ? texts.takeOver : texts.approve, verb: "announcement.approve", data },
    { title: texts.stop, verb: "announcement.stop", data: announcementData(announcement) },
  ];
  const heading = isHeld ? texts.heldHeading : texts.approveHeading;
  const notes = isHeld
    ? [heading, texts.heldText(name)]
    : [heading, [texts.approveAsk(name), why, when].join(" ")];
  const card = announcementCard(announcement, network, "all", { author, notes, buttons });
  return { ...card, summary: `${heading}: ${card.summary}` };
}
