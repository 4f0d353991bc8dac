/** The announcement and its report as the feature makes them, with everything that they can hold. */
import type { Network } from "../../../src/core/content.ts";
import type { Counts, Delivery } from "../../../src/core/outbox/delivery.ts";
import type { JsonObject } from "../../../src/core/reply.ts";
import type { Announcement } from "../../../src/features/announcements/announcement.ts";
import { announcementCard } from "../../../src/features/announcements/send/announcement-card.ts";
import { reportCard } from "../../../src/features/announcements/send/report-card.ts";

const network: Network = {
  id: "upphandlare",
  nameSv: "Inflytelserika upphandlare",
  nameFi: "Vaikuttavat hankkijat",
  nameEn: "Influential procurers",
  coordinators: [],
  languages: ["sv", "fi", "en"],
  timeZone: "Europe/Helsinki",
  teams: [],
};

const announcement: Announcement = {
  id: "host",
  network: "upphandlare",
  titleSv: "Höstens träff flyttas",
  titleFi: "Syksyn tapaaminen siirtyy",
  textSv: "Vi ses i Åbo den 3 december.\nAnmäl dig senast fredagen den 20 november.",
  textFi: "Tapaamme Turussa 3. joulukuuta.\nIlmoittaudu viimeistään perjantaina 20. marraskuuta.",
  links: [
    { title: "Anmäl dig", url: "https://example.org/anmalan" },
    { title: "Programmet", url: "https://example.org/program" },
    { title: "Hitta hit", url: "https://example.org/karta" },
  ],
  imageUrl: "https://example.org/abo.png",
  importance: "important",
  confirm: true,
  audience: {
    members: true,
    networks: ["upphandlare"],
    languages: [],
    topics: ["träffar"],
    channels: ["announcements"],
  },
  status: "sent",
  version: 2,
  author: "t:karin",
  approvedBy: "t:kaisa",
  createdAt: "2026-11-02T07:00:00Z",
  changedAt: "2026-11-02T12:05:00Z",
  sentAt: "2026-11-02T08:00:00Z",
  correctedAt: "2026-11-02T12:05:00Z",
  nudgedAt: "2026-11-04T12:05:00Z",
};

const shown = announcementCard(announcement, network, "all", {
  author: "Karin Ek",
  notes: ["Förhandsvisning"],
});
const own = announcementCard({ ...announcement, importance: "normal" }, network, "sv", {
  author: "Karin Ek",
  confirmedAt: new Date("2026-11-02T12:10:00Z"),
});

/** No card is normal, important and urgent at once, nor asked for and confirmed. */
export const announcementView: JsonObject = {
  ...shown.view,
  heading: String(own.view["heading"]),
  urgent: "Brådskande meddelande",
  own: String(own.view["own"]),
};

const counts: Counts = {
  planned: 30,
  sending: 2,
  delivered: 190,
  refused: 4,
  skipped: 3,
  unknown: 1,
};

const failed = (name: string, reason: string): Delivery =>
  ({
    recipient: `t:${name}`,
    name,
    state: "refused",
    reason,
    target: { route: "open", door: {}, userId: "" },
  }) as unknown as Delivery;

export const reportView: JsonObject = reportCard({
  announcement,
  network,
  language: "sv",
  now: new Date("2026-11-02T12:10:00Z"),
  author: "Karin Ek",
  approvedBy: "Kaisa Aalto",
  sendRate: 25,
  isAuthor: false,
  mayApprove: false,
  after: 0,
  notices: ["Rättelsen är sparad."],
  warnings: ["Jag skickar fortfarande."],
  figures: {
    isPlanned: true,
    tally: {
      counts,
      intended: 230,
      duplicates: 1,
      reasons: new Map([
        ["blocked", 4],
        ["paused", 3],
        ["unknown", 1],
      ]),
      quiet: 10,
      quietUntil: new Date("2026-11-03T05:00:00Z"),
      heldUp: 5,
      inLine: 15,
      toldPeople: 191,
    },
    corrected: { all: 190, done: 180, left: 2 },
    confirmed: 120,
    unconfirmed: 71,
    unconfirmedNames: ["Anna Lindqvist", "Mikko Virtanen"],
    failed: 8,
    failures: [failed("Anna Ask", "blocked"), failed("Bo Berg", "gone")],
    again: { isRetrying: false, isNudging: false },
  },
}).view;
