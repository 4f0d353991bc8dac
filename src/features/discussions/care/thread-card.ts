import type { Card } from "../../../core/reply.ts";
import { findRelated } from "../find-related.ts";
import { namesIn } from "../names.ts";
import { discussionCard } from "../thread/discussion-card.ts";
import type { JobDeps, Of } from "./job-deps.ts";

/** As all see it in the thread. */
export async function threadCard(deps: JobDeps, { discussion, network }: Of): Promise<Card> {
  const { question, language, id } = discussion;
  const related = findRelated(deps, { text: question.text, language, networks: [network.id] });
  return discussionCard(discussion, {
    network,
    nameOf: await namesIn(deps, network, discussion),
    related: related.filter((one) => one.kind !== "discussion" || one.id !== id),
  });
}
