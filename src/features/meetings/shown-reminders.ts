/** What planning shows of the reminders: who comes, what became of each, how one looks. */
import { inList } from "../../core/in-list.ts";
import type { Language } from "../../core/language.ts";
import { keyOf } from "../../core/person-key.ts";
import { textsIn } from "../../texts/texts.ts";
import { zoneOf } from "./calendar/occurrences.ts";
import type { MeetingState } from "./meeting-state.ts";
import type { MeetingsDeps } from "./meetings-deps.ts";
import type { RemindersShown } from "./plan/plan-deps.ts";
import { capital, leadInWords } from "./plan/words.ts";
import { firstId } from "./remind/moves.ts";
import { reminderCard } from "./remind/reminder-card.ts";
import type { LedgerLine, Reminders } from "./remind/reminders.ts";
import { createRsvps, noAnswers } from "./remind/rsvp.ts";

export function createRemindersShown(
  deps: Pick<MeetingsDeps, "documents" | "digest" | "library" | "calendarUrl">,
  { ledgerOf }: Pick<Reminders, "ledgerOf">,
): RemindersShown {
  const rsvps = createRsvps(deps);

  const stateOf = (network: string, meeting: string): MeetingState | undefined =>
    deps.library
      .contentOf<MeetingState>("meeting-state")
      .find(({ value }) => value.network === network && value.meeting === meeting)?.value;

  return {
    async answers({ network, meeting, occurrence }, asker) {
      const first = firstId(stateOf(network, meeting)?.moves ?? [], occurrence);
      const { counts, of } = await rsvps.answers({ network, meeting, occurrence: first });
      const own = of.get(keyOf(asker));
      return { ...counts, ...(own && { own }) };
    },
    async ledger({ meeting, network, state }, occurrence, language) {
      const of = { network, meeting: meeting.id, occurrence: occurrence.id };
      const lines = await ledgerOf(of, language);
      return lines.map((line) =>
        lineInWords(line, state.skipped.includes(`${occurrence.id}/${line.minutes}`), language),
      );
    },
    preview: ({ meeting, network, state }, occurrence, language, now) =>
      reminderCard({
        meeting,
        occurrence,
        zone: zoneOf(meeting, network.timeZone),
        languages: [language],
        now,
        counts: noAnswers,
        calendarUrl: deps.calendarUrl(state.token),
        status: { kind: "preview" },
      }),
  };
}

/** "En dag före: skickad, 40 av 42 mottagare. Övriga: har stängt av påminnelser (2)." */
export function lineInWords(
  line: Omit<LedgerLine, "at">,
  isSkipped: boolean,
  language: Language,
): string {
  const texts = textsIn(language).meetings;
  const { teams, isFinal } = line.unread ?? { teams: [], isFinal: true };
  const said = whatBecameOf(line, isSkipped, language);
  if (teams.length === 0) return said;
  const names = inList(teams, language);
  return `${said} ${isFinal ? texts.ledgerUnread(names) : texts.ledgerUnreadYet(names)}`;
}

function whatBecameOf(
  { minutes, counts, reasons, state, words }: Omit<LedgerLine, "at">,
  isSkipped: boolean,
  language: Language,
): string {
  const texts = textsIn(language).meetings;
  const lead = capital(leadInWords(minutes, language));
  const others = reasons.map((one) => `${one.words} (${one.count})`).join("; ");
  if (state === "waiting") return `${lead}: ${isSkipped ? texts.skipped : words}.`;
  if (state === "done" && counts.intended === 0) return `${lead}: ${texts.ledgerNobody}.`;
  const isNone = state === "done" && counts.delivered + counts.unknown === 0 && others !== "";
  if (isNone) return `${lead}: ${texts.ledgerNone(others)}.`;
  const sent = counts.intended > 0 ? [texts.ledgerSent(counts.delivered, counts.intended)] : [];
  return [
    `${lead}: ${[words, ...sent].join(", ")}.`,
    ...(others === "" ? [] : [texts.ledgerOthers(others)]),
  ].join(" ");
}
