import type { PrivacyTexts } from "./type.ts";

const answers = { yes: "coming", maybe: "maybe", no: "not coming" };
const kinds = { reminder: "Reminder", announcement: "Announcement", other: "Reply or notice" };

export const privacy: PrivacyTexts = {
  formerMember: "a former member",
  former: { name: "a former member", genitive: "a former member's" },
  kinds: {
    profile: {
      title: "You and your choices",
      why: "So that Kollega answers in your language and sends only what you want.",
      kept: "Until you ask to be forgotten, or two years after you last wrote.",
    },
    conversations: {
      title: "The conversation",
      why: "So that “show more” and follow-up questions work.",
      kept: "The last five questions; in threads and group chats half a year at most.",
    },
    rosters: {
      title: "Teams you are in",
      why: "So that you see your network's content and get its reminders.",
      kept: "As long as you are in the team. This comes from Teams.",
    },
    roles: {
      title: "Roles",
      why: "So that only coordinators and administrators can do what is theirs to do.",
      kept: "As long as you have the role.",
    },
    answers: {
      title: "Answers to meetings",
      why: "So that the organiser knows how many are coming.",
      kept: (days) => `${days} days after the meeting.`,
    },
    confirmations: {
      title: "Confirmations of reading",
      why: "So that the sender knows who has read an announcement.",
      kept: (days) => `${days} days.`,
    },
    opinions: {
      title: "Opinions on answers",
      why: "So that the coordinator sees which answers help. Your name is not kept.",
      kept: (days) => `${days} days.`,
    },
    gaps: {
      title: "Questions without an answer",
      why: "So that somebody can write the answer that is missing. Your name is not kept.",
      kept: (days) => `${days} days.`,
    },
    deliveries: {
      title: "Messages sent to you",
      why: "So that nothing is sent twice, and what was sent can be corrected.",
      kept: "About three months.",
    },
    contacts: {
      title: "Contact entry",
      why: "So that colleagues find you, as you agreed.",
      kept: "Until you or the network's coordinator remove it.",
    },
    announcements: {
      title: "Announcements you wrote or approved",
      why: "So that the network knows who stands behind an announcement.",
      kept: "As long as the announcement is there.",
    },
    audit: {
      title: "Log of what coordinators did",
      why: "So that it can be seen afterwards what was changed, and by whom.",
      kept: "Two years. A code stands there in place of your name.",
    },
    links: {
      title: "Download links",
      why: "So that you can download your data.",
      kept: "15 minutes, or until you have used the link.",
    },
    practices: {
      title: "Practices that name you",
      why: "So that others can do the same and know whose experience it is.",
      kept: "As long as the practice is there. The network's coordinator can change the text.",
    },
  },
  lines: {
    name: (name) => `Name: ${name}`,
    language: (language) => `Language: ${language}`,
    client: (what) => `Your Teams client: ${what}`,
    chat: "The address of your chat with Kollega, and your id in Teams",
    blocked: "You have blocked Kollega",
    remindersOn: "Reminders: yes",
    remindersOff: "Reminders: no",
    topics: (topics) => `Topics you want to hear about: ${topics}`,
    mutedTopics: (topics) => `Topics you do not want to hear about: ${topics}`,
    quiet: (hours) => `Quiet hours: ${hours}`,
    pausedUntil: (day) => `Paused until ${day}`,
    question: (text) => `Question: “${text}”`,
    team: (team, isGuest) => (isGuest ? `${team} (guest)` : team),
    unnamedTeam: "A team",
    coordinator: (network) => `Coordinator of ${network}`,
    admin: "Administrator (in the server's settings)",
    answer: (title, when, answer) => `${title}, ${when}: ${answers[answer]}`,
    confirmed: (title, day) => `${title}: read ${day}`,
    opinion: (title, isUp) => `${title}: ${isUp ? "helped" : "did not help"}`,
    gap: (text, day) => `“${text}” (${day})`,
    message: (day, kind, state) => `${kinds[kind]} ${day}: ${state}`,
    states: {
      planned: "waiting",
      sending: "being sent",
      delivered: "delivered",
      refused: "did not arrive",
      skipped: "not sent",
      unknown: "not known if it arrived",
    },
    practice: (title) => `Practice: ${title}`,
    wrote: (title) => `Wrote: ${title}`,
    approved: (title) => `Approved: ${title}`,
    link: "A link to your data",
  },
  contactIfYou: (name) =>
    `${name}: if this is you, see and correct the entry by writing “my contact”`,
  myData: {
    heading: "What Kollega knows about you",
    intro: "Everything Kollega has kept about you, what it is for and how long it stays.",
    nothing: "Nothing.",
    why: (why, kept) => `${why} How long: ${kept.charAt(0).toLowerCase()}${kept.slice(1)}`,
    others: (count) => `… and ${count} more; all of it is in the file.`,
    notAll: "Not all of this could be found in time. The file has all of it.",
    rights:
      "The organisation that runs Kollega holds this data. You correct mistakes in your contact entry yourself, or the network's coordinator does.",
    download: "Get it as a file (JSON)",
    open: "Download the file",
    ready:
      "The file can be downloaded once, within 15 minutes. Do not share the link: whoever has it gets the file.",
    noAddress:
      "The file cannot be downloaded, as Kollega's public address is not set. Ask your IT department to set PUBLIC_URL.",
    openedInChat: "I answer you in our own chat, as this is for you alone.",
    gone: "The link is no longer good. Write “my data” to Kollega to get a new one.",
    givenAlready: "You have been given the link already. Write “my data” if you want a new one.",
    tooLate: "The link could not be given in time. Write “my data” and ask for the file once more.",
    onlyOwn: "You can only get your own data. The data controller gives out that of others.",
    forget: "Forget me …",
    summary: (count) => `Kollega has ${count} kinds of data about you.`,
  },
  download: {
    heading: "Your data in Kollega",
    text: [
      "Here you can download everything Kollega knows about you, as a file (JSON).",
      "The file can be downloaded once, within 15 minutes of your asking for it. Keep it where only you can get at it. Then you can close this page.",
    ],
    button: "Download the file",
    later: "The file cannot be downloaded just now. Try again in a moment: the link is still good.",
  },
  onCommandLine: {
    erased: "Erased.",
    failed: "Some of it could not be erased: try again.",
    lastCoordinator: "They are the only coordinator of a network: name another one first.",
    contactsLeft:
      "These contact entries have the same name and were left as they are, as only the person can say which are theirs. Take out those that are theirs by hand:",
    noContacts: "There is no contact entry with their name.",
    unknownName:
      "Nothing was known of their name, so contact entries were not looked for: take out theirs by hand.",
  },
  forget: {
    heading: "Should Kollega forget you?",
    intro: "This cannot be undone. If you write to Kollega again, you start anew.",
    goesHeading: "This is erased",
    goes: [
      "Your name, your address in Teams, your language and your choices",
      "The conversation with Kollega and your questions",
      "Your answers to meetings, confirmations and opinions",
      "Who got what: your name in what was sent",
      "Your roles as coordinator",
      "Your full name in the network's practices, proposals and notes on terms: “a former member” stands there",
    ],
    staysHeading: "This stays",
    stays: [
      "What you wrote for the network, such as announcements: “a former member” stands there",
      "Texts that say only your first or last name, and announcements and meetings that name you: ask the network's coordinator to change them",
      "A code that does not show who you are, so that Kollega does not add you again when it reads the team's member list",
      "The log of what coordinators did, for two years, without your name",
      "What Teams itself keeps, such as the chat: you delete that in Teams",
    ],
    contactsTitle: "Your contact entry",
    contactsText:
      "These entries have the same name or sign-in name as you. Tick those that are yours: they are erased. What you do not tick stays.",
    isMine: "That is me: erase it too",
    confirm: "Forget me",
    keep: "Show my data",
    lastHeading: "Somebody else has to take over first",
    lastText: (networks) =>
      `You are the only coordinator of ${networks}. Without one nobody can run the network.`,
    lastHow:
      "Ask an administrator to name another coordinator: “settings” → the network → Coordinators. Then write “forget me” again.",
    toSettings: "To the settings",
    doneHeading: "Kollega is forgetting you",
    doneText:
      "Your data is being erased now; it takes a minute or so. If you write to Kollega again, you start anew. Thank you for your time here!",
    doneAdmin:
      "You are an administrator: your id stays in the server's settings (ADMINS) until your IT department removes it.",
    contactsLeft: "The contact entries that you did not tick stay.",
    old: "That card is old. This is how things are now.",
    unsure:
      "Teams does not say right now which contact details are yours. Nothing has been erased yet; please tick yours and try again in a moment.",
  },
};
