/** One concept: its languages side by side, what to use instead of what, what it means and who says so. */
import { type Button, elementId, type Link } from "../../../core/buttons.ts";
import { attributionOf, isCollectionId } from "../../../core/collections.ts";
import type { Term } from "../../../core/content.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { TermHit, TermItem } from "../../../core/ports.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import { definitionIn, namesIn } from "../../../core/term-names.ts";
import { textsIn } from "../../../texts/texts.ts";
import { dataOf } from "./term-book.ts";
import { avoidLine, nameIn, namesLine, titleOf, warningOf } from "./term-words.ts";

export type ShownTerm = {
  readonly item: TermItem;
  /** The bank it stands in, if that is to be said. */
  readonly bank: string;
  /** How it was found, if it was looked up. */
  readonly hit?: TermHit;
  /** The name that was asked about, if it was not looked up. */
  readonly asked?: string;
  /** The language that was asked for. */
  readonly to?: Language;
  readonly notices?: readonly string[];
  readonly remarks?: readonly string[];
  readonly others?: readonly { readonly item: TermItem; readonly bank: string }[];
  readonly buttons?: readonly Button[];
};

/**
 * The longest word that fits into a third, or half, of a phone's card, where it must not break: broken it would be
 * another term. A few letters more fit in smaller ones.
 */
const longestBeside: Readonly<Record<number, number>> = { 1: 60, 2: 21, 3: 13 };
const moreInSmall = 2;

export function termCard(shown: ShownTerm, language: Language): Card {
  const { item, hit, to } = shown;
  const { term } = item;
  const texts = textsIn(language).terms;
  const matched = hit?.name.language;
  const asked = to !== undefined && nameIn(term, to) !== undefined ? [to] : [];
  const title = titleOf(term, [...asked, ...(matched ? [matched] : []), language]);
  const lines = languages.flatMap((one) => languageLine(term, one, language));
  const tooMany =
    Math.max(...lines.map(({ longest }) => longest)) - (longestBeside[lines.length] ?? 0);
  const isNarrow = tooMany > moreInSmall;
  const isTight = tooMany > 0 && !isNarrow;
  const views = lines.map(({ view }) => view);
  const { text: attribution, url } = attributionFor(item);
  return {
    kind: "term",
    language,
    summary: [title, namesLine(term, language, title)].filter(Boolean).join(" · "),
    view: {
      notices: shown.notices ?? [],
      remarks: shown.remarks ?? [],
      warnings: hit ? [warningOf(hit, language)].filter(Boolean) : [],
      heading: headingOf(shown, language),
      elementId: elementId({ kind: "term", id: term.id }),
      title,
      columns: isNarrow || isTight ? [] : views,
      tight: isTight ? views : [],
      rows: isNarrow ? views : [],
      avoid: languages.flatMap((one) => avoidLine(term, one, language)),
      definitions: definitionsOf(term, language),
      facts: factsOf(term, language, item.collection === undefined),
      attribution: [item.collection === undefined ? "" : texts.collectionNote, attribution]
        .filter(Boolean)
        .join(". "),
      othersHeading: shown.others?.length ? texts.othersHeading : "",
      others: (shown.others ?? []).map(({ item: other, bank }) => ({
        elementId: elementId({ kind: "term", id: other.term.id }),
        title: titleOf(other.term, [...asked, language]),
        detail: [namesLine(other.term, language), bank].filter(Boolean).join(" · "),
        altText: texts.open(titleOf(other.term, [language])),
        data: dataOf(other),
      })),
      buttons: shown.buttons ?? [],
      links: linksOf(term, url, language),
    },
  };
}

/** "”kommunmedlem” på finska · Översättarna"; else that it is a term. */
function headingOf({ hit, asked, to, bank, item }: ShownTerm, language: Language): string {
  const texts = textsIn(language).terms;
  const name = hit?.name.text ?? asked;
  const isOther = name !== undefined && to !== undefined && hit?.name.language !== to;
  const isThere = to !== undefined && nameIn(item.term, to) !== undefined;
  const what = isOther && isThere ? texts.asked(name, to) : texts.term;
  return [what, bank].filter(Boolean).join(" · ");
}

type Line = { readonly longest: number; readonly view: JsonObject };

function languageLine(term: Term, one: Language, language: Language): readonly Line[] {
  const names = namesIn(term, one).filter(({ status }) => status !== "avoid");
  if (names.length === 0) return [];
  const { terms: texts, languageName } = textsIn(language);
  const of = (status: string) => names.filter((name) => name.status === status);
  const accepted = of("accepted").map(({ text }) => text);
  return [
    {
      longest: Math.max(...names.flatMap(({ text }) => text.split(/[\s-]+/u)).map(lettersIn)),
      view: {
        label: languageName[one],
        name: of("recommended")[0]?.text ?? "",
        accepted: accepted.length > 0 ? texts.accepted(accepted.join(", ")) : "",
      },
    },
  ];
}

const lettersIn = (word: string): number => word.length;

/** In the reader's language, else in each language there is one. */
function definitionsOf(term: Term, language: Language): readonly JsonObject[] {
  const texts = textsIn(language).terms;
  const own = definitionIn(term, language);
  if (own !== undefined) return [{ label: texts.definition, text: own }];
  return languages.flatMap((one) => {
    const text = definitionIn(term, one);
    return text === undefined ? [] : [{ label: texts.definitionIn[one], text }];
  });
}

function factsOf(term: Term, language: Language, isOwn: boolean): readonly JsonObject[] {
  const texts = textsIn(language).terms;
  return [
    { label: texts.domain, value: isOwn ? (term.domain ?? "") : "" },
    { label: texts.note, value: term.note ?? "" },
    { label: texts.source, value: sourceOf(term, isOwn) },
    { label: texts.usedBy, value: term.usedBy.join(", ") },
  ].filter(({ value }) => value !== "");
}

/** A collection's licence stands below, on every card; here only where in it the term is. */
function sourceOf({ source }: Term, isOwn: boolean): string {
  if (source === undefined || isUrl(source)) return "";
  return isOwn ? source : (source.split(", ©", 1)[0] ?? "");
}

const isUrl = (source: string): boolean => /^https:\/\/\S+$/u.test(source);

const attributionFor = ({ collection }: TermItem): { text: string; url?: string } =>
  collection !== undefined && isCollectionId(collection) ? attributionOf[collection] : { text: "" };

function linksOf({ source }: Term, about: string | undefined, language: Language): readonly Link[] {
  const texts = textsIn(language).terms;
  return [
    ...(source !== undefined && isUrl(source) ? [{ title: texts.readSource, url: source }] : []),
    ...(about === undefined ? [] : [{ title: texts.license, url: about }]),
  ];
}
