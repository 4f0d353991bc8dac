import { hash, randomUUID } from "node:crypto";

/** SHA-256 of a text, base64url. */
export const digest = (text: string): string => hash("sha256", text, "base64url");

/** A new unguessable id of 16 random bytes, base64url. */
export const newId = (): string => randomUUID();
