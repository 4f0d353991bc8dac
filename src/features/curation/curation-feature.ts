/**
 * What comes from people becomes content: proposals and what else waits for coordinators, writing practices, correcting
 * what is there. The proposals of the forum come from the discussions feature.
 */
import type { Button } from "../../core/buttons.ts";
import { readCommand } from "../../core/commands.ts";
import type { Contact } from "../../core/content.ts";
import type { ContentKind, Feature, Outcome } from "../../core/feature.ts";
import type { Card } from "../../core/reply.ts";
import type { ActionTurn, Turn } from "../../core/turn.ts";
import { gapData } from "./care/gap-data.ts";
import { confirmEntry, dropEntry, openEntry } from "./care/press-care.ts";
import { describeGap, dismissGap } from "./care/press-gap.ts";
import type { CurationDeps } from "./curation-deps.ts";
import { draftData } from "./draft/draft-data.ts";
import { approveDraft, editDraft, openDraft, rejectDraft } from "./draft/press-draft.ts";
import { createSettleJob } from "./draft/settle-drafts.ts";
import { editEntry } from "./entry/edit-entry.ts";
import { isFilled } from "./entry/entry-form.ts";
import { keepNew, openNew, publishNew } from "./entry/new-entry.ts";
import { editOwn, openOwn } from "./entry/own-entry.ts";
import { whoseAndWhich } from "./entry/own-store.ts";
import { withdrawConsent } from "./entry/withdraw-consent.ts";
import { gapType } from "./list/gather-sources.ts";
import { readAfter, showList } from "./list/show-list.ts";
import { saveMessage } from "./save-message.ts";
import { privately } from "./say.ts";
import { mayEdit } from "./who-may.ts";

const usual = (): number => 730;

export const curationContent: readonly ContentKind[] = [{ type: gapType }];

export function createCurationFeature(deps: CurationDeps): Feature & {
  /** Whether somebody may change what belongs to a network (undefined: what is shared). */
  readonly mayEdit: (turn: Turn, network: string | undefined) => boolean;
  /** The contact entries of a turn's actor, as Teams itself names them; none if it does not answer. */
  readonly ownContacts: (turn: Turn) => Promise<readonly Contact[]>;
} {
  return {
    name: "curation",
    async take(turn) {
      const outcome = await take(deps, turn);
      return outcome && privately(turn, outcome);
    },
    jobs: [createSettleJob(deps)],
    personalData: [draftData(deps), gapData({ ...deps, keptDays: deps.keptDays ?? usual })],
    mayEdit: (turn, network) => mayEdit(deps, turn, network),
    ownContacts: async (turn) => (await whoseAndWhich(deps, turn))?.theirs ?? [],
  };
}

async function take(deps: CurationDeps, turn: Turn): Promise<Outcome | undefined> {
  switch (turn.type) {
    case "message": {
      const command = readCommand(turn.text)?.name;
      if (command === "to do") return showList(deps, turn);
      if (command === "my contact") return openOwn(deps, turn);
      return command === "new practice" ? openNew(deps, turn) : undefined;
    }
    case "message-action":
      return turn.command === "savePractice" ? saveMessage(deps, turn) : undefined;
    case "action":
      return keepPage(turn, await press(deps, turn));
    default:
      return undefined;
  }
}

async function press(deps: CurationDeps, turn: ActionTurn): Promise<Outcome | undefined> {
  const { kind, of } = turn.data;
  switch (turn.verb) {
    case "ask.choose":
      if (kind !== "todo") return undefined;
      if (of === "gap") return describeGap(deps, turn);
      return of === "draft" ? openDraft(deps, turn) : openEntry(deps, turn);
    case "ask.more":
      return kind === "todo" ? showList(deps, turn) : undefined;
    case "todo.approve":
      if (kind === "draft") return approveDraft(deps, turn);
      return isNew(turn) ? publishNew(deps, turn) : confirmEntry(deps, turn);
    case "todo.edit":
      if (kind === "draft") return editDraft(deps, turn);
      if (kind === "gap") return describeGap(deps, turn);
      if (isOwn(turn)) return editOwn(deps, turn);
      if (!isNew(turn)) return editEntry(deps, turn);
      return isFilled("practices", turn.data) ? keepNew(deps, turn) : openNew(deps, turn);
    case "todo.reject":
      if (kind === "draft") return rejectDraft(deps, turn);
      if (isOwn(turn)) return withdrawConsent(deps, turn);
      return kind === "gap" ? dismissGap(deps, turn) : dropEntry(deps, turn);
    default:
      return undefined;
  }
}

/** Cards that were opened from a page of the list lead back to it. */
function keepPage(turn: ActionTurn, outcome: Outcome | undefined): Outcome | undefined {
  const after = readAfter(turn);
  if (!outcome || after === 0) return outcome;
  const replies = outcome.replies.map((reply) =>
    reply.type === "card" && reply.card.kind !== "todo"
      ? { ...reply, card: onPage(reply.card, after) }
      : reply,
  );
  return { ...outcome, replies };
}

function onPage(card: Card, after: number): Card {
  const marked = Object.entries(card.view).map(([name, value]) => [
    name,
    (name === "buttons" || name === "others") && Array.isArray(value)
      ? value.map((one: Button) => ({ ...one, data: { ...one.data, after } }))
      : value,
  ]);
  return { ...card, view: Object.fromEntries(marked) };
}

/** One's own contact entry, as its member and not as a coordinator. */
const isOwn = ({ data: { kind, value } }: ActionTurn): boolean =>
  kind === "contact" && value === "own";

const isNew = ({ data: { kind } }: ActionTurn): boolean =>
  kind === undefined || kind === "practices";
