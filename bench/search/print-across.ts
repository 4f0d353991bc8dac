/** Tables on questions in another language than the text's. */
import { translated } from "../../src/features/ask/ask-feature.ts";
import { shippedWords } from "../../src/platform/search/translate/dictionary-file.ts";
import { askAuthority, askHeldOutTerms } from "./across-languages.ts";
import { type Asked, recallAt } from "./ask-collection.ts";
import type { Collection } from "./collections.ts";
import { percent } from "./decisions.ts";
import { inForce, printTranslated, tryTranslated } from "./fit-translated.ts";
import { manyTexts } from "./many-texts.ts";
import { askEverything } from "./mixed-languages.ts";

/** `own` are the collections with human questions, one of each language. */
export function printAcross(folder: string, own: readonly Collection[]): void {
  console.log(
    `
Across languages, R@1 / R@3 in %. The eForms terms in five parts, each asked by name while the dictionary is learnt from the
other four, the CPV labels and the samples; texts: the definitions of that part, without and with the names.`,
  );
  console.table(
    beside({
      "sv→fi": askHeldOutTerms("sv", "fi", { withNames: false }),
      "fi→sv": askHeldOutTerms("fi", "sv", { withNames: false }),
      "sv→fi, with names": askHeldOutTerms("sv", "fi", { withNames: true }),
      "fi→sv, with names": askHeldOutTerms("fi", "sv", { withNames: true }),
    }),
  );
  console.log(
    "One authority's questions (fhm-sv-en) of its answers in the other language, R@1 / R@3 in %",
  );
  console.table(
    beside({
      "en→sv": askAuthority(folder, "en", "sv", { withTitles: true }),
      "sv→en": askAuthority(folder, "sv", "en", { withTitles: true }),
      "en→sv, texts without titles": askAuthority(folder, "en", "sv", { withTitles: false }),
      "sv→en, texts without titles": askAuthority(folder, "sv", "en", { withTitles: false }),
    }),
  );
  printTranslated(tryTranslated(own, folder, shippedWords()), inForce);
  printTimes(own);
}

type Ways = readonly (readonly [string, Asked])[];

/** One row for each way, one column for each task. */
function beside(tasks: Readonly<Record<string, Ways | undefined>>): Record<string, string>[] {
  const [first = []] = Object.values(tasks).filter((ways) => ways !== undefined);
  return first.map(([name], at) => ({
    way: name,
    ...Object.fromEntries(
      Object.entries(tasks).map(([task, ways]) => {
        const asked = ways?.[at]?.[1];
        return [
          task,
          asked ? `${percent(recallAt(asked, 1))} / ${percent(recallAt(asked, 3))}` : "–",
        ];
      }),
    ),
  }));
}

/** Swedish questions of 1,000 Swedish and 1,000 Finnish texts, translation and all. */
function printTimes(own: readonly Collection[]): void {
  const [sv, fi] = (["sv", "fi"] as const).map((language) =>
    own.find((one) => one.language === language),
  );
  if (!sv || !fi) return;
  const items = [sv, fi].flatMap((one) =>
    manyTexts(one, 1_000).map((item) => ({ ...item, key: `${one.language}:${item.key}` })),
  );
  const ask = askEverything(items, shippedWords());
  for (const { text } of sv.questions) ask(text, "sv", translated);
  const times = Array.from({ length: 5 }, () => sv.questions)
    .flat()
    .map(({ text }) => millisecondsOf(() => ask(text, "sv", translated)))
    .sort((one, other) => one - other);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  console.log(
    `Swedish questions of 1,000 Swedish and 1,000 Finnish texts, the whole way: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms.`,
  );
}

function millisecondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
