/** What only one person may see never falls back to a post in a channel. */
import type { DeliveryPlan } from "../../../core/outbox/delivery.ts";

export function privately({ fallback: _, ...plan }: DeliveryPlan): DeliveryPlan {
  const isPost = plan.target.route === "mention";
  return isPost && plan.skip === undefined ? { ...plan, skip: "unreachable" } : plan;
}
