/** How a network's forum is looked after, as the settings form shows and reads it. Pure. */
import type { Language } from "../../core/language.ts";
import { defaultForumCare, type NetworkSettings } from "../../core/network-settings.ts";
import type { NetworksTexts } from "../../texts/networks/type.ts";
import type { Choice, Section, Values } from "./form.ts";
import { isClockTime } from "./is-clock-time.ts";

type Care = Pick<
  NetworkSettings,
  "digestDay" | "digestAt" | "digestSetAt" | "nudgeDays" | "offersToAsk"
>;

/** Monday first, as people here count. */
const days = [1, 2, 3, 4, 5, 6, 0] as const;
const nudgeChoices = [1, 2, 3, 5, 10] as const;
const tags: Readonly<Record<Language, string>> = { sv: "sv-FI", fi: "fi-FI", en: "en-GB" };
/** A Sunday. */
const someSundayMs = Date.UTC(2026, 0, 4);
const dayMs = 86_400_000;

export function forumSections(texts: NetworksTexts, language: Language): readonly Section[] {
  const weekday = new Intl.DateTimeFormat(tags[language], { weekday: "long", timeZone: "UTC" });
  const dayChoices: readonly Choice[] = [
    ...days.map((day) => ({
      title: capital(weekday.format(new Date(someSundayMs + day * dayMs))),
      value: String(day),
    })),
    { title: texts.digestOff, value: "off" },
  ];
  const nudges: readonly Choice[] = [
    ...nudgeChoices.map((count) => ({ title: texts.nudgeAfter(count), value: String(count) })),
    { title: texts.nudgeNever, value: "0" },
  ];
  return [
    {
      title: texts.forumTitle,
      lines: [texts.forumText],
      singles: [{ id: "digestDay", label: texts.digestDay, choices: dayChoices }],
      times: [{ id: "digestAt", label: texts.digestAt }],
    },
    { singles: [{ id: "nudgeDays", label: texts.nudgeDays, choices: nudges }] },
    { toggles: [{ id: "offersToAsk", label: texts.offersLabel, title: texts.offersToAsk }] },
  ];
}

export function forumValues(settings: NetworkSettings): Values {
  const { digestDay, digestAt, nudgeDays, offersToAsk } = { ...defaultForumCare, ...settings };
  return {
    digestDay: String(digestDay),
    digestAt,
    nudgeDays: String(nudgeDays),
    offersToAsk: String(offersToAsk),
  };
}

/** What was chosen that is not so already; a time that is none is the fault of `digestAt`. */
export function readForumCare(
  settings: NetworkSettings,
  typed: Values,
  now: Date | undefined,
): { readonly care: Care; readonly badTime?: string } {
  const shown = forumValues(settings);
  const changed = (field: string): string | undefined => {
    const value = typed[field]?.trim();
    return value === undefined || value === "" || value === shown[field] ? undefined : value;
  };
  const day = readDay(changed("digestDay"));
  const clock = changed("digestAt");
  const nudge = changed("nudgeDays");
  const offers = changed("offersToAsk");
  const isSet = day !== undefined || (clock !== undefined && isClockTime(clock));
  return {
    care: {
      ...(day !== undefined && { digestDay: day }),
      ...(clock !== undefined && isClockTime(clock) && { digestAt: clock }),
      ...(isSet && now && { digestSetAt: now.toISOString() }),
      ...(nudge !== undefined && /^(?:\d|10)$/u.test(nudge) && { nudgeDays: Number(nudge) }),
      ...((offers === "true" || offers === "false") && { offersToAsk: offers === "true" }),
    },
    ...(clock !== undefined && !isClockTime(clock) && { badTime: clock }),
  };
}

const readDay = (value: string | undefined): number | "off" | undefined => {
  if (value === "off") return "off";
  return value !== undefined && /^[0-6]$/u.test(value) ? Number(value) : undefined;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
