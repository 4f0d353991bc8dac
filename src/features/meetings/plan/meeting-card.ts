import type { Button, Link } from "../../../core/buttons.ts";
import { type Network, networkName } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { countsInWords } from "./list-card.ts";
import type { Answers } from "./plan-deps.ts";
import { meetingData } from "./read-meeting-press.ts";
import { remindersInWords, repeatInWords, titleIn, whenInWords } from "./words.ts";

export type MeetingView = {
  readonly meeting: Meeting;
  readonly network: Network;
  /** The one that is shown, which may be over; undefined: there is none, or the meeting is cancelled. */
  readonly occurrence?: Occurrence;
  readonly language: Language;
  readonly now: Date;
  readonly answers: Answers;
  readonly isCoordinator: boolean;
  readonly calendarUrl: string;
  /** What became of its reminders; only for coordinators. */
  readonly ledger: readonly string[];
  /** What was just done. */
  readonly notices?: readonly string[];
  /** What to know about it. */
  readonly warnings?: readonly string[];
};

/** One meeting, and what its reader can do with it. Pure. */
export function meetingCard(of: MeetingView): Card {
  const { meeting, network, occurrence, language, now } = of;
  const texts = textsIn(language).meetings;
  const isCancelled = meeting.status === "cancelled";
  const title = titleIn(meeting, language);
  const when = occurrence ? whenInWords(meeting, occurrence, network.timeZone, language, now) : "";
  const isOn = !isCancelled && occurrence !== undefined && occurrence.end > now;
  const ledger = of.isCoordinator ? of.ledger : [];
  return {
    kind: "meeting",
    language,
    summary: [...(of.notices ?? []), [title, when].filter(Boolean).join(", ")].join(" "),
    view: {
      notices: of.notices ?? [],
      warnings: of.warnings ?? [],
      elementId: `meeting:${meeting.id}`,
      title,
      status: isCancelled ? texts.isCancelled : "",
      facts: [
        { label: texts.when, value: when },
        { label: texts.repeats, value: repeatInWords(meeting, network.timeZone, language) },
        { label: texts.place, value: meeting.place ?? "" },
        { label: texts.network, value: networkName(network, language) },
        { label: texts.reminders, value: isOn ? remindersInWords(meeting, language) : "" },
        { label: texts.answers, value: countsInWords(of.answers, language) },
      ],
      pages: pagesOf(of, isOn),
      own: ownAnswer(of, isOn),
      agendaHeading: meeting.agenda ? texts.agenda : "",
      agenda: meeting.agenda ?? "",
      ledgerHeading: ledger.length > 0 ? texts.ledgerHeading : "",
      ledger,
      buttons: buttonsOf(of, isOn),
      links: [],
    },
  };
}

/** In the text, for coordinators' buttons are as many as a card may have. */
function pagesOf({ meeting, calendarUrl, language }: MeetingView, isOn: boolean): readonly Link[] {
  const { meetings, reminders } = textsIn(language);
  const { joinUrl, status } = meeting;
  const calendar = status === "cancelled" ? reminders.updateCalendar : meetings.addToCalendar;
  return [
    ...(isOn && joinUrl !== undefined ? [{ title: meetings.join, url: joinUrl }] : []),
    ...(calendarUrl === "" ? [] : [{ title: calendar, url: calendarUrl }]),
  ];
}

/** What they have answered, or the question that their buttons answer. */
function ownAnswer({ answers, isCoordinator, language }: MeetingView, isOn: boolean): string {
  const { meetings, reminders } = textsIn(language);
  if (answers.own) return meetings.ownAnswer[answers.own];
  return isOn && !isCoordinator ? reminders.question : "";
}

/** At most five. */
function buttonsOf(of: MeetingView, isOn: boolean): readonly Button[] {
  const { meeting, occurrence, language } = of;
  const texts = textsIn(language).meetings;
  const list: Button = { title: texts.listHeading, verb: "ask.more", data: { kind: "meetings" } };
  if (!of.isCoordinator) return isOn && occurrence ? [...answersTo(of, occurrence), list] : [list];
  if (meeting.status === "cancelled") return [list];
  const data = meetingData({ ...meeting, ...(occurrence && { occurrence: occurrence.id }) });
  const edit: Button = { title: texts.edit, verb: "meeting.save", data };
  if (!isOn) return [list];
  return [
    edit,
    { title: texts.move, verb: "meeting.move", data },
    { title: texts.cancel, verb: "meeting.cancel", data },
    { title: texts.skip, verb: "meeting.skip", data },
    { title: texts.preview, verb: "meeting.preview", data },
  ];
}

/** A reminder's own question, asked before there is any. */
function answersTo({ meeting, language }: MeetingView, occurrence: Occurrence): readonly Button[] {
  const { answers } = textsIn(language).reminders;
  const ids = { network: meeting.network, meeting: meeting.id, occurrence: occurrence.id };
  return (["yes", "maybe", "no"] as const).map((value) => ({
    title: answers[value],
    verb: "reminder.rsvp",
    data: { ...ids, value },
  }));
}
