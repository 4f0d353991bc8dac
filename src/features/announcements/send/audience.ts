/** The members an announcement is for, one after the other: never all of them at once. */
import type { Network } from "../../../core/content.ts";
import { isUnread, type Recipient, type UnreadTeam } from "../../../core/directory.ts";
import { quietHoursOf } from "../../../core/network-settings.ts";
import type { ConversationAddress } from "../../../core/ports.ts";
import { rhythmOf } from "../../../core/quiet-hours.ts";
import type { Announcement } from "../announcement.ts";
import { namedTopics } from "../topics.ts";
import type { Meant, Reader } from "./decide-delivery.ts";
import type { SendDeps } from "./send-deps.ts";

type Deps = Pick<SendDeps, "directory" | "library">;

/** Somebody who belongs to several of its networks may come once for each: the outbox takes them once. */
export async function* readersOf(deps: Deps, announcement: Announcement): AsyncGenerator<Reader> {
  const { audience } = announcement;
  if (!audience.members) return;
  for (const network of networksOf(deps, announcement)) {
    for await (const recipient of deps.directory.recipients(network.id)) {
      if (isUnread(recipient)) continue;
      const reader = readerOf(deps, network, recipient);
      const isMeant =
        audience.languages.length === 0 || audience.languages.includes(reader.language);
      if (isMeant) yield reader;
    }
  }
}

/** With its topics in every language. */
export const meantBy = (
  { library }: Pick<Deps, "library">,
  { importance, audience, network }: Announcement,
): Meant => ({
  importance,
  topics: namedTopics(
    library.practices(audience.networks.length > 0 ? audience.networks : [network]),
    audience.topics,
  ),
});

export function readerOf({ library }: Deps, network: Network, recipient: Recipient): Reader {
  const hours = { timeZone: network.timeZone, quietHours: quietHoursOf(library, network.id) };
  return {
    recipient,
    language: recipient.language ?? network.languages[0] ?? "sv",
    rhythm: rhythmOf(recipient, hours),
  };
}

export const networksOf = (
  { library }: Pick<Deps, "library">,
  { audience, network }: Announcement,
): readonly Network[] => {
  const ids = audience.networks.length > 0 ? audience.networks : [network];
  return library.networks().filter(({ id }) => ids.includes(id));
};

/** Of its networks, those whose members nobody could read; each once. */
export function unreadTeamsOf(deps: Deps, announcement: Announcement): readonly UnreadTeam[] {
  if (!announcement.audience.members) return [];
  const all = networksOf(deps, announcement).flatMap(({ id }) => deps.directory.unreadTeams(id));
  return [...new Map(all.map((team) => [team.id, team])).values()];
}

/** Of its own network; each once. */
export function channelsOf(
  { directory }: Pick<Deps, "directory">,
  { audience, network }: Announcement,
): readonly ConversationAddress[] {
  const all = audience.channels.flatMap((channel) => directory.channelsOf(network, channel));
  return [...new Map(all.map((address) => [address.conversationId, address])).values()];
}
