/** Figures for coordinators: no person stands in them. */
import { type Network, networkName } from "../../core/content.ts";
import type { Outcome } from "../../core/feature.ts";
import { type Language, localeOf } from "../../core/language.ts";
import { type BatchHead, urgencies } from "../../core/outbox/delivery.ts";
import type { Document } from "../../core/ports.ts";
import { listOf } from "../../core/query-all.ts";
import type { Card } from "../../core/reply.ts";
import { refuseUnder, say } from "../../core/say.ts";
import type { MessageTurn } from "../../core/turn.ts";
import { runFromHere } from "../../core/who-runs.ts";
import { textsIn } from "../../texts/texts.ts";
import { type Asked, type FiguresStore, monthsTo } from "./figures-store.ts";
import type { OversightDeps } from "./oversight-deps.ts";
import { auditData } from "./show-audit.ts";

type Reached = { readonly delivered: number; readonly intended: number };

type NetworkFigures = {
  readonly network: Network;
  readonly months: readonly { readonly month: string; readonly asked: Asked }[];
  readonly up: number;
  readonly down: number;
  readonly gaps: number;
  readonly reminders: Reached;
  readonly announcements: Reached;
};

type Vote = Document & { readonly value: { readonly value: string } };

const monthsShown = 2;

const refuse = refuseUnder((language) => textsIn(language).oversight.statistics.heading);

export async function showStatistics(
  deps: OversightDeps,
  figures: FiguresStore,
  turn: MessageTurn,
): Promise<Outcome> {
  const texts = textsIn(turn.language).oversight.statistics;
  const networks = runFromHere(deps, turn);
  if (networks.length === 0) return refuse(turn, texts.mayOnly);
  const heads: BatchHead[] = [];
  for await (const head of deps.outbox.heads()) heads.push(head);
  const all = await Promise.all(
    networks.map((network) => gather(deps, figures, network, heads, turn)),
  );
  const card = statisticsCard(all, turn.language);
  if (turn.conversation.kind === "personal") return say(card, "statistics");
  const line = lineCard(texts.openedInChat, turn.language);
  return {
    replies: [
      { type: "card", card, to: "person" },
      { type: "card", card: line },
    ],
    label: "statistics",
  };
}

async function gather(
  { documents }: OversightDeps,
  figures: FiguresStore,
  network: Network,
  heads: readonly BatchHead[],
  { at }: MessageTurn,
): Promise<NetworkFigures> {
  const ofType = (type: string) =>
    listOf<Vote>(documents, {
      container: "content",
      partition: network.id,
      where: [{ field: "type", equals: type }],
    });
  const [votes, gaps, ...asked] = await Promise.all([
    ofType("vote"),
    ofType("gap"),
    ...monthsTo(at, monthsShown).map(async (month) => ({
      month,
      asked: await figures.of(documents, network.id, month),
    })),
  ]);
  const said = (value: string) => votes.filter(({ doc }) => doc.value.value === value).length;
  const own = heads.filter((head) => head.network === network.id);
  return {
    network,
    months: asked,
    up: said("up"),
    down: said("down"),
    gaps: gaps.length,
    reminders: reachedBy(own, urgencies.reminder),
    announcements: reachedBy(own, urgencies.announcement),
  };
}

/** As of the end of each batch; what is under way is not counted yet. */
const reachedBy = (heads: readonly BatchHead[], urgency: BatchHead["urgency"]): Reached =>
  heads
    .filter((head) => head.urgency === urgency && head.counts !== undefined)
    .reduce(
      (sum, { counts, intended }) => ({
        delivered: sum.delivered + (counts?.delivered ?? 0),
        intended: sum.intended + intended,
      }),
      { delivered: 0, intended: 0 },
    );

function statisticsCard(all: readonly NetworkFigures[], language: Language): Card {
  const texts = textsIn(language).oversight.statistics;
  return {
    kind: "statistics",
    language,
    summary: `${texts.heading}: ${all.map(({ network }) => networkName(network, language)).join(", ")}`,
    view: {
      heading: texts.heading,
      intro: texts.intro,
      networks: all.map((one) => ({
        title: networkName(one.network, language),
        groups: groupsOf(one, language),
      })),
      note: texts.noPerson,
      buttons: all.slice(0, 5).map(({ network }) => ({
        title: all.length === 1 ? texts.audit : `${texts.audit}: ${networkName(network, language)}`,
        verb: "settings.save",
        data: auditData(network.id),
      })),
      links: [],
    },
  };
}

function groupsOf(one: NetworkFigures, language: Language) {
  const texts = textsIn(language).oversight.statistics;
  const fact = (label: string, value: number | string) => ({ label, value: String(value) });
  const reached = ({ delivered, intended }: Reached) => texts.reached(delivered, intended);
  return [
    ...one.months.map(({ month, asked }) => ({
      title: texts.month(monthInWords(month, language)),
      facts: [
        fact(texts.questions, asked.answer + asked.choices + asked.nothing),
        fact(texts.answered, asked.answer),
        fact(texts.choices, asked.choices),
        fact(texts.unanswered, asked.nothing),
      ],
    })),
    {
      title: texts.opinions,
      facts: [fact(texts.up, one.up), fact(texts.down, one.down), fact(texts.gaps, one.gaps)],
    },
    {
      title: texts.sent,
      facts: [
        fact(texts.reminders, reached(one.reminders)),
        fact(texts.announcements, reached(one.announcements)),
      ],
    },
  ];
}

const monthInWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`));

const lineCard = (text: string, language: Language): Card => ({
  kind: "statistics",
  language,
  summary: text,
  view: { heading: text, intro: "", networks: [], note: "", buttons: [], links: [] },
});
