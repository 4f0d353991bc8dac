import type { MeetingsTexts } from "./type.ts";

const weeks: Readonly<Record<number, string>> = {
  1: "first",
  2: "second",
  3: "third",
  4: "fourth",
  [-1]: "last",
};

const lead =
  (one: string, many: string) =>
  (count: number): string =>
    `${count === 1 ? one : `${count} ${many}`} before`;

function ordinal(day: number): string {
  const isTeen = day > 10 && day < 20;
  const ending = isTeen ? undefined : { 1: "st", 2: "nd", 3: "rd" }[day % 10];
  return `${day}${ending ?? "th"}`;
}

export const meetings: MeetingsTexts = {
  listHeading: "Upcoming meetings",
  listIntro: "Choose a meeting to see more about it.",
  listSummary: (first) => `The next meeting: ${first}`,
  emptyHeading: "No meetings are planned",
  emptyText:
    "There are no upcoming meetings in your networks at the moment. You will get a reminder when one is coming up.",
  emptyPlan:
    "There are no upcoming meetings in your networks at the moment. As a coordinator you can plan one.",
  more: "Show more meetings",
  past: "Past meetings",
  pastHeading: "Past meetings",
  pastIntro: "The latest first. Choose a meeting to see how its reminders went.",
  pastEmpty: "There have been no meetings in the last two months.",
  plan: "Plan a meeting",
  open: (title) => `Open ${title}`,

  when: "Time",
  place: "Place",
  network: "Network",
  repeats: "Repeats",
  answers: "Answers",
  agenda: "Agenda",
  join: "Join online",
  addToCalendar: "Add to calendar",
  isCancelled: "The meeting is cancelled.",
  counts: (yes, maybe, no) => `${yes} coming, ${maybe} maybe, ${no} not coming`,
  ownAnswer: {
    yes: "You have answered that you are coming.",
    maybe: "You have answered that you may come.",
    no: "You have answered that you are not coming.",
  },
  reminders: "Reminders",
  remindersTo: (when, whom) => `${when}, to ${whom}`,
  noReminders: "No reminders are sent.",
  ledgerHeading: "Status of the reminders",
  skipped: "will be skipped at the coordinator’s request",
  ledgerNone: (reasons) => `not sent: ${reasons}`,
  ledgerSent: (sent, all) => `${sent} of ${all} recipients`,
  ledgerNobody: "not sent to anybody. Check that the network has channels and members to send to",
  ledgerOthers: (reasons) => `The others: ${reasons}.`,
  ledgerUnread: (teams) =>
    `The members of these teams could not be read from Teams, so they got no personal reminder: ${teams}.`,
  ledgerUnreadYet: (teams) =>
    `The members of these teams could not be read from Teams so far: ${teams}. I will keep trying until the meeting begins.`,

  edit: "Edit",
  move: "Move",
  cancel: "Cancel the meeting",
  skip: "Skip a reminder",
  preview: "Preview the reminder",
  back: "Back to the meeting",

  newHeading: "New meeting",
  editHeading: "Edit the meeting",
  editorIntro:
    "Write the title in the languages that the members read. At least one title is needed.",
  labels: {
    titleSv: "Title in Swedish",
    titleFi: "Title in Finnish",
    titleEn: "Title in English",
    date: "Date",
    time: "Start time",
    minutes: "Length in minutes",
    joinUrl: "Link to join online (https)",
    place: "Place",
    agenda: "Agenda",
    audience: "Who gets the reminder?",
    repeat: "Repeats",
    until: "Last day of the series",
    remind: "When is the reminder sent?",
    network: "Network",
  },
  inputErrors: {
    date: "Choose a date.",
    time: "Give a start time.",
    minutes: "Give the length in minutes.",
    network: "Choose a network.",
  },
  untilPlaceholder: "Two years if left empty",
  audiences: {
    channel: "the channel",
    members: "the members, individually",
    both: "the channel and the members",
  },
  repeatChoices: {
    none: "Not at all",
    weekly: "Every week",
    biweekly: "Every second week",
    "monthly-date": "Every month on the same date",
    "monthly-weekday": "Every month on the same weekday",
    imported: "As in the calendar that the meeting came from",
  },
  noReminderChoice: "No reminder",
  save: "Save the meeting",
  faultsHeading: "Please correct this",
  faults: {
    required: "the value is missing.",
    noTitle: "give a title in at least one language.",
    startInPast: "that time has passed. Choose one that is still to come.",
    untilBeforeStart: "that is before the first day of the meeting.",
    unknownChoice: "choose one of the options.",
    tooFar: "that is more than five years ahead. Please check the year.",
    endBeforeStart: "the meeting would end before it begins. It must last at least one minute.",
    notHttps: "the link must begin with https://",
    badRemind: "give minutes before the meeting, at most 40,320 (four weeks).",
    badDate: (value) => `there is no such date as ${value}.`,
    badTime: (value) => `${value} is not a time. Write 13:00, for example.`,
    tooLong: (most) => `the text is too long, at most ${most} characters.`,
    badMinutes: (most) => `give the length in whole minutes, at most ${most}.`,
  },
  changesHeading: "Somebody else has changed the meeting",
  changesIntro:
    "This was saved while you were writing. Nothing of yours is lost: check the form and save it again.",
  changedBoth: (stored) => `The saved value is now: ${stored}. The form shows what you wrote.`,
  changedThere: (stored) => `Changed to: ${stored}.`,
  noValue: "(empty)",

  planned: "The meeting is planned.",
  saved: "The changes are saved.",
  savedBefore: "The meeting has already been saved.",
  unchanged: "Nothing was changed.",
  hourSkipped: (time) =>
    `Summer time begins that day and the time you gave does not exist. The meeting begins at ${time}.`,
  twoYears: (day) => `The series had no end date. It ends after two years, on ${day}.`,
  missingTitles: (languages) =>
    `There is no title ${languages}, so some members see it in another language.`,

  moveHeading: "Move the meeting",
  moveNow: (when) => `Now: ${when}`,
  scope: "What should be moved?",
  scopeOne: (when) => `Only the meeting on ${when}`,
  scopeAll: "It and all later meetings of the series",
  moveDo: "Move it",
  moved: "The meeting has been moved.",
  movedAll: "The series has been moved.",
  movedMeanwhile: "Somebody else has already moved the meeting. Check the time and try again.",
  sameTime: "That is the same time as before.",
  tellsThose: "Those who have already been reminded will be told.",

  cancelHeading: "Cancel the meeting?",
  cancelOne: "Cancel only this one",
  cancelAll: "Cancel the whole series",
  cancelDo: "Yes, cancel it",
  keep: "No, keep it",
  cancelledOne: (when) => `The meeting on ${when}, is cancelled.`,
  cancelledAll: "The whole series is cancelled.",

  skipHeading: "Which reminder should be skipped?",
  skipIntro:
    "Choose the reminder that should not be sent. Choose it again if it should be sent after all.",
  skipNothing: "There are no reminders left to send.",
  skipDo: (reminder) => `Skip the reminder: ${reminder}`,
  skipUndo: (reminder) => `Send the reminder after all: ${reminder}`,
  willBeSent: "Will be sent",
  willBeSkipped: "Will not be sent",

  previewed: "This is what the reminder looks like. Only you see this preview.",
  openedHeading: "The form is in our chat",
  opened: "I opened the form in our private chat.",
  gone: "This meeting no longer exists. Write “meetings” to see what is coming up.",
  goneOccurrence:
    "That meeting is over, or it has been moved or cancelled. Write “meetings” to see what is coming up.",
  onlyCoordinators:
    "Meetings are planned by the coordinators of the network. Please ask one of them.",
  onlyCoordinatorsNamed: (names) =>
    `Meetings are planned by the coordinators of the network. You can ask ${names}.`,
  noNetwork: "Choose which network the meeting is for.",

  leads: {
    weeks: lead("a week", "weeks"),
    days: lead("a day", "days"),
    hours: lead("an hour", "hours"),
    minutes: lead("a minute", "minutes"),
  },
  atStart: "when the meeting begins",
  weekly: (weekday) => `every ${weekday}`,
  biweekly: (weekday) => `every second ${weekday}`,
  monthlyDate: (day) => `on the ${ordinal(day)} of every month`,
  monthlyLastDay: "on the last day of every month",
  monthlyWeekday: (weekday, week) => `on the ${weeks[week]} ${weekday} of every month`,
  asImported: "as in the calendar that the meeting came from",
  repeatUntil: (repeat, day) => `${repeat}, until ${day}`,
};
