/** Where a network's questions are asked. */
import type { Network } from "../../core/content.ts";
import type { ConversationAddress } from "../../core/ports.ts";
import { channelOf } from "./discussion.ts";
import type { DiscussionsDeps } from "./discussions-deps.ts";

type Deps = Pick<DiscussionsDeps, "directory" | "library">;

/** Those of the networks whose forum a conversation lies in. */
export function forumOf<T extends Pick<Network, "id">>(
  { directory }: Pick<Deps, "directory">,
  networks: readonly T[],
  conversationId: string,
): readonly T[] {
  const channel = channelOf(conversationId);
  return networks.filter(({ id }) =>
    directory.channelsOf(id, "forum").some((forum) => forum.conversationId === channel),
  );
}

/** Where a question from a chat is posted: the forum of a team that the asker is in, else the network's first. */
export function forumFor(
  { directory }: Pick<Deps, "directory">,
  network: Pick<Network, "id">,
  asker: { readonly tenant: string; readonly person: string },
): ConversationAddress | undefined {
  const forums = directory.channelsOf(network.id, "forum");
  const own = directory
    .teamsOf(network.id)
    .findIndex(({ id }) =>
      directory
        .rosterOf(id)
        .some(({ tenant, person }) => tenant === asker.tenant && person === asker.person),
    );
  return forums[Math.max(own, 0)] ?? forums[0];
}

/** Opens a message of a channel in Teams. */
export function linkTo(
  { directory }: Pick<Deps, "directory">,
  network: Pick<Network, "id">,
  of: { readonly channel: string; readonly root: string; readonly message: string },
  tenant: string | undefined,
): string {
  const team = directory
    .teamsOf(network.id)
    .find(({ id, channels }) => id === of.channel || channels.some((one) => one.id === of.channel));
  const query = new URLSearchParams({
    ...(tenant !== undefined && { tenantId: tenant }),
    ...(team?.aadGroupId !== undefined && { groupId: team.aadGroupId }),
    parentMessageId: of.root,
  });
  const path = [of.channel, of.message].map(encodeURIComponent).join("/");
  return `https://teams.microsoft.com/l/message/${path}?${query}`;
}
