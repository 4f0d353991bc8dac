/** Who belongs where (design.md 2): teams that are linked to networks, their rosters, and how each person is reached. */
import type { Language } from "./language.ts";
import type { ConversationAddress, Door, RosterMember, TeamChannel } from "./ports.ts";
import type { Preferences } from "./preferences.ts";
import type { Arrival } from "./turn.ts";

/** A Teams team that the bot has met, whether it is linked to a network or not. */
export type Team = {
  /** As Teams names it: `19:…@thread.tacv2`. */
  readonly id: string;
  readonly aadGroupId?: string;
  readonly name?: string;
  readonly door: Door;
  readonly channels: readonly TeamChannel[];
  /** Channels that were deleted: nothing is posted there, whatever a network's settings name. */
  readonly lostChannels?: readonly string[];
  /** ISO; undefined: Teams has not listed its channels yet, and there may be more than are known. */
  readonly channelsReadAt?: string;
  /** ISO; undefined: its roster has not been read yet. */
  readonly rosterReadAt?: string;
  /** The bot was removed, or the team deleted: nothing is sent there. Archived ones are read-only. */
  readonly gone?: true;
  readonly archived?: true;
  /** Somebody in the team said which network it is; a coordinator of that network has not confirmed it yet. */
  readonly proposal?: LinkProposal;
  /** Posts in the team that ask for a confirmation, as long as they have buttons. */
  readonly asks?: readonly LinkAsk[];
};

export type LinkProposal = {
  readonly network: string;
  /** Channel ids; undefined: the team's first. */
  readonly forum?: string;
  readonly announcements?: string;
};

/** A post, which stands where the proposal was made. */
export type LinkAsk = {
  readonly network: string;
  readonly language: Language;
  readonly address: ConversationAddress;
  /** ISO. */
  readonly at: string;
};

/** A member as whoever sends them something needs to know them. */
export type Recipient = {
  /** `tenant:person`; the partition of their documents. */
  readonly key: string;
  readonly tenant: string;
  readonly person: string;
  readonly name: string;
  readonly isGuest: boolean;
  readonly userId?: string;
  /** Their personal chat, once it is known. */
  readonly address?: ConversationAddress;
  /** How a chat is opened with them; undefined: there is no way. */
  readonly door?: Door;
  /** The forum of a team they belong to: where they can be mentioned if no chat reaches them. */
  readonly channel?: ConversationAddress;
  /** They blocked the bot: nothing is sent until they write again. */
  readonly isClosed: boolean;
  /** Chosen, or the one of their last message, or of their client; undefined: the network's. */
  readonly language?: Language;
  /** Of their client; preferences may name another. */
  readonly timeZone?: string;
  readonly preferences: Preferences;
};

/** A linked team whose members nobody could read, ever: none of them is known, unless another team has them. */
export type UnreadTeam = { readonly id: string; readonly name?: string };

/** Stands among the recipients for members who are not there. */
export type Unread = { readonly unread: UnreadTeam };

export const isUnread = (found: Recipient | Unread): found is Unread => "unread" in found;

export type ChannelUse = "forum" | "announcements";

export type Directory = {
  /** Takes in what changed since the last call (teams, rosters); called by a job and before ready. */
  refresh(): Promise<void>;
  /** Ids of the networks an arrival belongs to, from memory. Empty: unknown, and nothing may be shown. */
  networksOf(arrival: Arrival): readonly string[];
  /** Ids of the networks a person is a member of, from memory. */
  networksOfPerson(tenant: string, person: string): readonly string[];
  teams(): readonly Team[];
  /** The linked teams of a network that can be posted to. */
  teamsOf(network: string): readonly Team[];
  /**
   * Where a network's channel posts go: one address for each linked team. `channel` is a use, or a channel's id,
   * which must belong to one of the teams (else none).
   */
  channelsOf(network: string, channel: string): readonly ConversationAddress[];
  /**
   * Everyone in the rosters of a network's linked teams, guests included, each once. Rosters older than an hour are
   * read again first; where that fails or takes long the known one serves. Teams for which there is none come last,
   * after one more attempt to read them. Streamed.
   */
  recipients(network: string): AsyncIterable<Recipient | Unread>;
  /** The same teams, as far as is known now; from memory. */
  unreadTeams(network: string): readonly UnreadTeam[];
  recipient(tenant: string, person: string): Promise<Recipient | undefined>;
  /** Everyone a team's roster names, from memory. */
  rosterOf(teamId: string): readonly RosterMember[];
};
