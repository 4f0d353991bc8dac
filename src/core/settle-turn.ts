/** What is known about an arrival before the features see it: where it belongs, and in which language it is answered. */
import { readCommand } from "./commands.ts";
import type { Network } from "./content.ts";
import { type Language, languageOfLocale } from "./language.ts";
import { emptyMemory } from "./memory.ts";
import type { Clock, SearchIndex, Stored } from "./ports.ts";
import { defaultPreferences } from "./preferences.ts";
import type { State } from "./state.ts";
import type { Arrival, Turn } from "./turn.ts";

export type SettleDeps = {
  readonly clock: Clock;
  readonly index: Pick<SearchIndex, "detectLanguage">;
  readonly networksOf: (arrival: Arrival) => readonly Network[];
  readonly defaultLanguage: Language;
};

/** What the store told, as far as it could be reached: of the place, and of the actor. */
type Stands = {
  readonly stored?: Stored<State> | undefined;
  readonly member?: Stored<State> | undefined;
  readonly isOutOfReach?: boolean;
};

/** The language: the person's choice, else that of the text, else the client's, else the network's. */
export function settle(
  arrival: Arrival,
  { stored, member, isOutOfReach = false }: Stands,
  deps: SettleDeps,
): Turn {
  const memory = stored?.doc.memory ?? emptyMemory;
  const chosen = member?.doc.chosenLanguage;
  const networks = deps.networksOf(arrival);
  const fallback =
    chosen ??
    memory.language ??
    languageOfLocale(arrival.locale) ??
    networks[0]?.languages[0] ??
    deps.defaultLanguage;
  const writtenIn = languageWritten(arrival, fallback, deps.index);
  return {
    ...arrival,
    at: deps.clock.now(),
    networks,
    preferences: member?.doc.preferences ?? defaultPreferences,
    memory,
    memoryIsOutOfReach: isOutOfReach,
    writtenIn,
    // Somebody else's message does not decide what its reader is answered in.
    language: chosen ?? (arrival.type === "message" ? writtenIn : fallback),
  };
}

function languageWritten(
  arrival: Arrival,
  fallback: Language,
  index: SettleDeps["index"],
): Language {
  if (arrival.type === "message")
    return (
      readCommand(arrival.text, [fallback, languageOfLocale(arrival.locale)])?.language ??
      index.detectLanguage(arrival.text, fallback)
    );
  const text = arrival.type === "message-action" ? arrival.message?.text : undefined;
  return text ? index.detectLanguage(text, fallback) : fallback;
}
