/** The small cards: where to move a meeting, whether to cancel it, which reminder to skip. Pure. */
import type { Button } from "../../../core/buttons.ts";
import type { Network } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { meetingData } from "./read-meeting-press.ts";
import { capital, leadInWords, titleIn, whenInWords } from "./words.ts";

export type About = {
  readonly meeting: Meeting;
  readonly network: Network;
  readonly occurrence: Occurrence;
  readonly language: Language;
  readonly now: Date;
};

export function moveCard(
  of: About,
  form: {
    readonly date: string;
    readonly time: string;
    readonly scope: "one" | "all";
    readonly offersAll: boolean;
    readonly faults: readonly string[];
  },
): Card {
  const texts = textsIn(of.language).meetings;
  const when = whenOf(of);
  const { labels, inputErrors } = texts;
  const data = { ...dataOf(of), was: of.occurrence.localStart };
  const buttons: readonly Button[] = [
    { title: texts.moveDo, verb: "meeting.move", data },
    { title: texts.back, verb: "ask.choose", data: dataOf(of) },
  ];
  return {
    kind: "meeting-move",
    language: of.language,
    summary: [`${texts.moveHeading}: ${titleOf(of)}, ${when}.`, ...form.faults].join(" "),
    view: {
      heading: texts.moveHeading,
      title: titleOf(of),
      now: texts.moveNow(when),
      faultsHeading: form.faults.length > 0 ? texts.faultsHeading : "",
      faults: form.faults,
      labels: { scope: texts.scope, date: labels.date, time: labels.time },
      errors: { date: inputErrors.date, time: inputErrors.time },
      scopes: form.offersAll
        ? [
            { title: texts.scopeOne(when), value: "one" },
            { title: texts.scopeAll, value: "all" },
          ]
        : [],
      values: { scope: form.scope, date: form.date, time: form.time },
      buttons,
      links: [],
    },
  };
}

export function cancelCard(of: About): Card {
  const texts = textsIn(of.language).meetings;
  const data = dataOf(of);
  const isSeries = of.meeting.repeat !== undefined;
  const cancel = (title: string, scope: "one" | "all"): Button => ({
    title,
    verb: "meeting.cancel",
    data: { ...data, scope },
  });
  return choiceCard(of.language, texts.cancelHeading, {
    text: [`${titleOf(of)}, ${whenOf(of)}.`, texts.tellsThose].join("\n"),
    buttons: [
      ...(isSeries
        ? [cancel(texts.cancelOne, "one"), cancel(texts.cancelAll, "all")]
        : [cancel(texts.cancelDo, "all")]),
      { title: texts.keep, verb: "ask.choose", data },
    ],
  });
}

/** A reminder that is still to be sent. */
export type Planned = {
  readonly occurrence: Occurrence;
  readonly minutes: number;
  readonly isSkipped: boolean;
};

export function skipCard(of: About, planned: readonly Planned[]): Card {
  const texts = textsIn(of.language).meetings;
  const items = planned.map(({ occurrence, minutes, isSkipped }) => {
    const lead = capital(leadInWords(minutes, of.language));
    const reminder = `${lead} · ${whenOf({ ...of, occurrence })}`;
    const data = { ...meetingData({ ...of.meeting, occurrence: occurrence.id }), lead: minutes };
    return {
      elementId: `reminder:${occurrence.id}/${minutes}`,
      title: isSkipped ? texts.willBeSkipped : texts.willBeSent,
      detail: reminder,
      altText: isSkipped ? texts.skipUndo(reminder) : texts.skipDo(reminder),
      verb: "meeting.skip",
      data: { ...data, value: isSkipped ? "send" : "skip" },
    };
  });
  return choiceCard(of.language, texts.skipHeading, {
    text: items.length > 0 ? `${titleOf(of)}\n${texts.skipIntro}` : texts.skipNothing,
    items,
    buttons: [{ title: texts.back, verb: "ask.choose", data: dataOf(of) }],
  });
}

export function choiceCard(
  language: Language,
  heading: string,
  more: {
    readonly text: string;
    readonly items?: readonly JsonObject[];
    readonly buttons?: readonly Button[];
  },
): Card {
  const { text, items = [], buttons = [] } = more;
  return {
    kind: "meeting-choice",
    language,
    summary: `${heading} ${text.replaceAll("\n", " ")}`,
    view: { heading, text, items, buttons, links: [] },
  };
}

const titleOf = ({ meeting, language }: About): string => titleIn(meeting, language);

const whenOf = ({ meeting, occurrence, network, language, now }: About): string =>
  whenInWords(meeting, occurrence, network.timeZone, language, now);

const dataOf = ({ meeting, occurrence }: About): JsonObject =>
  meetingData({ ...meeting, occurrence: occurrence.id });
