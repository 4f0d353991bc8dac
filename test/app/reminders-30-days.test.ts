import type { Delivery } from "../../src/core/outbox/delivery.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { type Foretold, foretell } from "../features/meetings/remind/simulation/foretold.ts";
import { liveThrough, type Month } from "../features/meetings/remind/simulation/live-through.ts";
import { march, october, steadyMeetings } from "../features/meetings/remind/simulation/scenario.ts";

const minuteMs = 60_000;

describe.each([
  ["with the start of summer time and Easter", march, 1],
  ["with its end and All Saints' Day", october, 2],
] as const)("30 days of meetings, %s", (_, scenario, seed) => {
  let month: Month;
  let foretold: readonly Foretold[];

  beforeAll(async () => {
    month = await liveThrough(scenario, seed);
    foretold = steadyMeetings(scenario).flatMap((meeting) =>
      foretell(meeting, month.circumstances),
    );
  }, 120_000);

  const entriesOf = (of: Pick<Foretold, "meeting" | "occurrence" | "minutes" | "recipient">) =>
    month.deliveries.filter(
      ({ about, delivery }) =>
        about.meeting === of.meeting &&
        about.occurrence === of.occurrence &&
        about.minutes === of.minutes &&
        delivery.recipient === of.recipient,
    );

  it("then a good part of the calls failed, and processes died", () => {
    expect(month.calls.made).toBeGreaterThan(500);
    expect(month.calls.failed / month.calls.made).toBeGreaterThan(0.03);
    expect(month.killed).toBeGreaterThan(5);
    expect(foretold.length).toBeGreaterThan(1_000);
  });

  it("then every reminder that should arrive did, once, and the ledger explains every other", () => {
    const wrong = foretold.filter((one) => {
      const entries = entriesOf(one);
      const [entry] = entries;
      return !entry || entries.length > 1 || !isAsForetold(entry.delivery, one.comes);
    });

    const found = (one: Foretold) =>
      entriesOf(one).map(({ delivery: { state, reason } }) => [state, reason]);
    expect(wrong.map((one) => JSON.stringify([nameOf(one), one.comes, found(one)]))).toEqual([]);
  });

  it("then nothing is in the ledger that was not foretold", () => {
    const known = new Set(foretold.map(nameOf));
    const steady = new Set(steadyMeetings(scenario).map(({ id }) => id));
    const odd = month.deliveries
      .filter(({ kind, about }) => kind === "reminder" && steady.has(about.meeting))
      .map(({ about, delivery }) =>
        nameOf({ ...about, minutes: about.minutes ?? -1, recipient: delivery.recipient }),
      )
      .filter((name) => !known.has(name));

    expect(odd).toEqual([]);
  });

  it("then each came when it should: the first of each within 15 seconds, the others soon after", () => {
    const late: unknown[] = [];
    const firsts = new Map<
      string,
      { readonly should: number; readonly did: number; many: number }
    >();
    for (const one of foretold) {
      const [entry] = entriesOf(one);
      const message = entry && month.messageOf(entry.delivery);
      if (one.comes.state !== "delivered" || !entry || !message) continue;
      const after = message.at - one.comes.at;
      if (after < 0 || after > 8 * minuteMs) late.push(JSON.stringify([nameOf(one), after]));
      const slot = `${one.meeting}/${one.occurrence}/${one.minutes}/${one.comes.at}`;
      const first = firsts.get(slot);
      const did = Math.min(first?.did ?? Number.POSITIVE_INFINITY, message.at);
      firsts.set(slot, { should: one.comes.at, did, many: (first?.many ?? 0) + 1 });
    }
    // Where only one or two are sent at a moment, a failed call may have been the very first.
    const slow = [...firsts].filter(
      ([, { should, did, many }]) => many > 4 && did - should > 15_000,
    );

    expect(late).toEqual([]);
    expect(slow).toEqual([]);
    expect(firsts.size).toBeGreaterThan(60);
  });

  it("then everything that Teams took is known, but what its answer was lost for", () => {
    const known = new Set(month.deliveries.map(({ delivery }) => delivery.activityId));
    const unknown = month.taken.filter(({ activityId }) => !known.has(activityId));
    const flagged = new Set(
      month.deliveries
        .filter(({ delivery }) => delivery.possibleDuplicate || delivery.state === "unknown")
        .map(({ delivery }) => conversationOf(delivery)),
    );

    expect(unknown.filter(({ conversation }) => !flagged.has(conversation))).toEqual([]);
    const twice = month.deliveries.filter(
      ({ delivery }, at) =>
        delivery.activityId !== undefined &&
        delivery.target.route !== "edit" &&
        delivery.target.route !== "mention" &&
        month.deliveries.findIndex(
          (other) =>
            other.delivery.activityId === delivery.activityId &&
            other.delivery.target.route !== "edit",
        ) !== at,
    );
    expect(twice).toEqual([]);
  });

  it("then everything has ended, and each batch's sum is right", () => {
    for (const { head, deliveries } of month.batches) {
      expect([head.id, head.state]).toEqual([head.id, expect.stringMatching(/^(ended|stopped)$/u)]);
      expect([head.id, deliveries.length]).toEqual([head.id, head.intended]);
      const open = deliveries.filter(({ state }) => state === "planned" || state === "sending");
      expect([head.id, open.length]).toEqual([head.id, 0]);
    }
  });

  describe("of a meeting that was moved after its first reminder", () => {
    it("then whoever was told hears of it once, and nobody gets the first reminder again", () => {
      const firsts = month.of("single", "reminder", 1440).filter(isTold);
      const notices = month.of("single", "reminder-moved").filter(isTold);

      expect(firsts.length).toBeGreaterThan(15);
      expect(eachOnce(firsts)).toBe(true);
      expect(eachOnce(notices)).toBe(true);
      expect(namesOf(notices)).toEqual(
        namesOf(firsts.filter(({ recipient }) => !month.isGone(recipient))),
      );
    });

    it("then the second reminder comes at the new time, to everybody, once", () => {
      const seconds = month.of("single", "reminder", 15).filter(isTold);
      const should = month.moment(`${scenario.dayOf(14)}T09:45`);

      expect(seconds.length).toBeGreaterThan(15);
      expect(eachOnce(seconds)).toBe(true);
      for (const delivery of seconds) {
        const at = month.messageOf(delivery)?.at ?? should;
        expect(Math.abs(at - should)).toBeLessThan(8 * minuteMs);
      }
    });

    it("then the cards that were sent say the new time", () => {
      for (const delivery of month.of("single", "reminder", 1440).filter(isDelivered)) {
        const shown = JSON.stringify(month.shownIn(delivery));
        expect(shown).toMatch(/10[.:]00/u);
      }
    });
  });

  it("when one of a series is moved before anyone was told, then its reminders simply come at the new time", () => {
    const occurrence = `${scenario.dayOf(11)}T11:00`;
    const firsts = month.of("series", "reminder", 1440, occurrence).filter(isTold);
    const should = month.moment(`${scenario.dayOf(11)}T15:00`);

    expect(month.of("series", "reminder-moved", undefined, occurrence)).toEqual([]);
    expect(firsts.length).toBeGreaterThan(10);
    for (const delivery of firsts) {
      const at = month.messageOf(delivery)?.at ?? should;
      expect(at).toBeLessThan(should + 8 * minuteMs);
    }
    expect(eachOnce(firsts)).toBe(true);
  });

  it("when one of a series is moved after the first reminder, then those told hear of it once and get the second in time", () => {
    const occurrence = `${scenario.dayOf(18)}T11:00`;
    const firsts = month.of("series", "reminder", 1440, occurrence).filter(isTold);
    const notices = month.of("series", "reminder-moved", undefined, occurrence).filter(isTold);
    const seconds = month.of("series", "reminder", 15, occurrence).filter(isTold);
    const should = month.moment(`${scenario.dayOf(18)}T15:45`);

    expect(eachOnce(firsts) && eachOnce(notices) && eachOnce(seconds)).toBe(true);
    expect(notices.length).toBeGreaterThan(10);
    for (const delivery of seconds.filter(isDelivered)) {
      expect(Math.abs((month.messageOf(delivery)?.at ?? 0) - should)).toBeLessThan(8 * minuteMs);
    }
  });

  it("when one of a series is excepted before anyone was told, then nobody hears anything", () => {
    const occurrence = `${scenario.dayOf(25)}T11:00`;

    expect(month.of("series", "reminder", undefined, occurrence)).toEqual([]);
    expect(month.of("series", "reminder-cancelled", undefined, occurrence)).toEqual([]);
  });

  it.each(["cancelled", "deleted"])(
    "when a meeting is %s after the first reminder, then its cards say so and those told hear of it once",
    (id) => {
      const firsts = month.of(id, "reminder", 1440).filter(isTold);
      const notices = month.of(id, "reminder-cancelled").filter(isTold);

      expect(firsts.length).toBeGreaterThan(10);
      expect(month.of(id, "reminder", 15)).toEqual([]);
      expect(eachOnce(notices)).toBe(true);
      expect(namesOf(notices)).toEqual(
        namesOf(firsts.filter(({ recipient }) => !month.isGone(recipient))),
      );
      for (const delivery of firsts.filter(isDelivered)) {
        const view = month.shownIn(delivery)?.view ?? {};
        expect([delivery.recipient, view["cancelled"]]).not.toEqual([delivery.recipient, ""]);
      }
    },
  );

  it("when a meeting is renamed, then cards are edited and nobody is disturbed", () => {
    const firsts = month.of("renamed", "reminder", 1440).filter(isDelivered);

    expect(month.of("renamed", "reminder-moved")).toEqual([]);
    expect(firsts.length).toBeGreaterThan(10);
    for (const delivery of firsts.filter(({ language }) => language === "sv")) {
      expect(JSON.stringify(month.shownIn(delivery))).toContain("Nytt namn");
    }
  });

  it("when a meeting is planned 40 minutes ahead, then the reminder that is past is not sent, the next is", () => {
    const past = month.of("late", "reminder", 1440);
    const next = month.of("late", "reminder", 15).filter(isTold);

    expect(past.filter(isTold)).toEqual([]);
    expect(past.some(({ reason }) => reason === "planned-later")).toBe(true);
    expect(next.length).toBeGreaterThan(15);
  });

  it("then a coordinator reads in words why somebody was not told", () => {
    const lines = month.ledger;

    expect(lines.map(({ minutes, state }) => [minutes, state])).toEqual(
      expect.arrayContaining([
        [1440, "done"],
        [15, "done"],
      ]),
    );
    const { reasons } = textsIn("sv").reminders;
    const last = lines.find(({ minutes }) => minutes === 15);
    expect(last?.counts.delivered).toBe(0);
    expect(last?.reasons[0]).toEqual({ words: reasons.coordinator, count: expect.any(Number) });
  });
});

const nameOf = ({
  meeting,
  occurrence,
  minutes,
  recipient,
}: Pick<Foretold, "meeting" | "occurrence" | "minutes" | "recipient">): string =>
  `${meeting}/${occurrence}/${minutes}/${recipient}`;

function isAsForetold({ state, reason }: Delivery, comes: Foretold["comes"]): boolean {
  if (comes.state === "skipped") return state === "skipped" && reason === comes.reason;
  if (comes.state === "blocked") return reason === "blocked";
  return state === "delivered" || state === "unknown";
}

const isTold = ({ state }: Delivery): boolean => state === "delivered" || state === "unknown";
const isDelivered = ({ state }: Delivery): boolean => state === "delivered";
const namesOf = (deliveries: readonly Delivery[]) =>
  deliveries.map(({ recipient }) => recipient).sort();
const eachOnce = (deliveries: readonly Delivery[]): boolean =>
  new Set(namesOf(deliveries)).size === deliveries.length;
const conversationOf = ({ target, deliveredTo }: Delivery): string =>
  deliveredTo?.conversationId ?? ("address" in target ? target.address.conversationId : "");
