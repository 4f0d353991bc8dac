/** The reminder as a card. Pure. */
import type { Button, Link } from "../../../core/buttons.ts";
import { timeInWords } from "../../../core/dates.ts";
import type { Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import type { RemindersTexts } from "../../../texts/reminders/type.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { titleIn } from "../plan/words.ts";
import type { Answer, AnswerCounts } from "./rsvp.ts";

export type ReminderCard = {
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
  /** Of the meeting's wall clock. */
  readonly zone: string;
  /** One, or, for a channel, all of the network's, the first of them first. */
  readonly languages: readonly [Language, ...Language[]];
  /** The reader's own; undefined in a channel. */
  readonly readerZone?: string;
  readonly now: Date;
  readonly counts: AnswerCounts;
  /** The reader's own answer. */
  readonly own?: Answer;
  readonly calendarUrl: string;
  readonly status?: Status;
  /** The card is sent because of its status, not as a reminder. */
  readonly isNotice?: boolean;
};

export type Status =
  | { readonly kind: "moved"; readonly was: Date }
  | { readonly kind: "cancelled" | "restored" | "updated" | "preview" };

const longestAgenda = 600;

export function reminderCard(of: ReminderCard): Card {
  const { meeting, occurrence, languages, status, now } = of;
  const [language] = languages;
  const isCancelled = status?.kind === "cancelled";
  const versions = languages.map((one) => ({
    title: titleIn(meeting, one),
    when: timeInWords(occurrence.start, occurrence.end, of.zone, one, now),
  }));
  const said = sayIn(languages);
  const agenda = shortened(meeting.agenda ?? "");
  const first = `${versions[0]?.title}, ${versions[0]?.when}`;
  return {
    kind: "reminder",
    language,
    summary: summaryOf(of, first, textsIn(language).reminders),
    view: {
      heading: said((texts) => headingOf(of, texts)),
      elementId: `meeting:${meeting.id}`,
      cancelled: isCancelled ? said((texts) => texts.cancelled) : "",
      notice: noticeOf(of),
      // A title that is the same in every language is said once.
      versions: versions.map(({ title, when }, at) => ({
        title: versions.findIndex((one) => one.title === title) === at ? title : "",
        when,
      })),
      inYourZone: inReadersZone(of),
      facts: [{ label: said((texts) => texts.place), value: meeting.place ?? "" }],
      agendaHeading: agenda === "" ? "" : said((texts) => texts.agenda),
      agenda,
      question: isCancelled ? "" : said((texts) => texts.question),
      counts: isCancelled ? "" : countsInWords(of.counts, languages),
      ownAnswer:
        isCancelled || of.own === undefined ? "" : textsIn(language).reminders.ownAnswer[of.own],
      joins: isCancelled ? [] : joinLinks(meeting, said),
      buttons: isCancelled ? [] : buttonsOf(of, said),
      links: [
        {
          title: said((texts) => calendarTitle(texts, isCancelled, languages.length > 1)),
          url: of.calendarUrl,
        },
      ],
    },
  };
}

const calendarTitle = (texts: RemindersTexts, isCancelled: boolean, isChannel: boolean): string =>
  isChannel ? texts.calendarShort : isCancelled ? texts.updateCalendar : texts.addToCalendar;

type Say = (text: (texts: RemindersTexts) => string) => string;

/** The same in each language, what is equal once. */
const sayIn =
  (languages: readonly Language[]): Say =>
  (text) =>
    [...new Set(languages.map((language) => text(textsIn(language).reminders)))].join(" / ");

const joinLinks = ({ joinUrl }: Meeting, said: Say): readonly Link[] =>
  joinUrl === undefined ? [] : [{ title: said(({ join }) => join), url: joinUrl }];

function buttonsOf({ meeting, occurrence, languages }: ReminderCard, said: Say): readonly Button[] {
  const ids = { network: meeting.network, meeting: meeting.id, occurrence: occurrence.id };
  const answers = (["yes", "maybe", "no"] as const).map((value) => ({
    title: said((texts) => texts.answers[value]),
    verb: "reminder.rsvp",
    data: { ...ids, value },
  }));
  const title = said((texts) => (languages.length > 1 ? texts.laterShort : texts.later));
  return [...answers, { title, verb: "reminder.later", data: ids }];
}

function headingOf({ status, isNotice }: ReminderCard, texts: RemindersTexts): string {
  if (status?.kind === "cancelled") return texts.headingCancelled;
  return status?.kind === "moved" && isNotice ? texts.headingMoved : texts.heading;
}

function summaryOf({ status, isNotice }: ReminderCard, what: string, texts: RemindersTexts) {
  if (status?.kind === "cancelled") return texts.summaryCancelled(what);
  return status?.kind === "moved" && isNotice ? texts.summaryMoved(what) : texts.summary(what);
}

function noticeOf({ status, meeting, languages, zone, now }: ReminderCard): string {
  if (status === undefined || status.kind === "cancelled") return "";
  return languages
    .map((language) => {
      const texts = textsIn(language).reminders;
      if (status.kind !== "moved") return texts[status.kind];
      const until = new Date(status.was.getTime() + meeting.minutes * 60_000);
      return texts.moved(timeInWords(status.was, until, zone, language, now));
    })
    .join("\n");
}

/** "" if the reader's clock shows the same. */
function inReadersZone({ occurrence, zone, readerZone, languages, now }: ReminderCard): string {
  if (readerZone === undefined) return "";
  const { start, end } = occurrence;
  const clockIn = (timeZone: string) =>
    start.toLocaleString("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" });
  if (clockIn(readerZone) === clockIn(zone)) return "";
  const [language] = languages;
  return textsIn(language).reminders.inYourZone(timeInWords(start, end, readerZone, language, now));
}

const countsInWords = (counts: AnswerCounts, languages: readonly Language[]): string =>
  languages
    .map((language) => {
      const texts = textsIn(language).reminders.counts;
      return (["yes", "maybe", "no"] as const)
        .map((answer) => texts[answer](String(counts[answer])))
        .join(" · ");
    })
    .join("\n");

function shortened(text: string): string {
  if (text.length <= longestAgenda) return text;
  const cut = text.slice(0, longestAgenda);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > longestAgenda / 2 ? space : longestAgenda).trimEnd()}…`;
}
