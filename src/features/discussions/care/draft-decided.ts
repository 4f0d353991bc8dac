import type { Draft } from "../../../core/content.ts";
import type { TurnDeps } from "../discussions-deps.ts";
import { writeChange } from "../thread/write-change.ts";

/** Notes what the coordinators decided; the job tells whoever asked and answered (tell-after.ts). */
export async function decided(
  { store }: Pick<TurnDeps, "store">,
  { decidedAt, discussion, id, kind, network, reason, state }: Draft,
): Promise<void> {
  if (discussion === undefined || state === "waiting") return;
  await writeChange(store, { network, id: discussion }, (now) =>
    now.draft === id && now.decision?.state !== state
      ? {
          ...now,
          decision: {
            state,
            kind,
            ...(reason !== undefined && { reason }),
            ...(decidedAt !== undefined && { decidedAt }),
          },
        }
      : undefined,
  );
}
