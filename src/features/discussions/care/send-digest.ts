/** The weekly digest of a network's forum: one post for each forum, or none if there is nothing to tell. */
import type { Discussion, Network } from "../../../core/content.ts";
import { type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import { newTerms } from "../find-related.ts";
import type { DigestSlot } from "./decide-digest.ts";
import { digestContent } from "./decide-digest.ts";
import { digestCard } from "./digest-card.ts";
import type { JobDeps } from "./job-deps.ts";

export async function sendDigest(
  deps: JobDeps,
  network: Network,
  slot: DigestSlot,
  since: Date,
): Promise<void> {
  const id = deps.batchIds.digest(network.id, slot.day);
  const head = await deps.jobOutbox.head(id);
  if (head && head.state !== "planning") return;
  const [language = "sv"] = network.languages;
  const discussions: readonly Discussion[] = deps.store.list([network.id]);
  const content = digestContent(discussions, since, slot.at);
  const terms = newTerms(deps, network, since.toISOString(), slot.at.toISOString());
  if (content.open.length + content.answered.length + terms.length === 0) return;
  const forums = deps.directory.channelsOf(network.id, "forum");
  if (forums.length === 0) return;
  const card = digestCard({ network, ...content, terms, now: slot.at }, network.languages);
  await deps.jobOutbox.plan(
    {
      id,
      kind: "digest",
      network: network.id,
      urgency: urgencies.reminder,
      about: { day: slot.day },
      cards: { [language]: card },
    },
    forums.map(
      (address): DeliveryPlan => ({
        recipient: address.conversationId,
        name: "",
        target: { route: "channel", address },
        variant: language,
        language,
      }),
    ),
    true,
  );
}
