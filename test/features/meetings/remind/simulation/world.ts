/** A network, its people and its meetings for a month on a simulated clock. */
import type { Network } from "../../../../../src/core/content.ts";
import type { Directory, Recipient } from "../../../../../src/core/directory.ts";
import type { Language } from "../../../../../src/core/language.ts";
import type { ConversationAddress, Door } from "../../../../../src/core/ports.ts";
import { defaultPreferences, type Preferences } from "../../../../../src/core/preferences.ts";

export const helsinki = "Europe/Helsinki";
const stockholm = "Europe/Stockholm";
const tenant = "t";

export const network: Network = {
  id: "nat",
  nameSv: "Nätet",
  nameFi: "Verkko",
  nameEn: "Net",
  coordinators: ["coordinator"],
  languages: ["sv", "fi"],
  timeZone: helsinki,
  teams: [],
};

const door: Door = { serviceUrl: "https://teams.example/", channel: "msteams", botId: "28:bot" };
const place = (conversationId: string): ConversationAddress => ({ v: 1, ...door, conversationId });
export const forum = place("19:forum@thread.tacv2");
export const announcements = place("19:announcements@thread.tacv2");

export type Member = {
  readonly person: string;
  readonly language: Language;
  readonly timeZone?: string;
  readonly preferences: Preferences;
  readonly reached: "chat" | "open" | "mention" | "nowhere";
  /** They blocked the bot before, or block it on this day. */
  readonly blocks?: "before" | number;
};

const member = (
  person: string,
  language: Language,
  preferences: Partial<Preferences> = {},
  more: Partial<Member> = {},
): Member => ({
  person,
  language,
  preferences: { ...defaultPreferences, ...preferences },
  reached: "chat",
  ...more,
});

/** `dayOf`: the nth day of the simulation, YYYY-MM-DD. */
const membersOf = (dayOf: (day: number) => string): readonly Member[] => [
  member("coordinator", "sv"),
  member("fi-1", "fi"),
  member("en-1", "en", {}, { timeZone: stockholm }),
  member("early-evening", "fi", { quietFrom: "16:00", quietTo: "09:00" }),
  member("stockholm", "sv", { timeZone: stockholm, quietFrom: "22:00", quietTo: "06:00" }),
  member("an-hour", "fi", { remindMinutes: 60 }),
  member("three-hours", "en", { remindMinutes: 180 }),
  member("half-a-day", "sv", { remindMinutes: 720 }),
  member("no-reminders", "fi", { reminders: false }),
  member("on-leave", "sv", { pausedUntil: dayOf(15) }),
  member("blocked", "fi", {}, { blocks: "before" }),
  member("blocks-later", "sv", {}, { blocks: 10 }),
  member("new", "fi", {}, { reached: "open" }),
  member("not-installed", "sv", {}, { reached: "mention" }),
  member("nowhere", "en", {}, { reached: "nowhere" }),
  member("always", "en", { quietFrom: "00:00", quietTo: "00:00" }, { timeZone: stockholm }),
  ...Array.from({ length: 12 }, (_, at) =>
    member(`plain-${at}`, (["sv", "fi", "en"] as const)[at % 3] ?? "sv"),
  ),
];

export const keyOf = ({ person }: Pick<Member, "person">): string => `${tenant}:${person}`;
export const chatOf = (person: string): ConversationAddress => place(`chat:${person}`);

export type World = {
  readonly members: readonly Member[];
  /** Those who have blocked the bot, as far as it knows. */
  readonly closed: Set<string>;
  readonly directory: Directory;
};

/** `more`: how many others there are. */
export function createWorld(dayOf: (day: number) => string, more = 0): World {
  const others = Array.from({ length: more }, (_, at) => member(`more-${at}`, "sv"));
  const members = [...membersOf(dayOf), ...others];
  const closed = new Set(members.filter(({ blocks }) => blocks === "before").map(keyOf));

  const recipientOf = (one: Member): Recipient => ({
    key: keyOf(one),
    tenant,
    person: one.person,
    name: one.person,
    isGuest: false,
    ...(one.reached !== "nowhere" && { userId: `29:${one.person}` }),
    ...(one.reached === "chat" && { address: chatOf(one.person) }),
    ...((one.reached === "open" || one.reached === "mention") && { door }),
    ...(one.reached === "mention" && { channel: forum }),
    isClosed: closed.has(keyOf(one)),
    language: one.language,
    ...(one.timeZone !== undefined && { timeZone: one.timeZone }),
    preferences: one.preferences,
  });

  const directory: Directory = {
    refresh: async () => {},
    networksOf: () => [network.id],
    networksOfPerson: () => [network.id],
    teams: () => [],
    teamsOf: () => [],
    channelsOf: (_, channel) =>
      channel === "forum" ? [forum] : channel === "announcements" ? [announcements] : [],
    async *recipients() {
      for (const one of members) yield recipientOf(one);
    },
    unreadTeams: () => [],
    async recipient(_, person) {
      const found = members.find((one) => one.person === person);
      return found && recipientOf(found);
    },
    rosterOf: () => [],
  };
  return { members, closed, directory };
}
