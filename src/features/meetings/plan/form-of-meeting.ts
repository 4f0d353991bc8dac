/** A stored meeting as the editor shows it. */

import { momentOf, wallClock } from "../../../core/wall-clock.ts";
import { localStartOf } from "../calendar/occurrences.ts";
import type { Meeting } from "../meeting.ts";
import { longest } from "./field-faults.ts";
import { type FormField, type MeetingForm, remindText } from "./meeting-form.ts";
import { choiceOf, untilOf } from "./repeat-rule.ts";

/** `zone` is the one that the meeting's times are in. */
export function formOfMeeting(meeting: Meeting, zone: string): MeetingForm {
  const start = localStartOf(meeting);
  const day = start.slice(0, 10);
  const until = untilOf(meeting.repeat);
  const text = (field: FormField, value = ""): string => value.slice(0, longest[field]);
  return {
    titleSv: text("titleSv", meeting.titleSv),
    titleFi: text("titleFi", meeting.titleFi),
    titleEn: text("titleEn", meeting.titleEn),
    date: day,
    time: start.slice(11, 16),
    minutes: String(meeting.minutes),
    joinUrl: text("joinUrl", meeting.joinUrl),
    place: text("place", meeting.place),
    agenda: text("agenda", meeting.agenda),
    audience: meeting.audience,
    repeat: choiceOf(meeting.repeat, day),
    until: until === undefined ? "" : dayOfUntil(until, zone),
    remind: remindText(meeting.remind.map(String)),
  };
}

/** The day a rule's UNTIL lies on, in the meeting's zone. */
function dayOfUntil(until: string, zone: string): string {
  const [, year, month, day, hour = "23", minute = "59", utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/u.exec(until) ?? [];
  if (year === undefined) return "";
  const local = `${year}-${month}-${day}T${hour}:${minute}`;
  return (utc ? wallClock(momentOf(local, "UTC"), zone) : local).slice(0, 10);
}
