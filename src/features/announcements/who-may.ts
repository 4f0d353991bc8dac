/** Who may announce, and what a button names, looked up anew for the person who presses. */
import type { Network } from "../../core/content.ts";
import type { Outcome } from "../../core/feature.ts";
import { inList } from "../../core/in-list.ts";
import type { JsonObject } from "../../core/reply.ts";
import type { Turn } from "../../core/turn.ts";
import { coordinatorsByName, runs } from "../../core/who-runs.ts";
import { textsIn } from "../../texts/texts.ts";
import type { AnnouncementStore } from "./announcement-store.ts";
import type { AnnouncementsDeps, FoundAnnouncement } from "./announcements-deps.ts";
import { refuse } from "./say.ts";

type Deps = Pick<AnnouncementsDeps, "admins" | "library" | "directory"> & {
  readonly store: AnnouncementStore;
};

export { inList } from "../../core/in-list.ts";
export { runFromHere as announcedBy, runs as mayAnnounce } from "../../core/who-runs.ts";

/**
 * The announcement that a button's `id` and `network` name, for a coordinator of its own network; else what the
 * presser is told. Whoever does not belong to its network never learns that there is such an announcement.
 */
export async function lookUp(
  deps: Deps,
  turn: Turn,
  { id, network: wanted }: JsonObject,
): Promise<FoundAnnouncement | Outcome> {
  const gone = () => refuse(turn, textsIn(turn.language).announcements.writing.gone);
  const network = deps.library.networks().find((one) => one.id === wanted);
  if (!network || typeof id !== "string" || id === "") return gone();
  if (!runs(deps, network, turn)) {
    const isOwn = turn.networks.some((one) => one.id === network.id);
    return isOwn ? refuse(turn, await whoMay(deps, [network], turn)) : gone();
  }
  const stored = await deps.store.find(network.id, id);
  return stored ? { announcement: stored.doc.value, etag: stored.etag, network } : gone();
}

export const isFound = (found: FoundAnnouncement | Outcome): found is FoundAnnouncement =>
  "announcement" in found;

/** Says who may announce in these networks: by name, as far as they are known. */
export async function whoMay(
  deps: Pick<AnnouncementsDeps, "directory">,
  networks: readonly Network[],
  turn: Turn,
): Promise<string> {
  const { language } = turn;
  const texts = textsIn(language).announcements.writing;
  const names = await coordinatorsByName(deps, networks, turn);
  return names.length > 0
    ? texts.onlyCoordinatorsNamed(inList(names, language))
    : texts.onlyCoordinators;
}
