/**
 * What the house needs from outside, in its own words. Every port has one contract suite in test/contracts
 * that each of its adapters passes.
 */
import type { ConversationAddress } from "./address.ts";
import type { Term } from "./content.ts";
import type { Document } from "./document.ts";
import type { Language } from "./language.ts";
import type { Card } from "./reply.ts";
import type { TermName } from "./term-names.ts";

export type { ConversationAddress, Document };

/** The containers of design.md 4; what a partition is in each stands there. */
export type Container = "content" | "members" | "conversations" | "deliveries" | "claims" | "audit";

export const containers: readonly Container[] = [
  "content",
  "members",
  "conversations",
  "deliveries",
  "claims",
  "audit",
];

/** A document as it was read: `etag` names the version, and is needed to replace or delete it. */
export type Stored<T extends Document = Document> = {
  readonly doc: T;
  readonly etag: string;
};

/** One condition on a top-level field. Several conditions of a query must all hold. */
export type Condition =
  | { readonly field: string; readonly equals: string | number | boolean }
  | {
      readonly field: string;
      /** Inclusive. */
      readonly from?: string | number;
      /** Exclusive. */
      readonly before?: string | number;
    };

export type Query = {
  readonly container: Container;
  readonly partition: string;
  readonly where?: readonly Condition[];
  /** A top-level field with values of one type; without it the order is unspecified but stable between pages. Ties are ordered by id. */
  readonly orderBy?: { readonly field: string; readonly descending?: boolean };
  /** How many documents a page holds at most; 100 unless told. */
  readonly limit?: number;
  /** Where the page before ended (`Page.next`). */
  readonly after?: string;
};

export type Page<T extends Document = Document> = {
  readonly items: readonly Stored<T>[];
  /** Set if there is more. */
  readonly next?: string;
};

/** What changed in a partition. Deleted content shows itself as a tombstone document (see `Documents.changes`). */
export type Changes<T extends Document = Document> = {
  readonly items: readonly Stored<T>[];
  /** Give it to the next call. */
  readonly mark: string;
};

export type WriteOptions = {
  /** From this moment every read acts as if the document were not there; the store removes it later. */
  readonly expiresAt?: Date;
};

/**
 * Documents in partitions, with optimistic concurrency and no transaction across documents.
 * Ids and partition keys are any strings up to 200 characters; the adapter encodes what its store cannot take.
 * A store that cannot be reached throws `BotError("store-unavailable")`; a conflict is a value, never an error.
 */
export interface Documents {
  read<T extends Document>(
    container: Container,
    partition: string,
    id: string,
  ): Promise<Stored<T> | undefined>;
  /**
   * "exists" if a live document has the id; one that has expired is in nobody's way. Throws `MaybeThere` if the store
   * found the id taken and cannot be asked by what.
   */
  create<T extends Document>(
    container: Container,
    partition: string,
    doc: T,
    options?: WriteOptions,
  ): Promise<Stored<T> | "exists">;
  /** "stale" if the document was changed, deleted or has expired since it was read. Without `expiresAt` the document no longer expires. */
  replace<T extends Document>(
    container: Container,
    partition: string,
    doc: T,
    etag: string,
    options?: WriteOptions,
  ): Promise<Stored<T> | "stale">;
  /** "stale" as in `replace`; deleting leaves nothing behind: who wants others to see it replaces by a tombstone that expires. */
  delete(
    container: Container,
    partition: string,
    id: string,
    etag: string,
  ): Promise<"deleted" | "stale">;
  query<T extends Document>(query: Query): Promise<Page<T>>;
  /**
   * Documents of the partition created or replaced since `mark`, oldest change first, each with its latest state only;
   * without a mark, all of them. One change may be seen twice (stores with coarse clocks look back a little), never missed.
   */
  changes<T extends Document>(
    container: Container,
    partition: string,
    mark?: string,
  ): Promise<Changes<T>>;
  /** Deletes every document of a partition, expired ones too. May be called again after it was cut off. */
  purge(container: Container, partition: string): Promise<void>;
}

/** All time in the house comes from here. */
export interface Clock {
  now(): Date;
  /** Resolves after `ms`; a test's clock decides when that is. */
  sleep(ms: number): Promise<void>;
}

/** Structured log. Fields carry ids and counts, never message texts, names or secrets. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** What became of one call to the connector. */
export type Delivered =
  | { readonly state: "delivered"; readonly activityId?: string }
  | { readonly state: "throttled"; readonly retryAfterMs?: number }
  | {
      readonly state: "refused";
      readonly reason: "blocked" | "not-installed" | "gone" | "too-big" | "forbidden" | "invalid";
      /** The HTTP status, where there was an answer: for reports and the log. */
      readonly status?: number;
    }
  /** It may or may not have been taken: no answer, or one that does not say. */
  | { readonly state: "unknown"; readonly cause: string };

/** What became of asking for something that is not a message. */
export type Fetched<T> = { readonly state: "done"; readonly value: T } | Undelivered;
export type Undelivered = Exclude<Delivered, { readonly state: "delivered" }>;

/** Someone who is named in a message so that Teams tells them. */
export type Mention = { readonly userId: string; readonly name: string };

/** A person as a team's roster names them. */
export type RosterMember = {
  readonly tenant: string;
  /** The Entra object id in lower case, or the channel's own id for someone without one. */
  readonly person: string;
  /** Teams' own id of the person for this bot (`29:…`). */
  readonly userId: string;
  readonly name: string;
  readonly isGuest: boolean;
};

/** By which names Teams knows somebody: asked for where it has to be sure who it is, and never stored. */
export type MemberAccount = Pick<RosterMember, "person" | "isGuest"> & {
  /** The user principal name; a guest's carries the mark of another directory. */
  readonly signInName?: string;
  readonly email?: string;
};

export type TeamChannel = { readonly id: string; readonly name?: string };

/** Where a team or a person is reached before any conversation with them is known. */
export type Door = Pick<
  ConversationAddress,
  "serviceUrl" | "channel" | "botId" | "botName" | "tenant"
>;

/** Sends cards. No SDK type and no SDK error crosses it; it never repeats a call by itself. */
export interface Messenger {
  /**
   * To a channel's id without `;messageid=` it begins a new thread. `mentions` are named in one line that the
   * platform adds to the card.
   */
  send(
    address: ConversationAddress,
    card: Card,
    options?: { readonly replyToId?: string; readonly mentions?: readonly Mention[] },
  ): Promise<Delivered>;
  /** Replaces a message of the bot's own. */
  update(
    address: ConversationAddress,
    activityId: string,
    card: Card,
    options?: { readonly mentions?: readonly Mention[] },
  ): Promise<Delivered>;
  /** Deletes a message of the bot's own. */
  remove(address: ConversationAddress, activityId: string): Promise<Delivered>;
  /** Opens the personal chat with someone, or finds the one there is: may be repeated freely. */
  openChat(door: Door, userId: string): Promise<Fetched<ConversationAddress>>;
  /** One page of a team's (or a chat's) roster. `after` is the `next` of the page before. */
  roster(
    door: Door,
    teamId: string,
    after?: string,
  ): Promise<Fetched<{ readonly members: readonly RosterMember[]; readonly next?: string }>>;
  /** Somebody in a conversation (of a channel: its team), by Teams' own id or the Entra object id. */
  member(door: Door, conversationId: string, id: string): Promise<Fetched<MemberAccount>>;
  /** The channels of a team that the bot may see; the first, which Teams leaves nameless, is the general one. */
  channels(door: Door, teamId: string): Promise<Fetched<readonly TeamChannel[]>>;
}

/** One text to be found. `key` is unique over all kinds and languages. */
export type SearchItem = {
  readonly key: string;
  readonly language: Language;
  /** The network it belongs to; undefined: shared, found from every network. */
  readonly network?: string;
  readonly title: string;
  /** Other questions that this text answers. */
  readonly questions: readonly string[];
  readonly text: string;
  readonly tags: readonly string[];
  /** Names of organisations and places, in every language they have. */
  readonly names: readonly string[];
};

/** A person to be found by name, organisation, role, topic or phone number; the same record serves all languages. */
export type PersonItem = {
  readonly key: string;
  readonly network?: string;
  readonly name: string;
  readonly organisations: readonly string[];
  readonly role: string;
  readonly topics: readonly string[];
  readonly phone?: string;
};

/** A concept with its names; they are also what a question's words are translated by. */
export type TermItem = {
  readonly key: string;
  /** The network it belongs to; undefined: shared. */
  readonly network?: string;
  /** The shipped collection it belongs to, if it is none of a network's own. */
  readonly collection?: string;
  readonly term: Term;
};

/** How a concept was found, best first: by its name, by a form of it, by a slip of the pen, by a part of it. */
export type TermMatch = "exact" | "inflected" | "misspelt" | "part";

export type TermHit = {
  readonly item: TermItem;
  /** The name by which it was found. */
  readonly name: TermName;
  readonly match: TermMatch;
  /** How alike what was sought and the name are, up to 1: comparable within one kind of match. */
  readonly score: number;
};

export type TermQuery = {
  readonly text: string;
  /** Whose terms may be found, besides the shared ones. */
  readonly networks: readonly string[];
  readonly collections: readonly string[];
  /** Names in this language alone. */
  readonly language?: Language;
};

/** Where in a text a concept is named. Several concepts may bear the name. */
export type TermPlace = {
  /** As written there. */
  readonly text: string;
  readonly start: number;
  readonly hits: readonly TermHit[];
};

/** The in-memory index of term banks, over all languages at once (retrieval.md 7). Changes are visible to the next call. */
export interface TermIndex {
  put(items: readonly TermItem[]): void;
  /** Unknown keys are passed over. */
  remove(keys: readonly string[]): void;
  /**
   * Each concept once, by its best name. Exact before inflected before misspelt before part; of these a network's own
   * before shared ones before a collection's; then the likest.
   */
  find(
    query: TermQuery & {
      readonly limit: number;
      /** Exact and inflected ones alone: that costs next to nothing. */
      readonly sureOnly?: boolean;
    },
  ): readonly TermHit[];
  /** The names in a running text, exact or inflected, longest first where they overlap; in the order of the text. */
  inText(query: TermQuery & { readonly limit: number }): readonly TermPlace[];
  /** The parts of a compound that are terms, in their order; none unless they make up the whole, or its end. */
  partsOf(query: TermQuery): readonly TermPlace[];
  /** Goes on building for about so long and says whether more is to be done; what is not built yet a call builds itself. */
  build(forMs: number): boolean;
}

export type SearchHit = {
  readonly key: string;
  /** Share of the question's possible mass that the item covers: about 0 to 1, comparable over languages and kinds. */
  readonly score: number;
};

export type SearchQuery = {
  readonly text: string;
  /** Networks whose items may be found, besides the shared ones. */
  readonly networks: readonly string[];
  readonly limit: number;
};

/** The in-memory indexes (retrieval.md). Changes are visible to the next search. */
export interface SearchIndex {
  putTexts(items: readonly SearchItem[]): void;
  putPeople(items: readonly PersonItem[]): void;
  /** Terms by which a question's words are translated from now on, before all that the index knows by itself. */
  putTerms(items: readonly TermItem[]): void;
  /** Unknown keys are passed over. */
  remove(keys: readonly string[]): void;
  /**
   * Texts of one language, best first. `from` is the language of the question, if it is another one: its words are
   * translated, and the scores are those of the translation.
   */
  searchTexts(
    query: SearchQuery & { readonly language: Language; readonly from?: Language },
  ): readonly SearchHit[];
  /** People, best first; names and topics may be inflected, misspelt or written without dots. */
  searchPeople(query: SearchQuery): readonly SearchHit[];
  /**
   * The part of a text that answers a question best: whole sentences, at most about `maxLength` characters,
   * as they stand in the text.
   */
  passage(question: string, text: string, language: Language, maxLength: number): string;
  /** The language a text is written in; `prior` decides where the text alone does not (one word, a name). */
  detectLanguage(text: string, prior?: Language): Language;
}

/** Figures about what goes on, for `/metrics`. Labels are words of ours, never what people wrote. */
export interface Telemetry {
  turn(kind: string, outcome: string, seconds: number): void;
  answer(decision: "answer" | "choices" | "none"): void;
  /** How many deliveries of the outbox stand in each state, and how long the oldest one has been due (0: none is). */
  deliveries(counts: Readonly<Record<string, number>>, oldestSeconds: number): void;
}

/** A short, collision-free name for a longer text (a cryptographic digest, base64url). */
export type Digest = (text: string) => string;

/** A request as a route sees it. Header names are lower-case; `body` is complete and within the limit. */
export type HttpRequest = {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The address of the other end of the connection. */
  readonly peer: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** What stands behind the `?`; of a name that stands there twice the last. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string goes out as it is, anything else as JSON. */
  readonly body?: unknown;
};

export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** With `:name` for a part that is handed over in `params`. */
  readonly path: string;
  readonly handle: (request: HttpRequest) => Promise<HttpResponse> | HttpResponse;
};

/** What a refused request is told (design.md 9): a code and words, never what went wrong inside. */
export const httpError = (status: number, code: string, message: string): HttpResponse => ({
  status,
  body: { error: { code, message } },
});
