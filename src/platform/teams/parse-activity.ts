/** Teams' event, parsed once into our own words. What does not make sense is refused with a reason, not guessed at. */
import type { ConversationAddress } from "../../core/ports.ts";
import type { JsonObject } from "../../core/reply.ts";
import { tidy } from "../../core/rows.ts";
import type { Arrival, Conversation, Person } from "../../core/turn.ts";
import { eventName, readEvent } from "./read-event.ts";
import { isObject, list, type Raw, shortText, text } from "./read-json.ts";
import { readTimeZone } from "./read-time-zone.ts";
import { otherKey } from "./suit-client.ts";

export type Parsed =
  | { readonly ok: true; readonly arrival: Arrival; readonly isInvoke: boolean }
  | { readonly ok: false; readonly reason: string };

const longestText = 20_000;
/** Far more than Teams sends. What is nested deeper breaks whatever walks through it later. */
const deepestNesting = 64;

/** `body` is the JSON of a Bot Framework activity as the channel posted it. */
export function parseActivity(body: unknown): Parsed {
  if (!isObject(body)) return refuse("the body is not an activity");
  if (isDeeperThan(deepestNesting, body)) return refuse("the activity is nested too deeply");
  const type = shortText(body["type"]);
  if (!type) return refuse("the activity has no type");
  const address = readAddress(body);
  if (!address) return refuse("the activity names no service URL, conversation or recipient");
  const actor = readActor(body);
  if (!actor) return refuse("the activity has no sender");
  const isInvoke = type === "invoke";
  const id =
    shortText(body["id"]) ?? (type === "message" || isInvoke ? undefined : eventId(body, type));
  if (!id) return refuse("the activity has no id");

  const base = {
    id,
    actor,
    conversation: readConversation(body, address.conversationId, id),
    address,
    ...withClientInfo(body),
  };
  const threaded = { ...base, address: { ...address, conversationId: base.conversation.id } };
  const arrival = read(threaded, body, type);
  return typeof arrival === "string" ? refuse(arrival) : { ok: true, arrival, isInvoke };
}

type Base = Omit<Extract<Arrival, { type: "event" }>, "type" | "name" | "about">;

function read(base: Base, body: Raw, type: string): Arrival | string {
  switch (type) {
    case "message":
      return readMessage(base, body);
    case "invoke":
      return readInvoke(base, body);
    default: {
      const { name, joined, about } = readEvent(body, type, base.address.botId);
      const told = { ...base, ...(about && { about }) };
      return joined ? { ...told, type: "joined", ...joined } : { ...told, type: "event", name };
    }
  }
}

function readMessage(base: Base, body: Raw): Arrival {
  const value = body["value"];
  // A card's Action.Submit arrives as a message that carries a value.
  if (isObject(value) && (text(value["verb"]) || !text(body["text"])))
    return readPress(base, value["verb"], value, "submit");
  return { ...base, type: "message", text: withoutMention(body, base.address.botId) };
}

function readInvoke(base: Base, body: Raw): Arrival | string {
  const name = text(body["name"]);
  if (name !== "adaptiveCard/action")
    return { ...base, type: "event", name: `invoke ${name ?? ""}` };
  const action = isObject(body["value"]) ? body["value"]["action"] : undefined;
  if (!isObject(action)) return "the card action has no action";
  const data = isObject(action["data"]) ? action["data"] : {};
  return readPress(base, action["verb"] ?? data["verb"], data, "execute");
}

function readPress(base: Base, verb: unknown, data: Raw, via: "execute" | "submit"): Arrival {
  const { verb: _verb, key: usual, [otherKey]: other, ...rest } = data;
  const key = text(usual) ?? text(other);
  return {
    ...base,
    type: "action",
    verb: text(verb) ?? "",
    data: rest as JsonObject,
    ...(key !== undefined && { key }),
    via,
  };
}

function readAddress(body: Raw): ConversationAddress | undefined {
  const serviceUrl = shortText(body["serviceUrl"]);
  const conversation = body["conversation"];
  const recipient = body["recipient"];
  const conversationId = isObject(conversation) ? shortText(conversation["id"]) : undefined;
  const botId = isObject(recipient) ? shortText(recipient["id"]) : undefined;
  if (!serviceUrl || !URL.canParse(serviceUrl) || !conversationId || !botId) return undefined;
  const botName = isObject(recipient) ? shortText(recipient["name"]) : undefined;
  const tenant = tenantOf(body);
  return {
    v: 1,
    serviceUrl,
    channel: shortText(body["channelId"]) ?? "",
    conversationId,
    botId,
    ...(botName && { botName }),
    ...(tenant && { tenant }),
  };
}

function readActor(body: Raw): Person | undefined {
  const from = body["from"];
  if (!isObject(from)) return undefined;
  const userId = shortText(from["id"]);
  const person = shortText(from["aadObjectId"])?.toLowerCase() ?? userId;
  if (!person) return undefined;
  return {
    tenant: tenantOf(body)?.toLowerCase() ?? "none",
    person,
    name: shortText(from["name"]) ?? "",
    ...(userId && { userId }),
  };
}

/** A channel's conversation is the thread: what stands after `messageid=`, else a new thread under the activity itself. */
function readConversation(body: Raw, conversationId: string, activityId: string): Conversation {
  const conversation = isObject(body["conversation"]) ? body["conversation"] : {};
  const data = isObject(body["channelData"]) ? body["channelData"] : {};
  const team = isObject(data["team"]) ? data["team"] : undefined;
  const type = text(conversation["conversationType"]);
  const isChannel = type === "channel" || (type === undefined && team !== undefined);
  if (!isChannel) {
    const isGroup =
      type === "groupChat" || (type === undefined && conversation["isGroup"] === true);
    return { kind: isGroup ? "group" : "personal", id: conversationId };
  }
  const isThread = /;messageid=/iu.test(conversationId);
  const isPost = body["type"] === "message";
  return {
    kind: "channel",
    id: isThread || !isPost ? conversationId : `${conversationId};messageid=${activityId}`,
    ...(team && {
      team: {
        ...(shortText(team["id"]) && { id: shortText(team["id"]) as string }),
        ...(shortText(team["aadGroupId"]) && {
          aadGroupId: shortText(team["aadGroupId"]) as string,
        }),
      },
    }),
  };
}

function tenantOf(body: Raw): string | undefined {
  const data = isObject(body["channelData"]) ? body["channelData"] : {};
  const tenant = isObject(data["tenant"]) ? shortText(data["tenant"]["id"]) : undefined;
  const conversation = isObject(body["conversation"]) ? body["conversation"] : {};
  return tenant ?? shortText(conversation["tenantId"]);
}

/** The text without the mentions of the bot, which stand in it as `<at>…</at>` and are named in the entities. */
function withoutMention(body: Raw, botId: string): string {
  let said = typeof body["text"] === "string" ? body["text"].slice(0, longestText) : "";
  for (const entity of list(body["entities"])) {
    const mentioned = entity["mentioned"];
    const mention = text(entity["text"]);
    if (
      entity["type"] !== "mention" ||
      !isObject(mentioned) ||
      mentioned["id"] !== botId ||
      !mention
    )
      continue;
    said = said.replaceAll(mention, " ");
  }
  const isHtml =
    body["textFormat"] === "xml" || /&nbsp;|&amp;|&lt;|&gt;|<\/?(?:p|div|br|at)\b/iu.test(said);
  return tidy(isHtml ? withoutMarkup(said) : said).replace(/[ \t]+/gu, " ");
}

const withoutMarkup = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div)\s*\/?>/giu, "\n")
    .replace(/<\/?(?:p|div|span|at|b|i|em|strong|u)(?:\s[^<>]*)?>/giu, " ")
    .replace(/&nbsp;/giu, " ")
    .replace(/&lt;/giu, "<")
    .replace(/&gt;/giu, ">")
    .replace(/&quot;/giu, '"')
    .replace(/&amp;/giu, "&");

function withClientInfo(body: Raw): Pick<Base, "locale" | "timeZone"> {
  const info = list(body["entities"]).find((entity) => entity["type"] === "clientInfo");
  const locale = text(body["locale"]) ?? text(info?.["locale"]);
  const timeZone = readTimeZone(info?.["timezone"]) ?? readTimeZone(body["localTimezone"]);
  return { ...(locale && { locale }), ...(timeZone && { timeZone }) };
}

/** Some events come without an id; what happened, where and when names them. */
function eventId(body: Raw, type: string): string | undefined {
  const at = text(body["timestamp"]);
  return at && `${type} ${eventName(body)} ${at}`;
}

const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner)));

const refuse = (reason: string): Parsed => ({ ok: false, reason });
