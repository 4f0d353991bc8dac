import type { AskedTerm } from "../../../core/content.ts";
import type { Language } from "../../../core/language.ts";

/**
 * The language of a word that was asked for, if it can be told; `asking` is the question's language, `detected` what
 * the word by itself looks like. Words for which it cannot be told from Swedish are often taken for English and the
 * other way round: between these two the asker's own counts. Pure.
 */
export function languageOfWord(
  { from, to }: Pick<AskedTerm, "from" | "to">,
  asking: Language,
  detected: Language,
): Language | undefined {
  if (from !== undefined && from !== to) return from;
  if (to === asking) return detected === to ? undefined : detected;
  const isUnclear = detected === to || (detected !== "fi" && asking !== "fi");
  return isUnclear ? asking : detected;
}
