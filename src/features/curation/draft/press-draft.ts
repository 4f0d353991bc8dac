/** A proposal is looked at, changed, approved, rejected. */
import type { Draft } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { Card } from "../../../core/reply.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CurationDeps } from "../curation-deps.ts";
import { isFilled } from "../entry/entry-form.ts";
import { nameOf, showList } from "../list/show-list.ts";
import { refuse, say } from "../say.ts";
import { mayCurate, whoMay } from "../who-may.ts";
import { approve, type Decided, reject } from "./decide-draft.ts";
import { draftCard, stateInWords } from "./draft-card.ts";
import { draftEditor, type FoundDraft, readTyped } from "./draft-editor.ts";
import { readDraft, writeDraft } from "./draft-store.ts";
import { hasSeen, titleOf } from "./draft-words.ts";
import { lookAlikes } from "./look-alikes.ts";

/**
 * The proposal that a button names, for a coordinator of its network or whoever made it. Who does not belong to the
 * network never learns that there is one.
 */
async function lookUp(deps: CurationDeps, turn: ActionTurn): Promise<FoundDraft | Outcome> {
  const gone = () => refuse(turn, textsIn(turn.language).curation.gone);
  const { id, network: wanted } = turn.data;
  const network = deps.library.networks().find((one) => one.id === wanted);
  if (!network || typeof id !== "string" || id === "" || id.length > longestId) return gone();
  const isCurator = mayCurate(deps, network, turn);
  const isOwn = turn.networks.some((one) => one.id === network.id);
  if (!isCurator && !isOwn) return gone();
  const stored = await readDraft(deps, network.id, id);
  const draft = stored?.doc.value;
  const isProposer = draft?.proposedBy === keyOf(turn.actor);
  if (!isCurator && !isProposer) return refuse(turn, whoMay(deps, [network], turn));
  if (!stored || !draft) return gone();
  return { stored, draft, network, role: isCurator ? "coordinator" : "proposer" };
}

/** Longer ones are nobody's, and no store takes them. */
const longestId = 180;

const isFound = (found: FoundDraft | Outcome): found is FoundDraft => "draft" in found;

export async function openDraft(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUp(deps, turn);
  return isFound(found) ? say(shown(deps, turn, found), "draft") : found;
}

export async function approveDraft(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUp(deps, turn);
  if (!isFound(found)) return found;
  if (found.role !== "coordinator") return refuse(turn, whoMay(deps, [found.network], turn));
  if (found.draft.state !== "waiting") return decidedAlready(deps, turn, found.draft);
  // A whole form brings the text itself; anything else approves what the card showed.
  const isForm = typeof turn.data["marks"] === "string";
  if (!isForm && !hasSeen(deps.digest, turn.data, found.draft.row)) {
    const notices = [textsIn(turn.language).curation.changedSinceShown];
    return say(shown(deps, turn, found, { notices }), "draft-changed");
  }
  const read = readTyped(deps, turn, found);
  if (!("ok" in read)) return read;
  const decided = await approve(deps, turn, found.stored, read);
  if (decided.state === "stale") return changedMeanwhile(deps, turn, decided);
  const { kind } = found.draft;
  const title = titleOf(kind, decided.draft.row);
  return showList(deps, turn, [textsIn(turn.language).curation.approved[kind](title)]);
}

export async function rejectDraft(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUp(deps, turn);
  if (!isFound(found)) return found;
  if (found.role !== "coordinator") return refuse(turn, whoMay(deps, [found.network], turn));
  if (found.draft.state !== "waiting") return decidedAlready(deps, turn, found.draft);
  const texts = textsIn(turn.language).curation;
  const typed = turn.data["reason"];
  const reason = typeof typed === "string" ? typed.trim().slice(0, longestReason) : "";
  if (reason === "") {
    const notices = typed === undefined ? [] : [texts.reasonMissing];
    return say(shown(deps, turn, found, { reason, notices }), "draft-reason");
  }
  const decided = await reject(deps, turn, found.stored, reason);
  if (decided.state === "stale") return changedMeanwhile(deps, turn, decided);
  const title = titleOf(found.draft.kind, found.draft.row);
  return showList(deps, turn, [texts.rejected(title)]);
}

const longestReason = 1_000;

/** Opens the editor, or keeps what it holds. What was rejected its proposer may propose again. */
export async function editDraft(deps: CurationDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUp(deps, turn);
  if (!isFound(found)) return found;
  const { stored, draft, role } = found;
  const isAgain =
    draft.state === "rejected" && draft.decidedBy !== undefined && draft.discussion === undefined;
  if (draft.state !== "waiting" && !(isAgain && draft.proposedBy === keyOf(turn.actor)))
    return decidedAlready(deps, turn, draft);
  if (!isFilled(draft.kind, turn.data)) return say(draftEditor(deps, turn, found), "entry-editor");
  const read = readTyped(deps, turn, found);
  if (!("ok" in read)) return read;
  const { reason: _r, decidedBy: _b, decidedAt: _a, settledAt: _s, ...open } = draft;
  const after: Draft = { ...open, row: read.row as Draft["row"], state: "waiting" };
  if ((await writeDraft(deps, stored, after)) === "stale") {
    const now = await readDraft(deps, draft.network, draft.id);
    return changedMeanwhile(deps, turn, { state: "stale", now: now?.doc.value });
  }
  const texts = textsIn(turn.language).curation;
  const notice = role === "coordinator" || !isAgain ? texts.saved : texts.proposedAgain;
  return say(shown(deps, turn, { ...found, draft: after }, { notices: [notice] }), "draft-saved");
}

function shown(
  deps: CurationDeps,
  turn: ActionTurn,
  { draft, network, role }: FoundDraft,
  more: { readonly notices?: readonly string[]; readonly reason?: string } = {},
): Card {
  const { language } = turn;
  return draftCard(draft, {
    network,
    language,
    now: turn.at,
    nameOf: nameOf(deps),
    role,
    digest: deps.digest,
    related: lookAlikes(deps, { ...draft, network: network.id }, language),
    ...more,
  });
}

const decidedAlready = (deps: CurationDeps, turn: ActionTurn, draft: Draft): Outcome =>
  refuse(
    turn,
    textsIn(turn.language).curation.decidedAlready(
      stateInWords(draft, { language: turn.language, nameOf: nameOf(deps) }),
    ),
  );

const changedMeanwhile = (
  deps: CurationDeps,
  turn: ActionTurn,
  { now }: Extract<Decided, { readonly state: "stale" }>,
): Outcome =>
  now && now.state !== "waiting"
    ? decidedAlready(deps, turn, now)
    : refuse(turn, textsIn(turn.language).curation.changedMeanwhile);
