/**
 * Message extension (design.md 9): the search while writing, and the actions on somebody's message. The shapes are those
 * of Microsoft's "Define message extension action commands" and "Respond to the dialog submit action".
 */
import { tidy } from "../../core/rows.ts";
import type {
  Arrival,
  FromMessage,
  MessageAction,
  Searched,
  ShownMessage,
} from "../../core/turn.ts";
import { textOfHtml } from "./read-html.ts";
import { isObject, list, type Raw, shortText, text } from "./read-json.ts";
import { plainText } from "./read-message.ts";
import { readPress, withoutKey } from "./read-press.ts";

type Base = Omit<Searched, "type" | "command" | "query" | "skip" | "count">;

const longestQuery = 500;
const mostShown = 25;
const mostSkipped = 1_000;

/** Undefined for what the extension does not do: link previews, settings, selected items. */
export function readExtension(base: Base, name: string, given: unknown): Arrival | undefined {
  const value = isObject(given) ? given : {};
  switch (name) {
    case "composeExtension/query":
      return readSearch(base, value);
    case "composeExtension/fetchTask":
      return readAction(base, value, "open");
    case "composeExtension/submitAction":
      return readAction(base, value, "submit");
    default:
      return undefined;
  }
}

function readSearch(base: Base, value: Raw): Searched {
  const parameters = list(value["parameters"]);
  const query = parameters.find(({ name }) => name === "query")?.["value"];
  const options = isObject(value["queryOptions"]) ? value["queryOptions"] : {};
  return {
    ...base,
    type: "search",
    command: shortText(value["commandId"]) ?? "",
    query: typeof query === "string" ? plainText(query.slice(0, longestQuery)) : "",
    skip: within(options["skip"], 0, mostSkipped),
    count: within(options["count"], mostShown, mostShown) || mostShown,
  };
}

/** A button of ours in a dialog is a press like any other, only that it is answered in the dialog. */
function readAction(base: Base, value: Raw, stage: MessageAction["stage"]): Arrival {
  const message = readShown(value["messagePayload"]);
  const from: FromMessage = {
    command: shortText(value["commandId"]) ?? "",
    ...(message && { message }),
  };
  const data = isObject(value["data"]) ? value["data"] : {};
  if (stage === "submit" && text(data["verb"]))
    return { ...readPress(inThread(base, message), data["verb"], data, "execute"), dialog: from };
  return {
    ...inThread(base, message),
    type: "message-action",
    ...from,
    stage,
    ...withoutKey(data),
  };
}

/** Where the activity names only the channel, the message tells the thread. */
function inThread(base: Base, message: ShownMessage | undefined): Base {
  const { conversation, address } = base;
  const root = message?.threadRoot;
  if (conversation.kind !== "channel" || !root || /;messageid=/iu.test(conversation.id))
    return base;
  const id = `${conversation.id};messageid=${root}`;
  return {
    ...base,
    conversation: { ...conversation, id },
    address: { ...address, conversationId: id },
  };
}

function readShown(given: unknown): ShownMessage | undefined {
  if (!isObject(given)) return undefined;
  const id = messageId(given["id"]);
  if (!id) return undefined;
  const body = isObject(given["body"]) ? given["body"] : {};
  const content = typeof body["content"] === "string" ? body["content"].slice(0, 60_000) : "";
  const subject = shortText(given["subject"]);
  const link = shortText(given["linkToMessage"]);
  const createdAt = shortText(given["createdDateTime"]);
  const author = readAuthor(given["from"]);
  return {
    id,
    text: (body["contentType"] === "text" ? tidy(content) : textOfHtml(content)).slice(0, 20_000),
    threadRoot: messageId(given["replyToId"]) ?? id,
    ...(subject && { subject: plainText(subject) }),
    ...(author && { author }),
    ...(link && isTeamsLink(link) && { link }),
    ...(createdAt && !Number.isNaN(Date.parse(createdAt)) && { createdAt }),
  };
}

/** It becomes a part of a conversation's id: nothing that would name another one. */
function messageId(given: unknown): string | undefined {
  const id = shortText(given);
  return id !== undefined && /^[\w.:-]{1,100}$/u.test(id) ? id : undefined;
}

function readAuthor(given: unknown): ShownMessage["author"] {
  const from = isObject(given) ? given : {};
  const user = isObject(from["user"]) ? from["user"] : undefined;
  const application = isObject(from["application"]) ? from["application"] : undefined;
  const name = shortText((user ?? application)?.["displayName"]);
  const person = shortText(user?.["id"])?.toLowerCase();
  return name || person ? { name: name ?? "", ...(person && { person }) } : undefined;
}

/** The link is shown to others: only one into Teams, without a user name that would pass for its host. */
function isTeamsLink(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, username, password } = new URL(link);
  const isTeams = hostname === "teams.microsoft.com" || hostname === "teams.cloud.microsoft";
  return protocol === "https:" && isTeams && username === "" && password === "";
}

const within = (given: unknown, otherwise: number, most: number): number =>
  typeof given === "number" && Number.isSafeInteger(given) && given >= 0
    ? Math.min(given, most)
    : otherwise;
