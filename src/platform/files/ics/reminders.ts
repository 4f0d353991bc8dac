import ICAL from "ical.js";

/** The lead times of an event's alarms; `hasOther`: some go off at no time before the start. */
export function remindersOf(component: ICAL.Component): {
  readonly minutes: readonly number[];
  readonly hasOther: boolean;
} {
  const alarms = component
    .getAllSubcomponents("valarm")
    .filter((alarm) => alarm.getFirstPropertyValue("action") !== "NONE")
    .map(leadOf);
  const minutes = alarms.filter((lead) => lead !== undefined);
  return { minutes: [...new Set(minutes)], hasOther: minutes.length < alarms.length };
}

function leadOf(alarm: ICAL.Component): number | undefined {
  const trigger = alarm.getFirstProperty("trigger");
  const value = trigger?.getFirstValue();
  if (!(value instanceof ICAL.Duration)) return undefined;
  if (String(trigger?.getFirstParameter("related") ?? "START").toUpperCase() !== "START") {
    return undefined;
  }
  const lead = Math.round(-value.toSeconds() / 60);
  return lead >= 0 ? lead : undefined;
}
