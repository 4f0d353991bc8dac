/** The contact entries that are somebody's own, looked up anew each time. */
import type { Contact, Reference } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { MemberAccount } from "../../../core/ports.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { refuse } from "../say.ts";
import { type Entry, readEntry, readReference } from "./entry-store.ts";
import { accountOfActor, isTheirs } from "./own-account.ts";

export type OwnEntry = Entry & { readonly account: MemberAccount };

/** Who the actor is, and what is theirs in their networks and in what all share, from memory; undefined: Teams does not say. */
export async function whoseAndWhich(
  deps: CurationDeps,
  turn: Turn,
): Promise<{ readonly account: MemberAccount; readonly theirs: readonly Contact[] } | undefined> {
  const account = await accountOfActor(deps, turn);
  if (!account) return undefined;
  const theirs = visibleTo(deps, turn).filter((contact) => isTheirs(contact, account));
  return { account, theirs };
}

/** As they are stored; "unsure": Teams does not say who they are. */
export async function findOwn(
  deps: CurationDeps,
  turn: Turn,
): Promise<readonly OwnEntry[] | "unsure"> {
  const known = await whoseAndWhich(deps, turn);
  if (!known) return "unsure";
  const { account, theirs } = known;
  const read = await Promise.all(
    theirs.map((contact) => readOwn(deps, referenceTo(contact), account)),
  );
  return read.flatMap((entry) => entry ?? []);
}

/** Who is in no network sees nobody's entries. */
const visibleTo = ({ library }: CurationDeps, { networks }: Turn): readonly Contact[] =>
  networks.length === 0 ? [] : library.contacts(networks.map(({ id }) => id));

/** Whether it is another's, elsewhere or nowhere, the presser is told the same. */
export async function lookUpOwn(deps: CurationDeps, turn: ActionTurn): Promise<OwnEntry | Outcome> {
  const { own } = textsIn(turn.language).curation;
  const reference = readReference(turn.data);
  if (reference?.kind !== "contact" || !isVisible(turn, reference))
    return refuse(turn, own.notYours);
  const [account, stored] = await Promise.all([
    accountOfActor(deps, turn),
    readEntry(deps, reference),
  ]);
  if (!account) return refuse(turn, own.unsure);
  return asOwn(reference, stored, account) ?? refuse(turn, own.notYours);
}

const isVisible = ({ networks }: Turn, { network }: Reference): boolean =>
  network === undefined ? networks.length > 0 : networks.some(({ id }) => id === network);

/** Undefined: it is not theirs any more, or gone. */
export const readAgain = (
  deps: CurationDeps,
  { reference, account }: OwnEntry,
): Promise<OwnEntry | undefined> => readOwn(deps, reference, account);

const readOwn = async (
  deps: CurationDeps,
  reference: Reference,
  account: MemberAccount,
): Promise<OwnEntry | undefined> => asOwn(reference, await readEntry(deps, reference), account);

function asOwn(
  reference: Reference,
  stored: Entry["stored"] | undefined,
  account: MemberAccount,
): OwnEntry | undefined {
  if (!stored || !isTheirs(stored.doc.value as unknown as Contact, account)) return undefined;
  return { kind: "contacts", reference, stored, row: stored.doc.value, account };
}

const referenceTo = ({ id, network }: Contact): Reference => ({
  kind: "contact",
  id,
  ...(network !== undefined && { network }),
});
