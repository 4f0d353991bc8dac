/** What the editor holds is kept: as a new draft, as a change of one, or as a template. */
import type { Outcome } from "../../../core/feature.ts";
import { keyOf } from "../../../core/person-key.ts";
import type { ActionTurn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Announcement } from "../announcement.ts";
import { refuse, say } from "../say.ts";
import { announcedBy, isFound, lookUp, mayAnnounce, whoMay } from "../who-may.ts";
import { emptyForm, formOf, readForm } from "./announcement-form.ts";
import { change, isKept, type Kept } from "./change-announcement.ts";
import { checkTyped, notes } from "./check-typed.ts";
import { newEditor, storedEditor } from "./open-editor.ts";
import { actBy, noteLastAct } from "./record-act.ts";
import type { WritingDeps } from "./writing-deps.ts";

/** A template is begun from on another day. */
const atNoTime = { date: "", time: "" };

/** Keeps what the inputs hold; or the answer, if that is not to be. */
export async function keep(deps: WritingDeps, turn: ActionTurn): Promise<Kept | Outcome> {
  if (turn.data["act"] === "template") return keepTemplate(deps, turn);
  if (turn.data["id"] === undefined) return create(deps, turn, false);
  const found = await lookUp(deps, turn, turn.data);
  return isFound(found) ? change(deps, turn, found) : found;
}

async function create(
  deps: WritingDeps,
  turn: ActionTurn,
  isTemplate: boolean,
): Promise<Kept | Outcome> {
  const texts = textsIn(turn.language).announcements.writing;
  const networks = announcedBy(deps, turn);
  const [only] = networks;
  const wanted = turn.data["network"] ?? (networks.length === 1 ? only?.id : undefined);
  const network = deps.library.networks().find(({ id }) => id === wanted);
  if (network ? !mayAnnounce(deps, network, turn) : networks.length === 0) {
    const isOwn = network && turn.networks.some(({ id }) => id === network.id);
    return refuse(turn, await whoMay(deps, isOwn ? [network] : turn.networks, turn));
  }
  const form = readForm(turn.data, emptyForm);
  if (!network) {
    return say(
      newEditor(deps, turn, { form, networks }, { noNetwork: true }),
      "announcement-faults",
    );
  }
  const checked = checkTyped(deps, turn, network, isTemplate ? { ...form, ...atNoTime } : form);
  if (!checked.ok) {
    const { faults } = checked;
    const of = { form, networks, network: network.id };
    return say(newEditor(deps, turn, of, { faults }), "announcement-faults");
  }
  const at = turn.at.toISOString();
  const announcement: Announcement = {
    // The same form sent again is the same announcement.
    id: `a-${deps.digest(JSON.stringify([keyOf(turn.actor), turn.key ?? turn.id, isTemplate]))}`,
    network: network.id,
    ...checked.decided,
    status: "draft",
    version: 1,
    author: keyOf(turn.actor),
    createdAt: at,
    changedAt: at,
    ...(isTemplate && { template: true }),
    lastAct: actBy(turn, isTemplate ? "announcement.template" : "announcement.write"),
  };
  const created = await deps.store.create(announcement);
  if (created === "exists") {
    const { id } = announcement;
    const found = await lookUp(deps, turn, { id, network: network.id });
    const data = isTemplate ? { ...turn.data, ...atNoTime } : turn.data;
    return isFound(found) ? change(deps, { ...turn, data }, found) : found;
  }
  await noteLastAct(deps, announcement);
  const notices = [isTemplate ? texts.templateSaved : texts.saved, ...notes(checked, turn)];
  return { found: { announcement, etag: created.etag, network }, notices };
}

/** From the editor of an announcement, too, which itself stays as it is stored. */
async function keepTemplate(deps: WritingDeps, turn: ActionTurn): Promise<Kept | Outcome> {
  if (turn.data["id"] === undefined) return create(deps, turn, true);
  const found = await lookUp(deps, turn, turn.data);
  if (!isFound(found)) return found;
  const { id: _, marks: _marks, ...rest } = turn.data;
  const typed = readForm(rest, formOf(found.announcement));
  const data = { ...rest, ...typed, network: found.network.id };
  const kept = await create(deps, { ...turn, data }, true);
  if (isKept(kept)) return kept;
  // What is wrong is said in the editor it came from.
  const form = readForm(turn.data, formOf(found.announcement));
  const checked = checkTyped(deps, turn, found.network, { ...form, ...atNoTime });
  if (checked.ok) return kept;
  const { faults } = checked;
  return say(storedEditor(deps, turn, found, { form, faults }), "announcement-faults");
}
