import type { Discussion, Network } from "../../../src/core/content.ts";
import type { Recipient } from "../../../src/core/directory.ts";
import { defaultPreferences, type Preferences } from "../../../src/core/preferences.ts";

export const network: Network = {
  id: "alfa",
  nameSv: "Alfa",
  nameFi: "Alfa",
  nameEn: "Alfa",
  coordinators: ["karin"],
  languages: ["sv", "fi"],
  timeZone: "Europe/Helsinki",
  teams: [],
};

/** Asked on Monday 2 March 2026 at ten in Helsinki. */
export const discussion: Discussion = {
  id: "d1",
  network: "alfa",
  language: "sv",
  status: "open",
  question: {
    id: "q",
    author: "t:anna",
    text: "Vad heter upphandlingsenhet på finska?",
    at: "2026-03-02T08:00:00.000Z",
  },
  thread: {
    v: 1,
    serviceUrl: "http://127.0.0.1:1/",
    channel: "msteams",
    conversationId: "19:forum;messageid=q",
    botId: "28:kollega",
  },
  link: "https://teams.microsoft.com/l/message/a/q",
  replies: [],
  topics: ["Termer"],
  openedAt: "2026-03-02T08:00:00.000Z",
  changedAt: "2026-03-02T08:00:00.000Z",
  nudgedAt: [],
};

export const recipient = (
  person: string,
  preferences: Partial<Preferences> = {},
  more: Partial<Recipient> = {},
): Recipient => ({
  key: `t:${person}`,
  tenant: "t",
  person,
  name: person,
  isGuest: false,
  userId: `29:${person}`,
  isClosed: false,
  preferences: { ...defaultPreferences, ...preferences },
  ...more,
});
