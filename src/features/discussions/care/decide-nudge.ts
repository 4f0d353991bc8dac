/** Whether and when a question is brought up again, and who is mentioned. Pure: time, days and people come in. */
import type { Discussion, Network } from "../../../core/content.ts";
import { dayAt } from "../../../core/dates.ts";
import type { Recipient } from "../../../core/directory.ts";
import type { Preferences } from "../../../core/preferences.ts";
import { isPausedAt } from "../../../core/quiet-hours.ts";
import { momentOf, wallClock } from "../../../core/wall-clock.ts";
import { addWorkingDays, type IsHoliday, isWorkingDay } from "./working-days.ts";

const mostNudges = 2;
const mostMentioned = 5;
/** People are asked while they work. */
const dayBegins = "09:00";
const dayEnds = "16:00";

/** Whether a question waits for somebody to be asked: that it is due is not said yet. */
export const mayBeNudged = (
  { status, nudgedAt, question }: Discussion,
  nudgeDays: number,
): boolean =>
  status === "open" && nudgeDays > 0 && nudgedAt.length < mostNudges && question.id !== "";

/** ISO: when people were last asked for an answer. */
export const waitingSince = ({ nudgedAt, openedAt, reopenedAt }: Discussion): string =>
  nudgedAt.at(-1) ?? reopenedAt ?? openedAt;

/** Somebody else has said something that may be the answer. */
export const isAnswerProposed = ({ question, replies }: Discussion): boolean =>
  replies.some(({ author, text }) => author !== question.author && !isSmallTalk(text));

/** Nothing at all, or nothing but a few words of thanks. */
function isSmallTalk(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return words.every((word) => thanks.has(word));
}

const thanks: ReadonlySet<string> = new Set(
  [
    "tack tackar tusen så mycket stort hej",
    "kiitos kiitoksia kiitti paljon suuri hei",
    "thanks thank you thx very much many so a lot hi hello",
  ].flatMap((words) => words.split(" ")),
);

/** `nudgeDays` working days after it was asked, or asked again; undefined: never. */
export function nudgeDue(
  discussion: Discussion,
  { timeZone }: Pick<Network, "timeZone">,
  nudgeDays: number,
  isHoliday: IsHoliday,
): Date | undefined {
  if (!mayBeNudged(discussion, nudgeDays)) return undefined;
  const since = wallClock(new Date(waitingSince(discussion)), timeZone);
  const day = addWorkingDays(since.slice(0, 10), nudgeDays, isHoliday);
  const clock = since.slice(11);
  const within = clock < dayBegins ? dayBegins : clock > dayEnds ? dayEnds : clock;
  return momentOf(`${day}T${within}`, timeZone);
}

/** What was due while the bot did not run waits for people to be at work. */
export function isWorkingTime(
  now: Date,
  { timeZone }: Pick<Network, "timeZone">,
  isHoliday: IsHoliday,
): boolean {
  const clock = wallClock(now, timeZone).slice(11);
  return isWorkingDay(dayAt(now, timeZone), isHoliday) && clock >= dayBegins && clock <= "16:59";
}

/** Who said that they want to hear of what the question is about. */
export function isAskedFor(
  recipient: Recipient,
  discussion: Discussion,
  { timeZone }: Pick<Network, "timeZone">,
  now: Date,
): boolean {
  const { preferences, isClosed, key, userId } = recipient;
  const hasSpoken =
    discussion.question.author === key || discussion.replies.some(({ author }) => author === key);
  const zone = { timeZone: recipient.timeZone ?? timeZone };
  return (
    userId !== undefined &&
    !isClosed &&
    !hasSpoken &&
    !isPausedAt(preferences, zone, now) &&
    wantsTopic(preferences, discussion.topics)
  );
}

/** Only topics that they chose themselves: who wants to hear of everything is not meant by name. */
function wantsTopic(
  { topics: chosen, mutedTopics = [] }: Pick<Preferences, "topics" | "mutedTopics">,
  topics: readonly string[],
): boolean {
  const muted = new Set(mutedTopics.map(fold));
  const heard = topics.map(fold).filter((topic) => !muted.has(topic));
  return chosen.map(fold).some((topic) => heard.includes(topic));
}

const fold = (topic: string): string => topic.trim().toLowerCase();

/** A handful, each time the same of the same. */
export const chosenFew = (recipients: readonly Recipient[]): readonly Recipient[] =>
  [...recipients].sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, mostMentioned);
