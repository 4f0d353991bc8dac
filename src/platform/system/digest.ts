import { hash, randomUUID } from "node:crypto";

/** SHA-256 of a text, cut to 132 bits: enough that no two texts share it, and short in documents that hold many. */
export const digest = (text: string): string => hash("sha256", text, "base64url").slice(0, 22);

/** A new unguessable id. */
export const newId = (): string => randomUUID();
