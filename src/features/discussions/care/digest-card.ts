/** What a week has brought to a network's forum, in the network's languages. Pure. */
import { type Discussion, type Network, networkName } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Card, JsonObject } from "../../../core/reply.ts";
import type { DiscussionsTexts } from "../../../texts/discussions/type.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { NewTerm } from "../find-related.ts";
import { itemOf } from "../open-list/list-card.ts";

const mostOpen = 5;
const mostOthers = 3;

export type Digest = {
  readonly network: Network;
  readonly open: readonly Discussion[];
  readonly answered: readonly Discussion[];
  readonly terms: readonly NewTerm[];
  readonly now: Date;
};

/** Everybody reads the same card: its own words stand there in each language, what people wrote once. */
export function digestCard(
  { network, open, answered, terms, now }: Digest,
  languages: readonly Language[],
): Card {
  const [language = "sv"] = languages;
  const all: readonly Language[] = languages.length > 0 ? languages : [language];
  const said = (choose: (texts: DiscussionsTexts) => string): string =>
    [...new Set(all.map((one) => choose(textsIn(one).discussions)))].join(" / ");
  const questions = (list: readonly Discussion[], most: number) =>
    list.slice(0, most).map((discussion) => inAll({ discussion, network }, all, now));
  const names = [...new Set(all.map((one) => networkName(network, one)))].join(" / ");
  const heading = `${said(({ digestHeading }) => digestHeading)}: ${names}`;
  const sections = [
    {
      title: said((texts) => texts.digestOpen(open.length)),
      items: questions(open, mostOpen),
    },
    {
      title: said((texts) => texts.digestAnswered(answered.length)),
      items: questions(answered, mostOthers),
    },
    {
      title: said((texts) => texts.digestTerms(terms.length)),
      items: terms.slice(0, mostOthers).map((term) => termItem(term, network)),
    },
  ].filter(({ items }) => items.length > 0);
  return {
    kind: "discussions",
    language,
    summary: [heading, ...sections.map(({ title }) => title)].join(". "),
    view: {
      heading,
      intro: "",
      sections,
      note: said(({ digestNote }) => digestNote),
      buttons: [],
      links: [],
    },
  };
}

/** A question stands there once, what is said of it in each language. */
function inAll(
  listed: Parameters<typeof itemOf>[0],
  languages: readonly Language[],
  now: Date,
): JsonObject {
  const items = languages.map((language) =>
    itemOf(listed, { language, now, namesNetworks: false }),
  );
  return { ...items[0], detail: items.map(({ detail }) => detail).join(" / ") };
}

const termItem = ({ id, title }: NewTerm, network: Network): JsonObject => ({
  elementId: `term:${id}`,
  title,
  detail: "",
  altText: title,
  data: { kind: "term", id, network: network.id },
  pages: [],
});
