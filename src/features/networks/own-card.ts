/** The card with a member's own choices. */
import { clockInWords, dayInWords } from "../../core/dates.ts";
import type { Language } from "../../core/language.ts";
import type { QuietHours } from "../../core/network-settings.ts";
import type { Preferences } from "../../core/preferences.ts";
import type { Card } from "../../core/reply.ts";
import { rowFaultIn, textsIn } from "../../texts/texts.ts";
import { type Choice, formCard, type Notes, type Values } from "./form.ts";
import { languageChoices } from "./network-card.ts";
import { asMeeting, type OwnFault } from "./read-own-form.ts";

export type OwnView = {
  readonly preferences: Preferences;
  /** Tags of what the member's networks have, the most used first. */
  readonly topics: readonly string[];
  /** What holds unless they say otherwise. */
  readonly quietHours: QuietHours;
  /** They coordinate a network, too. */
  readonly runsNetwork: boolean;
};

const mostTopics = 25;

export function ownCard(
  { preferences, topics, quietHours, runsNetwork }: OwnView,
  language: Language,
  more: {
    readonly notices?: readonly string[];
    readonly typed?: Values;
    readonly notes?: Notes;
  } = {},
): Card {
  const texts = textsIn(language).networks;
  const offered = topics.slice(0, mostTopics);
  const { mutedTopics: muted = [] } = preferences;
  const isOffered = (topic: string) => offered.includes(topic);
  const clock = (time: string) => clockInWords(time, language);
  return formCard(
    {
      kind: "settings",
      heading: texts.ownHeading,
      intro: texts.ownIntro,
      ...(more.notices && { notices: more.notices }),
      values: {
        language,
        topics: preferences.topics.filter(isOffered).join(","),
        topicsOther: preferences.topics.filter((topic) => !isOffered(topic)).join(", "),
        reminders: String(preferences.reminders),
        remind: String(preferences.remindMinutes ?? asMeeting),
        quietFrom: preferences.quietFrom ?? "",
        quietTo: preferences.quietTo ?? "",
        timeZone: preferences.timeZone ?? "",
        pausedUntil: preferences.pausedUntil ?? "",
        mutedTopics: muted.join(","),
        ...more.typed,
      },
      ...(more.notes && { notes: more.notes }),
      sections: [
        {
          singles: [{ id: "language", label: texts.language, choices: languageChoices(language) }],
        },
        {
          title: texts.remindersTitle,
          toggles: [{ id: "reminders", label: texts.reminders, title: texts.remindersOn }],
          singles: [{ id: "remind", label: texts.remind, choices: leadChoices(language) }],
        },
        {
          title: texts.quietTitle,
          lines: [texts.ownQuietText(`${clock(quietHours.from)}–${clock(quietHours.to)}`)],
          times: [
            { id: "quietFrom", label: texts.quietFrom },
            { id: "quietTo", label: texts.quietTo },
          ],
          texts: [{ id: "timeZone", label: texts.ownTimeZone, placeholder: texts.ownTimeZoneText }],
        },
        {
          title: texts.pauseTitle,
          lines: [texts.pauseText],
          dates: [{ id: "pausedUntil", label: texts.pausedUntil }],
        },
        {
          title: texts.topicsTitle,
          lines: [texts.topicsText],
          multis: [
            {
              id: "topics",
              label: texts.topics,
              choices: offered.map((topic) => ({ title: topic, value: topic })),
            },
            {
              id: "mutedTopics",
              label: texts.mutedTopics,
              choices: muted.map((topic) => ({ title: topic, value: topic })),
            },
          ],
          texts: [
            { id: "topicsOther", label: texts.topicsOther, placeholder: texts.topicsExample },
          ],
        },
      ],
      buttons: [
        { title: texts.save, verb: "member.save", data: { act: "save" } },
        {
          title: textsIn(language).curation.own.open,
          verb: "todo.edit",
          data: { kind: "contact", value: "own" },
        },
        ...(runsNetwork
          ? [{ title: texts.toNetwork, verb: "settings.save", data: { act: "open" } }]
          : []),
      ],
    },
    language,
  );
}

function leadChoices(language: Language): readonly Choice[] {
  const texts = textsIn(language).networks;
  return [
    { title: texts.remindAsMeeting, value: asMeeting },
    { title: texts.remindDay, value: "1440" },
    { title: texts.remindHour, value: "60" },
    { title: texts.remindQuarter, value: "15" },
  ];
}

/** What is wrong, under the inputs it is about. */
export function ownNotes(faults: readonly OwnFault[], language: Language): Notes {
  const texts = textsIn(language).networks;
  const say = (fault: OwnFault): string => {
    switch (fault.code) {
      case "badZone":
        return rowFaultIn(language, { code: "badZone", value: fault.value });
      case "pastDay":
        return texts.pastDay(dayInWords(fault.day, language));
      case "bothTimes":
        return texts.bothTimes;
      default:
        return texts[fault.code](fault.value);
    }
  };
  return Object.fromEntries(faults.map((fault) => [fault.field, say(fault)]));
}
