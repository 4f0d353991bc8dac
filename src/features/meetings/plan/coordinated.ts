import type { Occurrence } from "../meeting.ts";
import type { About } from "./ask-cards.ts";
import type { Found } from "./look-up.ts";

/** A meeting that its coordinator wants something done with, and which of its occurrences. */
export type Coordinated = {
  readonly found: Found;
  readonly occurrence: Occurrence;
  readonly about: About;
};
