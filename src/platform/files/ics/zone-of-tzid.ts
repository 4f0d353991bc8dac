/** Which IANA zone a calendar means by a TZID: its own name, Windows' name for it, or any name with a VTIMEZONE. */
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { findIana } from "windows-iana";

export type ZoneFinder = (tzid: string) => string | undefined;

/** `home` is the zone preferred where a name or its rules fit several. */
export function createZoneFinder(zones: readonly (readonly string[])[], home: string): ZoneFinder {
  const described = new Map(zones.map(readZone).filter((one) => one !== undefined));
  const known = new Map<string, string | undefined>();
  return (tzid) => {
    const name = tzid.trim();
    if (!known.has(name)) known.set(name, find(name, described.get(name), home));
    return known.get(name);
  };
}

function find(
  name: string,
  description: ICAL.Component | undefined,
  home: string,
): string | undefined {
  const location = description?.getFirstPropertyValue("x-lic-location");
  return (
    ianaIn(name) ??
    ofWindows(name, home) ??
    (typeof location === "string" ? ianaIn(location) : undefined) ??
    (description && withRulesOf(description, home))
  );
}

/** `Europe/Helsinki`, also at the end of `/example.org/2024a/Europe/Helsinki`. */
function ianaIn(name: string): string | undefined {
  const parts = name.split("/");
  for (let from = 0; from < parts.length; from++) {
    const zone = zoneNamed(parts.slice(from).join("/"));
    // The last part alone must not turn `Customized/EST` into a zone.
    if (zone !== undefined && (from === 0 || parts.length - from > 1)) return zone;
  }
  return undefined;
}

/** Windows has one name for many zones: "FLE Standard Time" is Helsinki's and Kyiv's. */
function ofWindows(name: string, home: string): string | undefined {
  const zones = findIana(name) as readonly string[];
  return zones.includes(home) ? home : zones.map(zoneNamed).find((zone) => zone !== undefined);
}

function readZone(lines: readonly string[]): [string, ICAL.Component] | undefined {
  try {
    const component = new ICAL.Component(ICAL.parse(lines.join("\r\n")));
    const tzid = component.getFirstPropertyValue("tzid");
    return typeof tzid === "string" ? [tzid.trim(), component] : undefined;
  } catch {
    // The events that need this zone say that it is unknown.
    return undefined;
  }
}

const sampleDays = 10;
const samples = 80;
const firstSample = Temporal.PlainDateTime.from("2026-01-01T12:00");

/** A zone whose clock shows the same all through two years. */
function withRulesOf(description: ICAL.Component, home: string): string | undefined {
  const tzid = String(description.getFirstPropertyValue("tzid"));
  const zone = new ICAL.Timezone({ component: description, tzid });
  const moments = Array.from({ length: samples }, (_, i) => {
    const local = firstSample.add({ days: i * sampleDays });
    const time = ICAL.Time.fromDateTimeString(local.toString({ smallestUnit: "second" }));
    return { local, offset: zone.utcOffset(time) };
  });
  const fits = (name: string) =>
    moments.every(
      ({ local, offset }) => local.toZonedDateTime(name).offsetNanoseconds / 1e9 === offset,
    );
  return [home, ...Intl.supportedValuesOf("timeZone"), "UTC"].find(fits);
}

function zoneNamed(name: string): string | undefined {
  if (!/^[a-z][\w+/-]*$/iu.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}
