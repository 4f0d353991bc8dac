import type { Announcement } from "../../../../src/features/announcements/announcement.ts";

/** Of the network alfa, by karin. */
export const anAnnouncement = (change: Partial<Announcement> = {}): Announcement => ({
  id: "a-1",
  network: "alfa",
  titleSv: "Träffen flyttas",
  titleFi: "Tapaaminen siirtyy",
  titleEn: "The meeting moves",
  textSv: "Vi ses i Åbo.",
  textFi: "Tapaamme Turussa.",
  textEn: "We meet in Turku.",
  links: [],
  importance: "normal",
  confirm: false,
  audience: { members: true, networks: ["alfa"], languages: [], topics: [], channels: [] },
  status: "draft",
  version: 1,
  author: "t:karin",
  createdAt: "2026-03-02T07:00:00.000Z",
  changedAt: "2026-03-02T07:00:00.000Z",
  ...change,
});
