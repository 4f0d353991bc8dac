/** How long a network keeps what people did: shown and changed in its settings. */
import type { Language } from "../../core/language.ts";
import { type NetworkSettings, type Retained, retention } from "../../core/network-settings.ts";
import { textsIn } from "../../texts/texts.ts";
import type { Section, Values } from "./form.ts";

const kinds = Object.keys(retention) as readonly Retained[];

export function retentionSection(language: Language): Section {
  const { networks: texts } = textsIn(language);
  return {
    title: texts.retentionTitle,
    lines: [texts.retentionText],
    texts: kinds.map((kind) => ({ id: kind, label: texts.retained[kind] })),
  };
}

export const retentionValues = (settings: NetworkSettings): Values =>
  Object.fromEntries(kinds.map((kind) => [kind, String(settings[kind] ?? retention[kind].usual)]));

/** What was changed, and which numbers are out of their limits. What is left empty stays as it is. */
export function readRetention(
  settings: NetworkSettings,
  typed: Values,
): { readonly days: Partial<Record<Retained, number>>; readonly bad: readonly Retained[] } {
  const before = retentionValues(settings);
  const given = kinds.flatMap((kind) => {
    const value = typed[kind]?.trim() ?? "";
    return value === "" || value === before[kind] ? [] : [[kind, value] as const];
  });
  const isGood = (kind: Retained, value: string) => {
    const { least, most } = retention[kind];
    return /^\d{1,4}$/u.test(value) && Number(value) >= least && Number(value) <= most;
  };
  return {
    days: Object.fromEntries(
      given
        .filter(([kind, value]) => isGood(kind, value))
        .map(([kind, value]) => [kind, Number(value)]),
    ),
    bad: given.flatMap(([kind, value]) => (isGood(kind, value) ? [] : [kind])),
  };
}
