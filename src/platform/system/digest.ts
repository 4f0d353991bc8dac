import { createHash, randomBytes } from "node:crypto";

/** SHA-256 of a text, base64url. */
export const digest = (text: string): string =>
  createHash("sha256").update(text).digest("base64url");

/** A new unguessable id of 16 random bytes, base64url. */
export const newId = (): string => randomBytes(16).toString("base64url");
