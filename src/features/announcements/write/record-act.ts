/** What was done to an announcement, and by whom: in the audit, no texts. */
import { keyOf } from "../../../core/person-key.ts";
import type { Digest } from "../../../core/ports.ts";
import type { JsonObject } from "../../../core/reply.ts";
import type { Turn } from "../../../core/turn.ts";
import type { Announcement, LastAct } from "../announcement.ts";
import type { AnnouncementsDeps } from "../announcements-deps.ts";

type Deps = Pick<AnnouncementsDeps, "audit" | "log"> & { readonly digest: Digest };
type Of = Pick<Announcement, "id" | "network" | "lastAct">;

/** To be written with what was done: should the process die before it stands in the audit, the job puts it there. */
export const actBy = (
  turn: Pick<Turn, "actor" | "at">,
  act: string,
  details: JsonObject = {},
): LastAct => ({ act, actor: keyOf(turn.actor), at: turn.at.toISOString(), details });

/** Into the audit, once however often this is called. */
export async function keepLastAct(
  { audit, digest }: Omit<Deps, "log">,
  { id, network, lastAct }: Of,
): Promise<void> {
  if (!lastAct) return;
  const { act, actor, at, details } = lastAct;
  await audit.record(
    { network, actor, act, details: { announcement: id, ...details } },
    { at: new Date(at), id: digest(JSON.stringify([id, act, actor])) },
  );
}

/** It is done already, so that an entry that fails must not say that it was not. */
export async function noteLastAct(deps: Deps, of: Of): Promise<void> {
  try {
    await keepLastAct(deps, of);
  } catch (error) {
    deps.log.error("audit entry not kept", error, { act: of.lastAct?.act });
  }
}
