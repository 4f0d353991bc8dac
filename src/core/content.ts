/** The words every feature shares for what networks know. Shapes are those of the import columns (design.md 8). */
import type { ConversationAddress } from "./address.ts";
import type { Document } from "./document.ts";
import type { Language } from "./language.ts";

export type Network = {
  readonly id: string;
  readonly nameSv: string;
  readonly nameFi: string;
  readonly nameEn: string;
  /** Entra object ids. */
  readonly coordinators: readonly string[];
  readonly languages: readonly Language[];
  /** IANA name. */
  readonly timeZone: string;
  /** `<team id>[|<forum channel id>[|<announcements channel id>]]` */
  readonly teams: readonly string[];
};

/** One language version of something that works, described so that others can do it. Dates are YYYY-MM-DD. */
export type Practice = {
  readonly id: string;
  readonly language: Language;
  readonly network?: string;
  readonly title: string;
  readonly summary?: string;
  readonly body: string;
  readonly questions: readonly string[];
  readonly tags: readonly string[];
  readonly organisation?: string;
  readonly date?: string;
  readonly source?: string;
  /** https only. */
  readonly sourceUrl?: string;
  /** Ids of contacts. */
  readonly contacts: readonly string[];
  readonly owner?: string;
  readonly reviewBy?: string;
  readonly status: "published" | "draft" | "archived";
};

/** A person who agreed to be found: `consent` is the day they did. */
export type Contact = {
  readonly id: string;
  readonly network?: string;
  readonly name: string;
  readonly consent: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly organisationFi?: string;
  readonly organisationSv?: string;
  readonly topics: readonly string[];
  readonly languages: readonly Language[];
  readonly email?: string;
  readonly phone?: string;
  /** The sign-in name: chat links take only that. */
  readonly teamsId?: string;
};

/** A concept with its names in each language; at least one of `sv`, `fi`, `en` (the recommended ones) is there. */
export type Term = {
  readonly id: string;
  readonly network?: string;
  readonly sv?: string;
  readonly fi?: string;
  readonly en?: string;
  /** Accepted besides. */
  readonly svAlso: readonly string[];
  readonly fiAlso: readonly string[];
  readonly enAlso: readonly string[];
  /** Not to be used. */
  readonly svAvoid: readonly string[];
  readonly fiAvoid: readonly string[];
  readonly enAvoid: readonly string[];
  readonly definitionSv?: string;
  readonly definitionFi?: string;
  readonly definitionEn?: string;
  readonly domain?: string;
  readonly source?: string;
  /** Organisations that use it. */
  readonly usedBy: readonly string[];
  readonly note?: string;
};

/** A message of a thread, as far as it is kept: `id` is Teams' own. */
export type ThreadMessage = {
  readonly id: string;
  /** `tenant:person`; undefined: the bot does not know. */
  readonly author?: string;
  readonly text: string;
  /** ISO. */
  readonly at: string;
  readonly editedAt?: string;
  /** The "svar:" before it was taken off, as it is from later versions of it. */
  readonly isWithoutMark?: true;
};

/** A question in the forum with its thread. */
export type Discussion = {
  readonly id: string;
  readonly network: string;
  readonly language: Language;
  readonly status: "open" | "answered" | "closed";
  readonly question: ThreadMessage;
  /** In the channel: `<channel>;messageid=<root>`. */
  readonly thread: ConversationAddress;
  /** Opens the thread in Teams; https. */
  readonly link?: string;
  readonly replies: readonly ThreadMessage[];
  /** Id of the reply that was marked as the answer. */
  readonly answer?: string;
  /** `tenant:person` of who marked it. */
  readonly answeredBy?: string;
  readonly topics: readonly string[];
  /** ISO. */
  readonly openedAt: string;
  /** ISO: when what the thread's card shows last changed. */
  readonly changedAt: string;
  /** ISO: when it was last opened again, by hand or because its answer was deleted. */
  readonly reopenedAt?: string;
  /** ISO of the nudges since it was opened, or opened again. */
  readonly nudgedAt: readonly string[];
  /** ISO: when the present answer was marked. */
  readonly answeredAt?: string;
  /** Whether the answer's author agreed that it is kept; undefined: not asked yet. */
  readonly consent?: "asked" | "given" | "refused";
  /** Of the draft that the answer became, and what the coordinators made of it. */
  readonly draft?: string;
  readonly decision?: {
    readonly state: "approved" | "rejected";
    readonly kind: Draft["kind"];
    readonly reason?: string;
    /** ISO. */
    readonly decidedAt?: string;
  };
  /** The answer that was deleted in Teams, so that the question is open again. */
  readonly lostAnswer?: string;
  /** It was asked in a chat, so that Kollega begins the thread itself. */
  readonly isPostedByUs?: true;
  /** It asks what a term is called: an answer becomes a draft term. */
  readonly term?: AskedTerm;
  readonly closedBecause?: "closed" | "deleted" | "not-posted";
};

/** A term that somebody looked for, and into which language. */
export type AskedTerm = {
  readonly text: string;
  readonly from?: Language;
  readonly to?: Language;
};

/** A proposal that waits on the coordinator's list. `row` are the import columns of what it would become. */
export type Draft = {
  readonly id: string;
  readonly network: string;
  /** What it would become: the import's own word. */
  readonly kind: "practices" | "terms" | "contacts";
  readonly row: { readonly [column: string]: string | readonly string[] };
  /** `tenant:person` of who proposed it. */
  readonly proposedBy: string;
  /** ISO. */
  readonly proposedAt: string;
  /** The discussion it came from. */
  readonly discussion?: string;
  /** Opens the thread in Teams; https. */
  readonly link?: string;
  /** Whether the answer's author agreed that it is kept. */
  readonly consent: "given" | "asked" | "refused" | "not-needed";
  readonly state: "waiting" | "approved" | "rejected";
  readonly reason?: string;
  /** `tenant:person` of the coordinator who decided, and when (ISO). */
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** ISO: what follows from the decision is seen to, and everybody is told. */
  readonly settledAt?: string;
};

/** A question that nobody could answer, without its asker. */
export type Gap = {
  readonly text: string;
  readonly language: Language;
  /** ISO. */
  readonly at: string;
  /** Where its asker belongs. */
  readonly networks?: readonly string[];
  /** `tenant:person` of the coordinator who took it off the list, and when (ISO). */
  readonly doneBy?: string;
  readonly doneAt?: string;
};

/** A thing that can be shown and pressed, named so that it is found again. */
export type Reference = {
  readonly kind: "practice" | "contact" | "term" | "discussion";
  readonly id: string;
  readonly network?: string;
  readonly language?: Language;
};

/** Content as it lies in the store: one document per network, kind, id and (practices) language. */
export type ContentDocument<T = unknown> = Document & {
  readonly value: T;
  /** A tombstone, which expires: others learn from it that the content is gone. */
  readonly deleted?: true;
  /** ISO: when somebody added it in chat. What an import brings is not told as news. */
  readonly addedAt?: string;
};

export const erasedType = "erased";

/**
 * Tells, in a partition, that content of a type (`of`) was taken away whose very id may be a name, so that no tombstone
 * says which (erase-content.ts). `isOpen`: begun, and if whoever began it died, to be done again.
 */
export type Erased = Document & {
  readonly type: typeof erasedType;
  readonly of: string;
  readonly isOpen: boolean;
};

/** Where content without a network lies. Network ids never begin with an underscore. */
export const sharedPartition = "_shared";
/** Where the networks themselves lie. */
export const networksPartition = "_networks";

export const partitionOf = (network: string | undefined): string => network ?? sharedPartition;

export const networkName = (network: Network, language: Language): string =>
  language === "sv" ? network.nameSv : language === "fi" ? network.nameFi : network.nameEn;

/** Of several language versions the one in `wanted`, else Swedish, Finnish, English in that order. */
export function bestVersion<T extends { readonly language: Language }>(
  versions: readonly T[],
  wanted: Language,
): T | undefined {
  const order: readonly Language[] = [wanted, "sv", "fi", "en"];
  for (const language of order) {
    const version = versions.find((one) => one.language === language);
    if (version) return version;
  }
  return undefined;
}

/** The organisation's name in a language, else in whatever language it is known. */
export function organisationOf(contact: Contact, language: Language): string {
  const own =
    language === "fi"
      ? contact.organisationFi
      : language === "sv"
        ? contact.organisationSv
        : undefined;
  return own ?? contact.organisation ?? contact.organisationFi ?? contact.organisationSv ?? "";
}

/** Role and organisation in one line. */
export const contactLine = (contact: Contact, language: Language): string =>
  [contact.role, organisationOf(contact, language)].filter(Boolean).join(", ");

/** The reply that was marked as the answer, as far as its words are kept. */
export const answerOf = ({ answer, replies }: Discussion): ThreadMessage | undefined =>
  answer === undefined ? undefined : replies.find(({ id }) => id === answer);
