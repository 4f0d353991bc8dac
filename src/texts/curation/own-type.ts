/** What people are told about their own contact entry. Names may be "". */
export type OwnEntryTexts = {
  /** The button that leads there. */
  readonly open: string;
  readonly heading: string;
  /** `network` "": it is found from every network. */
  readonly intro: (network: string) => string;
  readonly remove: string;
  readonly removeHeading: string;
  readonly removeHint: string;
  readonly removeNow: string;
  readonly keep: string;
  readonly removedHeading: string;
  readonly removed: (coordinators: string) => string;
  /** The e-mail address is changed by which they are known. */
  readonly losing: string;
  readonly saveAnyway: string;
  readonly lost: string;
  readonly chooseHeading: string;
  readonly choose: string;
  readonly noneHeading: string;
  readonly none: (coordinators: string) => string;
  readonly notYours: string;
  /** Teams does not say who they are. */
  readonly unsure: string;
};
