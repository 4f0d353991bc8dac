import fc from "fast-check";
import { type Delivery, deliveryStates } from "../../../../src/core/outbox/delivery.ts";
import type { Announcement } from "../../../../src/features/announcements/announcement.ts";
import type { Figures } from "../../../../src/features/announcements/send/gather.ts";
import { createTally } from "../../../../src/features/announcements/send/outcomes.ts";
import type { Report } from "../../../../src/features/announcements/send/report.ts";
import { endOf, reportCard } from "../../../../src/features/announcements/send/report-card.ts";
import { withdrawQuestion } from "../../../../src/features/announcements/send/withdraw-question.ts";
import { createCardRenderer } from "../../../../src/platform/cards/card-renderer.ts";
import { checkCard } from "../../../platform/cards/check-card.ts";
import { network } from "../../networks/make-world.ts";
import { anAnnouncement } from "./an-announcement.ts";

const now = new Date("2026-03-02T10:00:00.000Z");
const renderer = createCardRenderer();

const delivery = (change: Partial<Delivery> = {}): Delivery => ({
  id: "to:t:anna",
  type: "delivery",
  v: 1,
  batch: "b",
  recipient: "t:anna",
  name: "Anna",
  target: { route: "open", door: { serviceUrl: "", channel: "", botId: "" }, userId: "" },
  variant: "sv",
  language: "sv",
  state: "delivered",
  notTaken: 0,
  leftOpen: 0,
  due: now.getTime(),
  at: now.toISOString(),
  ...change,
});

const figuresOf = (deliveries: readonly Delivery[], change: Partial<Figures> = {}): Figures => {
  const tally = createTally(now);
  for (const one of deliveries) tally.add(one);
  return {
    tally: tally.done(),
    isPlanned: true,
    confirmed: 0,
    unconfirmed: 0,
    unconfirmedNames: [],
    failed: 0,
    failures: [],
    again: { isRetrying: false, isNudging: false },
    ...change,
  };
};

const report = (change: Partial<Report> = {}): Report => ({
  announcement: anAnnouncement({ status: "sent" }),
  network: network("alfa"),
  language: "en",
  now,
  figures: figuresOf([delivery()]),
  sendRate: 25,
  isAuthor: false,
  mayApprove: false,
  after: 0,
  ...change,
});

const factsOf = (of: Report): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (reportCard(of).view["facts"] as { label: string; value: string }[]).map(({ label, value }) => [
      label,
      value,
    ]),
  );

const verbsOf = (of: Report): readonly string[] =>
  (reportCard(of).view["buttons"] as { verb: string; data: { value?: string } }[]).map(
    ({ verb, data }) => [verb.replace("announcement.", ""), data.value].filter(Boolean).join(" "),
  );

const again = (change: Partial<Figures["again"]>): Partial<Report> => ({
  figures: figuresOf([delivery(), delivery({ state: "refused" })], {
    again: { isRetrying: false, isNudging: false, ...change },
  }),
});

describe("reportCard", () => {
  it("when there is anything to report, then its sums add up", () => {
    const anyDelivery = fc.record({
      state: fc.constantFrom(...deliveryStates),
      reason: fc.constantFrom("blocked", "paused", "whatever", undefined),
      due: fc.integer({ min: now.getTime() - 1e7, max: now.getTime() + 1e8 }),
      notTaken: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(anyDelivery, { maxLength: 40 }), (all) => {
        const facts = factsOf(report({ figures: figuresOf(all.map((one) => delivery(one))) }));
        const waiting = [...(facts["Waiting"] ?? "").matchAll(/(?:^|; )(\d+)/gu)];
        const parts = ["Delivered", "Being sent", "Failed", "Not sent", "Uncertain"].map((name) =>
          Number(facts[name] ?? 0),
        );
        const sum = [...parts, ...waiting.map(([, count]) => Number(count))];
        expect(sum.reduce((a, b) => a + b, 0)).toBe(Number(facts["Recipients"]));
      }),
    );
  });

  it.each<[Announcement["status"], Partial<Report>, readonly string[]]>([
    ["draft", {}, ["save"]],
    ["awaiting-approval", {}, ["approve", "save", "stop"]],
    ["awaiting-approval", { isAuthor: true }, ["save", "stop"]],
    ["scheduled", {}, ["save", "stop"]],
    ["held", {}, ["approve", "save", "stop"]],
    ["sending", {}, ["stop", "correct", "withdraw"]],
    ["sent", {}, ["correct", "withdraw"]],
    [
      "sent",
      {
        figures: figuresOf([
          delivery(),
          delivery({ state: "refused" }),
          delivery({ state: "unknown" }),
        ]),
      },
      ["retry refused", "retry unknown", "correct", "withdraw"],
    ],
    [
      "sent",
      { figures: figuresOf([delivery(), delivery({ state: "skipped", reason: "roster-unread" })]) },
      ["retry refused", "correct", "withdraw"],
    ],
    ["sent", again({ isRetrying: true }), ["stop", "correct", "withdraw"]],
    ["sent", again({ isNudging: true }), ["retry refused", "stop", "correct", "withdraw"]],
    ["stopped", {}, ["correct", "withdraw"]],
    ["stopped", { figures: figuresOf([delivery({ state: "skipped" })]) }, []],
    ["withdrawn", {}, []],
  ])("when it is %s, then what can be done is offered", (status, change, verbs) => {
    const of = report({ announcement: anAnnouncement({ status }), ...change });

    expect(verbsOf(of)).toEqual(verbs);
    expect(checkCard(renderer.render(reportCard(of), "key"))).toEqual([]);
  });

  it.each<[string, Announcement["status"], boolean, readonly string[]]>([
    ["somebody else", "sending", true, ["stop", "approve correction", "stop correction"]],
    ["its author", "sent", false, ["stop correction"]],
  ])("when a correction waits, then %s can act on it", (_, status, mayApprove, verbs) => {
    const correction = { words: { links: [] }, by: "t:kaisa", at: now.toISOString() };
    const of = report({ announcement: anAnnouncement({ status, correction }), mayApprove });

    expect(verbsOf(of)).toEqual([...verbs, "correct", "withdraw"]);
    expect(reportCard(of).view["lines"]).toEqual([
      "A correction is waiting for approval. Until then the earlier text stands.",
    ]);
    expect(checkCard(renderer.render(reportCard(of), "key"))).toEqual([]);
  });

  it("when some have not confirmed, then they can be reminded, once", () => {
    const figures = figuresOf([delivery(), delivery()], {
      confirmed: 1,
      unconfirmed: 1,
      unconfirmedNames: ["Anna"],
    });
    const asked = anAnnouncement({ status: "sent", confirm: true });

    expect(factsOf(report({ announcement: asked, figures }))["Confirmed"]).toBe("1 of 2");
    expect(verbsOf(report({ announcement: asked, figures }))).toContain("retry unconfirmed");
    const nudged = { ...asked, nudgedAt: now.toISOString() };
    expect(verbsOf(report({ announcement: nudged, figures }))).not.toContain("retry unconfirmed");
  });
});

describe("reportCard, of what was corrected or withdrawn", () => {
  const unconfirmed = { confirmed: 0, unconfirmed: 1, unconfirmedNames: ["Anna"] };

  it.each<[Announcement["status"], string, string]>([
    ["sent", "Have not confirmed (1)", "Anna"],
    ["stopped", "Have not confirmed (1)", "Anna"],
    ["withdrawn", "", ""],
  ])("when it is %s, then who has not confirmed is told as %j", (status, heading, names) => {
    const announcement = anAnnouncement({ status, confirm: true });
    const figures = figuresOf([delivery()], unconfirmed);

    expect(reportCard(report({ announcement, figures })).view).toMatchObject({
      unconfirmedHeading: heading,
      unconfirmed: names,
    });
  });

  const correctedAt = now.toISOString();
  const copies = [
    "Where the announcement may have arrived twice, a second copy may remain unchanged.",
  ];

  it.each<[string, Partial<Announcement>, true | undefined, readonly string[]]>([
    ["corrected and may have come twice", { correctedAt }, true, copies],
    ["withdrawn and may have come twice", { status: "withdrawn" }, true, copies],
    ["as it was, and may have come twice", {}, true, []],
    ["corrected and came once", { correctedAt }, undefined, []],
  ])(
    "when it is %s, then a second copy is told of only where there may be one",
    (_, change, isTwice, lines) => {
      const announcement = anAnnouncement({ status: "sent", ...change });
      const figures = figuresOf([delivery(isTwice && { possibleDuplicate: isTwice })]);

      expect(reportCard(report({ announcement, figures })).view["lines"]).toEqual(lines);
    },
  );
});

describe("withdrawQuestion", () => {
  it.each([
    ["sv", ["Ja, dra tillbaka", "Nej, låt det vara"]],
    ["fi", ["Kyllä, peru tiedote", "Ei, anna olla"]],
    ["en", ["Yes, withdraw", "No, leave it as it is"]],
  ] as const)(
    "when it is asked in %s, then there is nothing on it but yes and no",
    (language, titles) => {
      const card = withdrawQuestion(anAnnouncement({ status: "sent" }), language);

      expect(card.view["buttons"]).toMatchObject([
        { title: titles[0], verb: "announcement.withdraw", data: { id: "a-1", sure: true } },
        { title: titles[1], verb: "announcement.report", data: { id: "a-1" } },
      ]);
      expect(card.view["facts"]).toEqual([]);
      expect(checkCard(createCardRenderer().render(card, "key"))).toEqual([]);
    },
  );
});

describe("endOf", () => {
  const planned = (count: number, due: number) =>
    Array.from({ length: count }, () => delivery({ state: "planned", due }));

  it.each([
    ["nothing is left", [delivery()], undefined],
    ["2,000 are in line", planned(2_000, now.getTime()), "2026-03-02T10:02:00.000Z"],
    [
      "somebody has quiet hours",
      [...planned(10, now.getTime()), ...planned(1, now.getTime() + 3_600_000)],
      "2026-03-02T11:00:00.000Z",
    ],
  ])("when %s, then it ends then", (_, deliveries, at) => {
    const figures = figuresOf(deliveries);
    const { tally } = figures;

    const end = tally && endOf({ now, sendRate: 25, figures }, tally);

    expect(end?.toISOString()).toBe(at);
  });
});
