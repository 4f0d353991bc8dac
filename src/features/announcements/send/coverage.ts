/** How the audience would be reached if it were sent now. */
import { languages } from "../../../core/language.ts";
import type { Clock } from "../../../core/ports.ts";
import type { Announcement } from "../announcement.ts";
import type { Coverage } from "../announcements-deps.ts";
import { channelsOf, meantBy, networksOf, readersOf, unreadTeamsOf } from "./audience.ts";
import { planFor } from "./decide-delivery.ts";
import type { SendDeps } from "./send-deps.ts";

/** A turn must end within ten seconds. */
const longestMs = 5_000;
const tickMs = 500;

export async function coverageOf(
  deps: Pick<SendDeps, "directory" | "library" | "clock">,
  announcement: Announcement,
): Promise<Coverage> {
  const now = deps.clock.now();
  const until = now.getTime() + longestMs;
  const counts = {
    members: 0,
    inChat: 0,
    byMention: 0,
    unreached: 0,
    blocked: 0,
    spared: 0,
    paused: 0,
    topic: 0,
  };
  const byLanguage = Object.fromEntries(languages.map((one) => [one, 0])) as Record<
    (typeof languages)[number],
    number
  >;
  // Only where somebody could come twice.
  const seen = networksOf(deps, announcement).length > 1 ? new Set<string>() : undefined;
  const meant = meantBy(deps, announcement);
  const readers = inTime(deps.clock, readersOf(deps, announcement), until);
  for await (const reader of readers.items) {
    const { key } = reader.recipient;
    if (seen?.has(key)) continue;
    seen?.add(key);
    counts.members += 1;
    byLanguage[reader.language] += 1;
    const { skip, target } = planFor(reader, meant, now);
    if (skip === "paused" || skip === "topic") {
      counts.spared += 1;
      counts[skip] += 1;
    } else if (skip !== undefined) {
      counts.unreached += 1;
      if (skip === "blocked") counts.blocked += 1;
    } else if (target.route === "mention") counts.byMention += 1;
    else counts.inChat += 1;
  }
  return {
    ...counts,
    channels: channelsOf(deps, announcement).length,
    byLanguage,
    isWhole: readers.areAll(),
    // Asked last: whoever named the members has tried to read them.
    unreadTeams: unreadTeamsOf(deps, announcement).map(({ id, name = id }) => name),
  };
}

/** What comes until then, even if the next one takes its time: a roster may have to be read first. */
function inTime<T>(clock: Clock, all: AsyncGenerator<T>, until: number) {
  let areAll = false;
  async function* items(): AsyncGenerator<T> {
    let next = all.next();
    let tick = clock.sleep(tickMs);
    while (clock.now().getTime() < until) {
      const came = await Promise.race([next, tick]);
      if (!came) {
        tick = clock.sleep(tickMs);
        continue;
      }
      if (came.done) {
        areAll = true;
        return;
      }
      yield came.value;
      next = all.next();
    }
    // Whatever it still waits for ends by itself.
    next.then(() => all.return(undefined)).catch(() => undefined);
  }
  return { items: items(), areAll: () => areAll };
}
