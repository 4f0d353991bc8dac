/** The networks there are, who belongs to them, and what coordinators and members set for themselves. */
import { readCommand } from "../../core/commands.ts";
import { networkName } from "../../core/content.ts";
import type { ContentKind, Feature, ImportTarget, Outcome } from "../../core/feature.ts";
import { networkSettingsType } from "../../core/network-settings.ts";
import { refuseInSentence, say } from "../../core/say.ts";
import { isPrivate } from "../../core/state.ts";
import type { ActionTurn, MessageTurn, Turn } from "../../core/turn.ts";
import { runs } from "../../core/who-runs.ts";
import { textsIn } from "../../texts/texts.ts";
import { emptyNetworkCard, makeNetwork, offerNewNetwork } from "./create-network.ts";
import { formCard } from "./form.ts";
import { idIn } from "./inputs-of.ts";
import { createLinkPosts } from "./link-posts.ts";
import { askWhichNetwork, confirmLink, proposeLink } from "./link-team.ts";
import { roleData, rosterData } from "./membership-data.ts";
import { muteTopics } from "./mute-topics.ts";
import { chooseNetworkCard } from "./network-card.ts";
import type { NetworksDeps } from "./networks-deps.ts";
import { ownChoices, pause, saveOwnChoices } from "./own-choices.ts";
import { readNetworkRow } from "./read-network-row.ts";
import { openNetwork, saveNetwork } from "./save-network.ts";
import { isAboutTeam, rosterMayHaveChanged, teamIdOf } from "./team-after.ts";
import { teamType } from "./team-store.ts";
import { isAdmin, whoMay } from "./who-may.ts";

export { createDirectory } from "./create-directory.ts";

const importTarget: ImportTarget = {
  kind: "networks",
  type: "network",
  columns: ["id", "nameSv", "nameFi", "nameEn", "coordinators", "languages", "timeZone", "teams"],
  lists: ["coordinators", "languages", "teams"],
  parse: readNetworkRow,
};

export const networkContent: readonly ContentKind[] = [
  { type: "network" },
  { type: teamType },
  { type: networkSettingsType },
];

const workEveryMs = 2_000;

export function createNetworksFeature(deps: NetworksDeps): Feature {
  const seeToLinkPosts = createLinkPosts({ ...deps, outbox: deps.jobOutbox });
  return {
    name: "networks",
    hears: (event) =>
      isAboutTeam(event) && (deps.directory.isNews(event) || rosterMayHaveChanged(event)),
    async take(turn) {
      if (isAboutTeam(turn)) return takeEvent(deps, turn);
      // A message action or a search can come from a team in which the bot is not installed.
      if (!isPrivate(turn)) deps.directory.notice(turn);
      if (turn.type === "message") return takeMessage(deps, turn);
      return turn.type === "action" ? takePress(deps, turn) : undefined;
    },
    importTargets: [importTarget],
    personalData: [
      rosterData({ ...deps, documents: deps.jobDocuments }),
      roleData({ ...deps, documents: deps.jobDocuments }),
    ],
    jobs: [
      { name: "teams", everyMs: workEveryMs, run: () => deps.directory.work() },
      { name: "link posts", everyMs: workEveryMs, run: seeToLinkPosts },
    ],
  };
}

/** Where the bot was added to a team that is linked to no network, it asks together with its welcome. */
async function takeEvent(deps: NetworksDeps, turn: Turn): Promise<Outcome | undefined> {
  const taken = deps.directory.takeIn(turn);
  const team = teamIdOf(turn);
  const isWelcome = turn.type === "joined" && turn.bot && !turn.memory.welcomed;
  const asking = isWelcome && team ? askWhichNetwork(deps, turn, team, true) : undefined;
  // Teams is asked for the channels while the store is: a turn has no time for the one after the other.
  const [asked] = await Promise.all([asking, taken]);
  if (asked) return asked;
  return turn.type === "event" ? { replies: [], label: "team-event" } : undefined;
}

function takeMessage(
  deps: NetworksDeps,
  turn: MessageTurn,
): Promise<Outcome | undefined> | Outcome | undefined {
  const command = readCommand(turn.text);
  if (command?.name === "settings") return settings(deps, turn);
  if (command?.name === "pause") return pause(deps, turn, command.argument);
  const needsNoNetwork = command !== undefined && forEverybody.has(command.name);
  return turn.networks.length > 0 || needsNoNetwork ? undefined : askStranger(deps, turn);
}

const forEverybody: ReadonlySet<string> = new Set([
  "help",
  "language",
  "my data",
  "forget me",
  "statistics",
]);

/** Who is in no network is not shown any; who is asked for says so. */
async function askStranger(deps: NetworksDeps, turn: MessageTurn): Promise<Outcome | undefined> {
  const networks = deps.library.networks();
  if (deps.mode === "local" || networks.length === 0) return undefined;
  const team = turn.conversation.kind === "channel" ? teamIdOf(turn) : undefined;
  const asked = team === undefined ? undefined : await askWhichNetwork(deps, turn, team, false);
  if (asked) return asked;
  const { language } = turn;
  const texts = textsIn(language).networks;
  const names = networks.map((network) => networkName(network, language)).join(", ");
  const [heading, intro] = [texts.strangerHeading, texts.strangerText(names)];
  return say(formCard({ kind: "settings", heading, intro }, language), "stranger");
}

/** The settings open in the personal chat; where they were asked for among others, one line says so. */
async function settings(deps: NetworksDeps, turn: MessageTurn): Promise<Outcome> {
  const { language } = turn;
  const own = deps.library.networks().filter((network) => runs(deps, network, turn));
  const here = own.filter(({ id }) => turn.networks.some((network) => network.id === id));
  const isHere = turn.conversation.kind === "channel" && here.length > 0;
  const card = (await settingsCard(deps, turn, isHere ? here : own)) ?? ownChoices(deps, turn);
  if (turn.conversation.kind === "personal") return say(card, "settings");
  const line = textsIn(language).networks.openedInChat;
  return {
    replies: [
      { type: "card", card, to: "person" },
      { type: "card", card: formCard({ kind: "settings", heading: line }, language) },
    ],
    label: "settings",
  };
}

/** What somebody runs: one network, or a choice; undefined: nothing. */
async function settingsCard(
  deps: NetworksDeps,
  turn: Turn,
  networks: ReturnType<NetworksDeps["library"]["networks"]>,
) {
  const [first, ...others] = networks;
  const mayMake = isAdmin(deps, turn);
  if (first === undefined) return mayMake ? emptyNetworkCard(deps, turn) : undefined;
  return others.length === 0
    ? openNetwork(deps, turn, first.id)
    : chooseNetworkCard(networks, mayMake, turn.language);
}

function takePress(deps: NetworksDeps, turn: ActionTurn): Promise<Outcome> | Outcome | undefined {
  const act = idIn(turn.data, "act") ?? "save";
  if (turn.verb === "member.save") {
    if (act === "mute") return muteTopics(turn);
    return act === "open" ? say(ownChoices(deps, turn), "preferences") : saveOwnChoices(deps, turn);
  }
  if (turn.verb !== "settings.save") return undefined;
  switch (act) {
    case "open":
      return open(deps, turn);
    case "save":
      return saveNetwork(deps, turn);
    case "new":
      return offerNewNetwork(deps, turn, idIn(turn.data, "team"));
    case "create":
      return makeNetwork(deps, turn);
    case "propose":
      return proposeLink(deps, turn);
    case "confirm":
      return confirmLink(deps, turn);
    default:
      return refuseInSentence(turn, textsIn(turn.language).networks.stale);
  }
}

async function open(deps: NetworksDeps, turn: ActionTurn): Promise<Outcome> {
  const id = idIn(turn.data, "network");
  const all = deps.library.networks();
  const wanted = all.find((network) => network.id === id);
  if (wanted && !runs(deps, wanted, turn))
    return refuseInSentence(turn, whoMay(deps, turn, wanted));
  const own = wanted ? [wanted] : all.filter((network) => runs(deps, network, turn));
  return say((await settingsCard(deps, turn, own)) ?? ownChoices(deps, turn), "settings");
}
