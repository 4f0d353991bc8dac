import type { Outcome } from "../../../core/feature.ts";
import { keyOf } from "../../../core/person-key.ts";
import { formerMember } from "../../../core/personal-data.ts";
import type { Turn } from "../../../core/turn.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { FoundAnnouncement } from "../announcements-deps.ts";
import { say } from "../say.ts";
import { gather } from "./gather.ts";
import { nameOf } from "./names.ts";
import type { Report } from "./report.ts";
import { reportCard } from "./report-card.ts";
import type { SendDeps } from "./send-deps.ts";

/** So that with its buttons it can be read on a phone. */
const pageSize = 10;
const namesShown = 20;

/** What became of it, for a coordinator whose role has been checked. */
export async function showReport(
  deps: SendDeps,
  turn: Turn,
  { announcement, network }: Pick<FoundAnnouncement, "announcement" | "network">,
  more: Pick<Report, "notices" | "warnings"> & { readonly after?: number } = {},
): Promise<Outcome> {
  const { after = 0, ...said } = more;
  const page = { from: after, size: pageSize, names: namesShown };
  const [figures, author, approvedBy] = await Promise.all([
    gather(deps, announcement, page),
    nameOf(deps, announcement.author),
    nameOf(deps, announcement.approvedBy),
  ]);
  const named = (key: string | undefined, name: string | undefined) =>
    key === formerMember ? textsIn(turn.language).privacy.formerMember : name;
  const card = reportCard({
    announcement,
    network,
    language: turn.language,
    now: turn.at,
    figures,
    author: named(announcement.author, author),
    approvedBy: named(announcement.approvedBy, approvedBy),
    sendRate: deps.sendRate,
    isAuthor: announcement.author === keyOf(turn.actor),
    mayApprove: announcement.correction?.by !== keyOf(turn.actor),
    after,
    ...said,
  });
  return say(card, "announcement-report");
}
