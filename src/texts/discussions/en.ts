import { personalData } from "./data-en.ts";
import type { DiscussionsTexts } from "./type.ts";

export const discussions: DiscussionsTexts = {
  personalData,
  askNetwork: "Ask the network",
  noneSoAsk: "None of these, ask the network",
  kinds: { practice: "practice", term: "term", discussion: "earlier question in the forum" },
  askHeading: "Ask the network",
  askIntro: (network) =>
    network
      ? `I will post the question in the forum of ${network}, with your name. Everyone in the network sees it and can answer.`
      : "I will post the question in the network’s forum, with your name. Everyone in the network sees it and can answer.",
  askIntroThread: (network) =>
    network
      ? `The question will be open to ${network}. I will show in the thread that it is waiting for an answer.`
      : "The question will be open to the network you choose. I will show in the thread that it is waiting for an answer.",
  askLabel: "Your question",
  network: "Network",
  chooseNetwork: "Please choose first which network you want to ask.",
  perhaps: "Perhaps one of these helps",
  post: "Post the question",
  openHere: "Open the question to the network",
  offerHeading: "Shall I keep track of this question?",
  offerIntro: (network) =>
    network
      ? `If you like, I will open the question to ${network}. It then stays on the list of open questions until it is answered.`
      : "If you like, I will open the question to the network. It then stays on the list of open questions until it is answered.",
  opened: "The question is now open to the network. Answers are written here in the thread.",
  openAlready:
    "This question has already been taken up. You will find it among the open or answered questions.",
  posted: (network) =>
    `I will post the question in the forum of ${network} and tell you when an answer has been marked.`,
  noForum: (network) =>
    `${network} has no forum in Teams yet, so I cannot post the question. Please ask the coordinator to link a team to the network.`,
  noNetwork: "You do not belong to any network yet, so there is nobody to ask.",
  noQuestion: "There is no question here. Please write what you would like to know.",
  headings: { open: "Open question", answered: "Answered question", closed: "Closed question" },
  questionDeleted: "The question has been deleted.",
  askedBy: "Asked by",
  asked: "Asked",
  closedBecauseLabel: "Reason",
  closedBecause: {
    closed: "closed without an answer",
    deleted: "the message was deleted in Teams",
    "not-posted": "the question could not be posted in the forum",
  },
  answerHeading: "Answer",
  answerInThread: "The answer is in the thread.",
  repliesHeading: "Suggested answers",
  howToAnswer:
    "Answer in the thread. Write “@Kollega answer: …” if you want me to note the answer down. Whoever asked, or a coordinator, then chooses which answer counts.",
  isAnswer: "This is the answer",
  isAnswerNumber: (number) => `Suggestion ${number} is the answer`,
  isMine: "The answer is mine and may be kept",
  close: "Close without an answer",
  reopen: "Open again",
  openThread: "Open the thread",
  marked: "Thank you! The answer is marked.",
  markedAlready: "This answer is already marked.",
  markedInstead: (by, earlier) =>
    by
      ? `The answer is marked. It replaces the answer that ${by} had marked: “${earlier}”`
      : `The answer is marked. It replaces an answer that was marked before: “${earlier}”`,
  proposed: (asker) =>
    asker
      ? `Thank you! I have noted it as a suggestion. ${asker} or a coordinator can mark it as the answer.`
      : "Thank you! I have noted it as a suggestion. Whoever asked, or a coordinator, can mark it as the answer.",
  closed: "The question is closed.",
  reopened: "The question is open again.",
  notOpen: "The question is no longer open.",
  cannotReopen: "The question cannot be opened again.",
  whoDecides: (asker, coordinators) =>
    `Only the person who asked${asker ? ` (${asker})` : ""} or one of the network’s coordinators${coordinators ? ` (${coordinators})` : ""} can do this.`,
  gone: "The question is no longer there, or it belongs to a network that you are not in.",
  replyGone: "That answer is no longer in the thread.",
  whichAnswer:
    "I do not know which answer you mean. Write “@Kollega answer: …” with the answer after the colon, or choose “Mark as the answer” in the menu (…) of the message that is the answer.",
  notInForum: "Only messages in the network’s forum can be marked as answers.",
  notTakenUp:
    "I am not keeping track of any question in this thread. First choose “Ask the network” in the menu (…) of the question.",
  isQuestion: "This is the question. Please choose the message that answers it instead.",
  noWords: "The message has no text that could be kept as an answer.",
  consentAsk:
    "Your answer has been marked as the right one. May the network keep it, so that others find it? A coordinator reviews it first.",
  consentYes: "Yes, keep the answer",
  consentNo: "No, do not keep it",
  consentGiven: "Thank you! The answer now goes to the coordinator for review.",
  consentRefused: "Understood. I have removed the text and only remember where the thread is.",
  notTheAnswer: "That answer is no longer the marked one.",
  onlyAuthor: "Only the person who wrote the answer can decide whether it may be kept.",
  textGone:
    "The text of the answer is gone, because you asked me to remove it. You are welcome to write it in the thread again.",
  keptAlready:
    "The answer has already gone to the coordinator. If you have changed your mind, please contact the network’s coordinator.",
  yoursAnswered: "Your question has been answered.",
  answerDeleted: "The marked answer was deleted in Teams, so the question is open again.",
  notPosted:
    "I could not post your question in the forum. Please try again or contact the coordinator.",
  approved: {
    terms: "The answer is now in the network’s term bank.",
    practices: "The answer is now among the network’s practices.",
  },
  rejected: (reason) =>
    reason
      ? `The coordinator decided not to keep the answer in the network’s collection: ${reason}`
      : "The coordinator decided not to keep the answer in the network’s collection.",
  nudge: "This question is still waiting for an answer. Do you know, or do you know who knows?",
  nudgeMark: "Has the question been answered? If so, please mark which suggestion counts.",
  openHeading: "Open questions",
  openIntro: (count) =>
    count === 1
      ? "One question is waiting for an answer."
      : `${count} questions are waiting for an answer, the oldest first.`,
  noneOpen: "No questions are waiting for an answer right now.",
  openNote: "Open the thread and answer there.",
  answeredHeading: "Recently answered",
  askedAge: (age) => `asked ${age}`,
  answeredAge: (age) => `answered ${age}`,
  replies: (count) => (count === 1 ? "1 suggestion" : `${count} suggestions`),
  more: "Show more",
  digestHeading: "This week in the forum",
  digestOpen: (count) => (count === 1 ? "1 open question" : `${count} open questions`),
  digestAnswered: (count) =>
    count === 1 ? "1 newly answered question" : `${count} newly answered questions`,
  digestTerms: (count) => (count === 1 ? "1 new term" : `${count} new terms`),
  digestNote: "Write “open questions” to me to see them all.",
};
