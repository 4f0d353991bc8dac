/** What a member wants to be sent: the card, saving it, and the command pause. */
import { dayAt, dayInWords } from "../../core/dates.ts";
import { BotError } from "../../core/errors.ts";
import type { Outcome } from "../../core/feature.ts";
import type { Language } from "../../core/language.ts";
import { quietHoursOf } from "../../core/network-settings.ts";
import type { Preferences } from "../../core/preferences.ts";
import type { Card } from "../../core/reply.ts";
import { say } from "../../core/say.ts";
import type { ActionTurn, MessageTurn, Turn } from "../../core/turn.ts";
import { runs } from "../../core/who-runs.ts";
import { textsIn } from "../../texts/texts.ts";
import { formCard } from "./form.ts";
import { inputsOf } from "./inputs-of.ts";
import type { NetworksDeps } from "./networks-deps.ts";
import { type OwnView, ownCard, ownNotes } from "./own-card.ts";
import { readOwnForm } from "./read-own-form.ts";
import { readPause } from "./read-pause.ts";
import { isAdmin } from "./who-may.ts";

export const ownChoices = (deps: NetworksDeps, turn: Turn): Card =>
  ownCard(viewOf(deps, turn, turn.preferences, turn.language), turn.language);

export function saveOwnChoices(deps: NetworksDeps, turn: ActionTurn): Outcome {
  needMemory(turn);
  const { act: _, ...typed } = inputsOf(turn.data);
  const read = readOwnForm(turn.preferences, typed, todayOf(deps, turn));
  if (!read.ok) {
    const texts = textsIn(turn.language).networks;
    const view = viewOf(deps, turn, turn.preferences, turn.language);
    const notes = ownNotes(read.faults, turn.language);
    return say(
      ownCard(view, turn.language, { notices: [texts.notSaved], typed, notes }),
      "refused",
    );
  }
  const { preferences } = read;
  const language = read.language ?? turn.language;
  const isChosen = language !== turn.language;
  const card = ownCard(viewOf(deps, turn, preferences, language), language, {
    notices: [textsIn(language).networks.ownSaved],
  });
  return {
    ...say(card, "preferences"),
    preferences,
    ...(isChosen && { chosenLanguage: language, remember: { language } }),
  };
}

export function pause(deps: NetworksDeps, turn: MessageTurn, argument: string): Outcome {
  needMemory(turn);
  const { language } = turn;
  const texts = textsIn(language).networks;
  const read = readPause(argument, todayOf(deps, turn));
  const { pausedUntil: _, ...rest } = turn.preferences;
  switch (read.kind) {
    case "until":
      return {
        ...say(plain(texts.pausedHeading, texts.paused(dayInWords(read.day, language))), "pause"),
        preferences: { ...rest, pausedUntil: read.day },
      };
    case "off":
      return {
        ...say(plain(texts.pauseEndedHeading, texts.pauseEnded), "pause"),
        preferences: rest,
      };
    default: {
      const outside =
        read.kind === "outside" ? `${texts.pastDay(dayInWords(read.day, language))} ` : "";
      return say(
        plain(texts.pauseUnclearHeading, `${outside}${texts.pauseUnclear}`),
        "pause-unclear",
      );
    }
  }

  function plain(heading: string, intro: string): Card {
    const buttons = [{ title: texts.toOwn, verb: "member.save", data: { act: "open" } }];
    return formCard({ kind: "settings", heading, intro, buttons }, language);
  }
}

/** All of a member's choices are written at once: without those of before, they would be lost. */
function needMemory(turn: Turn): void {
  if (turn.memoryIsOutOfReach) throw new BotError("store-unavailable");
}

function viewOf(
  deps: NetworksDeps,
  turn: Turn,
  preferences: Preferences,
  language: Language,
): OwnView {
  return {
    preferences,
    topics: topicsOf(deps, turn, language),
    quietHours: quietHoursOf(deps.library, turn.networks[0]?.id ?? ""),
    runsNetwork:
      isAdmin(deps, turn) || deps.library.networks().some((network) => runs(deps, network, turn)),
  };
}

/** Tags of the practices in the member's networks, in their language, the most used first. */
function topicsOf({ library }: NetworksDeps, turn: Turn, language: Language): readonly string[] {
  const counts = new Map<string, number>();
  for (const practice of library.practices(turn.networks.map(({ id }) => id))) {
    if (practice.language !== language) continue;
    for (const tag of practice.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || a.localeCompare(b, language))
    .map(([tag]) => tag)
    .filter((tag) => !/[,;]/u.test(tag));
}

const todayOf = ({ timeZone }: NetworksDeps, turn: Turn): string =>
  dayAt(
    turn.at,
    turn.preferences.timeZone ?? turn.timeZone ?? turn.networks[0]?.timeZone ?? timeZone,
  );
