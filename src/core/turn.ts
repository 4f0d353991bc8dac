/** What someone did, in our own words: made once at the edge by the platform, read by every feature. */
import type { Network } from "./content.ts";
import type { Language } from "./language.ts";
import type { ChatMemory } from "./memory.ts";
import type { ConversationAddress, TeamChannel } from "./ports.ts";
import type { Preferences } from "./preferences.ts";
import type { JsonObject } from "./reply.ts";

/** The authenticated sender. `person` is the Entra object id, or the channel's own id for someone without one. */
export type Person = {
  readonly tenant: string;
  readonly person: string;
  readonly name: string;
  /** Teams' own id of the person for this bot (`29:…`). */
  readonly userId?: string;
};

export type Conversation = {
  readonly kind: "personal" | "group" | "channel";
  /** In a channel: the channel with the thread root, `<channel>;messageid=<root>`. */
  readonly id: string;
  readonly team?: { readonly id?: string; readonly aadGroupId?: string };
};

type ArrivalBase = {
  /** The activity's id; the same activity sent again carries the same one. */
  readonly id: string;
  readonly actor: Person;
  readonly conversation: Conversation;
  /** Where an answer goes. */
  readonly address: ConversationAddress;
  readonly locale?: string;
  /** IANA name of the zone the person's client is set to. */
  readonly timeZone?: string;
};

export type Asked = ArrivalBase & {
  readonly type: "message";
  /** Without the mention of the bot, control characters and surrounding space. */
  readonly text: string;
};

export type Pressed = ArrivalBase & {
  readonly type: "action";
  readonly verb: string;
  /** What the card carried and the inputs held: client-made, so ids to look up, never rights or truth. */
  readonly data: JsonObject;
  /** The card's key, good once for each act. */
  readonly key?: string;
  /** "execute" waits for an answer that replaces the card; "submit" gets a message. */
  readonly via: "execute" | "submit";
};

export type Joined = ArrivalBase & {
  readonly type: "joined";
  /** True if the bot itself was added: to a team, a chat, or by a person for themselves. */
  readonly bot: boolean;
  readonly about?: EventDetails;
};

/**
 * Something that happened to a team, a channel or the bot's installation (platform.md 1.6). `name` is Teams' own:
 * `channelData.eventType`, `installation add`, or the activity's type; most need no answer.
 */
export type Happened = ArrivalBase & {
  readonly type: "event";
  readonly name: string;
  /** What it happened to, as far as Teams says. */
  readonly about?: EventDetails;
};

export type EventDetails = {
  readonly team?: { readonly id: string; readonly aadGroupId?: string; readonly name?: string };
  readonly channel?: TeamChannel;
  /** Ids as Teams gives them (`29:…`), the bot's own left out. */
  readonly membersAdded?: readonly string[];
  readonly membersRemoved?: readonly string[];
  /** True if the bot itself was added, or removed. */
  readonly botAdded?: true;
  readonly botRemoved?: true;
  /** The installed version of the app, in a personal chat. */
  readonly appVersion?: string;
};

/** What the platform hands over. */
export type Arrival = Asked | Pressed | Joined | Happened;

/** What is known about an arrival before the features see it. */
export type Setting = {
  readonly at: Date;
  /** Where the actor belongs, and so what may be found; in a channel the team's network. */
  readonly networks: readonly Network[];
  /** The language to answer in. */
  readonly language: Language;
  /** The language the message is written in; for anything but a message the language of the answer. */
  readonly writtenIn: Language;
  readonly memory: ChatMemory;
  /** The actor's own. */
  readonly preferences: Preferences;
  /** The store could not be asked: the memory is empty, whatever was said before. */
  readonly memoryIsOutOfReach: boolean;
};

export type Turn = Arrival & Setting;
export type MessageTurn = Asked & Setting;
export type ActionTurn = Pressed & Setting;
