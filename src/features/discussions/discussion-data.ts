/** What questions of the forum hold about people: who asked, answered, and said which answer is the right one. */

import { changeContent } from "../../core/change-content.ts";
import type { Discussion } from "../../core/content.ts";
import { dayAt, dayInWords } from "../../core/dates.ts";
import type { Language } from "../../core/language.ts";
import type { Library } from "../../core/library.ts";
import type { HeldData, PersonalDataSource } from "../../core/personal-data.ts";
import type { Clock, Documents } from "../../core/ports.ts";
import { textsIn } from "../../texts/texts.ts";
import { discussionType } from "./discussion-store.ts";
import { forgetIn } from "./forget-in-discussion.ts";

type Deps = {
  /** The store that jobs may wait for. */
  readonly documents: Documents;
  readonly library: Pick<Library, "networks" | "contentOf" | "saw">;
  readonly clock: Pick<Clock, "now">;
  /** How long a question without an answer is kept after something last became of it. */
  readonly keptDays: (network: string) => number;
};

const dayMs = 24 * 3_600_000;
const longestTitle = 100;

export function discussionData(deps: Deps): PersonalDataSource {
  const { library, clock, keptDays } = deps;
  const networks = (): readonly string[] => library.networks().map(({ id }) => id);

  return {
    name: "discussions",
    describe: (language) => {
      const { about } = textsIn(language).discussions.personalData;
      return { ...about, kept: about.kept(Math.max(0, ...networks().map(keptDays))) };
    },
    find: async ({ key }, language) =>
      library
        .contentOf<Discussion>(discussionType)
        .flatMap(({ value }) => partsOf(value, key, language)),
    async erase(of) {
      for (const partition of networks()) {
        await changeContent<Discussion>(deps, { partition, type: discussionType }, (value) =>
          forgetIn(value, of, {
            at: clock.now().toISOString(),
            instead: textsIn(value.language).privacy.formerMember,
          }),
        );
      }
    },
    async sweep(now) {
      for (const partition of networks()) {
        const oldest = new Date(now.getTime() - keptDays(partition) * dayMs).toISOString();
        await changeContent<Discussion>(deps, { partition, type: discussionType }, (value) =>
          value.answer === undefined && value.changedAt <= oldest ? "erase" : value,
        );
      }
    },
  };
}

function partsOf(discussion: Discussion, key: string, language: Language): readonly HeldData[] {
  const { id, network, question, replies, answer, answeredBy, answeredAt, consent } = discussion;
  const { lines } = textsIn(language).discussions.personalData;
  const title = short(question.text);
  const day = (at: string) => dayInWords(dayAt(new Date(at), "UTC"), language);
  const of = { discussion: id, network };
  return [
    ...(question.author === key
      ? [
          {
            text: lines.asked(title, day(question.at)),
            value: { ...of, role: "asker", text: question.text, at: question.at },
          },
        ]
      : []),
    ...replies
      .filter(({ author }) => author === key)
      .map(({ id: reply, text, at }) => ({
        text:
          reply === answer
            ? lines.answered(short(text), day(at))
            : lines.replied(short(text), day(at)),
        value: {
          ...of,
          role: reply === answer ? "answerer" : "replier",
          text,
          at,
          ...(reply === answer && consent !== undefined && { consent }),
        },
      })),
    ...(answeredBy === key
      ? [
          {
            text: lines.marked(title),
            value: { ...of, role: "marker", ...(answeredAt !== undefined && { at: answeredAt }) },
          },
        ]
      : []),
  ];
}

const short = (text: string): string =>
  text.length <= longestTitle ? text : `${text.slice(0, longestTitle - 1)}…`;
