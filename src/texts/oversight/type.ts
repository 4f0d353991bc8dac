/** What is said about figures and about who did what; part of `Texts` (all-texts.ts). */
export type OversightTexts = {
  readonly statistics: {
    readonly heading: string;
    readonly intro: string;
    readonly mayOnly: string;
    readonly month: (month: string) => string;
    readonly questions: string;
    readonly answered: string;
    readonly choices: string;
    readonly unanswered: string;
    readonly opinions: string;
    readonly up: string;
    readonly down: string;
    readonly gaps: string;
    readonly sent: string;
    readonly reminders: string;
    readonly announcements: string;
    readonly reached: (delivered: number, intended: number) => string;
    readonly audit: string;
    /** In place of what a turn could not wait for. */
    readonly counting: string;
    readonly noPerson: string;
    readonly openedInChat: string;
  };
  readonly audit: {
    readonly heading: (network: string) => string;
    readonly intro: string;
    readonly empty: string;
    readonly older: string;
    readonly shared: string;
    readonly mayOnly: string;
    readonly button: string;
    readonly unknownPerson: string;
    /** In place of the name of a contact entry that is there no more. */
    readonly goneContact: string;
    /** Their name was not found in time. */
    readonly unnamed: string;
    readonly notAllNames: string;
    readonly commandLine: string;
    readonly kollega: string;
    readonly export: string;
  };
  /** By what the audit calls them. */
  readonly acts: Readonly<Record<string, string>>;
  /** What was imported or proposed. */
  readonly kinds: Readonly<Record<string, string>>;
  /** What is told of an act, by the name of a field; what has no words here is told in the file alone. */
  readonly fields: Readonly<Record<string, string>>;
};
