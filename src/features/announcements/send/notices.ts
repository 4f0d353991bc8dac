/** Tells other coordinators, each in their own chat, that an announcement waits for one of them. */
import type { Button } from "../../../core/buttons.ts";
import type { Network } from "../../../core/content.ts";
import { type Language, languages } from "../../../core/language.ts";
import { approvalLimitOf } from "../../../core/network-settings.ts";
import { type DeliveryPlan, urgencies } from "../../../core/outbox/delivery.ts";
import { keyOf, splitKey } from "../../../core/person-key.ts";
import type { Card } from "../../../core/reply.ts";
import { textsIn } from "../../../texts/texts.ts";
import { type Announcement, announcementData } from "../announcement.ts";
import { announcementCard } from "./announcement-card.ts";
import { readerOf } from "./audience.ts";
import { asProposed, mayCorrect, ofCorrection } from "./corrected.ts";
import { planFor } from "./decide-delivery.ts";
import type { JobDeps, Of } from "./job-deps.ts";
import { nameOf, othersWhoRun, personOf } from "./names.ts";
import { privately } from "./privately.ts";
import type { About } from "./rounds.ts";
import { localInWords } from "./words.ts";

/** Once for each time it, or a correction of it, begins to wait. */
export async function noticeStep(deps: JobDeps, of: Of): Promise<"done"> {
  const { announcement, network } = of;
  const { status, changedAt, correction } = announcement;
  const isOfCorrection = mayCorrect(announcement);
  if (isOfCorrection && !correction) return "done";
  const question = correction ? `correction/${correction.at}` : `${status}/${changedAt}`;
  const by = correction?.by ?? announcement.author;
  const asker = correction ? await nameOf(deps, by) : of.author;
  const id = deps.batchIds.notice(announcement, question);
  const head = await deps.outbox.head(id);
  if (head && head.state !== "planning") return "done";
  const about: About = { announcement: announcement.id, version: announcement.version };
  const limit = approvalLimitOf(deps.library, network.id);
  const cards = languages.map((language) => [
    language,
    noticeCard({ announcement, network, author: of.author, asker: asker ?? "", limit }, language),
  ]);
  await deps.outbox.plan(
    {
      id,
      kind: "announcement-notice",
      network: network.id,
      urgency: urgencies.notice,
      about,
      cards: Object.fromEntries(cards),
    },
    plans(deps, of, by),
    true,
  );
  return "done";
}

async function* plans(
  deps: JobDeps,
  { announcement, network }: Of,
  by: string,
): AsyncGenerator<DeliveryPlan> {
  const { tenant, person } = splitKey(by);
  const others = othersWhoRun(deps, network, by);
  const isHeld = announcement.status === "held";
  const admins = isHeld ? deps.admins.filter((one) => one !== person) : [];
  const anything = { importance: announcement.importance, topics: [] };
  for (const key of new Set([...others, ...admins.map((one) => keyOf({ tenant, person: one }))])) {
    const recipient = await personOf(deps, key);
    if (!recipient) continue;
    const reader = readerOf(deps, network, recipient);
    yield privately(planFor(reader, anything, deps.clock.now()));
  }
}

function noticeCard(
  of: {
    readonly announcement: Announcement;
    readonly network: Network;
    readonly author: string | undefined;
    /** Who wants to send or correct it. */
    readonly asker: string;
    readonly limit: number;
  },
  language: Language,
): Card {
  const { announcement, network, author, asker, limit } = of;
  const { status, importance, sendAt, correction } = announcement;
  const texts = textsIn(language).announcements.after;
  const name = asker || texts.labels.author;
  const isUncounted = announcement.lastAct?.details["needs"] === "uncounted";
  const whyMany = isUncounted ? texts.approveUncounted(limit) : texts.approveMany(limit);
  const why = importance === "urgent" ? texts.approveUrgent : whyMany;
  const when =
    sendAt === undefined ? texts.approveNow : texts.approveTime(localInWords(sendAt, language));
  const seen = { changedAt: correction?.at ?? announcement.changedAt };
  const about = { ...announcementData(announcement), ...(correction && { value: ofCorrection }) };
  const said = correction
    ? {
        heading: texts.approveCorrectionHeading,
        text: texts.approveCorrectionAsk(name),
        yes: texts.approveCorrection,
        no: texts.dropCorrection,
      }
    : status === "held"
      ? {
          heading: texts.heldHeading,
          text: texts.heldText(name),
          yes: texts.takeOver,
          no: texts.stop,
        }
      : {
          heading: texts.approveHeading,
          text: [texts.approveAsk(name), why, when].join(" "),
          yes: texts.approve,
          no: texts.stop,
        };
  const buttons: readonly Button[] = [
    { title: said.yes, verb: "announcement.approve", data: { ...about, ...seen } },
    { title: said.no, verb: "announcement.stop", data: about },
  ];
  const notes = [said.heading, said.text];
  const shown = asProposed(announcement);
  const card = announcementCard(shown, network, "all", { author, notes, buttons });
  return { ...card, summary: `${said.heading}: ${card.summary}` };
}
