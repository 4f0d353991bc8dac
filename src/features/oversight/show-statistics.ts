/** Figures for coordinators: no person stands in them. */
import { type Network, networkName } from "../../core/content.ts";
import type { Outcome } from "../../core/feature.ts";
import { type Language, localeOf } from "../../core/language.ts";
import type { Card } from "../../core/reply.ts";
import { refuseUnder, say } from "../../core/say.ts";
import type { MessageTurn } from "../../core/turn.ts";
import { runFromHere } from "../../core/who-runs.ts";
import { textsIn } from "../../texts/texts.ts";
import { type Asked, type FiguresStore, monthsTo } from "./figures-store.ts";
import type { OversightDeps } from "./oversight-deps.ts";
import { auditData } from "./show-audit.ts";
import type { Reached, Tallies, Tally } from "./tally.ts";

type NetworkFigures = {
  readonly network: Network;
  readonly months: readonly { readonly month: string; readonly asked: Asked }[];
  /** Undefined: it is still being counted. */
  readonly tally: Tally | undefined;
};

const monthsShown = 2;

const refuse = refuseUnder((language) => textsIn(language).oversight.statistics.heading);

/** Of a turn's ten seconds, two and a half of which may be gone when it is asked; the answer has to be sent, too. */
const countForMs = 5_000;

export async function showStatistics(
  deps: OversightDeps,
  { figures, tallies }: { readonly figures: FiguresStore; readonly tallies: Tallies },
  turn: MessageTurn,
): Promise<Outcome> {
  const texts = textsIn(turn.language).oversight.statistics;
  const networks = runFromHere(deps, turn);
  if (networks.length === 0) return refuse(turn, texts.mayOnly);
  const { clock, documents } = deps;
  const leftMs = turn.at.getTime() + countForMs - clock.now().getTime();
  const isUp = clock.sleep(Math.max(0, leftMs)).then(() => undefined);
  const all = await Promise.all(
    networks.map(async (network): Promise<NetworkFigures> => {
      const [tally, ...months] = await Promise.all([
        Promise.race([tallies.of(network.id), isUp]),
        ...monthsTo(turn.at, monthsShown).map(async (month) => ({
          month,
          asked: await figures.of(documents, network.id, month),
        })),
      ]);
      return { network, months, tally };
    }),
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
      note: [all.some(({ tally }) => !tally) ? texts.counting : "", texts.noPerson]
        .filter(Boolean)
        .join(" "),
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
    ...(one.tally ? talliesOf(one.tally, language) : []),
  ];
}

function talliesOf(tally: Tally, language: Language) {
  const texts = textsIn(language).oversight.statistics;
  const reached = ({ delivered, intended }: Reached) => texts.reached(delivered, intended);
  return [
    {
      title: texts.opinions,
      facts: [fact(texts.up, tally.up), fact(texts.down, tally.down), fact(texts.gaps, tally.gaps)],
    },
    {
      title: texts.sent,
      facts: [
        fact(texts.reminders, reached(tally.reminders)),
        fact(texts.announcements, reached(tally.announcements)),
      ],
    },
  ];
}

const fact = (label: string, value: number | string) => ({ label, value: String(value) });

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
