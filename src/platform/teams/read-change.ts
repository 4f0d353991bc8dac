/** Somebody's message that was edited or deleted (platform.md 1.6): `messageUpdate` and `messageDelete`. */
import type { MessageChanged } from "../../core/turn.ts";
import { eventName } from "./read-event.ts";
import { type Raw, shortText } from "./read-json.ts";
import { messageText } from "./read-message.ts";

const changes: Readonly<Record<string, MessageChanged["change"]>> = {
  editMessage: "edited",
  undeleteMessage: "restored",
  softDeleteMessage: "deleted",
  // Where the channel does not say which.
  messageUpdate: "edited",
  messageDelete: "deleted",
};

type Base = Omit<MessageChanged, "type" | "change" | "message" | "changedAt">;

/** Undefined for any other activity. */
export function readChange(body: Raw, type: string, base: Base): MessageChanged | undefined {
  if (type !== "messageUpdate" && type !== "messageDelete") return undefined;
  const change = changes[eventName(body)];
  const messageId = shortText(body["id"]);
  if (!change || !messageId) return undefined;
  const { botId, botName } = base.address;
  const at = shortText(body["timestamp"]);
  const said = change === "deleted" ? undefined : messageText(body, botId, botName);
  return {
    ...base,
    // The activity has the message's own id: each change of it is another arrival.
    id: `${messageId} ${change} ${at ?? ""}`,
    type: "message-changed",
    change,
    message: { id: messageId, ...(said !== undefined && { text: said }) },
    ...(at !== undefined && { changedAt: at }),
  };
}
