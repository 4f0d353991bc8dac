/** What an arrival tells about a team; pure. Everything may come twice, and late. */
import type { Team } from "../../core/directory.ts";
import type { TeamChannel } from "../../core/ports.ts";
import type { Arrival, EventDetails } from "../../core/turn.ts";

/** The id of the team that an arrival came from, if it says so. */
export function teamIdOf(arrival: Arrival): string | undefined {
  return aboutOf(arrival)?.team?.id ?? arrival.conversation.team?.id;
}

/** Whether it happened to a team rather than in somebody's own chat. */
export const isAboutTeam = (arrival: Arrival): boolean =>
  aboutOf(arrival) !== undefined && teamIdOf(arrival) !== undefined;

/** Whether other people may be in the team now. */
export function rosterMayHaveChanged(arrival: Arrival): boolean {
  if (arrival.type === "joined") return true;
  if (arrival.type !== "event" || isRemoval(arrival)) return false;
  const { membersAdded = [], membersRemoved = [] } = arrival.about ?? {};
  return membersAdded.length + membersRemoved.length > 0 || comesBack(arrival);
}

/**
 * The team as it is after an arrival from it; the same object if the arrival says nothing new, undefined if there is
 * no team in it.
 */
export function teamAfter(before: Team | undefined, arrival: Arrival): Team | undefined {
  const id = teamIdOf(arrival);
  if (id === undefined) return before;
  const isGone = isRemoval(arrival);
  const first = before ?? newTeam(id, arrival);
  const seen = isGone ? first : seenIn(first, arrival);
  const happened = afterEvent(seen, arrival);
  const after = isGone ? { ...happened, gone: true as const } : happened;
  return before && isSame(before, after) ? before : after;
}

const newTeam = (id: string, { address }: Arrival): Team => ({
  id,
  door: doorOf(address),
  channels: [],
});

/** Who it came from, and where the team is reached from now on. */
function seenIn(team: Team, arrival: Arrival): Team {
  const about = aboutOf(arrival)?.team;
  const aadGroupId = about?.aadGroupId ?? arrival.conversation.team?.aadGroupId ?? team.aadGroupId;
  const name = about?.name ?? team.name;
  const { gone, ...rest } = team;
  return {
    ...rest,
    ...(aadGroupId !== undefined && { aadGroupId }),
    ...(name !== undefined && { name }),
    door: doorOf(arrival.address),
    ...(team.channels.length === 0 && { channels: channelSeenIn(arrival) }),
    ...(gone && !showsThatItIsThere(arrival) && { gone }),
  };
}

/** Until Teams has listed a team's channels, the one somebody speaks in is known. */
function channelSeenIn({ type, conversation }: Arrival): readonly TeamChannel[] {
  const isThere = conversation.kind === "channel" && (type === "message" || type === "action");
  return isThere ? [{ id: conversation.id.split(/;messageid=/iu, 1)[0] ?? "" }] : [];
}

/** Whoever speaks to the bot in a team, or installs it there, shows that it is there again. */
const showsThatItIsThere = (arrival: Arrival): boolean =>
  arrival.type === "message" ||
  arrival.type === "action" ||
  (arrival.type === "joined" && arrival.bot) ||
  comesBack(arrival);

const comesBack = (arrival: Arrival): boolean =>
  arrival.type === "event" && comingBack.has(arrival.name);

function afterEvent(team: Team, arrival: Arrival): Team {
  const channel = aboutOf(arrival)?.channel;
  if (arrival.type === "joined") return channel ? withChannel(team, channel) : team;
  if (arrival.type !== "event") return team;
  switch (arrival.name) {
    case "teamArchived":
      return { ...team, archived: true };
    case "teamUnarchived":
    case "teamRestored": {
      const { archived: _, ...rest } = team;
      return rest;
    }
    case "channelCreated":
    case "channelRestored":
    case "channelRenamed":
    case "channelShared":
      return channel ? withChannel(team, channel) : team;
    case "channelDeleted":
    case "channelUnshared":
      return channel ? withoutChannel(team, channel.id) : team;
    default:
      return team;
  }
}

function withChannel(team: Team, channel: TeamChannel): Team {
  const known = team.channels.find(({ id }) => id === channel.id);
  const channels = known
    ? team.channels.map((one) => (one === known ? { ...one, ...channel } : one))
    : [...team.channels, channel];
  return lost(
    { ...team, channels },
    (team.lostChannels ?? []).filter((id) => id !== channel.id),
  );
}

const withoutChannel = (team: Team, channel: string): Team =>
  lost({ ...team, channels: team.channels.filter(({ id }) => id !== channel) }, [
    ...new Set([...(team.lostChannels ?? []), channel]),
  ]);

function lost({ lostChannels: _, ...team }: Team, channels: readonly string[]): Team {
  return channels.length > 0 ? { ...team, lostChannels: channels } : team;
}

/** `installation remove-upgrade` is none: the new version is added at once, and may be heard of first. */
function isRemoval(arrival: Arrival): boolean {
  if (arrival.type !== "event") return false;
  const { name, about } = arrival;
  return (
    removals.has(name) || (about?.botRemoved === true && name !== "installation remove-upgrade")
  );
}

const removals: ReadonlySet<string> = new Set([
  "installation remove",
  "teamDeleted",
  "teamHardDeleted",
]);

const comingBack: ReadonlySet<string> = new Set(["installation upgrade", "teamRestored"]);

const aboutOf = (arrival: Arrival): EventDetails | undefined =>
  arrival.type === "event" || arrival.type === "joined" ? arrival.about : undefined;

/** How whoever spoke is reached, without their conversation. */
export const doorOf = ({
  serviceUrl,
  channel,
  botId,
  botName,
  tenant,
}: Team["door"]): Team["door"] => ({
  serviceUrl,
  channel,
  botId,
  ...(botName !== undefined && { botName }),
  ...(tenant !== undefined && { tenant }),
});

/** Plain data, made in the same order each time or compared as not the same, which costs a write and no more. */
const isSame = (a: Team, b: Team): boolean => sorted(a) === sorted(b);

const sorted = (team: Team): string =>
  JSON.stringify(Object.entries(team).sort(([a], [b]) => (a < b ? -1 : 1)));
