/** Several concepts to choose from, and the honest "not in the bank". */
import { type Button, elementId } from "../../../core/buttons.ts";
import { attributionOf, isCollectionId } from "../../../core/collections.ts";
import type { Language } from "../../../core/language.ts";
import type { TermHit, TermItem } from "../../../core/ports.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { dataOf } from "./term-book.ts";
import { namesLine, titleOf, warningOf } from "./term-words.ts";

export type ShownTerms = {
  readonly heading: string;
  readonly intro: string;
  readonly hits: readonly { readonly hit: TermHit; readonly bank: string }[];
  readonly hint?: string;
  readonly buttons?: readonly Button[];
  /** What a press on one of them carries besides what it is: the language that was asked for. */
  readonly data?: JsonObject;
};

export function termsCard(shown: ShownTerms, language: Language): Card {
  const texts = textsIn(language).terms;
  const items = shown.hits.map(({ hit, bank }) => {
    const { item, name } = hit;
    const title = name.status === "avoid" ? name.text : titleOf(item.term, [name.language]);
    return {
      elementId: elementId({ kind: "term", id: item.term.id }),
      title,
      names: namesLine(item.term, language, title),
      warning: warningOf(hit, language),
      detail: bank,
      altText: texts.open(title),
      verb: "ask.choose",
      data: { ...dataOf(item), ...shown.data },
    };
  });
  const attributions = shown.hits.map(({ hit: { item } }) => attributionFor(item));
  return {
    kind: "terms",
    language,
    summary: [shown.heading, ...items.map(({ title }) => title)].join(" · "),
    view: {
      heading: shown.heading,
      intro: shown.intro,
      items,
      attribution: [...new Set(attributions)].filter(Boolean).join(". "),
      hint: shown.hint ?? "",
      buttons: shown.buttons ?? [],
      links: [],
    },
  };
}

const attributionFor = ({ collection }: TermItem): string =>
  collection !== undefined && isCollectionId(collection) ? attributionOf[collection].text : "";

/** Nothing comes near: what can be done then. */
export function noTermCard(
  language: Language,
  heading: string,
  text: string,
  more: { readonly hints?: readonly string[]; readonly buttons?: readonly Button[] } = {},
): Card {
  return {
    kind: "nothing",
    language,
    summary: `${heading}. ${text}`,
    view: { heading, text, hints: more.hints ?? [], buttons: more.buttons ?? [], links: [] },
  };
}
