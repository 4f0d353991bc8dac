/** What is said about what Kollega knows of people; part of `Texts` (all-texts.ts). */
import type { DataDescription } from "../../core/personal-data.ts";

/** The kinds of data of this house; features that came later describe theirs in their own texts. */
export type DataKind =
  | "profile"
  | "conversations"
  | "rosters"
  | "roles"
  | "deliveries"
  | "contacts"
  | "announcements"
  | "audit"
  | "links"
  | "practices";

/** Those that a network keeps as long as it says. */
type TimedKind = "answers" | "confirmations" | "opinions" | "gaps";

export type PrivacyTexts = {
  /** In place of the name of somebody who is forgotten. */
  readonly formerMember: string;
  /** The same for names in running text. */
  readonly former: { readonly name: string; readonly genitive: string };
  readonly kinds: Readonly<Record<DataKind, DataDescription>> &
    Readonly<
      Record<TimedKind, Omit<DataDescription, "kept"> & { readonly kept: (days: number) => string }>
    >;
  readonly lines: {
    readonly name: (name: string) => string;
    readonly language: (language: string) => string;
    readonly client: (what: string) => string;
    readonly chat: string;
    readonly blocked: string;
    readonly remindersOn: string;
    readonly remindersOff: string;
    readonly topics: (topics: string) => string;
    readonly mutedTopics: (topics: string) => string;
    readonly quiet: (hours: string) => string;
    readonly pausedUntil: (day: string) => string;
    readonly question: (text: string) => string;
    readonly team: (team: string, isGuest: boolean) => string;
    readonly unnamedTeam: string;
    readonly coordinator: (network: string) => string;
    readonly admin: string;
    readonly answer: (title: string, when: string, answer: "yes" | "maybe" | "no") => string;
    readonly confirmed: (title: string, day: string) => string;
    readonly opinion: (title: string, isUp: boolean) => string;
    readonly gap: (text: string, day: string) => string;
    readonly message: (
      day: string,
      kind: "reminder" | "announcement" | "other",
      state: string,
    ) => string;
    readonly states: Readonly<Record<string, string>>;
    readonly practice: (title: string) => string;
    readonly wrote: (title: string) => string;
    readonly approved: (title: string) => string;
    readonly link: string;
  };
  /** A contact entry with their name, which may be another person's. */
  readonly contactIfYou: (name: string) => string;
  readonly myData: {
    readonly heading: string;
    readonly intro: string;
    readonly nothing: string;
    readonly why: (why: string, kept: string) => string;
    readonly others: (count: number) => string;
    /** Under a kind of which a turn could not wait for all. */
    readonly notAll: string;
    readonly rights: string;
    readonly download: string;
    readonly open: string;
    readonly ready: string;
    readonly noAddress: string;
    readonly openedInChat: string;
    readonly gone: string;
    /** To the same press once more. */
    readonly givenAlready: string;
    /** In place of a link that could not be given at once. */
    readonly tooLate: string;
    readonly onlyOwn: string;
    readonly forget: string;
    readonly summary: (kinds: number) => string;
  };
  /** The page behind a download link. */
  readonly download: {
    readonly heading: string;
    readonly text: readonly string[];
    readonly button: string;
    readonly later: string;
  };
  readonly onCommandLine: {
    readonly erased: string;
    readonly failed: string;
    readonly lastCoordinator: string;
    /** Before a list of them. */
    readonly contactsLeft: string;
    readonly noContacts: string;
    readonly unknownName: string;
  };
  readonly forget: {
    readonly heading: string;
    readonly intro: string;
    readonly goesHeading: string;
    readonly goes: readonly string[];
    readonly staysHeading: string;
    readonly stays: readonly string[];
    readonly contactsTitle: string;
    readonly contactsText: string;
    readonly isMine: string;
    readonly confirm: string;
    readonly keep: string;
    readonly lastHeading: string;
    readonly lastText: (networks: string) => string;
    readonly lastHow: string;
    readonly toSettings: string;
    readonly doneHeading: string;
    readonly doneText: string;
    readonly doneAdmin: string;
    readonly contactsLeft: string;
    readonly old: string;
    /** What was ticked cannot be looked up. */
    readonly unsure: string;
  };
};
