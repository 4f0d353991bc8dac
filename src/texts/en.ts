import type { Texts } from "./all-texts.ts";
import { announcements } from "./announcements/en.ts";
import { curation } from "./curation/en.ts";
import { discussions } from "./discussions/en.ts";
import { meetings } from "./meetings/en.ts";
import { networks } from "./networks/en.ts";
import { outbox } from "./outbox/en.ts";
import { oversight } from "./oversight/en.ts";
import { privacy } from "./privacy/en.ts";
import { reminders } from "./reminders/en.ts";
import { terms } from "./terms/en.ts";

export const en: Texts = {
  languageName: { sv: "Swedish", fi: "Finnish", en: "English" },
  inLanguage: { sv: "in Swedish", fi: "in Finnish", en: "in English" },
  ask: {
    helpful: "Was this helpful?",
    up: "👍 Yes",
    down: "👎 No",
    votedUp: "Thank you! You answered 👍. You can change your mind at any time.",
    votedDown: "Thank you! You answered 👎. You can change your mind at any time.",
    more: "More answers",
    noneOfThese: "None of these",
    whoToAsk: "Who can I ask?",
    readSource: "Read the source",
    factOrganisation: "Organisation",
    factDate: "Date",
    factSource: "Source",
    factStatus: "Status",
    discussionStatus: {
      open: "Open question",
      answered: "Answered in the forum",
      closed: "Closed",
    },
    openThread: "Open the thread in the forum",
    noAnswerYet: "The question has been asked in the forum, but nobody has answered it yet.",
    onlyIn: (language) => `The text is available only ${en.inLanguage[language]}.`,
    reviewDue: (date) =>
      `Please note: this description was due for review by ${date}. Check that it still holds.`,
    contactsHeading: "Can tell you more",
    relatedHeading: "Related practices",
    open: (title) => `Open ${title}`,
    choose: (number) => `Choose ${number}`,
    choicesHeading: "Is it one of these?",
    choicesIntro: "I am not sure what you mean. These come closest to your question.",
    moreHeading: "More answers to your question",
    moreIntro: (from, to, all) => `Answers ${from}–${to} of ${all}.`,
    noMore: "There are no more answers to this question. Try asking in other words.",
    nothingHeading: "I found no answer",
    nothingText: "I found no practice and no contact that answers your question.",
    nothingHints: [
      "Ask in other words, preferably in a full sentence.",
      "Write “topics” to see what the network has collected.",
      "Is it about what the law says? The Public Procurement Advisory Unit helps at hankinnat.fi.",
    ],
    reportGap: "Report a missing answer",
    gapHeading: "Thank you, I have noted the question",
    gapText: "The question is noted for the network's coordinators, without your name.",
    emptyHeading: "What would you like to know?",
    emptyText:
      "Write your question in words, in Swedish, Finnish or English. Write “help” to see examples.",
    stale:
      "I no longer remember the question this button belongs to. Please ask again and I will answer.",
    gone: "This is no longer among the network's information. Please ask again and I will search once more.",
    answerSummary: (title) => `Answer: ${title}`,
    choicesSummary: (titles) => `Did you mean one of these? ${titles}`,
    topicsHeading: "Topics",
    topicsIntro: (practices) =>
      `The network has described ${practices === 1 ? "one practice" : `${practices} practices`}. Choose a topic or ask a question.`,
    topicsEmpty: "There are no practices here yet.",
    topicsLabel: "Topic",
    topicsPlaceholder: "Choose a topic",
    topicsError: "Choose a topic from the list.",
    topicsShow: "Show practices",
    topicHeading: (topic) => `Practices on ${topic}`,
    topicIntro: (shown, all) =>
      all > shown ? `Showing ${shown} of ${all}, newest first.` : "Newest first.",
  },
  contacts: {
    heading: "People you can ask",
    intro: "They have all agreed to answer questions from the network.",
    about: (title) => `About: ${title}`,
    nobodyHeading: "I found nobody to ask",
    nobodyText: "None of the network's contacts matches what you are looking for.",
    nobodyHints: [
      "Search by name, municipality or topic: “contact Espoo”, “who knows about social criteria?”",
      "Write “topics” to see what the network has collected.",
    ],
    oneHeading: "Contact",
    email: "E-mail",
    phone: "Phone",
    topics: "Topics",
    languages: "Languages",
    practices: "Has told us about",
    chat: "Chat in Teams",
    chatOpening: "Hello! Kollega gave me your name.",
    summary: (names) => `You can ask: ${names}`,
  },
  help: {
    greeting: "Hello!",
    heading: "How I can help you",
    intro:
      "Ask in your own words, in Swedish, Finnish or English. I search what the network's members have shared.",
    sections: [
      {
        title: "How have others done this?",
        lines: [
          "How have others used employment clauses in procurement?",
          "Which cities signed the zero-emission worksite deal?",
        ],
      },
      {
        title: "Who can I ask?",
        lines: ["Who can I ask about social criteria in Espoo?", "contact Tampere"],
      },
      {
        title: "What is it called?",
        lines: ["What is hankintayksikkö in English?", "term municipal manager"],
      },
      {
        title: "Go on from where you are",
        lines: ["Who can I call about it?", "more", "in Finnish?"],
      },
      {
        title: "Commands",
        lines: [
          "topics – what the network has collected",
          "meetings – what is coming up",
          "open questions – what is waiting for an answer in the forum",
          "new practice – tell others how you have done it",
          "my contact – corrects your details among the contacts",
          "to do – your proposals, and what is waiting for the coordinator",
          "language Swedish – changes the language",
          "help – shows this",
        ],
      },
    ],
    note: "I am a bot. Answers are the network's own descriptions, not legal advice. Check the source before you decide.",
    welcomeHeading: "Hello, I am Kollega",
    welcomeIntro:
      "I help you find how others have done it and who you can ask. Write your question in your own words, in Swedish, Finnish or English.",
    welcomeTeamIntro:
      "Mention me with @ in a post and I will answer in the same thread. You can also chat with me in private.",
    thanksHeading: "You are welcome!",
    thanksText: "Ask me more whenever you need to.",
    languageSetHeading: "Language changed",
    languageSet:
      "From now on I will answer in English. To change, write “språk svenska” or “kieli suomi”.",
    languageUnknownHeading: "I do not know that language",
    languageUnknown: "I know Swedish, Finnish and English. Write for example “language English”.",
    notYetText: "This part of Kollega is not ready. Write “help” to see what I can do.",
    refusedHeading: "That did not work",
    alreadyDone: "This has been done already.",
    unknownAction: "This button does not work. Please ask again and I will answer.",
  },
  errors: {
    heading: "Something went wrong",
    bug: "I could not finish this. The error has been noted. Please try again in a moment.",
    "store-unavailable":
      "I cannot reach my information right now, so nothing was saved. Please try again in a moment.",
    "store-locked": "Another Kollega is using the same information. Please try again in a moment.",
    "port-taken": "The port is used by another program.",
    "unreadable-file": "The file cannot be read.",
    "unknown-kind": "I do not know that kind of information.",
    "unknown-network": "That network does not exist.",
    "send-failed": "The message could not be sent. Please try again in a moment.",
    "no-chat":
      "I can’t write to you in a private chat. Add Kollega as an app in Teams, then try again.",
  },
  imports: {
    required: "the value is missing",
    unknownColumn: "unknown column, not imported",
    unknownLanguage: (value) => `“${value}” is none of the languages sv, fi, en`,
    unknownNetwork: (value) => `there is no network “${value}”`,
    badId: "an id has 1–100 characters and no line breaks",
    badDate: (value) => `“${value}” is not a date of the form YYYY-MM-DD`,
    badUrl: (value) => `“${value}” is not an https address`,
    badStatus: (value) => `“${value}” is none of published, draft, archived`,
    badZone: (value) => `“${value}” is not a time zone`,
    badList: "the value must be a list of texts",
    badText: "the value must be text",
    badEmail: (value) => `“${value}” is not an e-mail address`,
    badPhone: (value) => `“${value}” is not a phone number`,
    badPerson: (value) => `“${value}” is not an Entra object id`,
    badTeam: (value) =>
      `“${value}” is not a team; write team id|forum channel|announcements channel`,
    cellError: (value) =>
      `the cell shows the error ${value}; correct the formula or write the value`,
    tooLong: (most) => `longer than ${most} characters`,
    noConsent: "consent is missing: give the date on which the person agreed to be found",
    notARow: "the row cannot be read",
    twice: (row) => `the same id stands in row ${row} already`,
    columnCount: "the row has more values than there are columns",
    notOneOf: (value, allowed) => `“${value}” is none of ${allowed}`,
    noTerm: "there is no term: give the recommended one in sv, fi or en",
    merged: (row) => `note: the same concept as row ${row}; the rows were merged`,
    firstStands: (value) => `note: “${value}” is not kept, because an earlier row says otherwise`,
    secondName: (value) =>
      `note: “${value}” is recommended in the file too; it is kept as accepted, for there is one recommended term a language`,
    superseded: (value) =>
      `note: “${value}” is superseded in the file; it is kept as a term to avoid`,
    onlyAccepted: (value) =>
      `note: the concept has no recommended term in the file; “${value}” is kept as recommended`,
    markup: (value) => `note: the markup “${value}” is taken out, its text is kept`,
    lookAlike: (value, other) => `note: “${value}” is also in the concept “${other}”`,
    notHeldMore: (value, times) =>
      `note: this is not kept: ${value} (further cases like it: ${times})`,
    noTitle: "there is no title: give titleSv, titleFi or titleEn",
    badStart: (value) =>
      `“${value}” is no date and time that exists; write for example 2026-11-26T13:00, followed by the zone if it is not the network's`,
    badMinutes: (value) => `“${value}” is no number of whole minutes from 1 to 10080`,
    badRepeat: (value) =>
      `“${value}” is no repetition that can be used; write it as an RRULE by day, week, month or year`,
    badRemind: (value) => `“${value}” is no number of whole minutes from 0 to 40320`,
    badMove: (value) =>
      `“${value}” is no move; write for example 2026-11-26T13:00>2026-11-27T09:00`,
    badChannel: (value) =>
      `“${value}” is no channel; write forum, announcements or the id of a channel`,
    tooManyTimes: (most) => `it takes place more than ${most} times; give an earlier end`,
    endBeforeStart: "the meeting ends before it starts",
    startInPast: (value) =>
      `note: the meeting (${value}) is already over; it is kept, but nobody is reminded`,
    skippedHour: (value) =>
      `note: there is no ${value}, for summer time begins; the meeting takes place an hour later`,
    doubledHour: (value) =>
      `note: the clock shows ${value} twice, for summer time ends; the first time counts`,
    bounded: (value) => `note: the repetition has no end; it is kept for two years, until ${value}`,
    notInSeries: (value) => `note: the series has no meeting at ${value}, so this changes nothing`,
    notHeld: (value) => `note: this is not kept: ${value}`,
    allDay:
      "note: the meeting lasts all day; it is kept from midnight to midnight in the network's time",
    noEnd: "note: the meeting has no end; it is kept as one hour",
  },
  meetings,
  reminders,
  networks,
  announcements,
  curation,
  discussions,
  outbox,
  privacy,
  terms,
  oversight,
};
