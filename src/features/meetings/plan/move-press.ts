/** One occurrence is moved, or the series from it on. */
import type { Outcome } from "../../../core/feature.ts";
import { isDate } from "../../../core/rows.ts";
import { say } from "../../../core/say.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { momentOf } from "../../../core/wall-clock.ts";
import { textsIn } from "../../../texts/texts.ts";
import { zoneOf } from "../calendar/occurrences.ts";
import { readTime } from "../calendar/read-start.ts";
import { moveCard } from "./ask-cards.ts";
import { canMoveAll, moveAll, moveOne } from "./change-meeting.ts";
import type { Coordinated } from "./coordinated.ts";
import { isTooFar } from "./field-faults.ts";
import { keepChange } from "./keep-change.ts";
import { emptyForm, readForm } from "./meeting-form.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { faultInWords, noteInWords } from "./words.ts";

export async function pressMove(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  { found, occurrence, about }: Coordinated,
): Promise<Outcome> {
  const { language } = turn;
  const texts = textsIn(language).meetings;
  const { meeting, network } = found;
  const { timeZone: networkZone } = network;
  const zone = zoneOf(meeting, networkZone);
  const [day = "", clock = ""] = occurrence.localStart.split("T");
  const offersAll = canMoveAll(meeting, occurrence, { networkZone, now: turn.at });
  const form = readForm(turn.data, { ...emptyForm, date: day, time: clock });
  const scope = press.scope === "all" && offersAll ? "all" : "one";
  const ask = (faults: readonly string[]) => {
    const date = isDate(form.date) ? form.date : "";
    const time = /^\d{2}:\d{2}$/u.test(form.time) ? form.time : "";
    return say(moveCard(about, { date, time, scope, offersAll, faults }), "meeting-move");
  };

  if (turn.data["date"] === undefined && turn.data["time"] === undefined) return ask([]);
  if (press.was !== undefined && press.was !== occurrence.localStart) {
    return ask([texts.movedMeanwhile]);
  }
  const read = readTime(`${form.date}T${form.time}`, zone);
  if (!read.ok) {
    const fault = isDate(form.date)
      ? ({ field: "time", code: "badTime", value: form.time } as const)
      : ({ field: "date", code: "badDate", value: form.date } as const);
    const isEmpty = fault.value === "";
    return ask([
      faultInWords(isEmpty ? { field: fault.field, code: "required" } : fault, language),
    ]);
  }
  if (read.local === occurrence.localStart) return ask([texts.sameTime]);
  if (momentOf(read.local, zone) < turn.at) {
    return ask([faultInWords({ field: "date", code: "startInPast" }, language)]);
  }
  if (isTooFar(read.local.slice(0, 10), turn.at)) {
    return ask([faultInWords({ field: "date", code: "tooFar" }, language)]);
  }
  const after =
    scope === "all"
      ? moveAll(meeting, read.local, networkZone)
      : moveOne(meeting, occurrence, read.local, networkZone);
  const notes =
    read.shift === "skipped"
      ? [noteInWords({ code: "hourSkipped", time: read.local.slice(11) }, language)]
      : [];
  return keepChange(deps, turn, found, after, {
    act: "meeting.move",
    details: { occurrence: occurrence.id, scope },
    shown: scope === "all" || meeting.repeat === undefined ? undefined : occurrence.id,
    notices: [scope === "all" ? texts.movedAll : texts.moved, texts.tellsThose],
    warnings: notes,
  });
}
