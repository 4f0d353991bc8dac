import type { Recipient } from "../../../core/directory.ts";
import type { QuietHours } from "../../../core/network-settings.ts";
import { zoneNamed } from "../calendar/wall-clock.ts";
import type { Rhythm } from "./remind-at.ts";

/** When a person wants to be left alone: by their own choice, else by their client's zone and the network's hours. */
export function rhythmOf(
  { preferences, timeZone }: Pick<Recipient, "preferences" | "timeZone">,
  network: { readonly timeZone: string; readonly quietHours: QuietHours },
): Rhythm {
  return {
    timeZone: zoneOfReader({ preferences, timeZone }, network.timeZone),
    quietFrom: preferences.quietFrom ?? network.quietHours.from,
    quietTo: preferences.quietTo ?? network.quietHours.to,
  };
}

export const zoneOfReader = (
  {
    preferences,
    timeZone,
  }: {
    readonly preferences: Recipient["preferences"];
    readonly timeZone?: string | undefined;
  },
  networkZone: string,
): string => [preferences.timeZone, timeZone].find(isZone) ?? networkZone;

/** Clients tell all sorts of things. */
function isZone(name: string | undefined): name is string {
  if (name === undefined) return false;
  const known = zones.get(name);
  if (known !== undefined) return known;
  const isThere = zoneNamed(name) !== undefined;
  zones.set(name, isThere);
  return isThere;
}

const zones = new Map<string, boolean>();
