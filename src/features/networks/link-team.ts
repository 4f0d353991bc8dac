/** A team becomes a network's: somebody in it says which, and who runs that network confirms. */
import { type Network, networkName } from "../../core/content.ts";
import type { LinkProposal, Team } from "../../core/directory.ts";
import type { Outcome } from "../../core/feature.ts";
import { keepAct } from "../../core/keep-act.ts";
import type { Card } from "../../core/reply.ts";
import { refuseInSentence, say } from "../../core/say.ts";
import type { ActionTurn, Turn } from "../../core/turn.ts";
import { runs } from "../../core/who-runs.ts";
import { textsIn } from "../../texts/texts.ts";
import { idIn } from "./inputs-of.ts";
import { confirmCard, linkCard, linkedCard } from "./link-card.ts";
import { changeNetwork, readNetwork } from "./network-store.ts";
import type { NetworksDeps } from "./networks-deps.ts";
import { firstChannel, hasChannel, linkOf, networksOfTeam, withLink } from "./team-links.ts";
import { isOurs, mayLink, whoMay } from "./who-may.ts";

/** What is said in a team that is linked to no network, when it must be; undefined: nothing. */
export async function askWhichNetwork(
  deps: NetworksDeps,
  turn: Turn,
  teamId: string,
  isWelcome: boolean,
): Promise<Outcome | undefined> {
  const networks = deps.library.networks();
  const team = deps.directory.team(teamId);
  if (deps.mode === "local" || !team) return undefined;
  if (networksOfTeam(networks, team).length > 0 || !isOurs(deps, team)) return undefined;
  const proposed = networks.find(({ id }) => id === team.proposal?.network);
  const card =
    proposed && !isWelcome
      ? confirmCard(team, proposed, turn.language)
      : await choiceCard(deps, turn, team, { isWelcome });
  return { ...say(card, "link-team"), ...(isWelcome && { remember: { welcomed: true } }) };
}

/** With the team's own channels, as far as Teams tells them in time. */
async function choiceCard(
  { library, directory }: NetworksDeps,
  { language }: Turn,
  team: Team,
  more: { readonly isWelcome?: boolean; readonly notices?: readonly string[] },
): Promise<Card> {
  const areAllChannels = await directory.learnChannels(team.id);
  const now = directory.team(team.id) ?? team;
  return linkCard(now, library.networks(), language, { ...more, areAllChannels });
}

export async function proposeLink(deps: NetworksDeps, turn: ActionTurn): Promise<Outcome> {
  const { language, data } = turn;
  const texts = textsIn(language).networks;
  const team = await teamIn(deps, turn);
  if (!team) return refuseInSentence(turn, texts.stale);
  if (!isOurs(deps, team)) return refuseInSentence(turn, texts.foreignTeam);
  if (!mayLink(deps, turn, team)) return refuseInSentence(turn, texts.notYourTeam);
  const network = networkIn(deps, turn);
  if (!network) return refuseInSentence(turn, texts.linkChoose);
  if (linkOf(network, team))
    return refuseInSentence(turn, texts.alreadyLinked(networkName(network, language)));

  const proposal: LinkProposal = {
    network: network.id,
    ...channelsIn(team, idIn(data, "forum"), idIn(data, "announcements")),
  };
  if (runs(deps, network, turn)) return link(deps, turn, team, network, proposal);
  const isKnown = team.proposal?.network === network.id;
  const isPublic = turn.conversation.kind === "channel";
  const { address } = turn;
  const ask = { network: network.id, language, address, at: turn.at.toISOString() };
  await deps.directory.changeTeam(
    team.id,
    (stored) =>
      stored && {
        ...stored,
        proposal,
        ...(isPublic && !isKnown && { asks: [...(stored.asks ?? []), ask] }),
      },
  );
  if (isKnown || !isPublic) return say(confirmCard(team, network, language), "link-team");
  // The question itself is posted by the job that also takes its buttons away (link-posts.ts).
  const thanks = texts.linkProposed(networkName(network, language));
  return { replies: [{ type: "sentence", language, text: thanks }], label: "link-team" };
}

export async function confirmLink(deps: NetworksDeps, turn: ActionTurn): Promise<Outcome> {
  const { language } = turn;
  const texts = textsIn(language).networks;
  const team = await teamIn(deps, turn);
  const network = networkIn(deps, turn);
  if (!team || !network) return refuseInSentence(turn, texts.stale);
  const mayRun = runs(deps, network, turn);
  const mayKnow = mayLink(deps, turn, team);
  if (linkOf(network, team) && (mayRun || mayKnow))
    return say(linkedCard(network, language), "link-team");
  if (!mayRun) return refuseInSentence(turn, whoMay(deps, turn, network));
  if (!isOurs(deps, team)) return refuseInSentence(turn, texts.foreignTeam);
  const { proposal } = team;
  if (proposal?.network === network.id) return link(deps, turn, team, network, proposal);
  return mayKnow ? asItIs(deps, turn, team, network) : refuseInSentence(turn, texts.stale);
}

/** The card is old: what somebody proposed since then, or nobody proposes any more, is not confirmed by it. */
async function asItIs(
  deps: NetworksDeps,
  turn: Turn,
  team: Team,
  network: Network,
): Promise<Outcome> {
  const { language } = turn;
  const notices = [textsIn(language).networks.linkReplaced];
  // Another instance may have linked it a moment ago.
  const stored = await readNetwork(deps, network.id);
  if (stored && linkOf(stored.network, team))
    return say(linkedCard(stored.network, language), "link-team");
  const proposed = deps.library.networks().find(({ id }) => id === team.proposal?.network);
  const card = proposed
    ? confirmCard(team, proposed, language, notices)
    : await choiceCard(deps, turn, team, { notices });
  return say(card, "link-team");
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
  if (!linked) return refuseInSentence(turn, textsIn(turn.language).networks.stale);
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
