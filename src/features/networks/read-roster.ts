/** Asks Teams who is in a team, page by page. */
import type { Team } from "../../core/directory.ts";
import type { Clock, Fetched, Messenger, RosterMember } from "../../core/ports.ts";

const triesForPage = 3;
const waitMs = 1_000;
const longestWaitMs = 30_000;
/** Far more than the largest team has: a connector that never ends its pages is not followed for ever. */
const mostPages = 1_000;

/** Everyone in the team, or undefined if a page cannot be had: half a roster would make the other half leave. */
export async function readRoster(
  { messenger, clock }: { readonly messenger: Pick<Messenger, "roster">; readonly clock: Clock },
  team: Team,
): Promise<readonly RosterMember[] | undefined> {
  const members: RosterMember[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await ask(() => messenger.roster(team.door, team.id, after), clock);
    if (page.state !== "done") return undefined;
    members.push(...page.value.members);
    after = page.value.next;
    // A team has at least an owner: an empty roster is no answer.
    if (after === undefined) return members.length > 0 ? members : undefined;
  }
  return undefined;
}

/** Reading may be repeated freely, unlike sending. */
async function ask<T>(call: () => Promise<Fetched<T>>, clock: Clock): Promise<Fetched<T>> {
  for (let tries = 1; ; tries++) {
    const answer = await call();
    const isFinal = answer.state === "refused" && (answer.status ?? 0) < 500;
    if (answer.state === "done" || isFinal || tries >= triesForPage) return answer;
    const wanted = answer.state === "throttled" ? answer.retryAfterMs : undefined;
    await clock.sleep(Math.min(wanted ?? waitMs * tries, longestWaitMs));
  }
}
