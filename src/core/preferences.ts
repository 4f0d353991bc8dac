/** What a member wants to be sent, and when. Kept in the member's own document. */
export type Preferences = {
  /** Tags they want to hear of; empty: everything. */
  readonly topics: readonly string[];
  /** Tags they want to hear no more of, from announcements. */
  readonly mutedTopics?: readonly string[];
  readonly reminders: boolean;
  /** One lead time of their own, in minutes, in place of the meeting's. */
  readonly remindMinutes?: number;
  /** Personal messages wait from … to … (HH:MM in their zone); equal: no quiet hours. Undefined: the network's. */
  readonly quietFrom?: string;
  readonly quietTo?: string;
  /** IANA name; undefined: their client's, else the network's. */
  readonly timeZone?: string;
  /** YYYY-MM-DD, inclusive: until the end of this day nothing is sent on Kollega's own. */
  readonly pausedUntil?: string;
};

export const defaultPreferences: Preferences = { topics: [], reminders: true };

/** What holds where neither member nor network says otherwise. */
export const defaultQuietHours = { from: "20:00", to: "07:00" } as const;
