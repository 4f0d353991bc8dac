/** What was done in a network, for its coordinators and admins. A button of the settings: no command is for it. */
import { type Network, networkName, sharedPartition } from "../../core/content.ts";
import { momentInWords } from "../../core/dates.ts";
import type { Outcome } from "../../core/feature.ts";
import type { Card, JsonObject } from "../../core/reply.ts";
import { refuseInSentence, say } from "../../core/say.ts";
import type { ActionTurn } from "../../core/turn.ts";
import { runs } from "../../core/who-runs.ts";
import { textsIn } from "../../texts/texts.ts";
import { type Done, inWords, whatWasDone } from "./audit-entries.ts";
import type { OversightDeps } from "./oversight-deps.ts";

const mostShown = 15;

/** What a button carries that shows it. */
export const auditData = (network: string, after = 0): JsonObject => ({
  act: "audit",
  network,
  after,
});

export async function showAudit(deps: OversightDeps, turn: ActionTurn): Promise<Outcome> {
  const texts = textsIn(turn.language).oversight.audit;
  const { network: id, after: from } = turn.data;
  const after = typeof from === "number" && Number.isSafeInteger(from) && from > 0 ? from : 0;
  const network = deps.library.networks().find((one) => one.id === id);
  const isAdmin = deps.admins.includes(turn.actor.person);
  const isShared = id === sharedPartition && isAdmin;
  if (!isShared && (!network || !runs(deps, network, turn)))
    return refuseInSentence(turn, texts.mayOnly);
  const all = await whatWasDone(deps, deps.documents, [network?.id]);
  const card = auditCard(all, after, network, turn);
  return turn.conversation.kind === "personal"
    ? say(card, "audit")
    : { replies: [{ type: "card", card, to: "person" }], label: "audit" };
}

function auditCard(
  all: readonly Done[],
  after: number,
  network: Network | undefined,
  { language, at: now }: ActionTurn,
): Card {
  const texts = textsIn(language).oversight.audit;
  const zone = network?.timeZone ?? "Europe/Helsinki";
  const shown = all.slice(after, after + mostShown);
  const heading = texts.heading(network ? networkName(network, language) : texts.shared);
  const id = network?.id ?? sharedPartition;
  const next = after + mostShown;
  return {
    kind: "audit",
    language,
    summary: heading,
    view: {
      heading,
      intro: all.length > 0 ? texts.intro : texts.empty,
      items: shown.map((done) => ({
        title: `${momentInWords(new Date(done.at), zone, language, now)}: ${whoDid(done, language)}`,
        detail: whatOf(done, language),
      })),
      note: texts.export,
      buttons:
        all.length > next
          ? [{ title: texts.older, verb: "settings.save", data: auditData(id, next) }]
          : [],
      links: [],
    },
  };
}

function whoDid({ actor, by }: Done, language: ActionTurn["language"]): string {
  const { audit } = textsIn(language).oversight;
  if (actor === "command-line") return audit.commandLine;
  if (actor === "kollega") return audit.kollega;
  return by?.name || audit.unknownPerson;
}

function whatOf({ act, details }: Done, language: ActionTurn["language"]): string {
  const { acts, fields } = textsIn(language).oversight;
  const more = inWords(details, (field) => fields[field] ?? field);
  return [acts[act] ?? act, more === "" ? "" : `(${more})`].filter(Boolean).join(" ");
}
