/** The words every feature shares for what networks know. Shapes are those of the import columns (design.md 8). */
import type { Language } from "./language.ts";
import type { Document } from "./ports.ts";

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

/** A thing that can be shown and pressed, named so that it is found again. */
export type Reference = {
  readonly kind: "practice" | "contact";
  readonly id: string;
  readonly network?: string;
  readonly language?: Language;
};

/** Content as it lies in the store: one document per network, kind, id and (practices) language. */
export type ContentDocument<T = unknown> = Document & {
  readonly value: T;
  /** A tombstone, which expires: others learn from it that the content is gone. */
  readonly deleted?: true;
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
