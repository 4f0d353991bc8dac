/** What may answer a question already, as lines of a card. */
import { elementId } from "../../core/buttons.ts";
import type { Language } from "../../core/language.ts";
import type { JsonObject } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";
import type { Related } from "./find-related.ts";

const mostRelated = 3;

export function relatedItems(
  related: readonly Related[],
  language: Language,
): readonly JsonObject[] {
  const texts = textsIn(language).discussions;
  return related.slice(0, mostRelated).map((one) => {
    const inLanguage = one.language === language ? "" : textsIn(language).inLanguage[one.language];
    return {
      elementId: elementId(one),
      title: one.title,
      detail: [texts.kinds[one.kind], inLanguage].filter(Boolean).join(", "),
      altText: textsIn(language).ask.open(one.title),
      data: {
        kind: one.kind,
        id: one.id,
        language: one.language,
        ...(one.network !== undefined && { network: one.network }),
      },
    };
  });
}
