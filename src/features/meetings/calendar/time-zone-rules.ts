/** A zone's changes of its clock as a VTIMEZONE, for calendars that do not know the zone by its name. */
import { Temporal } from "temporal-polyfill";

/** One property as jCal (RFC 7265) has it: name, parameters, type, values. */
export type JProperty = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  ...values: unknown[],
];
export type JComponent = readonly [
  name: string,
  properties: readonly JProperty[],
  components: readonly JComponent[],
];

/** A change of the clock: when it shows this, in the old offset, the new one begins. */
type Change = {
  readonly at: Temporal.PlainDateTime;
  readonly from: string;
  readonly to: string;
  readonly isSummer: boolean;
};

/** Covers the years named and one to each side; further on if the zone changes by the same rule every year. */
export function timeZoneRules(zone: string, firstYear: number, lastYear: number): JComponent {
  const years = { first: firstYear - 1, last: lastYear + 1 };
  const changes = changesOf(zone, years);
  const groups = Map.groupBy(changes, ({ from, to }) => `${from} ${to}`);
  const all =
    changes.length === 0
      ? [neverChanging(zone)]
      : [...groups.values()].flatMap((group) => observances(group, years));
  return ["vtimezone", [["tzid", {}, "text", zone]], all];
}

function changesOf(
  zone: string,
  years: { readonly first: number; readonly last: number },
): readonly Change[] {
  const changes: Change[] = [];
  let moment = Temporal.PlainDateTime.from({ year: years.first, month: 1, day: 1 }).toZonedDateTime(
    zone,
  );
  for (;;) {
    const next = moment.getTimeZoneTransition("next");
    if (next === null || next.year > years.last) return changes;
    const before = next.subtract({ nanoseconds: 1 });
    changes.push({
      at: before.toPlainDateTime().add({ nanoseconds: 1 }),
      from: before.offset,
      to: next.offset,
      isSummer: next.offsetNanoseconds > before.offsetNanoseconds,
    });
    moment = next;
  }
}

/** One for all of them if they follow a rule, else one each: lists of dates (RDATE) are not read alike everywhere. */
function observances(
  changes: readonly Change[],
  years: { readonly first: number; readonly last: number },
): readonly JComponent[] {
  const rule = ruleOf(changes, years);
  return changes
    .slice(0, rule ? 1 : undefined)
    .map(({ at, from, to, isSummer }) => [
      isSummer ? "daylight" : "standard",
      [
        ["dtstart", {}, "date-time", at.toString({ smallestUnit: "second" })],
        ["tzoffsetfrom", {}, "utc-offset", from],
        ["tzoffsetto", {}, "utc-offset", to],
        ...(rule ? [["rrule", {}, "recur", { freq: "YEARLY", ...rule }] as const] : []),
      ],
      [],
    ]);
}

/** Once every year on, say, the last Sunday of March at the same time; undefined if it is not so. */
function ruleOf(
  changes: readonly Change[],
  years: { readonly first: number; readonly last: number },
): { readonly bymonth: number; readonly byday: string } | undefined {
  const isYearly =
    changes.length === years.last - years.first + 1 &&
    changes.every(({ at }, index) => at.year === years.first + index);
  const [rule, ...others] = new Set(changes.map(({ at }) => `${at.month} ${at.toPlainTime()}`));
  if (!isYearly || rule === undefined || others.length > 0) return undefined;
  const nth = onlyOne(changes.map(({ at }) => weekdayInMonth(at, Math.ceil(at.day / 7))));
  const last = onlyOne(
    changes.map(({ at }) => (at.day + 7 > at.daysInMonth ? weekdayInMonth(at, -1) : undefined)),
  );
  const byday = last ?? nth;
  return byday === undefined ? undefined : { bymonth: changes[0]?.at.month ?? 1, byday };
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

const weekdayInMonth = (at: Temporal.PlainDateTime, nth: number): string =>
  `${nth}${weekdays[at.dayOfWeek - 1]}`;

/** What all of them are, if they are the same. */
const onlyOne = <T>(items: readonly T[]): T | undefined =>
  new Set(items).size === 1 ? items[0] : undefined;

function neverChanging(zone: string): JComponent {
  const { offset } = Temporal.PlainDateTime.from("1970-01-01T00:00").toZonedDateTime(zone);
  return [
    "standard",
    [
      ["dtstart", {}, "date-time", "1970-01-01T00:00:00"],
      ["tzoffsetfrom", {}, "utc-offset", offset],
      ["tzoffsetto", {}, "utc-offset", offset],
    ],
    [],
  ];
}
