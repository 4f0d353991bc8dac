import type { Collection, CollectionId } from "../../core/collections.ts";
import type { Directory } from "../../core/directory.ts";
import type { Finding, Library } from "../../core/library.ts";
import type { AskNetwork } from "../../core/network-question.ts";
import type { Outbox } from "../../core/outbox/outbox.ts";
import type { Clock, Documents, SearchIndex, Telemetry, TermIndex } from "../../core/ports.ts";
import type { ListItem } from "../../core/reply.ts";
import type { MessageTurn, SearchTurn, Turn } from "../../core/turn.ts";

export type TermsDeps = {
  /** For turns, and for jobs, which can wait for it. */
  readonly documents: Documents;
  readonly jobDocuments: Documents;
  readonly library: Library;
  readonly terms: TermIndex;
  /** Tells which language a word is in. */
  readonly index: Pick<SearchIndex, "detectLanguage">;
  readonly directory: Pick<Directory, "channelsOf">;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly telemetry: Pick<Telemetry, "answer">;
  /** The collections that come with the house. */
  readonly collections: readonly Collection[];
  /** Which of them a network uses. */
  readonly collectionsOf: (network: string) => readonly CollectionId[];
  /** Opens a question in the forum: the discussions feature's. */
  readonly askNetwork: AskNetwork;
  /** Practices and discussions that would answer a question; none if nothing comes near enough. */
  readonly answersTo: (turn: MessageTurn) => readonly Finding[];
  /** Practices and people for who is writing: the ask feature's. */
  readonly findOthers: (turn: SearchTurn) => readonly ListItem[];
  /** Whether somebody may change what belongs to a network (undefined: what is shared): the curation feature's. */
  readonly mayEdit?: (turn: Turn, network: string | undefined) => boolean;
};
