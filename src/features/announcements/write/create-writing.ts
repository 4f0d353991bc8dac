/** Writing, checking and finding announcements in chat. */
import { readCommand } from "../../../core/commands.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { ActionTurn, MessageActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { refuse, say } from "../say.ts";
import { announcedBy, isFound, lookUp, whoMay } from "../who-may.ts";
import { announceThis } from "./announce-this.ts";
import { emptyForm, isFilled } from "./announcement-form.ts";
import { isEditable, isKept } from "./change-announcement.ts";
import { pressDiscard } from "./discard.ts";
import { discardValue } from "./discardable.ts";
import { newEditor, storedEditor } from "./open-editor.ts";
import { privately } from "./privately.ts";
import { keep } from "./save-announcement.ts";
import { beginFrom, openListed, showList } from "./show-list.ts";
import { pressPreview, pressTest } from "./show-preview.ts";
import type { WritingDeps } from "./writing-deps.ts";

export function createWriting(deps: WritingDeps): {
  readonly take: (turn: Turn) => Promise<Outcome | undefined>;
} {
  return {
    async take(turn) {
      if (turn.type === "message-action") return takeMessageAction(deps, turn);
      const outcome = await takeTurn(deps, turn);
      return outcome && privately(turn, outcome);
    },
  };
}

const takeMessageAction = (
  deps: WritingDeps,
  turn: MessageActionTurn,
): Promise<Outcome | undefined> =>
  turn.command === "announceThis" ? announceThis(deps, turn) : Promise.resolve(undefined);

async function takeTurn(deps: WritingDeps, turn: Turn): Promise<Outcome | undefined> {
  if (turn.type === "action") return takePress(deps, turn);
  if (turn.type !== "message") return undefined;
  const command = readCommand(turn.text)?.name;
  if (command === "announce") return openNew(deps, turn);
  return command === "announcements" ? showList(deps, turn) : undefined;
}

async function takePress(deps: WritingDeps, turn: ActionTurn): Promise<Outcome | undefined> {
  switch (turn.verb) {
    case "ask.choose":
      return turn.data["kind"] === "announcement" ? openListed(deps, turn) : undefined;
    case "ask.more":
      return turn.data["kind"] === "announcements" ? showList(deps, turn) : undefined;
    case "announcement.save":
      return pressSave(deps, turn);
    case "announcement.preview":
      return pressPreview(deps, turn);
    case "announcement.test":
      return pressTest(deps, turn);
    default:
      return undefined;
  }
}

async function openNew(deps: WritingDeps, turn: Turn): Promise<Outcome> {
  const networks = announcedBy(deps, turn);
  if (networks.length === 0) return refuse(turn, await whoMay(deps, turn.networks, turn));
  return say(newEditor(deps, turn, { form: emptyForm, networks }), "announcement-editor");
}

async function pressSave(deps: WritingDeps, turn: ActionTurn): Promise<Outcome> {
  if (turn.data["act"] === "copy") return beginFrom(deps, turn);
  if (turn.data["value"] === discardValue) return pressDiscard(deps, turn);
  if (isFilled(turn.data)) {
    const kept = await keep(deps, turn);
    if (!isKept(kept)) return kept;
    const { found, notices } = kept;
    return say(storedEditor(deps, turn, found, { notices }), "announcement-saved");
  }
  if (turn.data["id"] === undefined) return openNew(deps, turn);
  const found = await lookUp(deps, turn, turn.data);
  if (!isFound(found)) return found;
  return isEditable(found.announcement)
    ? say(storedEditor(deps, turn, found), "announcement-editor")
    : refuse(turn, textsIn(turn.language).announcements.writing.tooLate);
}
