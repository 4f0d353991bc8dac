/** Planning, changing and listing meetings in chat. */
import { readCommand } from "../../../core/commands.ts";
import type { Outcome } from "../../../core/feature.ts";
import type { Turn } from "../../../core/turn.ts";
import { pressChange } from "./change-press.ts";
import type { PlanDeps } from "./plan-deps.ts";
import { openNew, pressSave } from "./plan-meeting.ts";
import { readMeetingPress } from "./read-meeting-press.ts";
import { asksForMeetings } from "./read-meeting-question.ts";
import { showList, showPressed } from "./show-meetings.ts";

export function createPlanning(deps: PlanDeps): {
  readonly take: (turn: Turn) => Promise<Outcome | undefined>;
} {
  return {
    async take(turn) {
      if (turn.type === "message") {
        const command = readCommand(turn.text)?.name;
        if (command === "new meeting") return openNew(deps, turn);
        const isAsked = command === "meetings" || (!command && asksForMeetings(turn.text));
        return isAsked ? showList(deps, turn) : undefined;
      }
      if (turn.type !== "action") return undefined;
      const press = readMeetingPress(turn.data);
      switch (turn.verb) {
        case "ask.choose":
          return turn.data["kind"] === "meeting" ? showPressed(deps, turn, press) : undefined;
        case "ask.more":
          return turn.data["kind"] === "meetings" ? showList(deps, turn, press) : undefined;
        case "meeting.save":
          return pressSave(deps, turn, press);
        case "meeting.move":
        case "meeting.cancel":
        case "meeting.skip":
        case "meeting.preview":
          return pressChange(deps, turn, press);
        default:
          return undefined;
      }
    },
  };
}
