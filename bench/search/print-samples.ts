/** Tables on the sample content: how the thresholds in force do there, and which others it would like better. */
import { type Thresholds, thresholds } from "../../src/features/ask/choose-answer.ts";
import { type Asked, recallAt, separation } from "./ask-collection.ts";
import type { Sample } from "./ask-sample-content.ts";
import { type DecisionShares, decide, decisionRow, meanShares, percent } from "./decisions.ts";
import { belowFloors, fitThresholds, fitWithinFloors, written } from "./fit-thresholds.ts";

/** How the thresholds in force do on the sample content. */
export function printSamples(samples: readonly Sample[]): void {
  console.log(
    `\nThe sample content, in %, at the thresholds in force (${written(thresholds)}). "Left out": each alternative question
asked while it is not in the index, and these are worded unlike the texts on purpose. "Members ask": questions as members
ask them (member-questions.jsonl), without any alternative questions in the index.`,
  );
  console.table(
    samples.map(({ name, texts, asked }) => {
      const { collection, ...decisions } = decisionRow(name, decide(asked, thresholds));
      return {
        collection,
        texts,
        questions: asked.answerable.length,
        "R@1": percent(recallAt(asked, 1)),
        "R@3": percent(recallAt(asked, 3)),
        AUROC: asked.unrelated.length === 0 ? "–" : separation(asked).toFixed(3),
        ...decisions,
      };
    }),
  );
}

const lowerChoices = [0.2, 0.25, 0.3, 0.35];

/** What other thresholds would bring on the sample content, and cost there and on the development collections. */
export function printChoiceOfThresholds(
  samples: readonly Sample[],
  development: readonly Asked[],
): void {
  const asked = samples.map((one) => one.asked);
  const within = fitWithinFloors(asked, development);
  const alone = fitThresholds(asked, { areSamples: true });
  const tried: readonly (readonly [string, Thresholds | undefined])[] = [
    ["in force", thresholds],
    ["best that keeps the floors", within],
    ["sample content alone", alone],
    ...lowerChoices.map((choices) => ["only choices", { ...thresholds, choices }] as const),
  ];

  console.log(
    `
Other thresholds for the sample content, in %: answer / lead / choices, then how often the right one is shown (as the
single answer or among the three) and the question refused. On the development collections: the mean (the worst).`,
  );
  console.table(
    tried.flatMap(([what, one]) => (one ? [costsOf(what, one, samples, development)] : [])),
  );
  if (alone) console.log(verdict({ alone, within }, samples, development));
}

function costsOf(
  what: string,
  one: Thresholds,
  samples: readonly Sample[],
  development: readonly Asked[],
): Record<string, string> {
  const { leftOut, members } = sharesOfSamples(samples, one);
  const all = development.map((asked) => decide(asked, one));
  const mean = meanShares(all);
  const both = (of: (shares: DecisionShares) => number, worst: (...all: number[]) => number) =>
    `${percent(of(mean))} (${percent(worst(...all.map(of)))})`;
  const figures = [one.answer, one.lead, one.choices].map((at) => at.toFixed(2)).join(" / ");
  return {
    thresholds: `${figures}  ${what}`,
    "left out shown": percent(shown(leftOut)),
    "… refused": percent(leftOut.refusedAnswerable),
    "members shown": percent(shown(members)),
    "… by one": percent(members.single),
    "unrelated refused": percent(leftOut.refusedUnrelated),
    "dev: single right": both(({ singleRight }) => singleRight, Math.min),
    "three contain": both(({ choicesContain }) => choicesContain, Math.min),
    "answerable refused": both(({ refusedAnswerable }) => refusedAnswerable, Math.max),
    "unrelated refused ": both(({ refusedUnrelated }) => refusedUnrelated, Math.min),
  };
}

const shown = ({ single, singleRight, choices, choicesContain }: DecisionShares): number =>
  single * singleRight + choices * choicesContain;

/** The mean of the left-out questions in each language, and the members' questions. */
function sharesOfSamples(samples: readonly Sample[], one: Thresholds) {
  const shares = samples.map(({ asked }) => decide(asked, one));
  const members = shares.at(-1) ?? meanShares(shares);
  return { leftOut: meanShares(shares.slice(0, -1)), members };
}

function verdict(
  { alone, within }: { readonly alone: Thresholds; readonly within: Thresholds | undefined },
  samples: readonly Sample[],
  development: readonly Asked[],
): string {
  const now = sharesOfSamples(samples, thresholds).leftOut;
  const then = sharesOfSamples(samples, alone).leftOut;
  const change = (of: (shares: DecisionShares) => number) =>
    `${percent(of(then))} % instead of ${percent(of(now))} %`;
  const broken = (one: Thresholds) => belowFloors(development.map((asked) => decide(asked, one)));
  const kept = broken(thresholds);
  const areBest = within !== undefined && written(within) === written(thresholds);
  return [
    `The sample content alone would prefer ${written(alone)}. Of the questions left out it would`,
    `refuse ${change((one) => one.refusedAnswerable)} and show the right one in ${change(shown)},`,
    `but of the unrelated it would refuse only ${change((one) => one.refusedUnrelated)}.`,
    `On the development collections it breaks these floors: ${broken(alone).join(", ") || "none"}.`,
    areBest
      ? "The thresholds in force are the best for the sample content of all that keep the floors."
      : `Best for the sample content of all that keep the floors: ${within ? written(within) : "none does"}; in force: ${written(thresholds)}.`,
    ...(kept.length > 0 ? [`The thresholds in force break: ${kept.join(", ")}.`] : []),
  ].join("\n");
}
