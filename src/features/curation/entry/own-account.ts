/** Whose contact entry it is: Teams itself says who somebody is, at the moment it matters. */
import type { Contact } from "../../../core/content.ts";
import type { MemberAccount } from "../../../core/ports.ts";
import type { Turn } from "../../../core/turn.ts";
import type { CurationDeps } from "../curation-deps.ts";

/** Undefined: Teams does not say. The answer counts only if it is about the actor of the authenticated turn. */
export async function accountOfActor(
  { messenger }: Pick<CurationDeps, "messenger">,
  { actor, address, conversation }: Turn,
): Promise<MemberAccount | undefined> {
  const team = conversation.kind === "channel" ? conversation.team?.id : undefined;
  const [bare = ""] = address.conversationId.split(";messageid=", 1);
  const asked = await messenger.member(address, team ?? bare, actor.userId ?? actor.person);
  if (asked.state !== "done") return undefined;
  return asked.value.person === actor.person ? asked.value : undefined;
}

/**
 * An entry belongs to whoever signs in with the name that it carries, else with its e-mail address. A guest signs in
 * elsewhere, and is known by the address they were invited by. Names count for nothing: others bear them too. Pure.
 */
export function isTheirs(
  { teamsId, email }: Pick<Contact, "teamsId" | "email">,
  account: Pick<MemberAccount, "signInName" | "email" | "isGuest">,
): boolean {
  const address = plain(teamsId ?? email);
  const own = [account.signInName, ...(account.isGuest ? [account.email] : [])].map(plain);
  return address !== "" && own.includes(address);
}

const plain = (address: string | undefined): string =>
  (address ?? "").normalize("NFC").trim().toLowerCase();
