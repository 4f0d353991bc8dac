import type { Button } from "../../../core/buttons.ts";
import { networkName } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Answers } from "./plan-deps.ts";
import { meetingData } from "./read-meeting-press.ts";
import type { TakingPlace } from "./upcoming.ts";
import { titleIn, whenInWords } from "./words.ts";

/** With "more" and "plan" under them, and short enough to be read on a phone. */
export const mostListed = 5;

export type Listed = TakingPlace & {
  readonly answers: Answers;
};

/** What takes place next, or took place. Pure. */
export function listCard(
  listed: readonly Listed[],
  of: {
    readonly language: Language;
    readonly now: Date;
    /** How many were shown before these. */
    readonly after: number;
    readonly hasMore: boolean;
    /** They are over: the latest first. */
    readonly isPast: boolean;
    readonly mayPlan: boolean;
    /** Each says which network it belongs to. */
    readonly namesNetworks: boolean;
  },
): Card {
  const { language, now } = of;
  const texts = textsIn(language).meetings;
  if (listed.length === 0) return emptyCard(of);
  const items = listed.map(({ meeting, network, occurrence, answers }) => {
    const title = titleIn(meeting, language);
    const when = whenInWords(meeting, occurrence, network.timeZone, language, now);
    return {
      elementId: `meeting:${meeting.id}`,
      title,
      when,
      place: [meeting.place, of.namesNetworks ? networkName(network, language) : ""]
        .filter(Boolean)
        .join(" · "),
      detail: countsInWords(answers, language),
      own: answers.own ? texts.ownAnswer[answers.own] : "",
      altText: `${texts.open(title)}, ${when}`,
      joinTitle: meeting.joinUrl && !of.isPast ? texts.join : "",
      joinUrl: meeting.joinUrl ?? "",
      data: meetingData({ ...meeting, occurrence: occurrence.id }),
    };
  });
  const more: Button = {
    title: texts.more,
    verb: "ask.more",
    data: {
      kind: "meetings",
      after: of.after + listed.length,
      ...(of.isPast && { value: "past" }),
    },
  };
  const [first] = items;
  const summary = texts.listSummary(`${first?.title}, ${first?.when}`);
  const buttons = [...(of.hasMore ? [more] : []), ...buttonsOf(of)];
  return of.isPast
    ? cardOf(language, texts.pastHeading, texts.pastIntro, { items, buttons })
    : cardOf(language, texts.listHeading, texts.listIntro, { items, buttons, summary });
}

type About = Pick<Parameters<typeof listCard>[1], "language" | "mayPlan" | "isPast">;

function emptyCard(of: About): Card {
  const texts = textsIn(of.language).meetings;
  const buttons = buttonsOf(of);
  return of.isPast
    ? cardOf(of.language, texts.pastHeading, texts.pastEmpty, { buttons })
    : cardOf(of.language, texts.emptyHeading, of.mayPlan ? texts.emptyPlan : texts.emptyText, {
        buttons,
      });
}

function buttonsOf({ language, mayPlan, isPast }: About): readonly Button[] {
  const texts = textsIn(language).meetings;
  const list = (title: string, more: JsonObject): Button => ({
    title,
    verb: "ask.more",
    data: { kind: "meetings", ...more },
  });
  if (isPast) return [list(texts.listHeading, {})];
  if (!mayPlan) return [];
  return [
    { title: texts.plan, verb: "meeting.save", data: {} },
    list(texts.past, { value: "past" }),
  ];
}

function cardOf(
  language: Language,
  heading: string,
  intro: string,
  of: {
    readonly items?: readonly JsonObject[];
    readonly buttons: readonly Button[];
    readonly summary?: string;
  },
): Card {
  const { items = [], buttons, summary = `${heading}. ${intro}` } = of;
  return {
    kind: "meetings",
    language,
    summary,
    view: { heading, intro, items, buttons, links: [] },
  };
}

/** "" as long as nobody has answered. */
export const countsInWords = ({ yes, maybe, no }: Answers, language: Language): string =>
  yes + maybe + no === 0 ? "" : textsIn(language).meetings.counts(yes, maybe, no);
