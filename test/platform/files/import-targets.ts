import { createApp, type Platform } from "../../../src/app.ts";
import type { ImportTarget } from "../../../src/core/feature.ts";

/** Parsing rows needs nothing of a platform. */
const noPlatform = {
  config: {
    mode: { kind: "local" },
    defaultLanguage: "sv",
    timeZone: "Europe/Helsinki",
    admins: [],
  },
} as unknown as Platform;

export const importTargets: readonly ImportTarget[] = createApp(noPlatform).importTargets;

export function targetOf(kind: string): ImportTarget {
  const target = importTargets.find((one) => one.kind === kind);
  if (!target) throw new Error(`There is no import for ${kind}.`);
  return target;
}
