/** Moments in the words of the network's zone. */
import { dayInWords } from "../../../core/dates.ts";
import type { Language } from "../../../core/language.ts";
import { wallClock } from "../../../core/wall-clock.ts";
import { textsIn } from "../../../texts/texts.ts";

/** "kl. 14.05", with its day unless that is the one of `near`: "12 oktober 2026 kl. 14.05". */
export function shortMoment(moment: Date, zone: string, language: Language, near: Date): string {
  const local = wallClock(moment, zone);
  const isSameDay = local.slice(0, 10) === wallClock(near, zone).slice(0, 10);
  return localInWords(local, language, isSameDay);
}

/** Of a wall-clock time (`2026-11-26T13:00`), always with its day unless told. */
export function localInWords(local: string, language: Language, isToday = false): string {
  const texts = textsIn(language).announcements.after;
  const [day = "", clock = ""] = local.split("T");
  const said = language === "en" ? clock : clock.replace(/^0/u, "").replace(":", ".");
  return isToday ? texts.at(said) : texts.onDay(dayInWords(day, language), said);
}
