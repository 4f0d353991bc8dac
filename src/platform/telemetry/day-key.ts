import { hash, randomBytes } from "node:crypto";
import type { Clock } from "../../core/ports.ts";

/**
 * Names for people in the log that tell one from another for a day, and nobody who they are: a hash under a key that
 * is drawn anew each day (UTC), lives in memory only, and is another one in each process.
 */
export function createDayKey(clock: Pick<Clock, "now">): (person: string) => string {
  let day = "";
  let key = drawKey();
  return (person) => {
    const today = clock.now().toISOString().slice(0, 10);
    if (today !== day) {
      day = today;
      key = drawKey();
    }
    // Each turn asks. Of a hash this short nobody computes the next one, so that the key may simply stand before it.
    return hash("sha256", key + person, "base64url").slice(0, 10);
  };
}

const drawKey = (): string => randomBytes(32).toString("hex");
