import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "../../core/ports.ts";

/**
 * Names for people in the log that tell one from another for a day, and nobody who they are: a hash under a key that
 * is drawn anew each day (UTC), lives in memory only, and is another one in each process.
 */
export function createDayKey(clock: Pick<Clock, "now">): (person: string) => string {
  let day = "";
  let key = randomBytes(32);
  return (person) => {
    const today = clock.now().toISOString().slice(0, 10);
    if (today !== day) {
      day = today;
      key = randomBytes(32);
    }
    return createHmac("sha256", key).update(person).digest("base64url").slice(0, 10);
  };
}
