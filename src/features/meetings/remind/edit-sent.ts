/** Brings the cards that were sent up to date, in place. Nobody is notified of that. */
import { type Delivery, type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import type { RemindJobDeps } from "./remind-deps.ts";
import type { Answers } from "./rsvp.ts";
import type { About } from "./sent-batches.ts";
import { answeredVariant, cardsOf, channelVariant, type Shown } from "./variants.ts";

/** What an edit needs to know of a message that was sent. */
export type Sent = Pick<
  Delivery,
  "recipient" | "name" | "language" | "variant" | "state" | "activityId" | "deliveredTo"
>;

/** Plans an edit of each message that these deliveries have left behind. */
export async function planEdits(
  deps: Pick<RemindJobDeps, "outbox">,
  batch: { readonly id: string; readonly kind: string; readonly about: About },
  sent: readonly Sent[],
  shown: Shown,
  answers: Answers,
): Promise<void> {
  const edits = sent.flatMap((delivery) => editOf(delivery, answers) ?? []);
  if (edits.length === 0) return;
  const once = new Map(edits.map((edit) => [placeOf(edit), edit]));
  const cards = cardsOf(shown, new Set(edits.map(({ variant }) => variant)));
  await deps.outbox.plan(
    { ...batch, network: shown.network.id, urgency: urgencies.edit, cards },
    // Several people who are mentioned in one post share its message.
    once.values(),
    true,
  );
}

/** Whether everybody who sees the message sees the same: a channel's post, or one that mentions people. */
export const isShared = ({ variant }: Pick<Delivery, "variant">): boolean =>
  variant === channelVariant;

function editOf(delivery: Sent, answers: Answers): DeliveryPlan | undefined {
  const { recipient, name, language, state, activityId, deliveredTo } = delivery;
  if (state !== "delivered" || activityId === undefined || deliveredTo === undefined) return;
  return {
    recipient,
    name,
    language,
    variant: answeredVariant(withoutAnswer(delivery.variant), answers.of.get(recipient)),
    target: { route: "edit", address: deliveredTo, activityId },
  };
}

/** The reader's answer may have changed since. */
const withoutAnswer = (variant: string): string => variant.split("|").slice(0, 2).join("|");

const placeOf = ({ target }: DeliveryPlan): string =>
  target.route === "edit" ? `${target.address.conversationId}/${target.activityId}` : "";
