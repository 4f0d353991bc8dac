/** What somebody sees before their question is open for all: what answers it already, and who will see it. Pure. */
import type { Button } from "../../../core/buttons.ts";
import { type Network, networkName } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";
import type { Card } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Related } from "../find-related.ts";
import { relatedItems } from "../related-items.ts";

export type AskCard = {
  readonly text: string;
  /** The id of the message that asks; a button brings it back. */
  readonly ref: string;
  /** "chat": it is posted to the forum, and may be changed before; "thread": it stands there; "offer": nobody asked for it. */
  readonly where: "chat" | "thread" | "offer";
  /** Of one of these. */
  readonly networks: readonly Network[];
  readonly related: readonly Related[];
  readonly notices?: readonly string[];
};

/** The network whose content comes nearest to the question. */
function likeliest(networks: readonly Network[], related: readonly Related[]): string {
  const found = related.find(({ network }) => networks.some(({ id }) => id === network));
  return found?.network ?? networks[0]?.id ?? "";
}

export function askCard(
  { text, ref, where, networks, related, notices = [] }: AskCard,
  language: Language,
): Card {
  const texts = textsIn(language).discussions;
  const [only, ...others] = networks.map((network) => networkName(network, language));
  const named = others.length === 0 && only !== undefined ? only : "";
  const items = relatedItems(related, language);
  const heading = where === "offer" ? texts.offerHeading : texts.askHeading;
  const intro = {
    chat: texts.askIntro(named),
    thread: texts.askIntroThread(named),
    offer: texts.offerIntro(named),
  }[where];
  const button: Button = {
    title: where === "chat" ? texts.post : texts.openHere,
    verb: "ask.none",
    data: { question: ref, value: "post" },
  };
  return {
    kind: "ask-network",
    language,
    summary: `${heading}: ${text}`,
    view: {
      heading,
      notices,
      intro,
      question: where === "thread" ? text : "",
      texts:
        where === "chat"
          ? [{ elementId: "text", label: texts.askLabel, data: { value: text } }]
          : [],
      labels: { network: texts.network },
      values: { network: likeliest(networks, related) },
      networks:
        others.length === 0
          ? []
          : networks.map((network) => ({
              title: networkName(network, language),
              value: network.id,
            })),
      relatedHeading: items.length > 0 ? texts.perhaps : "",
      related: items,
      buttons: [button],
      links: [],
    },
  };
}
