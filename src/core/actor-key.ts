import { keyOf } from "./person-key.ts";
import type { Turn } from "./turn.ts";

/** The actor as the audit, deliveries and authors name them: `tenant:person`, the key of their own document. */
export const actorKey = ({ actor }: Pick<Turn, "actor">): string => keyOf(actor);
