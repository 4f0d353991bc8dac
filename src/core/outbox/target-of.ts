import type { Recipient } from "../directory.ts";
import type { DeliveryPlan, Target } from "./delivery.ts";

/**
 * How somebody is reached: in their chat, in one that is opened, or by a mention in their team's forum, where the card
 * is the one of `mentionVariant`. Undefined: not at all.
 */
export function targetOf(
  { address, door, userId, channel }: Recipient,
  mentionVariant: string,
): Pick<DeliveryPlan, "target" | "fallback"> | undefined {
  const mentioned = channel && userId !== undefined ? { address: channel, userId } : undefined;
  const fallback = mentioned && { fallback: { ...mentioned, variant: mentionVariant } };
  const chat: Target | undefined = address
    ? { route: "chat", address, ...(userId !== undefined && { userId }) }
    : door && userId !== undefined
      ? { route: "open", door, userId }
      : undefined;
  if (chat) return { target: chat, ...fallback };
  return mentioned && { target: { route: "mention", ...mentioned } };
}

/** For somebody who is only accounted for: nothing goes there. */
export const nowhere: Target = {
  route: "open",
  door: { serviceUrl: "", channel: "", botId: "" },
  userId: "",
};
