/** An admin makes a network, with the team it was asked for in. */
import { type ContentDocument, type Network, networkName } from "../../core/content.ts";
import type { Outcome } from "../../core/feature.ts";
import { keepAct } from "../../core/keep-act.ts";
import { languages } from "../../core/language.ts";
import type { Card } from "../../core/reply.ts";
import { refuseInSentence, say } from "../../core/say.ts";
import type { ActionTurn, Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import { splitChoices } from "./form.ts";
import { idIn, inputsOf } from "./inputs-of.ts";
import { newNetworkCard, notesOf } from "./network-card.ts";
import { createNetwork } from "./network-store.ts";
import type { NetworksDeps } from "./networks-deps.ts";
import type { FormFault } from "./read-network-form.ts";
import { readNetworkRow } from "./read-network-row.ts";
import { openNetwork } from "./save-network.ts";
import { withLink } from "./team-links.ts";
import { isAdmin, mayLink } from "./who-may.ts";

export function offerNewNetwork(deps: NetworksDeps, turn: Turn, team?: string): Outcome {
  if (!isAdmin(deps, turn))
    return refuseInSentence(turn, textsIn(turn.language).networks.mayOnlyAdmin);
  return say(emptyNetworkCard(deps, turn, team), "settings");
}

/** What an admin fills in; they coordinate it themselves unless they name others. */
export function emptyNetworkCard({ timeZone }: NetworksDeps, turn: Turn, team?: string): Card {
  const values = {
    languages: languages.join(","),
    timeZone,
    coordinators: turn.actor.person,
  };
  return newNetworkCard({ values, ...(team !== undefined && { team }) }, turn.language);
}

export async function makeNetwork(deps: NetworksDeps, turn: ActionTurn): Promise<Outcome> {
  const { language, data } = turn;
  const texts = textsIn(language).networks;
  if (!isAdmin(deps, turn)) return refuseInSentence(turn, texts.mayOnlyAdmin);
  const { act: _, team: __, ...typed } = inputsOf(data);
  const teamId = idIn(data, "team");
  const again = (faults: readonly FormFault[], notices: readonly string[]) =>
    say(
      newNetworkCard(
        {
          values: typed,
          notes: notesOf(faults, language),
          notices,
          ...(teamId !== undefined && { team: teamId }),
        },
        language,
      ),
      "refused",
    );

  const team = teamId === undefined ? undefined : deps.directory.team(teamId);
  if (team && !mayLink(deps, turn, team)) return refuseInSentence(turn, texts.foreignTeam);
  const wanted = splitChoices(typed["languages"] ?? "");
  const coordinators = (typed["coordinators"] ?? "").split(/[\s,;]+/u).filter(Boolean);
  const row = readNetworkRow(
    { ...typed, languages: wanted, coordinators, teams: team ? withLink([], team, {}) : [] },
    { networks: [], timeZone: deps.timeZone },
  );
  const faults: FormFault[] = [
    ...(wanted.length === 0 ? [{ field: "languages", code: "noLanguage" } as const] : []),
    ...(coordinators.length === 0
      ? [{ field: "coordinators", code: "noCoordinator" } as const]
      : []),
    ...(row.ok ? [] : row.faults.map(({ column, fault }) => ({ field: column, row: fault }))),
  ];
  if (!row.ok || faults.length > 0) return again(faults, [texts.notSaved]);

  const doc = row.doc as unknown as ContentDocument<Network>;
  if (!(await createNetwork(deps, doc))) return again([], [texts.idTaken(doc.value.id)]);
  await keepAct(deps, turn, "network-created", doc.value.id, team ? { team: team.id } : {});
  const card = await openNetwork(deps, turn, doc.value.id);
  const created = texts.created(networkName(doc.value, language));
  return card
    ? say({ ...card, summary: created, view: { ...card.view, notices: [created] } }, "settings")
    : refuseInSentence(turn, created);
}
