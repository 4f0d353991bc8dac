/** `to do`: what waits for a coordinator; for anybody else what became of their proposals. */
import type { Discussion, Draft } from "../../../core/content.ts";
import { dayAt } from "../../../core/dates.ts";
import { draftType } from "../../../core/drafts.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keyOf, nameInRoster } from "../../../core/person-key.ts";
import type { Turn } from "../../../core/turn.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { say } from "../say.ts";
import { curatedBy } from "../who-may.ts";
import { findTasks, type Task } from "./find-tasks.ts";
import { gatherSources } from "./gather-sources.ts";
import { listCard } from "./list-card.ts";

const mostOwn = 8;

export function showList(deps: CurationDeps, turn: Turn, notices: readonly string[] = []): Outcome {
  const curated = curatedBy(deps, turn);
  const actor = keyOf(turn.actor);
  const ids = new Set(curated.map(({ id }) => id));
  const own = deps.library
    .contentOf<Draft>(draftType)
    .map(({ value }) => value)
    .filter(({ proposedBy, network }) => proposedBy === actor && !ids.has(network))
    .sort((a, b) => b.proposedAt.localeCompare(a.proposedAt))
    .slice(0, mostOwn);
  const networks = deps.library.networks();
  const card = listCard(
    {
      tasks: curated.length > 0 ? tasksOf(deps, turn) : undefined,
      own,
      openQuestions: openIn(deps, curated.length > 0 ? ids : undefined),
      after: readAfter(turn),
      notices,
    },
    {
      language: turn.language,
      now: turn.at,
      networks,
      namesNetworks: curated.length > 1,
      nameOf: nameOf(deps),
      short: (key) => shortKey(deps, key),
      digest: deps.digest,
    },
  );
  return say(card, "to-do");
}

function tasksOf(deps: CurationDeps, turn: Turn): readonly Task[] {
  const withShared = deps.admins.includes(turn.actor.person);
  const sources = gatherSources(deps.library, curatedBy(deps, turn), withShared);
  return findTasks(sources, todayOf(deps, turn));
}

export const todayOf = ({ timeZone }: Pick<CurationDeps, "timeZone">, { at }: Turn): string =>
  dayAt(at, timeZone);

const keyLength = 16;

export const shortKey = ({ digest }: Pick<CurationDeps, "digest">, key: string): string =>
  digest(key).slice(0, keyLength);

/** As any network's roster has it; "" if nobody knows. */
export const nameOf =
  (deps: Pick<CurationDeps, "library" | "directory">) =>
  (key: string | undefined): string => {
    if (key === undefined) return "";
    for (const network of deps.library.networks()) {
      const name = nameInRoster(deps, network, key);
      if (name !== undefined) return name;
    }
    return "";
  };

const openIn = (
  { library }: Pick<CurationDeps, "library">,
  networks: ReadonlySet<string> | undefined,
): number =>
  networks === undefined
    ? 0
    : library
        .contentOf<Discussion>("discussion")
        .filter(({ value }) => value.status === "open" && networks.has(value.network)).length;

/** How many of the list came before what was pressed. */
export function readAfter(turn: Turn): number {
  const after = turn.type === "action" ? turn.data["after"] : undefined;
  return typeof after === "number" && Number.isSafeInteger(after) && after > 0 ? after : 0;
}
