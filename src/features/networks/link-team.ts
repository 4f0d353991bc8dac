/** A team becomes a network's: somebody in it says which, and who runs that network confirms. */
import { type Network, networkName } from "../../core/content.ts";
import type { LinkProposal, Team } from "../../core/directory.ts";
import type { Outcome } from "../../core/feature.ts";
import { keepAct } from "../../core/keep-act.ts";
import type { ActionTurn, Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import { idIn } from "./inputs-of.ts";
import { confirmCard, linkCard, linkedCard } from "./link-card.ts";
import { changeNetwork } from "./network-store.ts";
import type { NetworksDeps } from "./networks-deps.ts";
import { refuse, say } from "./say.ts";
import { firstChannel, hasChannel, linkOf, networksOfTeam, withLink } from "./team-links.ts";
import { isOurs, mayLink, runs, whoMay } from "./who-may.ts";

/** What is said in a team that is linked to no network, when it must be; undefined: nothing. */
export function askWhichNetwork(
  deps: NetworksDeps,
  turn: Turn,
  teamId: string,
  isWelcome: boolean,
): Outcome | undefined {
  const networks = deps.library.networks();
  const team = deps.directory.team(teamId);
  if (deps.mode === "local" || !team) return undefined;
  if (networksOfTeam(networks, team).length > 0 || !isOurs(deps, team)) return undefined;
  const proposed = networks.find(({ id }) => id === team.proposal?.network);
  const card =
    proposed && !isWelcome
      ? confirmCard(team, proposed, turn.language)
      : linkCard(team, networks, turn.language, { isWelcome });
  return { ...say(card, "link-team"), ...(isWelcome && { remember: { welcomed: true } }) };
}

export async function proposeLink(deps: NetworksDeps, turn: ActionTurn): Promise<Outcome> {
  const { language, data } = turn;
  const texts = textsIn(language).networks;
  const team = await teamIn(deps, turn);
  if (!team) return refuse(turn, texts.stale);
  if (!isOurs(deps, team)) return refuse(turn, texts.foreignTeam);
  if (!mayLink(deps, turn, team)) return refuse(turn, texts.notYourTeam);
  const network = networkIn(deps, turn);
  if (!network) return refuse(turn, texts.linkChoose);
  if (linkOf(network, team))
    return refuse(turn, texts.alreadyLinked(networkName(network, language)));

  const proposal: LinkProposal = {
    network: network.id,
    ...channelsIn(team, idIn(data, "forum"), idIn(data, "announcements")),
  };
  if (runs(deps, turn, network)) return link(deps, turn, team, network, proposal);
  const isKnown = team.proposal?.network === network.id;
  await deps.directory.changeTeam(team.id, (stored) => stored && { ...stored, proposal });
  const card = confirmCard(team, network, language);
  if (isKnown || turn.via === "submit") return say(card, "link-team");
  const thanks = texts.linkProposed(networkName(network, language));
  return {
    replies: [
      { type: "sentence", language, text: thanks },
      { type: "card", card },
    ],
    label: "link-team",
  };
}

export async function confirmLink(deps: NetworksDeps, turn: ActionTurn): Promise<Outcome> {
  const { language } = turn;
  const texts = textsIn(language).networks;
  const team = await teamIn(deps, turn);
  const network = networkIn(deps, turn);
  if (!team || !network) return refuse(turn, texts.stale);
  if (!runs(deps, turn, network)) return refuse(turn, whoMay(deps, turn, network));
  if (linkOf(network, team))
    return refuse(turn, texts.alreadyLinked(networkName(network, language)));
  if (!isOurs(deps, team)) return refuse(turn, texts.foreignTeam);
  const { proposal } = team;
  // The card may be old: what somebody proposed since then, or nobody proposes any more, is not confirmed by it.
  if (proposal?.network !== network.id) return refuse(turn, texts.stale);
  return link(deps, turn, team, network, proposal);
}

async function link(
  deps: NetworksDeps,
  turn: Turn,
  team: Team,
  network: Network,
  { forum, announcements }: LinkProposal,
): Promise<Outcome> {
  const channels = {
    ...(forum !== undefined && { forum }),
    ...(announcements !== undefined && { announcements }),
  };
  const linked = await changeNetwork(deps, network.id, (stored) => ({
    ...stored,
    teams: withLink(stored.teams, team, channels),
  }));
  if (!linked) return refuse(turn, textsIn(turn.language).networks.stale);
  await deps.directory.changeTeam(team.id, (stored) => {
    if (!stored) return stored;
    const { proposal: _, ...rest } = stored;
    return rest;
  });
  await keepAct(deps, turn, "team-linked", network.id, { team: team.id, ...channels });
  return say(linkedCard(linked, turn.language), "link-team");
}

/** The channels that were chosen, if they are the team's; both the first: none need be named. */
function channelsIn(
  team: Team,
  forum: string | undefined,
  announcements: string | undefined,
): Omit<LinkProposal, "network"> {
  const first = firstChannel(team);
  const own = (channel: string | undefined) =>
    channel !== undefined && hasChannel(team, { team: team.id }, channel) ? channel : first;
  const chosen = { forum: own(forum), announcements: own(announcements) };
  return chosen.forum === first && chosen.announcements === first ? {} : chosen;
}

/** As it is in the store: another instance may have heard the proposal. */
async function teamIn(deps: NetworksDeps, { data }: ActionTurn): Promise<Team | undefined> {
  const id = idIn(data, "team");
  if (id === undefined || !deps.directory.team(id)) return undefined;
  return deps.directory.changeTeam(id, (stored) => stored);
}

const networkIn = ({ library }: NetworksDeps, { data }: ActionTurn): Network | undefined =>
  library.networks().find(({ id }) => id === idIn(data, "network"));
