/** What Teams posts for a message extension: an action chosen on a message, and a search while writing. */
import { common, type Scene } from "./activities.ts";
import { channels, people, splitConversation } from "./people.ts";
import type { Activity, Message } from "./transcript.ts";

/** `data`: what a dialog sends back; without it the action was just chosen. */
export function actionActivity(
  scene: Scene,
  chosen: {
    readonly id: string;
    readonly message: Message;
    readonly command: string;
    readonly data?: Activity;
  },
): Activity {
  const { id, message, command, data } = chosen;
  return {
    ...common(scene, message.thread),
    id,
    type: "invoke",
    name: `composeExtension/${data ? "submitAction" : "fetchTask"}`,
    value: {
      commandId: command,
      commandContext: "message",
      messagePayload: payloadOf(message),
      ...(data && { data }),
    },
  };
}

export function searchActivity(
  scene: Scene,
  asked: { readonly id: string; readonly thread?: string; readonly query: string },
): Activity {
  const { id, thread, query } = asked;
  const first = { name: "initialRun", value: "true" };
  return {
    ...common(scene, thread),
    id,
    type: "invoke",
    name: "composeExtension/query",
    value: {
      commandId: "search",
      parameters: [query === "" ? first : { name: "query", value: query }],
      queryOptions: { skip: 0, count: 25 },
    },
  };
}

/** A message as a client hands it over: its words as HTML, its author by their Entra object id. */
function payloadOf({ id, conversation, thread, from, at, activity }: Message): Activity {
  const { base } = splitConversation(conversation);
  const author = people.find((one) => one.id === from.id);
  const words = activity["text"] ?? activity["summary"];
  const isReply = channels.some((channel) => channel.id === base) && thread !== id;
  return {
    id,
    replyToId: isReply ? thread : null,
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(base)}/${id}`,
    createdDateTime: at,
    body: { contentType: "html", content: asHtml(typeof words === "string" ? words : "") },
    from: author
      ? { user: { userIdentityType: "aadUser", id: author.aadObjectId, displayName: author.name } }
      : { application: { id: from.id, displayName: from.name } },
  };
}

const asHtml = (text: string): string =>
  text
    .replace(/<at>([^<>]*)<\/at>/gu, "$1")
    .split("\n")
    .map(
      (line) =>
        `<p>${line.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;")}</p>`,
    )
    .join("\n");
