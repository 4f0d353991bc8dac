/** Which meetings there are, and what happens to them, day by day. */
import type { Meeting } from "../../../../../src/features/meetings/meeting.ts";
import { network } from "./world.ts";

export type Scenario = {
  /** YYYY-MM-DD of the nth day; the first is 0. */
  readonly dayOf: (day: number) => string;
  readonly days: number;
  /** A night on which the clock is changed, and a morning after a holiday. */
  readonly clockChanges: string;
  readonly afterHoliday: string;
};

export const march: Scenario = scenarioFrom("2027-03-02", "2027-03-28", "2027-03-30T09:00");
export const october: Scenario = scenarioFrom("2027-10-09", "2027-10-31", "2027-11-07T10:00");

function scenarioFrom(first: string, clockChanges: string, afterHoliday: string): Scenario {
  const dayOf = (day: number): string => {
    const date = new Date(`${first}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + day);
    return date.toISOString().slice(0, 10);
  };
  return { dayOf, days: 30, clockChanges, afterHoliday };
}

const meeting = (id: string, start: string, fields: Partial<Meeting> = {}): Meeting => ({
  id,
  network: network.id,
  titleSv: `Möte ${id}`,
  titleFi: `Kokous ${id}`,
  start,
  minutes: 60,
  audience: "both",
  channel: "announcements",
  except: [],
  moved: [],
  remind: [1440, 15],
  status: "planned",
  ...fields,
});

/** Those that nothing happens to: all their reminders are foretold. */
export const steadyMeetings = ({
  dayOf,
  clockChanges,
  afterHoliday,
}: Scenario): readonly Meeting[] => [
  meeting("weekly", `${dayOf(2)}T08:30`, {
    repeat: "FREQ=WEEKLY;COUNT=4",
    remind: [1440, 720, 15],
  }),
  meeting("members", `${dayOf(3)}T13:00`, { repeat: "FREQ=WEEKLY;COUNT=4", audience: "members" }),
  meeting("daily", `${dayOf(1)}T09:15`, {
    repeat: "FREQ=DAILY;COUNT=28",
    audience: "channel",
    channel: "forum",
    remind: [30],
  }),
  meeting("swedish", `${dayOf(4)}T10:00[Europe/Stockholm]`, {
    repeat: "FREQ=WEEKLY;COUNT=4",
    audience: "members",
    remind: [2880, 60],
  }),
  meeting("night", `${clockChanges}T03:30`, { remind: [1440, 15] }),
  meeting("holiday", afterHoliday, { remind: [1440] }),
  meeting("evening", `${dayOf(9)}T18:00`, { remind: [1320, 1200, 0] }),
  meeting("skipped", `${dayOf(5)}T14:00`),
  meeting("outage-over", `${dayOf(6)}T13:00`),
  meeting("outage-late", `${dayOf(7)}T10:00`),
  meeting("outage-both", `${dayOf(6)}T13:40`, { remind: [180, 15] }),
];

/** Those that something happens to. */
export const changingMeetings = ({ dayOf }: Scenario) =>
  ({
    late: meeting("late", `${dayOf(8)}T12:40`),
    single: meeting("single", `${dayOf(12)}T13:00`),
    series: meeting("series", `${dayOf(4)}T11:00`, { repeat: "FREQ=WEEKLY;COUNT=4" }),
    cancelled: meeting("cancelled", `${dayOf(20)}T12:00`),
    deleted: meeting("deleted", `${dayOf(23)}T12:00`, { audience: "members" }),
    renamed: meeting("renamed", `${dayOf(10)}T13:00`),
  }) as const;

export type Happening = {
  /** Wall clock in Helsinki. */
  readonly at: string;
  readonly put?: Meeting;
  readonly remove?: Meeting;
};

export function happeningsOf(scenario: Scenario): readonly Happening[] {
  const { dayOf } = scenario;
  const { late, single, series, cancelled, deleted, renamed } = changingMeetings(scenario);
  const once = { ...series, moved: [`${dayOf(11)}T11:00>${dayOf(12)}T15:00`] };
  const twice = { ...series, moved: [...once.moved, `${dayOf(18)}T11:00>${dayOf(18)}T16:00`] };
  return [
    { at: `${dayOf(8)}T12:00`, put: late },
    { at: `${dayOf(9)}T17:00`, put: { ...renamed, titleSv: "Nytt namn" } },
    // Nobody was told of it yet.
    { at: `${dayOf(9)}T10:00`, put: once },
    // Everybody was, two hours ago.
    { at: `${dayOf(11)}T15:00`, put: { ...single, start: `${dayOf(14)}T10:00` } },
    { at: `${dayOf(17)}T12:30`, put: twice },
    { at: `${dayOf(19)}T14:00`, put: { ...cancelled, status: "cancelled" } },
    { at: `${dayOf(22)}T10:00`, put: { ...twice, except: [`${dayOf(25)}T11:00`] } },
    { at: `${dayOf(22)}T18:00`, remove: deleted },
  ];
}

/** Neither instance runs from … to …, wall clock in Helsinki. */
export const outageOf = ({ dayOf }: Scenario) => ({
  from: `${dayOf(6)}T09:00`,
  to: `${dayOf(6)}T13:30`,
});
