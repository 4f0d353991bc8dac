/** To whom an earlier version had not been sent when it was corrected: they get the new one. */
import type { BatchHead, Delivery, DeliveryPlan } from "../../../core/outbox/delivery.ts";
import { splitKey } from "../../../core/person-key.ts";
import { inGroups } from "./in-groups.ts";
import type { JobDeps, Of } from "./job-deps.ts";
import { aboutOf, planAgain } from "./rounds.ts";

/** As they were planned, each once: from the last version that had to do with them. */
export async function* unsent(
  deps: JobDeps,
  { announcement }: Of,
  earlier: readonly BatchHead[],
): AsyncGenerator<DeliveryPlan> {
  for (const head of earlier) {
    const { version } = aboutOf(head);
    const later = earlier.filter(
      (other) => other.id !== head.id && aboutOf(other).version > version,
    );
    const stopped = stoppedOnly(deps.outbox.deliveries(head.id));
    for await (const group of inGroups(stopped)) {
      for (const delivery of await notIn(deps, group, later)) {
        if (isMember(deps, announcement, delivery)) yield waitingAgain(delivery);
        else yield { ...planAgain(delivery, delivery.target), skip: "left" };
      }
    }
  }
}

async function* stoppedOnly(deliveries: AsyncIterable<Delivery>): AsyncGenerator<Delivery> {
  for await (const delivery of deliveries)
    if (delivery.state === "skipped" && delivery.reason === "corrected") yield delivery;
}

/** Of a group those with whom none of the batches has to do: a later one has seen to the others already. */
export async function notIn(
  { outbox }: Pick<JobDeps, "outbox">,
  group: readonly Delivery[],
  heads: readonly BatchHead[],
): Promise<readonly Delivery[]> {
  let left = group;
  for (const { id } of heads) {
    const there = await outbox.deliveriesTo(
      id,
      left.map(({ recipient }) => recipient),
    );
    left = left.filter((_, at) => there[at] === undefined);
  }
  return left;
}

/** Whether somebody is still among those whom the directory names as recipients of its networks. */
export function isMember(
  deps: Pick<JobDeps, "directory" | "library" | "mode">,
  { audience, network }: Of["announcement"],
  { recipient, target }: Pick<Delivery, "recipient" | "target">,
): boolean {
  if (target.route === "channel") return true;
  const { tenant, person } = splitKey(recipient);
  const own = deps.directory.networksOfPerson(tenant, person);
  const meant = audience.networks.length > 0 ? audience.networks : [network];
  if (own.length === 0) return meant.some((id) => takesAnybody(deps, id));
  return meant.some((id) => own.includes(id));
}

/** Who is in no team at all belongs everywhere in local mode, else to the only network until its rosters tell. */
const takesAnybody = (
  { directory, library, mode }: Pick<JobDeps, "directory" | "library" | "mode">,
  network: string,
): boolean =>
  mode === "local" ||
  (library.networks().length === 1 &&
    directory.teamsOf(network).every(({ rosterReadAt }) => rosterReadAt === undefined));

const waitingAgain = (delivery: Delivery): DeliveryPlan => ({
  ...planAgain(delivery, delivery.target),
  ...(delivery.fallback && { fallback: delivery.fallback }),
  notBefore: new Date(delivery.due),
});
