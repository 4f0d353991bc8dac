/** What a feature is: one folder that takes a turn and returns what to say. `app.ts` plugs them together. */
import type { ContentDocument, Network } from "./content.ts";
import type { Language } from "./language.ts";
import type { MemoryChange } from "./memory.ts";
import type { LastLook } from "./outbox/delivery.ts";
import type { PersonalDataSource } from "./personal-data.ts";
import type { Documents, PersonItem, Route, SearchItem, TermItem } from "./ports.ts";
import type { Preferences } from "./preferences.ts";
import type { JsonObject, Reply } from "./reply.ts";
import type { ColumnFault, Row } from "./rows.ts";
import type { Heard, Turn } from "./turn.ts";

/** What became of a turn: what to say, and what to keep. */
export type Outcome = {
  readonly replies: readonly Reply[];
  /** What is kept in place of the first reply, where that may not be: the same press again is answered with it. */
  readonly repeat?: Reply;
  readonly remember?: MemoryChange;
  /** The person's chosen language from now on. */
  readonly chosenLanguage?: Language;
  /** What the person wants to be sent, from now on; all of it, not only what changed. */
  readonly preferences?: Preferences;
  /** For the metrics: what kind of thing was done, such as "answer". */
  readonly label: string;
};

/** How content of one type becomes something that can be found. */
export type ContentKind = {
  readonly type: string;
  readonly texts?: (doc: ContentDocument) => readonly SearchItem[];
  readonly people?: (doc: ContentDocument) => readonly PersonItem[];
  readonly terms?: (doc: ContentDocument) => readonly TermItem[];
};

/** One row of an import, parsed: the document it becomes, or what is wrong with it. */
export type ParsedRow =
  | {
      readonly ok: true;
      readonly partition: string;
      readonly doc: ContentDocument<JsonObject>;
      /** What its importer should know although the row is taken: reported, not rejected. */
      readonly notes?: readonly ColumnFault[];
    }
  | { readonly ok: false; readonly faults: readonly ColumnFault[] };

export type ImportContext = {
  /** Ids of the networks there are. */
  readonly networks: readonly string[];
  /** Given on the command line: rows without a network belong to it. */
  readonly network?: string;
  readonly timeZone: string;
  /** More of a network than its id. Without it every network has the zone above. */
  readonly networkNamed?: (id: string) => Pick<Network, "languages" | "timeZone"> | undefined;
  /** Without it nothing counts as past. */
  readonly now?: Date;
};

/** What can be imported and exported by the command line, and later by the bot. */
export type ImportTarget = {
  /** The command line's word for it: practices, contacts … */
  readonly kind: string;
  /** The type of its documents. */
  readonly type: string;
  readonly columns: readonly string[];
  /** Columns that hold lists: arrays in jsonl, `;`-separated in tables. */
  readonly lists: readonly string[];
  readonly parse: (row: Row, context: ImportContext) => ParsedRow;
  /** A document's value for a table's cells, where an import would take what stands there for something else. */
  readonly inTable?: (value: JsonObject) => JsonObject;
  /** Makes one document of two of a file with the same id; without it the second is rejected. */
  readonly merge?: (
    first: ContentDocument<JsonObject>,
    next: ContentDocument<JsonObject>,
  ) => { readonly doc: ContentDocument<JsonObject>; readonly notes: readonly ColumnFault[] };
  /** Begins an import, and tells of each thing what its importer should know besides what is in its row. */
  readonly besides?: (documents: Documents) => (taken: Placed) => Promise<readonly ColumnFault[]>;
  /** Called before an import replaces what is in the store. `now` undefined: nobody told the time. */
  readonly keepEarlier?: (documents: Documents, before: Placed, now?: Date) => Promise<void>;
};

/** Content with the partition that it lies in. */
export type Placed = {
  readonly partition: string;
  readonly doc: ContentDocument<JsonObject>;
};

/** Something done again and again, by one instance at a time or by each (as it says). */
export type Job = {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
  /** Called once when the bot stops: ends what is under way and gives back what is held, within ten seconds. */
  readonly stop?: () => Promise<void>;
};

export type Feature = {
  readonly name: string;
  /** Undefined: not mine, ask the next one. */
  readonly take: (turn: Turn) => Promise<Outcome | undefined> | Outcome | undefined;
  /**
   * Whether it wants to take this event, or this message that was not said to the bot (`isMentioned` is false); what
   * no feature hears costs nothing, and what was overheard is taken only by who hears it.
   */
  readonly hears?: (heard: Heard) => boolean;
  readonly importTargets?: readonly ImportTarget[];
  readonly jobs?: readonly Job[];
  readonly routes?: readonly Route[];
  /** Everything it stores about people: whatever names a person in a document of its own. */
  readonly personalData?: readonly PersonalDataSource[];
  /** Of batches that it planned: who shall not be sent them after all. */
  readonly lastLook?: LastLook;
};
