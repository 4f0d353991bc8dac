/** Cards about writing announcements as the feature makes them, with everything that they can hold. */
import type { Network } from "../../../src/core/content.ts";
import type { CardKind, JsonObject } from "../../../src/core/reply.ts";
import type { Announcement } from "../../../src/features/announcements/announcement.ts";
import { formOf } from "../../../src/features/announcements/write/announcement-form.ts";
import { editorCard } from "../../../src/features/announcements/write/editor-card.ts";
import { listCard } from "../../../src/features/announcements/write/list-card.ts";
import { previewCard } from "../../../src/features/announcements/write/preview-card.ts";

const language = "sv";
const now = new Date("2026-11-23T08:00:00Z");

const network: Network = {
  id: "upphandlare",
  nameSv: "Inflytelserika upphandlare",
  nameFi: "Vaikuttavat hankkijat",
  nameEn: "Influential Procurers",
  coordinators: [],
  languages: ["sv", "fi", "en"],
  timeZone: "Europe/Helsinki",
  teams: [],
};

const announcement: Announcement = {
  id: "a-1",
  network: network.id,
  titleSv: "Utbildning om sociala kriterier",
  titleFi: "Koulutus sosiaalisista kriteereistä",
  textSv: "Anmäl dig senast den 1 december.\n\nPlatserna är 40.",
  links: [{ title: "Anmälan", url: "https://example.fi/anmalan" }],
  imageUrl: "https://example.fi/bild.png",
  importance: "important",
  confirm: true,
  audience: {
    members: true,
    networks: [network.id],
    languages: ["sv", "fi"],
    topics: ["sociala kriterier"],
    channels: ["announcements"],
  },
  sendAt: "2026-11-26T13:00",
  status: "draft",
  version: 1,
  author: "tenant:karin",
  createdAt: "2026-11-23T07:00:00.000Z",
  changedAt: "2026-11-23T07:30:00.000Z",
};

const form = formOf(announcement);
const button = { title: "Spara utkastet", verb: "announcement.save", data: { id: "a-1" } };
const other = { ...network, id: "oversattare", nameSv: "Översättarna i kommunsektorn" };

export const announcementWritingViews = {
  "announcement-editor": editorCard({
    language,
    kind: "edit",
    form,
    networks: [network, other],
    network: network.id,
    audiences: [
      { title: "Medlemmarna i nätverket", value: "members" },
      { title: "Meddelandekanalen", value: "announcements" },
    ],
    notices: ["Utkastet är sparat."],
    missing: ["Rubriken saknas på engelska."],
    faults: [
      { field: "textSv", code: "tooLong", most: 4_000, length: 4_711 },
      { field: "link1", code: "notHttps" },
    ],
    changes: { of: [{ field: "titleSv", isMine: true }], stored: form },
    buttons: [button],
    others: [{ title: "Alla meddelanden", verb: "ask.more", data: { kind: "announcements" } }],
  }).view,
  "announcement-preview": previewCard({
    announcement: { ...announcement, sendAt: "2026-11-20T13:00" },
    network,
    coverage: {
      members: 230,
      inChat: 212,
      byMention: 18,
      unreached: 0,
      blocked: 0,
      spared: 0,
      paused: 0,
      topic: 0,
      byLanguage: { sv: 100, fi: 100, en: 30 },
      isWhole: true,
      unreadTeams: ["Översättarnas forum"],
      channels: 1,
    },
    to: "Medlemmarna i Inflytelserika upphandlare",
    approvalLimit: 100,
    isAlone: false,
    notices: ["Ändringarna är sparade."],
    language,
    now,
  }).view,
  announcements: listCard(
    [
      { announcement, network },
      { announcement: { ...announcement, id: "a-2", status: "scheduled" }, network },
      { announcement: { ...announcement, id: "a-3", template: true }, network },
    ],
    {
      language,
      now,
      query: "utbildning",
      status: "draft",
      after: 0,
      hasMore: true,
      namesNetworks: true,
    },
  ).view,
} satisfies Partial<Record<CardKind, JsonObject>>;
