/** What a button names, looked up anew for the person who presses, and what they may do with it. */
import type { Discussion, Network } from "../../core/content.ts";
import { keyOf, nameInRoster, splitKey } from "../../core/person-key.ts";
import { formerMember } from "../../core/personal-data.ts";
import type { JsonObject } from "../../core/reply.ts";
import { roleIn } from "../../core/roles.ts";
import type { Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import type { TurnDeps } from "./discussions-deps.ts";

export type Found = {
  readonly discussion: Discussion;
  readonly etag: string;
  readonly network: Network;
};

/** The discussion that `id` and `network` name, for a member of the network; who is none never learns that it is there. */
export async function lookUp(
  { store }: Pick<TurnDeps, "store">,
  turn: Turn,
  { id, network: wanted }: JsonObject,
): Promise<Found | undefined> {
  const network = turn.networks.find((one) => one.id === wanted);
  if (!network || typeof id !== "string") return undefined;
  const stored = await store.find(network.id, id);
  return stored && { discussion: stored.doc.value, etag: stored.etag, network };
}

/** Whether somebody decides about a question: who asked it, or who runs its network. */
export const mayDecide = (
  { admins }: Pick<TurnDeps, "admins">,
  { discussion, network }: Pick<Found, "discussion" | "network">,
  { actor }: Pick<Turn, "actor">,
): boolean =>
  discussion.question.author === keyOf(actor) || roleIn(network, actor.person, admins) !== "member";

const mostNamed = 3;

/** Says who decides, by name as far as they are known. */
export function whoDecides(
  deps: Pick<TurnDeps, "directory">,
  { discussion, network }: Pick<Found, "discussion" | "network">,
  { actor, language }: Turn,
): string {
  const asker = discussion.question.author;
  const names = network.coordinators.flatMap(
    (person) => nameInRoster(deps, network, keyOf({ ...actor, person })) ?? [],
  );
  return textsIn(language).discussions.whoDecides(
    asker === undefined ? "" : (nameInRoster(deps, network, asker) ?? ""),
    names.slice(0, mostNamed).join(", "),
  );
}

export const isPerson = (key: string | undefined): key is string =>
  key !== undefined && key !== formerMember && splitKey(key).person !== "";
