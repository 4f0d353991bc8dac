import type { Language } from "../../../../src/core/language.ts";
import { announcementCard } from "../../../../src/features/announcements/send/announcement-card.ts";
import { previewNotes } from "../../../../src/features/announcements/send/preview-notes.ts";
import { createCardRenderer } from "../../../../src/platform/cards/card-renderer.ts";
import { checkCard } from "../../../platform/cards/check-card.ts";
import { network } from "../../networks/make-world.ts";
import { anAnnouncement } from "./an-announcement.ts";

const alfa = network("alfa");
const renderer = createCardRenderer();

/** As Teams gets it; nothing is wrong with it. */
function rendered(card: ReturnType<typeof announcementCard>): string {
  const json = renderer.render(card, "key-1");
  expect(checkCard(json)).toEqual([]);
  return JSON.stringify(json);
}

describe("announcementCard", () => {
  it.each([
    ["sv", "Träffen flyttas", "Avsändare: Karin Ek, Nätverket alfa"],
    ["fi", "Tapaaminen siirtyy", "Lähettäjä: Karin Ek, Verkosto alfa"],
    ["en", "The meeting moves", "Sender: Karin Ek, Network alfa"],
  ] as const)("when its reader reads %s, then it says all in that", (language, title, sender) => {
    const card = announcementCard(anAnnouncement(), alfa, language, { author: "Karin Ek" });

    expect(card).toMatchObject({ language, summary: title });
    expect(card.view).toMatchObject({ sender, switches: [], versions: [{ title, note: "" }] });
    rendered(card);
  });

  it.each<[Language, Language, string]>([
    ["fi", "sv", "Tätä tiedotetta ei ole suomeksi."],
    ["en", "sv", "This announcement is not available in English."],
    ["sv", "fi", "Det här meddelandet finns inte på svenska."],
  ])("when there is none in %s, then it falls back to %s and says so", (wanted, only, note) => {
    const words = { sv: "titleSv", fi: "titleFi", en: "titleEn" } as const;
    const without = Object.fromEntries(
      (["sv", "fi", "en"] as const).filter((one) => one !== only).map((one) => [words[one], ""]),
    );

    const card = announcementCard(anAnnouncement(without), alfa, wanted);

    expect(card.language).toBe(wanted);
    expect(card.view["versions"]).toMatchObject([{ note }]);
    rendered(card);
  });

  it("when it is for a channel, then its readers switch between what is there, and miss the rest", () => {
    const card = announcementCard(anAnnouncement({ titleFi: "" }), alfa, "all");

    const switches = card.view["switches"] as { title: string; targets: object[] }[];
    expect(switches.map(({ title }) => title)).toEqual(["svenska", "English"]);
    expect(switches[1]?.targets).toEqual([
      { elementId: "words-sv", isVisible: false },
      { elementId: "words-en", isVisible: true },
    ]);
    expect(card.view["versions"]).toMatchObject([
      { isVisible: true, note: "Tätä tiedotetta ei ole suomeksi." },
      { isVisible: false, note: "" },
    ]);
    expect(rendered(card)).toContain(
      '"targetElements":[{"elementId":"words-sv","isVisible":false}',
    );
  });

  it("when it has everything, then it has six buttons at most and fits into a message", () => {
    const text = "*Alla* <at>Alla</at> ska _läsa_ det här. ".repeat(100).slice(0, 4_000);
    const announcement = anAnnouncement({
      textSv: text,
      textFi: text,
      textEn: text,
      links: ["a", "b", "c"].map((name) => ({ title: name, url: `https://example.org/${name}` })),
      imageUrl: "https://example.org/bild.png",
      importance: "urgent",
      confirm: true,
      audience: { ...anAnnouncement().audience, topics: ["bin", "honung"] },
      correctedAt: "2026-03-02T12:05:00.000Z",
      sentAt: "2026-03-02T08:00:00.000Z",
    });

    for (const wanted of ["sv", "all"] as const) {
      const json = rendered(announcementCard(announcement, alfa, wanted, { author: "Karin Ek" }));
      expect(json).not.toMatch(/<at>|<\/at>/iu);
      expect(json).toContain("announcement.read");
      expect(json.includes("member.save")).toBe(wanted === "sv");
    }
  });

  it.each([
    ["the same day", "2026-03-02T12:05:00.000Z", "Rättat kl. 14.05"],
    ["later", "2026-03-04T12:05:00.000Z", "Rättat den 4 mars 2026 kl. 14.05"],
  ])("when it is corrected %s, then it says when", (_, correctedAt, words) => {
    const announcement = anAnnouncement({ correctedAt, sentAt: "2026-03-02T08:00:00.000Z" });

    const card = announcementCard(announcement, alfa, "sv");

    expect(card.view["corrected"]).toBe(words);
    expect(card.summary).toBe("Rättat: Träffen flyttas");
  });

  it("when it is withdrawn, then nothing of it is left", () => {
    const links = [{ title: "Program", url: "https://example.org/program" }];
    const announcement = anAnnouncement({ status: "withdrawn", links, confirm: true });

    const json = rendered(announcementCard(announcement, alfa, "all", { author: "Karin Ek" }));

    expect(json).toContain("Meddelandet har dragits tillbaka / Tiedote on peruttu");
    expect(json).not.toMatch(/Träffen|Åbo|Program|Karin|announcement\.read/u);
  });

  it("when it is in all languages, then its sender is too", () => {
    const named = announcementCard(anAnnouncement(), alfa, "all", { author: "Karin Ek" });
    const unnamed = announcementCard(anAnnouncement(), alfa, "all");

    const networks = "Nätverket alfa / Verkosto alfa / Network alfa";
    expect(named.view["sender"]).toBe(`Avsändare / Lähettäjä / Sender: Karin Ek, ${networks}`);
    expect(unnamed.view["sender"]).toBe(`Avsändare / Lähettäjä / Sender: ${networks}`);
  });

  it.each([
    ["sv", "Du har redan bekräftat"],
    ["fi", "Olet jo kuitannut"],
    ["en", "You have already confirmed"],
  ] as const)(
    "when it is corrected and its reader of %s had confirmed it, then it asks no more",
    (language, own) => {
      const announcement = anAnnouncement({
        confirm: true,
        correctedAt: "2026-03-02T12:05:00.000Z",
      });

      const card = announcementCard(announcement, alfa, language, { hasConfirmed: true });

      expect(card.view).toMatchObject({
        confirm: "",
        own: expect.stringContaining(own),
        buttons: [],
      });
      rendered(card);
    },
  );

  it.each([
    [
      "sv",
      true,
      [
        "Det här är en förhandsgranskning som bara du ser. Läsarnas knappar kommer med först när meddelandet skickas.",
      ],
    ],
    ["sv", false, ["Det här är en förhandsgranskning som bara du ser."]],
    [
      "all",
      false,
      [
        "Det här är en förhandsgranskning som bara du ser.",
        "Tämä on esikatselu, jonka näet vain sinä.",
        "This is a preview that only you can see.",
      ],
    ],
  ] as const)("when it is a preview in %s, then it says so", (wanted, confirm, notes) => {
    expect(previewNotes(anAnnouncement({ confirm }), alfa, wanted)).toEqual(notes);
  });

  it("when its reader has confirmed it, then it says so and asks no more", () => {
    const card = announcementCard(anAnnouncement({ confirm: true }), alfa, "en", {
      confirmedAt: new Date("2026-03-02T12:05:00.000Z"),
    });

    expect(card.view).toMatchObject({
      confirm: "",
      own: "You confirmed this 2 March 2026, 14:05. Thank you!",
      buttons: [],
    });
  });
});
