/**
 * Each activity is handled once, over restarts and instances: whoever creates the claim document acts. Everyone else
 * waits for the mark that the turn's state write leaves, or takes over when the claim is so old that its process died.
 */
import type { Clock, Digest, Document, Documents } from "./ports.ts";
import { answerKeptMs, type DoneTurn, findDone, type Place, readState } from "./state.ts";
import type { Arrival } from "./turn.ts";

type Claim = Document & { readonly type: "claim"; readonly at: number };

export type Claimed =
  | { readonly status: "mine"; readonly at: number; readonly etag: string }
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
  if (arrival.type === "action" && arrival.key) {
    const { tenant, person } = arrival.actor;
    const pressed = Object.entries(arrival.data).sort(([a], [b]) => (a < b ? -1 : 1));
    return `press:${digest(JSON.stringify([tenant, person, arrival.key, arrival.verb, pressed]))}`;
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
    const now = clock.now().getTime();
    const mine: Claim = { id: "claim", type: "claim", v: 1, at: now };
    // A press counts as the same one as long as its answer is kept; after that it is a new press.
    const expiresAt = new Date(now + (isPress(claimId) ? answerKeptMs : claimKeptMs));
    const created = await documents.create("claims", claimId, mine, { expiresAt });
    if (created !== "exists") return { status: "mine", at: now, etag: created.etag };

    const theirs = await documents.read<Claim>("claims", claimId, "claim");
    if (!theirs) continue;
    const state = await readState(documents, place);
    const turn = findDone(state?.doc, claimId, theirs.doc.at);
    if (turn) return { status: "done", turn };
    if (now - theirs.doc.at >= takenForMs) {
      const taken = await documents.replace("claims", claimId, mine, theirs.etag, { expiresAt });
      if (taken !== "stale") return { status: "mine", at: now, etag: taken.etag };
      continue;
    }
    if (now - began >= longestWaitMs) return { status: "busy" };
    await clock.sleep(pollMs);
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
