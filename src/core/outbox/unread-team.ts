import type { UnreadTeam } from "../directory.ts";
import type { Language } from "../language.ts";
import type { DeliveryPlan } from "./delivery.ts";
import { nowhere } from "./target-of.ts";

/** Why members of a team are not sent something: nobody could read who they are. */
export const unreadReason = "roster-unread";

/** The recipient that stands for a whole team. */
export const recipientOfTeam = (teamId: string): string => `team:${teamId}`;

/** Accounts for them: one entry for the whole team, which goes to nobody. */
export const planOfUnread = (
  { id, name = id }: UnreadTeam,
  { variant, language }: { readonly variant: string; readonly language: Language },
): DeliveryPlan => ({
  recipient: recipientOfTeam(id),
  name,
  target: nowhere,
  variant,
  language,
  skip: unreadReason,
});
