import type { Audit } from "./audit.ts";
import { keyOf } from "./person-key.ts";
import type { Log } from "./ports.ts";
import type { JsonObject } from "./reply.ts";
import type { Turn } from "./turn.ts";

/** Notes what somebody did. It is done already, so that a note that fails must not say that it was not. */
export async function keepAct(
  { audit, log }: { readonly audit: Audit; readonly log: Log },
  turn: Turn,
  act: string,
  network: string,
  details: JsonObject,
): Promise<void> {
  try {
    await audit.record({ network, actor: keyOf(turn.actor), act, details });
  } catch (error) {
    log.error("audit entry not kept", error, { act });
  }
}
