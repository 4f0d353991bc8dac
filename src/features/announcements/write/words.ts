/** An announcement's facts in words. */
import { dayInWords, momentInWords } from "../../../core/dates.ts";
import { type Language, languages } from "../../../core/language.ts";
import { momentOf } from "../../../core/wall-clock.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Announcement } from "../announcement.ts";
import type { Coverage } from "../announcements-deps.ts";
import { inList } from "../who-may.ts";
import type { FormField } from "./announcement-form.ts";
import type { AudienceChoice } from "./audience-text.ts";
import type { FormFault } from "./form-fault.ts";
import { isCounted } from "./needs-approval.ts";
import { unwritten } from "./unwritten.ts";

/** One fault with its field: "Skickas den: tiden har redan gått." */
export function faultInWords(fault: FormFault, language: Language): string {
  const { faults, labels } = textsIn(language).announcements.writing;
  if (fault.code === "noTitle") return capital(faults.noTitle);
  const words =
    fault.code === "tooLong"
      ? faults.tooLong(fault.length, fault.most)
      : "value" in fault
        ? faults[fault.code](fault.value.slice(0, 60))
        : faults[fault.code];
  return `${labels[fault.field]}: ${words}`;
}

/** What readers of the network's languages will miss; empty if nothing. */
export function missingInWords(
  announcement: Announcement,
  wanted: readonly Language[],
  language: Language,
): readonly string[] {
  const texts = textsIn(language);
  const { missingTitles, missingTexts } = texts.announcements.writing;
  const named = (of: readonly Language[]) =>
    inList(
      of.map((one) => texts.inLanguage[one]),
      language,
    );
  const { titles, texts: bodies } = unwritten(announcement, wanted);
  return [
    ...(titles.length > 0 ? [missingTitles(named(titles))] : []),
    ...(bodies.length > 0 ? [missingTexts(named(bodies))] : []),
  ];
}

/** How its members are reached, and who of them was not counted. */
export function coverageInWords(coverage: Coverage, language: Language): string {
  const texts = textsIn(language).announcements.writing;
  const { members, inChat, byMention, unreached, spared, isWhole, unreadTeams } = coverage;
  const isAll = isCounted(coverage);
  return [
    ...(members > 0 || isAll
      ? [texts.coverage(members, inChat, byMention, unreached, spared, isAll)]
      : []),
    ...unreadTeams.map((team) => texts.unreadTeam(team)),
    ...(isWhole ? [] : [texts.notWhole]),
  ].join(" ");
}

/** "" if it is sent at once. */
export const whenInWords = (
  { sendAt }: Pick<Announcement, "sendAt">,
  zone: string,
  language: Language,
  now: Date,
): string =>
  sendAt === undefined ? "" : momentInWords(momentOf(sendAt, zone), zone, language, now);

/** A field's value as the editor would show it. */
export function valueInWords(
  field: FormField,
  value: string,
  choices: readonly AudienceChoice[],
  language: Language,
): string {
  const texts = textsIn(language).announcements.writing;
  if (value === "") return texts.noValue;
  switch (field) {
    case "date":
      return dayInWords(value, language);
    case "time":
      return language === "en" ? value : value.replace(/^0/u, "").replace(":", ".");
    case "importance":
      return texts.importances[value as Announcement["importance"]];
    case "confirm":
      return value === "true" ? texts.yes : texts.no;
    case "audience":
      return inList(
        value.split(",").map((one) => choices.find((choice) => choice.value === one)?.title ?? one),
        language,
      );
    default:
      return value;
  }
}

export const languagesInWords = (of: readonly Language[], language: Language): string => {
  const { languagesNamed } = textsIn(language).announcements.writing;
  return inList(
    languages.filter((one) => of.includes(one)).map((one) => languagesNamed[one]),
    language,
  );
};

const capital = (text: string): string =>
  `${text.slice(0, 1).toLocaleUpperCase("sv")}${text.slice(1)}`;
