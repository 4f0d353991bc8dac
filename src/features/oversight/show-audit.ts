/** What was done in a network, for its coordinators and admins. A button of the settings: no command is for it. */
import { type Network, networkName, sharedPartition } from "../../core/content.ts";
import { momentInWords } from "../../core/dates.ts";
import type { Outcome } from "../../core/feature.ts";
import type { Card, JsonObject } from "../../core/reply.ts";
import { refuseInSentence, say } from "../../core/say.ts";
import type { ActionTurn } from "../../core/turn.ts";
import { runs } from "../../core/who-runs.ts";
import { textsIn } from "../../texts/texts.ts";
import { actInWords } from "./act-in-words.ts";
import { type Done, type DonePage, latestDone } from "./audit-entries.ts";
import type { OversightDeps } from "./oversight-deps.ts";

const mostShown = 15;

/** Of a turn's ten seconds, two and a half of which may be gone when it is asked; the answer has to be sent, too. */
const lookForMs = 5_000;
/** Longer ones no entry has. */
const longestId = 180;

/** What a button carries that shows it: the latest, or what came before an entry. */
export const auditData = (network: string, before?: string): JsonObject => ({
  act: "audit",
  network,
  ...(before !== undefined && { before }),
});

export async function showAudit(deps: OversightDeps, turn: ActionTurn): Promise<Outcome> {
  const texts = textsIn(turn.language).oversight.audit;
  const { network: id, before: from } = turn.data;
  const isId = typeof from === "string" && from !== "" && from.length <= longestId;
  const network = deps.library.networks().find((one) => one.id === id);
  const isAdmin = deps.admins.includes(turn.actor.person);
  const isShared = id === sharedPartition && isAdmin;
  if (!isShared && (!network || !runs(deps, network, turn)))
    return refuseInSentence(turn, texts.mayOnly);
  const page = await latestDone(deps, {
    network: network?.id,
    ...(isId && { before: from }),
    most: mostShown,
    until: turn.at.getTime() + lookForMs,
  });
  const card = auditCard(page, network, turn);
  return turn.conversation.kind === "personal"
    ? say(card, "audit")
    : { replies: [{ type: "card", card, to: "person" }], label: "audit" };
}

function auditCard(
  { entries, hasMore, hasNames }: DonePage,
  network: Network | undefined,
  { language, at: now }: ActionTurn,
): Card {
  const texts = textsIn(language).oversight.audit;
  const zone = network?.timeZone ?? "Europe/Helsinki";
  const heading = texts.heading(network ? networkName(network, language) : texts.shared);
  const id = network?.id ?? sharedPartition;
  const last = entries.at(-1)?.id;
  return {
    kind: "audit",
    language,
    summary: heading,
    view: {
      heading,
      intro: entries.length > 0 ? texts.intro : texts.empty,
      items: entries.map((done) => ({
        title: `${momentInWords(new Date(done.at), zone, language, now)}: ${whoDid(done, language, hasNames)}`,
        detail: actInWords(done, {
          contact: done.contact?.name ?? texts.goneContact,
          zone,
          language,
          now,
        }),
      })),
      note: [hasNames ? "" : texts.notAllNames, texts.export].filter(Boolean).join(" "),
      buttons:
        hasMore && last !== undefined
          ? [{ title: texts.older, verb: "settings.save", data: auditData(id, last) }]
          : [],
      links: [],
    },
  };
}

function whoDid({ actor, by }: Done, language: ActionTurn["language"], hasNames: boolean): string {
  const { audit } = textsIn(language).oversight;
  if (actor === "command-line") return audit.commandLine;
  if (actor === "kollega") return audit.kollega;
  return by?.name || (hasNames ? audit.unknownPerson : audit.unnamed);
}
