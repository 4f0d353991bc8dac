/** What somebody typed, judged for whom they are and the network it is for. */
import type { Network } from "../../../core/content.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { announcedBy } from "../who-may.ts";
import type { AnnouncementForm } from "./announcement-form.ts";
import { type CheckedForm, checkForm } from "./check-form.ts";
import type { WritingDeps } from "./writing-deps.ts";

export function checkTyped(
  deps: WritingDeps,
  turn: ActionTurn,
  network: Network,
  form: AnnouncementForm,
  before?: AnnouncementForm,
): CheckedForm {
  return checkForm(form, {
    network: network.id,
    timeZone: network.timeZone,
    mine: announcedBy(deps, turn).map(({ id }) => id),
    hasChannel: (channel) =>
      channel === "forum" ||
      channel === "announcements" ||
      deps.directory.channelsOf(network.id, channel).length > 0,
    now: turn.at,
    ...(before && { before }),
  });
}

/** What was made of it, which its writer should know. */
export function notes(
  { movedTo }: Extract<CheckedForm, { ok: true }>,
  { language }: ActionTurn,
): readonly string[] {
  if (movedTo === undefined) return [];
  const time = language === "en" ? movedTo : movedTo.replace(/^0/u, "").replace(":", ".");
  return [textsIn(language).announcements.writing.hourSkipped(time)];
}
