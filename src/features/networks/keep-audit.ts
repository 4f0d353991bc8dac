import type { JsonObject } from "../../core/reply.ts";
import type { Turn } from "../../core/turn.ts";
import type { NetworksDeps } from "./networks-deps.ts";
import { personKey } from "./roster-store.ts";

/** Notes what somebody did. It is done already, so that a note that fails must not say that it was not. */
export async function keepAudit(
  { audit, log }: Pick<NetworksDeps, "audit" | "log">,
  turn: Turn,
  act: string,
  network: string,
  details: JsonObject,
): Promise<void> {
  try {
    await audit.record({ network, actor: personKey(turn.actor), act, details });
  } catch (error) {
    log.error("audit entry not kept", error, { act });
  }
}
