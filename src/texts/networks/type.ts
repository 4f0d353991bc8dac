import type { CollectionId } from "../../core/collections.ts";

/** What is said about networks, settings and preferences; part of `Texts` (all-texts.ts). */
import type { Retained } from "../../core/network-settings.ts";

export type NetworksTexts = {
  /** Teams mode: the person is in no network, or the team is linked to none. */
  readonly strangerHeading: string;
  readonly strangerText: (networks: string) => string;
  /** Labels of the network's settings. */
  readonly heading: (network: string) => string;
  readonly intro: string;
  readonly chooseHeading: string;
  readonly chooseIntro: string;
  readonly network: string;
  readonly open: string;
  readonly namesTitle: string;
  readonly id: string;
  readonly nameSv: string;
  readonly nameFi: string;
  readonly nameEn: string;
  readonly languagesTitle: string;
  readonly languages: string;
  readonly timeZone: string;
  readonly quietTitle: string;
  readonly quietText: string;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly approvalTitle: string;
  readonly approvalText: string;
  readonly approvalAbove: string;
  /** How the forum is looked after. */
  readonly forumTitle: string;
  readonly forumText: string;
  readonly digestDay: string;
  readonly digestAt: string;
  readonly digestOff: string;
  readonly nudgeDays: string;
  readonly nudgeAfter: (days: number) => string;
  readonly nudgeNever: string;
  readonly offersLabel: string;
  readonly offersToAsk: string;
  readonly collectionsTitle: string;
  readonly collectionsText: string;
  readonly collections: string;
  readonly collectionNames: Readonly<Record<CollectionId, string>>;
  readonly retentionTitle: string;
  readonly retentionText: string;
  /** By what is kept, with the limits. */
  readonly retained: Readonly<Record<Retained, string>>;
  readonly badDays: (least: number, most: number) => string;
  readonly teamsTitle: string;
  readonly teamsText: string;
  readonly teams: string;
  readonly noTeams: string;
  /** Linked by an import; the bot has not met them. */
  readonly unmetTeams: (teams: string) => string;
  readonly unknownTeam: string;
  readonly teamTitle: (team: string) => string;
  readonly forum: string;
  readonly announcements: string;
  readonly firstChannel: string;
  readonly coordinatorsTitle: string;
  readonly coordinatorsText: string;
  readonly coordinators: string;
  readonly nobody: string;
  readonly proposalText: (team: string) => string;
  readonly save: string;
  readonly saved: string;
  readonly nothingChanged: string;
  readonly notSaved: string;
  /** Two changed the same settings. */
  readonly changedMeanwhile: string;
  readonly now: (value: string) => string;
  readonly empty: string;
  readonly toOwn: string;
  readonly toNetwork: string;
  readonly newNetwork: string;
  readonly newHeading: string;
  readonly newIntro: string;
  readonly created: (network: string) => string;
  readonly idTaken: (id: string) => string;
  readonly noLanguage: string;
  readonly noCoordinator: string;
  readonly badTime: (value: string) => string;
  readonly bothTimes: string;
  readonly badLimit: string;
  readonly badDay: (value: string) => string;
  readonly pastDay: (value: string) => string;
  /** Said where the settings were asked for among others. */
  readonly openedInChat: string;
  readonly mayOnly: (network: string) => string;
  readonly mayOnlyThese: (names: string) => string;
  readonly mayOnlyAdmin: string;
  readonly stale: string;
  /** Linking a team. */
  readonly linkHeading: string;
  readonly linkIntro: string;
  readonly linkEmpty: string;
  /** Only the general channel can be chosen for now. */
  readonly linkChannelsUnread: string;
  /** Under a question that nobody can answer any more, for another proposal took its place. */
  readonly linkReplaced: string;
  readonly linkPropose: string;
  readonly linkChoose: string;
  readonly linkProposed: (network: string) => string;
  readonly linkConfirmHeading: (network: string) => string;
  readonly linkConfirmText: string;
  readonly linkConfirm: string;
  readonly linkedHeading: (network: string) => string;
  readonly linkedText: string;
  readonly alreadyLinked: (network: string) => string;
  readonly notYourTeam: string;
  readonly foreignTeam: string;
  /** A member's own choices. */
  readonly ownHeading: string;
  readonly ownIntro: string;
  /** Topics that somebody wants no more announcements about. */
  readonly mutedTopics: string;
  readonly muted: (topics: string) => string;
  readonly ownSaved: string;
  readonly language: string;
  readonly topicsTitle: string;
  readonly topicsText: string;
  readonly topics: string;
  readonly topicsOther: string;
  readonly topicsExample: string;
  readonly remindersTitle: string;
  readonly reminders: string;
  readonly remindersOn: string;
  readonly remind: string;
  readonly remindAsMeeting: string;
  readonly remindDay: string;
  readonly remindHour: string;
  readonly remindQuarter: string;
  readonly ownQuietText: (from: string) => string;
  readonly ownTimeZone: string;
  readonly ownTimeZoneText: string;
  readonly pauseTitle: string;
  readonly pauseText: string;
  readonly pausedUntil: string;
  /** The command pause. */
  readonly pausedHeading: string;
  readonly paused: (until: string) => string;
  readonly pauseEndedHeading: string;
  readonly pauseEnded: string;
  readonly pauseUnclearHeading: string;
  readonly pauseUnclear: string;
};
