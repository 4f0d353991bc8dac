/** What the connector answers where something was fetched: opened chats, rosters, channels. */
import type {
  ConversationAddress,
  Door,
  Fetched,
  MemberAccount,
  RosterMember,
  TeamChannel,
} from "../../core/ports.ts";
import { isObject, type Raw, shortText } from "./read-json.ts";

const longestName = 200;

/** The address of a chat that was opened. It stays with the door's service URL: the answer's own is only looked at. */
export function readChat(
  answer: unknown,
  door: Door,
  isAllowed: (serviceUrl: string) => boolean,
): Fetched<ConversationAddress> {
  const { id, serviceUrl } = isObject(answer) ? answer : {};
  if (typeof serviceUrl === "string" && serviceUrl !== "" && !isAllowed(serviceUrl))
    return { state: "refused", reason: "forbidden" };
  const conversationId = shortText(id);
  if (!conversationId) return { state: "unknown", cause: "no conversation id" };
  const { channel, botId, botName, tenant } = door;
  return {
    state: "done",
    value: {
      v: 1,
      serviceUrl: door.serviceUrl,
      channel,
      conversationId,
      botId,
      ...(botName && { botName }),
      ...(tenant && { tenant }),
    },
  };
}

/** One page of a roster; `after` is the token it was asked with. */
export function readRoster(
  answer: unknown,
  { tenant }: Door,
  after: string | undefined,
): Fetched<{ readonly members: readonly RosterMember[]; readonly next?: string }> {
  if (!isObject(answer) || !Array.isArray(answer["members"]))
    return { state: "unknown", cause: "no roster" };
  const members = answer["members"].filter(isObject).flatMap((raw) => readMember(raw, tenant));
  const next = answer["continuationToken"];
  // The same token again would lead round in a circle.
  const hasMore = typeof next === "string" && next !== "" && next !== after;
  return { state: "done", value: { members, ...(hasMore && { next }) } };
}

/** Nobody, if it is a bot or has no id. The tenant and the person are named as in their own activities. */
function readMember(raw: Raw, tenant: string | undefined): readonly RosterMember[] {
  const userId = shortText(raw["id"]);
  if (!userId || userId.startsWith("28:")) return [];
  const objectId = shortText(raw["aadObjectId"]) ?? shortText(raw["objectId"]);
  const name = typeof raw["name"] === "string" ? raw["name"].slice(0, longestName) : "";
  return [
    {
      tenant: (shortText(raw["tenantId"]) ?? tenant ?? "none").toLowerCase(),
      person: objectId?.toLowerCase() ?? userId,
      userId,
      name,
      isGuest: isGuest(raw),
    },
  ];
}

/** One member, as asked for by id. */
export function readAccount(answer: unknown, { tenant }: Door): Fetched<MemberAccount> {
  const [member] = isObject(answer) ? readMember(answer, tenant) : [];
  if (!isObject(answer) || !member) return { state: "unknown", cause: "no member" };
  const { person, isGuest: isTheirGuest } = member;
  const signInName = shortText(answer["userPrincipalName"]);
  const email = shortText(answer["email"]);
  return {
    state: "done",
    value: {
      person,
      isGuest: isTheirGuest,
      ...(signInName && { signInName }),
      ...(email && { email }),
    },
  };
}

/** Guests' sign-in names carry the mark of another directory. */
const isGuest = ({ userRole, userPrincipalName }: Raw): boolean =>
  (typeof userRole === "string" && userRole.toLowerCase() === "guest") ||
  (typeof userPrincipalName === "string" && userPrincipalName.toUpperCase().includes("#EXT#"));

export function readChannels(answer: unknown): Fetched<readonly TeamChannel[]> {
  if (!isObject(answer) || !Array.isArray(answer["conversations"]))
    return { state: "unknown", cause: "no channels" };
  const channels = answer["conversations"].filter(isObject).flatMap((raw): TeamChannel[] => {
    const id = shortText(raw["id"]);
    const name = shortText(raw["name"]);
    return id ? [{ id, ...(name && { name }) }] : [];
  });
  return { state: "done", value: channels };
}
