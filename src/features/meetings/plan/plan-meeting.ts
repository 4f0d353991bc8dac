/** A meeting is planned in the editor. */

import type { Network } from "../../../core/content.ts";
import type { Outcome } from "../../../core/feature.ts";
import { keyOf } from "../../../core/person-key.ts";
import { say } from "../../../core/say.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { runFromHere, runs } from "../../../core/who-runs.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Meeting } from "../meeting.ts";
import { choiceCard } from "./ask-cards.ts";
import { checkForm } from "./check-form.ts";
import { confirmSaved } from "./confirm-saved.ts";
import { changeStored, openStored } from "./edit-meeting.ts";
import { editorCard } from "./editor-card.ts";
import { type Found, lookUp } from "./look-up.ts";
import { emptyForm, isFilled, readForm } from "./meeting-form.ts";
import type { PlanDeps } from "./plan-deps.ts";
import type { MeetingPress } from "./read-meeting-press.ts";
import { inPerson, recordAct, refuse } from "./say.ts";
import { whoMayPlan } from "./who-may.ts";

/** Where a new meeting's reminders go, as an import has it. */
const usualChannel = "forum";

/** The empty editor, in the personal chat wherever it was asked for. */
export async function openNew(deps: PlanDeps, turn: Turn): Promise<Outcome> {
  const networks = runFromHere(deps, turn);
  if (networks.length === 0) {
    return refuse(turn, await whoMayPlan(deps, turn.networks, turn));
  }
  const [only] = networks;
  const card = editorCard({
    language: turn.language,
    form: emptyForm,
    networks,
    ...(networks.length === 1 && only && { network: only.id }),
  });
  const texts = textsIn(turn.language).meetings;
  return inPerson(turn, card, () =>
    choiceCard(turn.language, texts.openedHeading, { text: texts.opened }),
  );
}

export async function pressSave(
  deps: PlanDeps,
  turn: ActionTurn,
  press: MeetingPress,
): Promise<Outcome> {
  const isSent = isFilled(turn.data);
  if (press.id === undefined) {
    return isSent ? plan(deps, turn, press) : openNew(deps, turn);
  }
  const found = await lookUp(deps, turn, press);
  if (!found) return refuse(turn, textsIn(turn.language).meetings.gone);
  if (!found.mayPlan) return refuse(turn, await whoMayPlan(deps, [found.network], turn));
  return isSent ? changeStored(deps, turn, press, found) : openStored(deps, turn, press, found);
}

async function plan(deps: PlanDeps, turn: ActionTurn, press: MeetingPress): Promise<Outcome> {
  const networks = runFromHere(deps, turn);
  const [first] = networks;
  const wanted = press.network ?? (networks.length === 1 ? first?.id : undefined);
  const network = deps.library.networks().find(({ id }) => id === wanted);
  const isRefused = network ? !runs(deps, network, turn) : networks.length === 0;
  if (isRefused) {
    return refuse(
      turn,
      await whoMayPlan(deps, network ? seen(turn, network) : turn.networks, turn),
    );
  }

  const form = readForm(turn.data, emptyForm);
  const zone = network?.timeZone ?? "UTC";
  const checked = checkForm(form, { now: turn.at, networkZone: zone, zone });
  if (!network || !checked.ok) {
    const card = editorCard({
      language: turn.language,
      form,
      networks,
      ...(network && { network: network.id }),
      noNetwork: !network,
      faults: checked.ok ? [] : checked.faults,
    });
    return say(card, "meeting-faults");
  }
  const meeting: Meeting = {
    // The same form sent again is the same meeting.
    id: `m-${deps.digest(JSON.stringify([keyOf(turn.actor), turn.key ?? turn.id]))}`,
    network: network.id,
    channel: usualChannel,
    except: [],
    moved: [],
    status: "planned",
    ...checked.decided,
  };
  const created = await deps.store.create(meeting);
  if (created === "exists") return plannedBefore(deps, turn, network, meeting);
  const found: Found = { meeting, etag: created.etag, network, mayPlan: true };
  const [outcome] = await Promise.all([
    confirmSaved(deps, turn, found, textsIn(turn.language).meetings.planned, checked),
    recordAct(deps, turn, meeting, "meeting.plan", {}),
  ]);
  return outcome;
}

/** The form had been saved: the same again says so, anything else is a change of the meeting that it made. */
async function plannedBefore(
  deps: PlanDeps,
  turn: ActionTurn,
  network: Network,
  { id }: Meeting,
): Promise<Outcome> {
  const found = await lookUp(deps, turn, { id, network: network.id });
  if (!found) return refuse(turn, textsIn(turn.language).meetings.gone);
  return changeStored(deps, turn, { id, network: network.id }, found);
}

/** Coordinators of a network are named only to its members. */
const seen = (turn: Turn, network: Network): readonly Network[] =>
  turn.networks.some(({ id }) => id === network.id) ? [network] : [];
