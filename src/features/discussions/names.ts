/** What the people of a discussion are called. */
import type { Discussion, Network } from "../../core/content.ts";
import { keyOf, nameInRoster, splitKey } from "../../core/person-key.ts";
import type { Person } from "../../core/turn.ts";
import { answerOf } from "./discussion.ts";
import type { DiscussionsDeps } from "./discussions-deps.ts";
import { isPerson } from "./who-may.ts";

export type NameOf = (key: string) => string | undefined;

/** More are not named on a card. */
const mostRepliers = 3;

/** As a roster has them, else as they once wrote to the bot. `actor`: somebody whose name is known anyway. */
export async function namesIn(
  deps: Pick<DiscussionsDeps, "directory">,
  network: Pick<Network, "id">,
  discussion: Discussion,
  actor?: Person,
): Promise<NameOf> {
  const names = new Map<string, string>(actor?.name ? [[keyOf(actor), actor.name]] : []);
  const named = [
    discussion.question.author,
    discussion.answeredBy,
    answerOf(discussion)?.author,
    ...discussion.replies.slice(-mostRepliers).map(({ author }) => author),
  ].filter(isPerson);
  await Promise.all(
    [...new Set(named)].map(async (key) => {
      const { tenant, person } = splitKey(key);
      const name =
        names.get(key) ??
        nameInRoster(deps, network, key) ??
        (await deps.directory.recipient(tenant, person))?.name;
      if (name) names.set(key, name);
    }),
  );
  return (key) => names.get(key);
}
