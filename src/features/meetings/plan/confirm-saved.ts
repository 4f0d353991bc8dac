import type { Outcome } from "../../../core/feature.ts";
import { inList } from "../../../core/in-list.ts";
import { say } from "../../../core/say.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { CheckedForm } from "./check-form.ts";
import type { Found } from "./look-up.ts";
import type { PlanDeps } from "./plan-deps.ts";
import { meetingCardOf } from "./show-meetings.ts";
import { noteInWords, untitled } from "./words.ts";

/** Says that the meeting is saved, and what was made of it that its coordinator should know. */
export async function confirmSaved(
  deps: PlanDeps,
  turn: Turn,
  found: Found,
  done: string,
  checked: Extract<CheckedForm, { ok: true }>,
): Promise<Outcome> {
  const { language } = turn;
  const missing = untitled(found.meeting, found.network.languages);
  const { inLanguage, meetings } = textsIn(language);
  const warnings = [
    ...checked.notes.map((note) => noteInWords(note, language)),
    ...(missing.length > 0
      ? [
          meetings.missingTitles(
            inList(
              missing.map((one) => inLanguage[one]),
              language,
            ),
          ),
        ]
      : []),
  ];
  const card = await meetingCardOf(deps, turn, found, {}, { notices: [done], warnings });
  return say(card, "meeting-saved");
}
