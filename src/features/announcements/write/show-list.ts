/** The announcements of the networks that someone coordinates, and one of them. */
import type { Outcome } from "../../../core/feature.ts";
import type { ActionTurn, Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import { refuse, say } from "../say.ts";
import { announcedBy, isFound, lookUp, whoMay } from "../who-may.ts";
import { formOf } from "./announcement-form.ts";
import { findAnnouncements, listStatuses } from "./find-announcements.ts";
import { listCard, mostListed } from "./list-card.ts";
import { newEditor, storedEditor } from "./open-editor.ts";
import type { WritingDeps } from "./writing-deps.ts";

const longestQuery = 200;

/** `notice`: what was just done. */
export async function showList(deps: WritingDeps, turn: Turn, notice?: string): Promise<Outcome> {
  const networks = announcedBy(deps, turn);
  if (networks.length === 0) return refuse(turn, await whoMay(deps, turn.networks, turn));
  const { query, status, after } =
    turn.type === "action" && notice === undefined ? readSearch(turn) : nothingSought;
  const found = findAnnouncements(deps.store.list(networks.map(({ id }) => id)), {
    query,
    status,
  });
  const page = found.slice(after, after + mostListed);
  const card = listCard(
    page.flatMap((announcement) => {
      const network = networks.find(({ id }) => id === announcement.network);
      return network ? [{ announcement, network }] : [];
    }),
    {
      language: turn.language,
      now: turn.at,
      query,
      status,
      after,
      hasMore: found.length > after + page.length,
      namesNetworks: networks.length > 1,
      notice,
    },
  );
  return say(card, "announcements");
}

const nothingSought = { query: "", status: undefined, after: 0 } as const;

function readSearch({ data: { query, status, after } }: ActionTurn) {
  return {
    query: typeof query === "string" ? query.trim().slice(0, longestQuery) : "",
    status: listStatuses.find((one) => one === status),
    after: typeof after === "number" && Number.isSafeInteger(after) && after > 0 ? after : 0,
  };
}

/** A draft opens in the editor, a template begins a new one, and of anything else it is told what became of it. */
export async function openListed(deps: WritingDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUp(deps, turn, turn.data);
  if (!isFound(found)) return found;
  const { announcement } = found;
  if (announcement.template) return beginFrom(deps, turn);
  return announcement.status === "draft"
    ? say(storedEditor(deps, turn, found), "announcement-editor")
    : deps.sending.showReport(turn, found);
}

/** A new one with another's words; of a template also without its time. Nothing is kept yet. */
export async function beginFrom(deps: WritingDeps, turn: ActionTurn): Promise<Outcome> {
  const found = await lookUp(deps, turn, turn.data);
  if (!isFound(found)) return found;
  const { announcement, network } = found;
  const texts = textsIn(turn.language).announcements.writing;
  const card = newEditor(
    deps,
    turn,
    {
      form: { ...formOf(announcement), date: "", time: "" },
      networks: [network],
      ...(announcement.template && { template: found }),
    },
    { notices: [announcement.template ? texts.begunFromTemplate : texts.copied] },
  );
  return say(card, "announcement-editor");
}
