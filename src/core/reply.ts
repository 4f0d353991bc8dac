import type { Language } from "./language.ts";

/** Plain data as it can be stored and sent. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The cards there are. Each has a template in cards/, and its name is the id of the card's first element. */
export type CardKind =
  | "answer"
  | "choices"
  | "nothing"
  | "contacts"
  | "contact"
  | "topics"
  | "help"
  | "welcome"
  | "refused"
  | "error"
  | "meetings"
  | "meeting"
  | "meeting-move"
  | "meeting-choice"
  | "meeting-editor"
  | "reminder"
  | "announcement-editor"
  | "announcement-preview"
  | "announcement"
  | "announcements"
  | "report"
  | "ask-network"
  | "discussion"
  | "discussions"
  | "term"
  | "terms"
  | "todo"
  | "todo-item"
  | "entry-editor"
  | "settings"
  | "link-team"
  | "my-data"
  | "forget"
  | "statistics"
  | "audit";

/**
 * A card as data: which template, and the values for it. Every string in `view` is plain text, already in the
 * card's language; the platform escapes it where a client would read it as markdown or a mention.
 */
export type Card = {
  readonly kind: CardKind;
  readonly language: Language;
  readonly view: JsonObject;
  /** The card in one plain sentence: shown in notifications and read by screen readers. */
  readonly summary: string;
};

/** What to say. */
export type Reply =
  /**
   * One card. As the answer to a card action it takes the place of the presser's card. With `to: "person"` it goes to
   * the actor's personal chat, wherever the turn was; if that cannot be reached they are told so, and the replies
   * after it are not said. `later`: the card carries what nothing may keep, so if it cannot be said at once this one
   * goes into the outbox in its place.
   */
  | {
      readonly type: "card";
      readonly card: Card;
      readonly to?: "person";
      readonly later?: Card;
    }
  /** Only as the answer to a card action: a sentence shown to the presser, the card stays. Of a dialog it is the end. */
  | { readonly type: "sentence"; readonly language: Language; readonly text: string }
  /** Only as the answer to a message action, or to a press in its dialog: a card with a title over it. */
  | { readonly type: "dialog"; readonly title: string; readonly card: Card }
  /** Only as the answer to a search, best first. */
  | { readonly type: "list"; readonly items: readonly ListItem[] };

/** Something found while writing: a line to choose by, and the card that then stands in the message. Plain texts. */
export type ListItem = { readonly title: string; readonly text?: string; readonly card: Card };
