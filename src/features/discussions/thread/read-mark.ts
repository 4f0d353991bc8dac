import type { ThreadMessage } from "../../../core/content.ts";

/**
 * "@Kollega svar: …" in a thread: what follows is the answer, or, if nothing does, the reply before it. Only a colon, or
 * a dash between spaces, marks: "svaret är fel" is talk. Pure.
 */
export type Mark = {
  /** Empty: an earlier reply is meant. */
  readonly text: string;
};

const words = [
  "svar(?:et)?|lösning(?:en)?|rätt svar",
  "vastaus|ratkaisu|oikea vastaus",
  "(?:the )?answer|(?:the )?solution",
].join("|");

const alone = new RegExp(`^(?:${words})[\\s.!:]*$`, "iu");
const followed = new RegExp(
  `^(?:det här är |tämä on |this is )?(?:${words})(?:\\s*:|\\s+[–—-]\\s)\\s*(\\S[\\s\\S]*)$`,
  "iu",
);

/** Undefined: the message marks nothing. */
export function readMark(text: string): Mark | undefined {
  const said = text.trim();
  if (alone.test(said)) return { text: "" };
  const found = followed.exec(said)?.[1];
  return found === undefined || said.endsWith("?") ? undefined : { text: found.trim() };
}

/** What a reply says once the word that marks it is taken off, and whether there was one. */
export function withoutMark(text: string): Pick<ThreadMessage, "text" | "isWithoutMark"> {
  const rest = readMark(text)?.text;
  return rest ? { text: rest, isWithoutMark: true } : { text };
}
