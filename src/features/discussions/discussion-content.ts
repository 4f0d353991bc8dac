/** How discussions are found: by their question, and by what was answered. */
import type { ContentDocument, Discussion } from "../../core/content.ts";
import type { ContentKind } from "../../core/feature.ts";
import type { SearchItem } from "../../core/ports.ts";
import { answerOf } from "./discussion.ts";
import { discussionType } from "./discussion-store.ts";

export const discussionContent: readonly ContentKind[] = [{ type: discussionType, texts: textsOf }];

const longestTitle = 300;

function textsOf({ value }: ContentDocument): readonly SearchItem[] {
  const discussion = value as Discussion;
  const { id, network, language, question, replies, topics } = discussion;
  if (question.text === "" || isDescribed(discussion)) return [];
  const answer = answerOf(discussion);
  const others = replies.filter((reply) => reply !== answer);
  const said = [...(answer ? [answer] : []), ...others].map(({ text }) => text);
  return [
    {
      key: `discussion:${network}/${id}`,
      language,
      network,
      title: question.text.slice(0, longestTitle),
      questions: [],
      text: said.filter((text) => text !== "").join("\n"),
      tags: topics,
      names: [],
    },
  ];
}

/** Its answer has become a practice, which is found instead and leads to the thread. */
const isDescribed = ({ decision, status }: Discussion): boolean =>
  status === "answered" && decision?.state === "approved" && decision.kind === "practices";
