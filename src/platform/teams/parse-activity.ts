/** Teams' event, parsed once into our own words. What does not make sense is refused with a reason, not guessed at. */
import type { ConversationAddress } from "../../core/ports.ts";
import type { Arrival, Conversation, Person } from "../../core/turn.ts";
import { readChange } from "./read-change.ts";
import { eventName, readEvent } from "./read-event.ts";
import { readExtension } from "./read-extension.ts";
import { isObject, list, type Raw, shortText, text } from "./read-json.ts";
import { isMentioned, messageText } from "./read-message.ts";
import { readPress } from "./read-press.ts";
import { readTimeZone } from "./read-time-zone.ts";

export type Parsed =
  | { readonly ok: true; readonly arrival: Arrival; readonly isInvoke: boolean }
  | { readonly ok: false; readonly reason: string };

/** Far more than Teams sends. What is nested deeper breaks whatever walks through it later. */
const deepestNesting = 64;

export type ParseOptions = {
  /** Whether a message in a channel or group chat that mentions nobody may be meant for others. */
  readonly hearsOthers?: boolean;
};

/** `body` is the JSON of a Bot Framework activity as the channel posted it. */
export function parseActivity(body: unknown, { hearsOthers = true }: ParseOptions = {}): Parsed {
  if (!isObject(body)) return refuse("the body is not an activity");
  if (isDeeperThan(deepestNesting, body)) return refuse("the activity is nested too deeply");
  const type = shortText(body["type"]);
  if (!type) return refuse("the activity has no type");
  const address = readAddress(body);
  if (!address) return refuse("the activity names no service URL, conversation or recipient");
  const actor = readActor(body);
  if (!actor) return refuse("the activity has no sender");
  const isInvoke = type === "invoke";
  const named = shortText(body["id"]);
  const id = named ?? (type === "message" || isInvoke ? undefined : eventId(body, type));
  if (!id) return refuse("the activity has no id");

  const base = {
    id,
    actor,
    conversation: readConversation(body, address.conversationId, id),
    address,
    ...withClientInfo(body),
  };
  const threaded = { ...base, address: { ...address, conversationId: base.conversation.id } };
  const arrival = read(threaded, body, type, hearsOthers);
  return typeof arrival === "string" ? refuse(arrival) : { ok: true, arrival, isInvoke };
}

type Base = Omit<Extract<Arrival, { type: "event" }>, "type" | "name" | "about">;

function read(base: Base, body: Raw, type: string, hearsOthers: boolean): Arrival | string {
  switch (type) {
    case "message":
      return readMessage(base, body, hearsOthers);
    case "invoke":
      return readInvoke(base, body);
    default: {
      const changed = readChange(body, type, base);
      if (changed) return changed;
      const { name, joined, about } = readEvent(body, type, base.address.botId);
      const told = { ...base, ...(about && { about }) };
      return joined ? { ...told, type: "joined", ...joined } : { ...told, type: "event", name };
    }
  }
}

function readMessage(base: Base, body: Raw, hearsOthers: boolean): Arrival {
  const value = body["value"];
  // A card's Action.Submit arrives as a message that carries a value.
  if (isObject(value) && (text(value["verb"]) || !text(body["text"])))
    return readPress(base, value["verb"], value, "submit");
  const { botId, botName } = base.address;
  return {
    ...base,
    type: "message",
    text: messageText(body, botId, botName),
    isMentioned:
      base.conversation.kind === "personal" || !hearsOthers || isMentioned(body, botId, botName),
  };
}

function readInvoke(base: Base, body: Raw): Arrival | string {
  const name = text(body["name"]);
  if (name?.startsWith("composeExtension/")) {
    const extension = readExtension(base, name, body["value"]);
    if (extension) return extension;
  }
  if (name !== "adaptiveCard/action")
    return { ...base, type: "event", name: `invoke ${name ?? ""}` };
  const action = isObject(body["value"]) ? body["value"]["action"] : undefined;
  if (!isObject(action)) return "the card action has no action";
  const data = isObject(action["data"]) ? action["data"] : {};
  return readPress(base, action["verb"] ?? data["verb"], data, "execute");
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
    // The chat of two people, in which the bot at most looks in: what it knows of neither's own chat.
    const isOthers = /@unq\.gbl\.spaces$/iu.test(conversationId);
    return { kind: isGroup || isOthers ? "group" : "personal", id: conversationId };
  }
  const isThread = /;messageid=/iu.test(conversationId);
  const isPost = ["message", "messageUpdate", "messageDelete"].includes(String(body["type"]));
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
