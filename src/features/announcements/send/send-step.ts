/** Plans the announcement itself: channels first, then everybody in the audience. */
import { type BatchPlan, type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import { planOfUnread } from "../../../core/outbox/unread-team.ts";
import { channelsOf, meantBy, readersOf, unreadTeamsOf } from "./audience.ts";
import { cardsOf } from "./cards-of.ts";
import { channelVariant, planFor } from "./decide-delivery.ts";
import type { JobDeps, Of, Step } from "./job-deps.ts";
import type { About } from "./rounds.ts";

export async function sendStep(deps: JobDeps, of: Of): Promise<Step> {
  const { announcement } = of;
  const id = deps.batchIds.message(announcement);
  const head = await deps.outbox.head(id);
  if (head && head.state !== "planning") return "done";
  const batch = messageBatch(of, id, "announcement");
  return deps.slices.plan(batch, () => plans(deps, of));
}

/** A batch of messages with the announcement as it is now. */
export function messageBatch(
  { announcement, network, author, topics }: Of,
  id: string,
  kind: string,
) {
  const about: About = { announcement: announcement.id, version: announcement.version };
  // Who gets it now has not seen what was corrected.
  const { correctedAt: _, ...unmarked } = announcement;
  const batch: BatchPlan = {
    id,
    kind,
    network: network.id,
    urgency: announcement.importance === "urgent" ? urgencies.notice : urgencies.announcement,
    about,
    cards: cardsOf(unmarked, network, { author, topics, isNudge: kind === "announcement-nudge" }),
  };
  return batch;
}

async function* plans(deps: JobDeps, { announcement, network }: Of): AsyncGenerator<DeliveryPlan> {
  const [language = "sv"] = network.languages;
  for (const address of channelsOf(deps, announcement)) {
    yield {
      recipient: address.conversationId,
      name: "",
      target: { route: "channel", address },
      variant: channelVariant,
      language,
    };
  }
  const meant = meantBy(deps, announcement);
  for await (const reader of readersOf(deps, announcement)) {
    yield planFor(reader, meant, deps.clock.now());
  }
  for (const team of unreadTeamsOf(deps, announcement)) {
    yield planOfUnread(team, { variant: channelVariant, language });
  }
}
