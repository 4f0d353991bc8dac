/** Asks one question through /api/messages, as any client would, and waits for the answer. */
import type { LoopbackConnector, Said } from "./loopback-connector.ts";

export type AskOnce = {
  readonly origin: string;
  readonly connector: Pick<LoopbackConnector, "onSaid">;
  /** Path of the connector on the same origin. */
  readonly base: string;
  readonly question: string;
  readonly locale: string;
  readonly waitMs: number;
};

/** The card that answered, or undefined if none came in time. */
export async function askOnce(
  options: AskOnce,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const id = `tryout-${Date.now()}`;
  const answered = new Promise<Said | undefined>((resolve) => {
    const late = setTimeout(() => end(undefined), options.waitMs);
    const stop = options.connector.onSaid((said) => {
      if (said.replyToId === id) end(said);
    });
    const end = (said: Said | undefined) => {
      clearTimeout(late);
      stop();
      resolve(said);
    };
  });
  await fetch(`${options.origin}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      type: "message",
      id,
      timestamp: new Date().toISOString(),
      serviceUrl: `${options.origin}${options.base}`,
      channelId: "emulator",
      from: { id: "tryout-sample", name: "Kollega" },
      recipient: { id: "kollega", name: "Kollega" },
      // Not a personal chat: nobody is met in it, who would then be a member and be reminded of meetings.
      conversation: { id: "tryout-sample", isGroup: true },
      locale: options.locale,
      text: options.question,
    }),
  });
  const attachments = (await answered)?.activity["attachments"];
  const [first] = Array.isArray(attachments) ? attachments : [];
  return first?.content;
}

/** What a card says, line by line, for a terminal. */
export function textOfCard(card: unknown): readonly string[] {
  const lines: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) walk(one);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const element = value as Record<string, unknown>;
    if (element["isVisible"] === false) return;
    if (element["type"] === "TextBlock" && typeof element["text"] === "string") {
      lines.push(
        ...element["text"]
          .replace(/\\([^\p{L}\d\s])/gu, "$1")
          .split("\n")
          .filter(Boolean),
      );
    }
    for (const key of ["body", "items", "columns"]) walk(element[key]);
  };
  walk(card);
  return lines;
}
