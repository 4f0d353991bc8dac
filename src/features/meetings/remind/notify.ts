/** One message to everyone who was told of an occurrence, once it is moved, cancelled or on again. */
import { type Delivery, type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import { nowhere, targetOf } from "../../../core/outbox/target-of.ts";
import { unreadReason } from "../../../core/outbox/unread-team.ts";
import { afterQuietHours, type IsHoliday, isPausedAt } from "../../../core/quiet-hours.ts";
import type { Reader } from "./census.ts";
import { isAllowed } from "./remind-at.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import type { About } from "./sent-batches.ts";
import { cardsOf, channelVariant, type Shown } from "./variants.ts";

/** So long before the meeting nobody should have to wait for the news until the morning. */
const urgentMs = 2 * 60 * 60_000;

export async function notify(
  deps: Pick<RemindJobDeps, "outbox" | "census" | "clock" | "isHoliday">,
  batch: { readonly id: string; readonly kind: string; readonly about: About },
  told: readonly Delivery[],
  shown: Shown,
  /** The sooner of the meeting's two times: by then everyone must know. */
  deadline: Date,
): Promise<void> {
  if (told.length === 0) return;
  const { network } = shown;
  const { variants } = await deps.census.of(network);
  const cards = cardsOf({ ...shown, isNotice: true }, [...variants, channelVariant]);
  const { id, kind, about } = batch;
  await deps.outbox.plan(
    { id, kind, network: network.id, urgency: urgencies.notice, about, cards },
    plans(),
    true,
  );

  async function* plans(): AsyncGenerator<DeliveryPlan> {
    const people = new Map<string, Delivery>();
    for (const delivery of told) {
      if (delivery.target.route === "channel") yield channelPlan(delivery);
      else people.set(delivery.recipient, delivery);
    }
    let isWhole = true;
    for await (const reader of deps.census.readers(network, variants)) {
      if ("unread" in reader) {
        isWhole = false;
        continue;
      }
      const { key } = reader.recipient;
      if (people.delete(key))
        yield personalPlan(reader, deps.clock.now(), deadline, deps.isHoliday);
    }
    const skip = isWhole ? "left" : unreadReason;
    for (const { recipient, name, target, language } of people.values()) {
      yield { recipient, name, target, language, variant: channelVariant, skip };
    }
  }
}

const channelPlan = ({ recipient, name, target, language }: Delivery): DeliveryPlan => ({
  recipient,
  name,
  target,
  language,
  variant: channelVariant,
});

function personalPlan(
  { recipient, rhythm, language, variant }: Reader,
  now: Date,
  deadline: Date,
  isHoliday: IsHoliday,
): DeliveryPlan {
  const { key, name, preferences, isClosed } = recipient;
  const reached = targetOf(recipient, channelVariant);
  const plan = { recipient: key, name, language, variant };
  if (!reached) return { ...plan, target: nowhere, skip: "unreachable" };
  const skip = (reason: string): DeliveryPlan => ({ ...plan, ...reached, skip: reason });
  if (isClosed) return skip("blocked");
  if (!preferences.reminders) return skip("reminders-off");
  const at = noticeAt(rhythm, now, deadline, isHoliday);
  if (isPausedAt(preferences, rhythm, at)) return skip("paused");
  return { ...plan, ...reached, notBefore: at };
}

/** At once, or after the quiet hours if that is soon enough. */
function noticeAt(rhythm: Reader["rhythm"], now: Date, deadline: Date, isHoliday: IsHoliday): Date {
  if (isAllowed(now, rhythm, isHoliday)) return now;
  const next = afterQuietHours(now, rhythm, isHoliday);
  return deadline.getTime() - next.getTime() >= urgentMs ? next : now;
}
