/**
 * Who has waited for an announcement (for the end of their quiet hours, or in line) may have muted it, paused, left or
 * confirmed meanwhile: looked at once more right before it is sent.
 */
import type { Network } from "../../../core/content.ts";
import type { LastLook } from "../../../core/outbox/delivery.ts";
import type { Announcement } from "../announcement.ts";
import { announcementType } from "../announcement-store.ts";
import type { Topic } from "../topics.ts";
import { meantBy, readerOf } from "./audience.ts";
import { isMember } from "./carry-over.ts";
import { planFor } from "./decide-delivery.ts";
import { personOf } from "./names.ts";
import { aboutOf } from "./rounds.ts";
import type { SendDeps } from "./send-deps.ts";

type Deps = Pick<SendDeps, "library" | "directory" | "clock" | "confirmations" | "mode">;

const kinds: readonly string[] = ["announcement", "announcement-retry", "announcement-nudge"];

export function createLastLook(deps: Deps): LastLook {
  const known = new WeakMap<Announcement, readonly Topic[]>();

  function topicsOf(announcement: Announcement): readonly Topic[] {
    const topics = known.get(announcement) ?? meantBy(deps, announcement).topics;
    known.set(announcement, topics);
    return topics;
  }

  return async (head, delivery) => {
    if (!kinds.includes(head.kind) || delivery.target.route === "channel") return undefined;
    const found = find(deps, head.network, aboutOf(head).announcement);
    if (!found) return undefined;
    const { announcement, network } = found;
    const isNudge = head.kind === "announcement-nudge";
    const [recipient, confirmed] = await Promise.all([
      personOf(deps, delivery.recipient),
      isNudge ? deps.confirmations.find(announcement, delivery.recipient) : undefined,
    ]);
    if (confirmed) return "confirmed";
    if (!recipient || !isMember(deps, announcement, delivery)) return "left";
    // Where they are reached was decided, and when: what is asked is whether they still want it.
    const meant = { topics: topicsOf(announcement), importance: "urgent" } as const;
    const { skip } = planFor(readerOf(deps, network, recipient), meant, deps.clock.now());
    return skip === "unreachable" ? undefined : skip;
  };
}

/** From memory. */
function find(
  { library }: Pick<Deps, "library">,
  networkId: string | undefined,
  id: string,
): { readonly announcement: Announcement; readonly network: Network } | undefined {
  const network = library.networks().find((one) => one.id === networkId);
  const doc = library
    .contentOf<Announcement>(announcementType)
    .find(({ value }) => value.network === networkId && value.id === id);
  return network && doc && { announcement: doc.value, network };
}
