/** Asks Teams which channels a team has. */
import type { Team } from "../../core/directory.ts";
import type { Clock, Messenger, TeamChannel } from "../../core/ports.ts";
import type { TeamChange } from "./team-store.ts";

/** What the list makes of the team; undefined: it cannot be had now. */
export async function listChannels(
  { messenger, clock }: { readonly messenger: Pick<Messenger, "channels">; readonly clock: Clock },
  { door, id }: Team,
): Promise<TeamChange | undefined> {
  const listed = await messenger.channels(door, id);
  if (listed.state !== "done") return undefined;
  const channelsReadAt = clock.now().toISOString();
  return (team) => team && { ...team, channels: merged(listed.value, team), channelsReadAt };
}

/** Those that Teams lists, in its order; then those it does not list but told of, such as shared ones. */
function merged(
  listed: readonly TeamChannel[],
  { channels, lostChannels = [] }: Team,
): readonly TeamChannel[] {
  const known = new Set(listed.map(({ id }) => id));
  return [...listed, ...channels.filter(({ id }) => !known.has(id) && !lostChannels.includes(id))];
}
