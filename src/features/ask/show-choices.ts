/** Several things to choose from, and the honest "nothing". */
import { type Button, elementId, type Link, referenceData } from "../../core/buttons.ts";
import { type Contact, contactLine, type Discussion, type Practice } from "../../core/content.ts";
import type { Language } from "../../core/language.ts";
import type { Card, JsonObject } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";
import { practiceReference } from "./show-answer.ts";
import { discussionLine, discussionReference, questionLine } from "./show-discussion.ts";

/** A thing to choose, in the version that would be shown. */
export type Choice =
  | { readonly kind: "practice"; readonly practice: Practice; readonly snippet: string }
  | { readonly kind: "contact"; readonly contact: Contact }
  | {
      readonly kind: "discussion";
      readonly discussion: Discussion;
      readonly snippet: string;
      readonly timeZone: string;
    };

/** At most three: with "none of these" and "more" that makes five buttons of the six a card may have. */
export const mostChoices = 3;

export function choicesCard(
  choices: readonly Choice[],
  language: Language,
  options: {
    readonly heading: string;
    readonly intro: string;
    readonly question: string;
    /** How many were shown before: the numbers go on from there. */
    readonly after?: number;
    readonly hasMore: boolean;
    /** Where others read along, who finds nothing here can ask them. */
    readonly offersNone: "note" | "ask-network" | false;
  },
): Card {
  const texts = textsIn(language).ask;
  const items = choices.map((choice, index) =>
    itemOf(choice, (options.after ?? 0) + index + 1, language, options.question),
  );
  const { question } = options;
  const buttons: Button[] = items.map(({ number, data }) => ({
    title: texts.choose(number),
    verb: "ask.choose",
    data,
  }));
  if (options.offersNone) buttons.push(noneButton(language, question, options.offersNone));
  if (options.hasMore) buttons.push({ title: texts.more, verb: "ask.more", data: { question } });
  return {
    kind: "choices",
    language,
    summary: texts.choicesSummary(items.map(({ title }) => title).join(" · ")),
    view: { heading: options.heading, intro: options.intro, items, buttons, links: [] },
  };
}

export function noneButton(
  language: Language,
  question: string,
  then: "note" | "ask-network",
): Button {
  const { ask, discussions } = textsIn(language);
  return then === "note"
    ? { title: ask.noneOfThese, verb: "ask.none", data: { question } }
    : { title: discussions.noneSoAsk, verb: "ask.none", data: { question, value: "network" } };
}

type Item = {
  readonly elementId: string;
  readonly title: string;
  readonly detail: string;
  readonly snippet: string;
  readonly data: JsonObject;
  readonly number: number;
};

function itemOf(choice: Choice, number: number, language: Language, question: string): Item {
  if (choice.kind === "contact") {
    const { contact } = choice;
    const reference = {
      kind: "contact" as const,
      id: contact.id,
      ...(contact.network !== undefined && { network: contact.network }),
    };
    return {
      elementId: elementId(reference),
      title: contact.name,
      detail: contactLine(contact, language),
      snippet: contact.topics.join(", "),
      data: referenceData(reference, question),
      number,
    };
  }
  if (choice.kind === "discussion") {
    const reference = discussionReference(choice.discussion);
    return {
      elementId: elementId(reference),
      title: questionLine(choice.discussion),
      detail: discussionLine(choice.discussion, language, choice.timeZone),
      snippet: choice.snippet,
      data: referenceData(reference, question),
      number,
    };
  }
  const { practice, snippet } = choice;
  const reference = practiceReference(practice);
  const otherLanguage =
    practice.language === language ? "" : textsIn(language).inLanguage[practice.language];
  return {
    elementId: elementId(reference),
    title: practice.title,
    detail: [practice.organisation, otherLanguage].filter(Boolean).join(" · "),
    snippet,
    data: referenceData(reference, question),
    number,
  };
}

/** Opens the question in the network's forum: the discussions feature's. */
export const askNetworkButton = (language: Language, question: string): Button => ({
  title: textsIn(language).discussions.askNetwork,
  verb: "ask.none",
  data: { question, value: "network" },
});

/** Says that nothing was found, and what to do next. Where others read along, asking them comes before a mere note. */
export function nothingCard(language: Language, question: string, isInChannel: boolean): Card {
  const texts = textsIn(language).ask;
  const buttons: Button[] = [
    { title: texts.whoToAsk, verb: "ask.person", data: { question } },
    ...(isInChannel ? [] : [{ title: texts.reportGap, verb: "ask.none", data: { question } }]),
    askNetworkButton(language, question),
  ];
  return plainCard(language, texts.nothingHeading, texts.nothingText, {
    hints: texts.nothingHints,
    buttons,
    links: [{ title: advisoryUnit[language].title, url: advisoryUnit[language].url }],
  });
}

/** A message in place of an answer: the question was empty, or noted as unanswered, or there is no more. */
export function plainCard(
  language: Language,
  heading: string,
  text: string,
  more: {
    readonly hints?: readonly string[];
    readonly buttons?: readonly Button[];
    readonly links?: readonly Link[];
  } = {},
): Card {
  return {
    kind: "nothing",
    language,
    summary: text ? `${heading}. ${text}` : heading,
    view: {
      heading,
      text,
      hints: more.hints ?? [],
      buttons: more.buttons ?? [],
      links: more.links ?? [],
    },
  };
}

/** The Public Procurement Advisory Unit gives advice on the law, which Kollega does not. */
const advisoryUnit: Readonly<Record<Language, Link>> = {
  sv: { title: "upphandling.fi", url: "https://www.hankinnat.fi/sv" },
  fi: { title: "hankinnat.fi", url: "https://www.hankinnat.fi" },
  en: { title: "hankinnat.fi", url: "https://www.hankinnat.fi/en" },
};
