/** Who may announce, and what a button names, looked up anew for the person who presses. */
import type { Network } from "../../core/content.ts";
import type { Outcome } from "../../core/feature.ts";
import type { Language } from "../../core/language.ts";
import type { JsonObject } from "../../core/reply.ts";
import { roleIn } from "../../core/roles.ts";
import type { Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { AnnouncementStore } from "./announcement-store.ts";
import type { AnnouncementsDeps, FoundAnnouncement } from "./announcements-deps.ts";
import { refuse } from "./say.ts";

type Deps = Pick<AnnouncementsDeps, "admins" | "library" | "directory"> & {
  readonly store: AnnouncementStore;
};

export const mayAnnounce = (
  { admins }: Pick<AnnouncementsDeps, "admins">,
  network: Network,
  { actor }: Pick<Turn, "actor">,
): boolean => roleIn(network, actor.person, admins) !== "member";

/** The networks whose announcements the actor may see and act on: in a channel only the channel's own. */
export function announcedBy(
  deps: Pick<AnnouncementsDeps, "admins" | "library">,
  turn: Turn,
): readonly Network[] {
  const all = turn.conversation.kind === "personal" ? deps.library.networks() : turn.networks;
  return all.filter((network) => mayAnnounce(deps, network, turn));
}

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
  if (!mayAnnounce(deps, network, turn)) {
    const isOwn = turn.networks.some((one) => one.id === network.id);
    return isOwn ? refuse(turn, await whoMay(deps, [network], turn)) : gone();
  }
  const stored = await deps.store.find(network.id, id);
  return stored ? { announcement: stored.doc.value, etag: stored.etag, network } : gone();
}

export const isFound = (found: FoundAnnouncement | Outcome): found is FoundAnnouncement =>
  "announcement" in found;

const mostNamed = 5;

/** Says who may announce in these networks: by name, as far as they are known. */
export async function whoMay(
  { directory }: Pick<AnnouncementsDeps, "directory">,
  networks: readonly Network[],
  { actor, language }: Turn,
): Promise<string> {
  const texts = textsIn(language).announcements.writing;
  const ids = [...new Set(networks.flatMap(({ coordinators }) => coordinators))];
  const found = await Promise.all(
    ids.slice(0, mostNamed).map((person) => directory.recipient(actor.tenant, person)),
  );
  const names = found.flatMap((one) => (one?.name ? [one.name] : []));
  return names.length > 0
    ? texts.onlyCoordinatorsNamed(inList(names, language))
    : texts.onlyCoordinators;
}

const tags: Readonly<Record<Language, string>> = { sv: "sv-FI", fi: "fi-FI", en: "en-GB" };

/** "a, b och c" */
export const inList = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(tags[language]).format(items);
