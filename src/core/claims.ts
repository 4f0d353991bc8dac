/**
 * Each activity is handled once, over restarts and instances: whoever creates the claim document acts. Everyone else
 * waits for the mark that the turn's state write leaves, or takes over when the claim is so old that its process died.
 */
import { asExists } from "./errors.ts";
import type { Clock, Digest, Document, Documents, Stored } from "./ports.ts";
import {
  answerKeptMs,
  type DoneTurn,
  findDone,
  type Place,
  readState,
  type State,
} from "./state.ts";
import type { Arrival } from "./turn.ts";

type Claim = Document & { readonly type: "claim"; readonly at: number };

export type Claimed =
  | {
      readonly status: "mine";
      readonly at: number;
      readonly etag: string;
      /** Asked for together with the claim, which nearly always is ours: the one need not wait for the other. */
      readonly state: Promise<Stored<State> | undefined>;
    }
  | { readonly status: "done"; readonly turn: DoneTurn }
  /** Still under way after the longest wait. */
  | { readonly status: "busy" };

const takenForMs = 15_000;
const longestWaitMs = 10_000;
const pollMs = 150;
const claimKeptMs = 24 * 3_600_000;

/**
 * What makes two arrivals the same one. A press is known by its card's key and what was pressed, for Teams sends an
 * unanswered press again under a new id; everything else by conversation and activity id.
 */
export function claimIdOf(arrival: Arrival, digest: Digest): string {
  const isPressed = arrival.type === "action" || arrival.type === "message-action";
  if (isPressed && arrival.key) {
    const { tenant, person } = arrival.actor;
    const verb = arrival.type === "action" ? arrival.verb : arrival.command;
    const pressed = Object.entries(arrival.data).sort(([a], [b]) => (a < b ? -1 : 1));
    return `press:${digest(JSON.stringify([tenant, person, arrival.key, verb, pressed]))}`;
  }
  return `turn:${digest(JSON.stringify([arrival.conversation.id, arrival.id]))}`;
}

export async function claimTurn(
  deps: { readonly documents: Documents; readonly clock: Clock },
  claimId: string,
  place: Place,
): Promise<Claimed> {
  const { documents, clock } = deps;
  const began = clock.now().getTime();
  for (;;) {
    const created = await make();
    if (created) return created;
    // Whoever has it is waited for; then it is done, or given back.
    const outcome = await watch();
    if (outcome) return outcome;
  }

  function mineAt(at: number) {
    const mine: Claim = { id: "claim", type: "claim", v: 1, at };
    // A press counts as the same one as long as its answer is kept; after that it is a new press.
    const expiresAt = new Date(at + (isPress(claimId) ? answerKeptMs : claimKeptMs));
    return { mine, expiresAt };
  }

  async function make(): Promise<Claimed | undefined> {
    const at = clock.now().getTime();
    const { mine, expiresAt } = mineAt(at);
    // On a slow store the time is up before it is known; looking at the claim tells it.
    const creating = documents.create("claims", claimId, mine, { expiresAt }).catch(asExists);
    const state = readState(documents, place);
    // Whoever has the claim hears of a failure; without the claim nobody asks.
    state.catch(() => undefined);
    const created = await creating;
    return created === "exists" ? undefined : { status: "mine", at, etag: created.etag, state };
  }

  async function watch(): Promise<Claimed | undefined> {
    for (;;) {
      const looked = clock.now().getTime();
      const [theirs, state] = await Promise.all([
        documents.read<Claim>("claims", claimId, "claim"),
        readState(documents, place),
      ]);
      if (!theirs) return undefined;
      const turn = findDone(state?.doc, claimId, theirs.doc.at);
      if (turn) return { status: "done", turn };
      const now = clock.now().getTime();
      if (now - theirs.doc.at >= takenForMs) {
        const { mine, expiresAt } = mineAt(now);
        const taken = await documents.replace("claims", claimId, mine, theirs.etag, { expiresAt });
        if (taken !== "stale") {
          return { status: "mine", at: now, etag: taken.etag, state: Promise.resolve(state) };
        }
        continue;
      }
      // A store that is slow does not make the wait longer.
      if (now + pollMs + (now - looked) - began > longestWaitMs) return { status: "busy" };
      await clock.sleep(pollMs);
    }
  }
}

/** Whether a claim is for a card action that carried a key. */
export const isPress = (claimId: string): boolean => claimId.startsWith("press:");

/** Gives a claim back whose turn did nothing. */
export async function releaseClaim(
  documents: Documents,
  claimId: string,
  etag: string,
): Promise<void> {
  await documents.delete("claims", claimId, "claim", etag);
}
