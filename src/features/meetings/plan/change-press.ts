/** Moving, cancelling, skipping and previewing, by button. */
import type { Outcome } from "../../../core/feature.ts";
import { isDate } from "../../../core/rows.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { occurrencesOf, zoneOf } from "../calendar/occurrences.ts";
import { readTime } from "../calendar/read-start.ts";
import { instantOf } from "../calendar/wall-clock.ts";
import type { Meeting, Occurrence } from "../meeting.ts";
import { changeMeetingState } from "../meeting-state.ts";
import { type About, cancelCard, moveCard, type Planned, skipCard } from "./ask-cards.ts";
import { cancelAll, cancelOne, canMoveAll, moveAll, moveOne } from "./change-meeting.ts";
import { recordAct } from "./edit-meeting.ts";
import { type Found, lookUp, occurrenceOf } from "./look-up.ts";
import { emptyForm, readForm } from "./meeting-form.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { refuse, say } from "./say.ts";
import { meetingCardOf } from "./show-meetings.ts";
import { whoMayPlan } from "./who-may.ts";
import { faultInWords, noteInWords, whenInWords } from "./words.ts";

const mostReminders = 6;
const dayMs = 24 * 3_600_000;
const horizonMs = 400 * dayMs;

type Coordinated = {
  readonly found: Found;
  readonly occurrence: Occurrence;
  readonly about: About;
};

export async function pressChange(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
): Promise<Outcome> {
  const texts = textsIn(turn.language).meetings;
  const found = await lookUp(deps, turn, press);
  if (!found) return refuse(turn, texts.gone);
  if (!found.mayPlan) return refuse(turn, await whoMayPlan(deps, [found.network], turn));
  const occurrence = occurrenceOf(found, press, turn.at);
  if (!occurrence) {
    // Somebody else was faster, or this press was made before: the card says how it is.
    const card = await meetingCardOf(deps, turn, found, {}, { warnings: [texts.goneOccurrence] });
    return say(card, "meeting");
  }
  const { meeting, network } = found;
  const about = { meeting, network, occurrence, language: turn.language, now: turn.at };
  const of = { found, occurrence, about };
  switch (turn.verb) {
    case "meeting.move":
      return move(deps, turn, press, of);
    case "meeting.cancel":
      return cancel(deps, turn, press, of);
    case "meeting.skip":
      return skip(deps, turn, press, of);
    default:
      return preview(deps, turn, press, of);
  }
}

async function move(
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
  if (instantOf(read.local, zone) < turn.at) {
    return ask([faultInWords({ field: "date", code: "startInPast" }, language)]);
  }
  const after =
    scope === "all"
      ? moveAll(meeting, read.local, networkZone)
      : moveOne(meeting, occurrence, read.local, networkZone);
  const notes =
    read.shift === "skipped"
      ? [noteInWords({ code: "hourSkipped", time: read.local.slice(11) }, language)]
      : [];
  return keep(deps, turn, found, after, {
    act: "meeting.move",
    details: { occurrence: occurrence.id, scope },
    shown: scope === "all" || meeting.repeat === undefined ? undefined : occurrence.id,
    notices: [scope === "all" ? texts.movedAll : texts.moved, texts.tellsThose],
    warnings: notes,
  });
}

async function cancel(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  { found, occurrence, about }: Coordinated,
): Promise<Outcome> {
  if (press.scope === undefined) return say(cancelCard(about), "meeting-cancel");
  const texts = textsIn(turn.language).meetings;
  const { meeting, network } = found;
  const isOne = press.scope === "one" && meeting.repeat !== undefined;
  const when = whenInWords(meeting, occurrence, network.timeZone, turn.language, turn.at);
  const notice = isOne
    ? texts.cancelledOne(when)
    : meeting.repeat === undefined
      ? undefined
      : texts.cancelledAll;
  return keep(deps, turn, found, isOne ? cancelOne(meeting, occurrence) : cancelAll(meeting), {
    act: "meeting.cancel",
    details: { occurrence: occurrence.id, scope: isOne ? "one" : "all" },
    shown: undefined,
    notices: [...(notice === undefined ? [] : [notice]), texts.tellsThose],
    warnings: [],
  });
}

/** Writes the change, unless the meeting was changed since it was read: then the card says how it is now. */
async function keep(
  deps: PlanDeps,
  turn: ActionTurn,
  found: Found,
  after: Meeting,
  done: {
    readonly act: string;
    readonly details: Readonly<Record<string, string>>;
    readonly shown: string | undefined;
    readonly notices: readonly string[];
    readonly warnings: readonly string[];
  },
): Promise<Outcome> {
  const press = { id: after.id, network: after.network };
  const shown = done.shown === undefined ? {} : { occurrence: done.shown };
  const replaced = await deps.store.replace(after, found.etag);
  if (replaced === "stale") {
    const { gone, changesHeading } = textsIn(turn.language).meetings;
    const now = await lookUp(deps, turn, press);
    if (!now) return refuse(turn, gone);
    const card = await meetingCardOf(deps, turn, now, shown, { warnings: [`${changesHeading}.`] });
    return say(card, "meeting-merge");
  }
  await recordAct(deps, turn, after, done.act, done.details);
  const { notices, warnings } = done;
  const card = await meetingCardOf(deps, turn, { ...found, meeting: after }, shown, {
    notices,
    warnings,
  });
  return say(card, "meeting-saved");
}

async function skip(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  { found, about }: Coordinated,
): Promise<Outcome> {
  const { meeting } = found;
  const { minutes, occurrence } = press;
  const isActed = minutes !== undefined && occurrence !== undefined;
  let skipped: readonly string[];
  if (isActed && meeting.remind.includes(minutes)) {
    const name = `${occurrence}/${minutes}`;
    const isSent = press.value === "send";
    let isChanged = false;
    const state = await changeMeetingState(deps, meeting, (before) => {
      isChanged = before.skipped.includes(name) === isSent;
      if (!isChanged) return undefined;
      const others = before.skipped.filter((one) => one !== name);
      return { ...before, skipped: isSent ? others : [...others, name] };
    });
    const value = isSent ? "send" : "skip";
    if (isChanged) {
      await recordAct(deps, turn, meeting, "meeting.skip", { occurrence, minutes, value });
    }
    skipped = state.skipped;
  } else {
    skipped = (await changeMeetingState(deps, meeting, () => undefined)).skipped;
  }
  return say(skipCard(about, remindersAhead(found, skipped, turn.at)), "meeting-skip");
}

/** The next reminders whose time has not come, the soonest first. */
function remindersAhead(
  { meeting, network }: Found,
  skipped: readonly string[],
  now: Date,
): readonly Planned[] {
  const range = { from: now, before: new Date(now.getTime() + horizonMs) };
  const at = ({ occurrence, minutes }: Planned) => occurrence.start.getTime() - minutes * 60_000;
  return occurrencesOf(meeting, network.timeZone, range)
    .slice(0, mostReminders)
    .flatMap((occurrence) =>
      meeting.remind.map((minutes) => ({
        occurrence,
        minutes,
        isSkipped: skipped.includes(`${occurrence.id}/${minutes}`),
      })),
    )
    .filter((one) => at(one) > now.getTime())
    .sort((a, b) => at(a) - at(b))
    .slice(0, mostReminders);
}

/** One card for each language of the network, in the personal chat; under them the meeting as it was. */
async function preview(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
  { found, occurrence }: Coordinated,
): Promise<Outcome> {
  const { previewed } = textsIn(turn.language).meetings;
  const { meeting, network } = found;
  const answer = await meetingCardOf(deps, turn, found, press, { notices: [previewed] });
  const state = await changeMeetingState(deps, meeting, () => undefined);
  const cards = network.languages.map((language) =>
    deps.reminders.preview({ meeting, network, state }, occurrence, language, turn.at),
  );
  return {
    replies: [
      { type: "card", card: answer },
      ...cards.map((card) => ({ type: "card", card, to: "person" }) as const),
    ],
    label: "meeting-preview",
  };
}
