/** A coordinator's settings: shown, saved, and shown again where two saved at once. */
import { usualCollections } from "../../core/collections.ts";
import type { Outcome } from "../../core/feature.ts";
import { keepAct } from "../../core/keep-act.ts";
import type { Language } from "../../core/language.ts";
import type { Card } from "../../core/reply.ts";
import { refuseInSentence, say } from "../../core/say.ts";
import type { ActionTurn, Turn } from "../../core/turn.ts";
import { runs } from "../../core/who-runs.ts";
import { textsIn } from "../../texts/texts.ts";
import { type Notes, splitChoices, type Values } from "./form.ts";
import { idIn, idsIn, inputsOf } from "./inputs-of.ts";
import { languageChoices, type NetworkView, networkCard, notesOf } from "./network-card.ts";
import { readNetwork, type StoredNetwork, writeNetwork } from "./network-store.ts";
import type { NetworksDeps } from "./networks-deps.ts";
import { linkedTeams, networkValues, readNetworkForm } from "./read-network-form.ts";
import { isAdmin, mayLink, nameOf, whoMay } from "./who-may.ts";

/** The settings of one network, for who runs it. */
export async function openNetwork(
  deps: NetworksDeps,
  turn: Turn,
  id: string,
): Promise<Card | undefined> {
  const stored = await readNetwork(deps, id);
  return stored && runs(deps, stored.network, turn)
    ? networkCard(viewOf(deps, turn, stored), turn.language)
    : undefined;
}

export async function saveNetwork(deps: NetworksDeps, turn: ActionTurn): Promise<Outcome> {
  const { language, data } = turn;
  const texts = textsIn(language).networks;
  const id = idIn(data, "network");
  const stored = id === undefined ? undefined : await readNetwork(deps, id);
  if (!stored) return refuseInSentence(turn, texts.stale);
  if (!runs(deps, stored.network, turn))
    return refuseInSentence(turn, whoMay(deps, turn, stored.network));

  const view = viewOf(deps, turn, stored);
  const typed = typedIn(data);
  const shown = idsIn(data, "linked") ?? idsOfLinked(view);
  const read = readNetworkForm({
    before: view,
    typed,
    shown,
    teams: view.teams,
    offered: view.offered,
    mayNameCoordinators: view.isAdmin,
    now: turn.at,
  });
  if (!read.ok) {
    const notes = notesOf(read.faults, language);
    return say(networkCard(view, language, { notices: [texts.notSaved], typed, notes }), "refused");
  }
  if (read.changed.length === 0)
    return say(networkCard(view, language, { notices: [texts.nothingChanged] }), "settings");

  const seen = idIn(data, "version");
  const isLate = seen !== undefined && seen !== stored.version;
  if (isLate || !(await writeNetwork(deps, stored, read)))
    return sideBySide(deps, turn, { id: stored.network.id, typed, shown });

  await keepAct(deps, turn, "settings", stored.network.id, { changed: read.changed });
  const saved = await readNetwork(deps, stored.network.id);
  const now = saved ? viewOf(deps, turn, saved) : view;
  return say(networkCard(now, language, { notices: [texts.saved] }), "settings");
}

/** What somebody else has saved meanwhile, under what was typed. */
async function sideBySide(
  deps: NetworksDeps,
  turn: Turn,
  {
    id,
    typed,
    shown,
  }: { readonly id: string; readonly typed: Values; readonly shown: readonly string[] },
): Promise<Outcome> {
  const texts = textsIn(turn.language).networks;
  const stored = await readNetwork(deps, id);
  if (!stored) return refuseInSentence(turn, texts.stale);
  const view = viewOf(deps, turn, stored);
  const merged = { ...typed, ...mergedTeams(typed, shown, idsOfLinked(view)) };
  const card = networkCard(view, turn.language, {
    notices: [texts.changedMeanwhile],
    typed: merged,
    notes: whatIsNow(view, merged, turn.language),
  });
  return say(card, "conflict");
}

/** Teams that somebody else linked meanwhile stay linked when the form is sent again. */
function mergedTeams(
  { teams }: Values,
  shown: readonly string[],
  linked: readonly string[],
): Values {
  if (teams === undefined) return {};
  const chosen = splitChoices(teams);
  const kept = linked.filter((id) => chosen.includes(id) || !shown.includes(id));
  return {
    teams: [...new Set([...kept, ...chosen.filter((id) => !shown.includes(id))])].join(","),
  };
}

function whatIsNow(view: NetworkView, typed: Values, language: Language): Notes {
  const texts = textsIn(language).networks;
  const names = new Map([
    ...languageChoices(language).map(({ value, title }) => [value, title] as const),
    ...Object.entries(texts.collectionNames),
    ...view.teams.flatMap(({ id, name, channels }) => [
      ...channels.map((channel) => [channel.id, channel.name ?? texts.firstChannel] as const),
      [id, name ?? texts.unknownTeam] as const,
    ]),
  ]);
  const inWords = (value: string) =>
    splitChoices(value)
      .map((one) => names.get(one) ?? one)
      .join(", ") || texts.empty;
  const now = Object.entries(networkValues(view, view.teams));
  return Object.fromEntries(
    now
      .filter(([field, value]) => typed[field] !== undefined && typed[field] !== value)
      .map(([field, value]) => [field, texts.now(inWords(value))]),
  );
}

function viewOf(deps: NetworksDeps, turn: Turn, stored: StoredNetwork): NetworkView {
  const { network, settings, version } = stored;
  const teams = deps.directory.teams().filter(({ gone }) => !gone);
  const linked = new Set(linkedTeams(network, teams).map(({ team }) => team.id));
  return {
    network,
    settings,
    usualCollections: usualCollections(deps.mode),
    version,
    teams,
    offered: teams.filter((team) => !linked.has(team.id) && mayLink(deps, turn, team)),
    coordinatorNames: network.coordinators.map(
      (person) => nameOf(deps.directory, turn, person) ?? person,
    ),
    isAdmin: isAdmin(deps, turn),
  };
}

const idsOfLinked = ({ network, teams }: NetworkView): readonly string[] =>
  linkedTeams(network, teams).map(({ team }) => team.id);

/** The inputs of a press, without what the button itself carries. */
function typedIn(data: ActionTurn["data"]): Values {
  const { act: _, network: __, version: ___, linked: ____, ...typed } = inputsOf(data);
  return typed;
}
