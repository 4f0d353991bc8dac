/** What someone did, in our own words: made once at the edge by the platform, read by every feature. */
import type { Network } from "./content.ts";
import type { Language } from "./language.ts";
import type { ChatMemory } from "./memory.ts";
import type { ConversationAddress } from "./ports.ts";
import type { JsonObject } from "./reply.ts";

/** The authenticated sender. `person` is the Entra object id, or the channel's own id for someone without one. */
export type Person = {
  readonly tenant: string;
  readonly person: string;
  readonly name: string;
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
};

/** Something that is noted and needs no answer. */
export type Happened = ArrivalBase & { readonly type: "event"; readonly name: string };

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
  /** The store could not be asked: the memory is empty, whatever was said before. */
  readonly memoryIsOutOfReach: boolean;
};

export type Turn = Arrival & Setting;
export type MessageTurn = Asked & Setting;
export type ActionTurn = Pressed & Setting;
