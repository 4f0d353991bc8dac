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
  /**
   * Whether it was said to the bot: always in a personal chat. Teams delivers what does not mention the bot only where
   * the app may read every message (RSC, platform.md 1.7): then it is overheard, and reaches features that hear it.
   */
  readonly isMentioned: boolean;
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
  /** The card lies in a dialog that a message action opened: what answers the press is shown in it. */
  readonly dialog?: FromMessage;
};

/** What a message action was chosen on. */
export type FromMessage = {
  /** The id of the action in the app's manifest. */
  readonly command: string;
  /** As the client gave it: what it says of text and author is the client's word. */
  readonly message?: ShownMessage;
};

/** A message of somebody's, as their colleague's client hands it over. */
export type ShownMessage = {
  readonly id: string;
  /** Without markup and control characters. */
  readonly text: string;
  readonly subject?: string;
  readonly author?: {
    readonly name: string;
    /** Entra object id in lower case; a bot or an app has none. */
    readonly person?: string;
  };
  /** The first message of its thread in a channel, itself if it is the first. */
  readonly threadRoot?: string;
  /** Opens it in Teams; https. */
  readonly link?: string;
  /** ISO 8601. */
  readonly createdAt?: string;
};

/**
 * A message action ("…" on somebody's message). "open": the first `dialog` or `card` is shown in a dialog, a `sentence`
 * in a small one. "submit": the action has no dialog, or one without buttons of ours; a button with a verb in a dialog
 * is `Pressed`. The bot need not be in the conversation: say what is for the actor with `to: "person"`.
 */
export type MessageAction = ArrivalBase &
  FromMessage & {
    readonly type: "message-action";
    readonly stage: "open" | "submit";
    readonly data: JsonObject;
    /** The dialog's key, good once. */
    readonly key?: string;
  };

/** Something is looked up while writing (message extension). Changes nothing, is not claimed and remembers nothing. */
export type Searched = ArrivalBase & {
  readonly type: "search";
  readonly command: string;
  /** Empty when the list is opened, before anything is written. */
  readonly query: string;
  readonly skip: number;
  /** How many Teams shows at most. */
  readonly count: number;
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

/**
 * Somebody's message was edited, deleted, or taken back from deletion; the conversation is its thread. Its `id` is the
 * change's own, `message.id` that of the message. Comes for messages the bot could read, in no sure order.
 */
export type MessageChanged = ArrivalBase & {
  readonly type: "message-changed";
  readonly change: "edited" | "restored" | "deleted";
  readonly message: {
    readonly id: string;
    /** What it says now, without the mention of the bot; of a deleted one nothing. */
    readonly text?: string;
  };
  /** ISO 8601, as the channel says: the later change counts. */
  readonly changedAt?: string;
};

/** What the platform hands over. */
export type Arrival =
  | Asked
  | Pressed
  | MessageAction
  | Searched
  | Joined
  | Happened
  | MessageChanged;

/** What need not concern the bot: nothing is said or kept unless a feature hears it. */
export type Heard = Happened | Joined | MessageChanged | Asked;

/** What is known about an arrival before the features see it. */
export type Setting = {
  readonly at: Date;
  /** Where the actor belongs, and so what may be found; in a channel the team's network. */
  readonly networks: readonly Network[];
  /** The language to answer in. */
  readonly language: Language;
  /** The language of the message, or of the one an action was chosen on; for anything else that of the answer. */
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
export type MessageActionTurn = MessageAction & Setting;
export type SearchTurn = Searched & Setting;
