/** Whoever proposed something is told what became of it: once, in their own chat, when it is not quiet there. */
import type { Draft, Network } from "../../../core/content.ts";
import { languages } from "../../../core/language.ts";
import { quietHoursOf } from "../../../core/network-settings.ts";
import { type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import { nowhere, targetOf } from "../../../core/outbox/target-of.ts";
import { splitKey } from "../../../core/person-key.ts";
import type { Preferences } from "../../../core/preferences.ts";
import { afterQuietHours, isPausedAt, type Rhythm, rhythmOf } from "../../../core/quiet-hours.ts";
import type { Card } from "../../../core/reply.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { decidedCard } from "./draft-card.ts";

const kind = "draft-decided";

export async function tellProposer(
  deps: CurationDeps,
  network: Network,
  draft: Draft,
): Promise<void> {
  const { decidedBy, decidedAt = "", id, proposedBy } = draft;
  if (proposedBy === "" || proposedBy === decidedBy) return;
  const batch = `${kind}:${deps.digest(JSON.stringify([network.id, id, decidedAt]))}`;
  const head = await deps.jobOutbox.head(batch);
  if (head && head.state !== "planning") return;
  const plan = await planFor(deps, network, proposedBy);
  if (!plan) return;
  const cards: Record<string, Card> = {};
  for (const language of languages) cards[language] = decidedCard(draft, network, language);
  await deps.jobOutbox.plan(
    {
      id: batch,
      kind,
      network: network.id,
      urgency: urgencies.notice,
      about: { draft: id },
      cards,
    },
    [plan],
    true,
  );
}

async function planFor(
  { directory, clock, library }: CurationDeps,
  network: Network,
  key: string,
): Promise<DeliveryPlan | undefined> {
  const { tenant, person } = splitKey(key);
  const found = await directory.recipient(tenant, person);
  if (!found) return undefined;
  const { channel: _, ...ownChat } = found;
  const language = found.language ?? network.languages[0] ?? "sv";
  const plan = { recipient: key, name: found.name, language, variant: language };
  const reached = found.isClosed ? undefined : targetOf(ownChat, language);
  if (!reached)
    return { ...plan, target: nowhere, skip: found.isClosed ? "blocked" : "unreachable" };
  const quietHours = quietHoursOf(library, network.id);
  const rhythm = rhythmOf(found, { timeZone: network.timeZone, quietHours });
  return { ...plan, ...reached, notBefore: afterPause(clock.now(), rhythm, found.preferences) };
}

const halfDayMs = 12 * 60 * 60_000;
const mostHalfDays = 800;

/** The first moment at which they want to hear of it. */
function afterPause(now: Date, rhythm: Rhythm, preferences: Preferences): Date {
  let at = afterQuietHours(now, rhythm);
  for (let n = 0; n < mostHalfDays && isPausedAt(preferences, rhythm, at); n++) {
    at = afterQuietHours(new Date(at.getTime() + halfDayMs), rhythm);
  }
  return at;
}
