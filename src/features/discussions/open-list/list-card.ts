/** Questions of a network's forum in a list. Pure. */
import { ageInWords } from "../../../core/age-in-words.ts";
import type { Button } from "../../../core/buttons.ts";
import { type Discussion, type Network, networkName } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { discussionData } from "../discussion.ts";

/** Short enough to be read on a phone. */
export const mostListed = 5;
const longestTitle = 200;

type Listed = { readonly discussion: Discussion; readonly network: Network };

export type ListReader = {
  readonly language: Language;
  readonly now: Date;
  /** Each says which network it belongs to. */
  readonly namesNetworks: boolean;
};

export function listCard(
  of: {
    readonly open: readonly Listed[];
    readonly answered: readonly Listed[];
    /** How many are open in all. */
    readonly all: number;
    /** How many were shown before these. */
    readonly after: number;
  },
  reader: ListReader,
): Card {
  const texts = textsIn(reader.language).discussions;
  const shown = of.after + of.open.length;
  const intro = of.all === 0 ? texts.noneOpen : texts.openIntro(of.all);
  const more: Button = {
    title: texts.more,
    verb: "ask.more",
    data: { kind: "discussions", after: shown },
  };
  return {
    kind: "discussions",
    language: reader.language,
    summary: `${texts.openHeading}. ${intro}`,
    view: {
      heading: texts.openHeading,
      intro,
      sections: [
        sectionOf("", of.open, reader),
        sectionOf(texts.answeredHeading, of.answered, reader),
      ].flatMap((section) => section ?? []),
      note: of.all > 0 ? texts.openNote : "",
      buttons: of.all > shown ? [more] : [],
      links: [],
    },
  };
}

/** Undefined: nothing is in it. */
function sectionOf(
  title: string,
  listed: readonly Listed[],
  reader: ListReader,
): JsonObject | undefined {
  return listed.length === 0
    ? undefined
    : { title, items: listed.map((one) => itemOf(one, reader)) };
}

export function itemOf({ discussion, network }: Listed, reader: ListReader): JsonObject {
  const { language, now } = reader;
  const texts = textsIn(language).discussions;
  const { question, link, status, replies, answeredAt } = discussion;
  const title = question.text.slice(0, longestTitle);
  const isAnswered = status === "answered";
  const since = new Date(isAnswered && answeredAt ? answeredAt : discussion.openedAt);
  const age = ageInWords(since, now, network.timeZone, language);
  const known = replies.filter(({ text }) => text !== "").length;
  return {
    elementId: `discussion:${discussion.id}`,
    title,
    detail: [
      isAnswered ? texts.answeredAge(age) : texts.askedAge(age),
      !isAnswered && known > 0 ? texts.replies(known) : "",
      reader.namesNetworks ? networkName(network, language) : "",
    ]
      .filter(Boolean)
      .join(" · "),
    altText: textsIn(language).ask.open(title),
    data: discussionData(discussion),
    pages: link === undefined ? [] : [{ title: texts.openThread, url: link }],
  };
}
