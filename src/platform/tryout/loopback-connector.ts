/**
 * A Bot Connector for this machine that behaves like Teams': it gives every message an id, edits and deletes, keeps
 * threads and rosters, opens conversations, and refuses when told to. Pure functions of what they are given; the HTTP
 * around them is in connector-routes.ts. Local mode's try-out, the tests and the benches use it.
 */
import type { HttpResponse } from "../../core/ports.ts";
import {
  accountOf,
  bot,
  channels,
  conversationOf,
  galleryPeople,
  group,
  type PersonRecord,
  people,
  splitConversation,
  team,
  tenantId,
} from "./people.ts";
import { type Activity, createTranscript, type Message, type Transcript } from "./transcript.ts";

export type Said = {
  readonly id: string;
  /** As the bot named it: in a channel with the thread. */
  readonly conversation: string;
  readonly replyToId?: string;
  readonly activity: Activity;
};

/** How the next calls are refused: throttling is 429 with `retryAfterSeconds`. */
export type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds?: number;
  readonly times: number;
};

export type ConnectorAnswer = Pick<HttpResponse, "status" | "headers" | "body">;

export type LoopbackConnector = {
  readonly transcript: Transcript;
  /** POST /v3/conversations/{id}/activities[/{replyToId}] */
  post(conversation: string, activity: Activity, replyToId?: string): ConnectorAnswer;
  /** PUT /v3/conversations/{id}/activities/{activity} */
  update(conversation: string, id: string, activity: Activity): ConnectorAnswer;
  /** DELETE /v3/conversations/{id}/activities/{activity} */
  remove(conversation: string, id: string): ConnectorAnswer;
  /** POST /v3/conversations: a personal chat, or a new thread in a channel. */
  create(parameters: Activity): ConnectorAnswer;
  /** GET /v3/conversations/{id}/members and /pagedmembers; without `pageSize` all. */
  members(conversation: string): ConnectorAnswer;
  pagedMembers(
    conversation: string,
    pageSize?: number,
    continuationToken?: string,
  ): ConnectorAnswer;
  member(conversation: string, id: string): ConnectorAnswer;
  /** GET /v3/teams/{id} and its /conversations. */
  team(id: string): ConnectorAnswer;
  channels(team: string): ConnectorAnswer;
  /** The next calls that send, edit, delete or open are refused like this. */
  refuseNext(refusal: Refusal): void;
  /** A person more: tests bring their own. */
  addPerson(person: PersonRecord): void;
  person(key: string): PersonRecord | undefined;
  /** Called for each message of the bot; returns a function that ends it. */
  onSaid(listener: (said: Said) => void): () => void;
};

/** Teams takes 100 KB of UTF-16. */
const longestActivity = 50 * 1024;

export function createLoopbackConnector(now: () => number = Date.now): LoopbackConnector {
  const transcript = createTranscript(now);
  const listeners = new Set<(said: Said) => void>();
  const everyone = new Map<string, PersonRecord>(
    [...people, ...galleryPeople].map((person) => [person.key, person]),
  );
  let refusal: Refusal | undefined;

  const inRosters = () => [...everyone.values()].filter(({ role }) => role !== "sample");

  /** The refusal that is due, if any. */
  function refused(): ConnectorAnswer | undefined {
    if (!refusal) return undefined;
    const { status, code, retryAfterSeconds, times } = refusal;
    refusal = times > 1 ? { ...refusal, times: times - 1 } : undefined;
    return {
      ...failure(status, code),
      ...(retryAfterSeconds !== undefined && {
        headers: { "retry-after": String(retryAfterSeconds) },
      }),
    };
  }

  const isTooLarge = (activity: Activity) => JSON.stringify(activity).length > longestActivity;

  function own(conversation: string, id: string): Message | undefined {
    const message = transcript.find(id);
    const isThere = message?.conversation === splitConversation(conversation).base;
    return isThere && message.from.id === bot.id ? message : undefined;
  }

  function membersOf(conversation: string): readonly PersonRecord[] {
    const { base } = splitConversation(conversation);
    if (base === group.id || isChannel(base)) return inRosters();
    return [...everyone.values()].filter((one) => conversationOf("personal", one) === base);
  }

  const findPerson = (id: string) =>
    [...everyone.values()].find((one) => one.id === id || one.aadObjectId === id.toLowerCase());

  return {
    transcript,
    post(conversation, activity, replyToId) {
      const no = refused();
      if (no) return no;
      if (activity["type"] === "typing") {
        transcript.typing(conversation);
        return { status: 201, body: { id: "" } };
      }
      if (isTooLarge(activity)) return failure(413, "MessageSizeTooBig");
      const { id } = transcript.add({
        conversation,
        ...(replyToId && { replyToId }),
        from: bot,
        activity,
      });
      const said = { id, conversation, ...(replyToId && { replyToId }), activity };
      for (const listener of listeners) listener(said);
      return { status: 201, body: { id } };
    },
    update(conversation, id, activity) {
      const no = refused();
      if (no) return no;
      if (isTooLarge(activity)) return failure(413, "MessageSizeTooBig");
      // What a press had put in place of the card gives way to what all see.
      const edited =
        own(conversation, id) && transcript.change(id, { activity, state: "edited", ownCards: {} });
      return edited
        ? { status: 200, body: { id } }
        : failure(404, "ActivityNotFoundInConversation");
    },
    remove(conversation, id) {
      const no = refused();
      if (no) return no;
      const deleted =
        own(conversation, id) &&
        transcript.change(id, { activity: {}, state: "deleted", ownCards: {} });
      return deleted ? { status: 200, body: {} } : failure(404, "ActivityNotFoundInConversation");
    },
    create(parameters) {
      const no = refused();
      if (no) return no;
      const activity = isObject(parameters["activity"]) ? parameters["activity"] : undefined;
      const data = isObject(parameters["channelData"]) ? parameters["channelData"] : {};
      const wanted = isObject(data["channel"]) ? data["channel"]["id"] : undefined;
      if (typeof wanted === "string") {
        if (!isChannel(wanted)) return failure(404, "ConversationNotFound");
        if (!activity) return failure(400, "BadArgument");
        const { id } = transcript.add({ conversation: wanted, from: bot, activity });
        return { status: 201, body: { id: `${wanted};messageid=${id}`, activityId: id } };
      }
      const [first] = Array.isArray(parameters["members"]) ? parameters["members"] : [];
      const person = isObject(first) ? findPerson(String(first["id"])) : undefined;
      if (!person) return failure(403, "BotNotInConversationRoster");
      const id = conversationOf("personal", person);
      const sent = activity && transcript.add({ conversation: id, from: bot, activity });
      return { status: 201, body: { id, ...(sent && { activityId: sent.id }) } };
    },
    members: (conversation) => ({ status: 200, body: membersOf(conversation).map(asMember) }),
    pagedMembers(conversation, pageSize, continuationToken) {
      const all = membersOf(conversation);
      const from = Number(continuationToken ?? 0);
      const to = from + (pageSize ?? all.length);
      return {
        status: 200,
        body: {
          members: all.slice(from, to).map(asMember),
          ...(to < all.length && { continuationToken: String(to) }),
        },
      };
    },
    member(conversation, id) {
      const person = membersOf(conversation).find((one) => one === findPerson(id));
      return person
        ? { status: 200, body: asMember(person) }
        : failure(404, "MemberNotFoundInConversation");
    },
    team: (id) =>
      id === team.id
        ? {
            status: 200,
            body: { ...team, channelCount: channels.length, memberCount: inRosters().length },
          }
        : failure(404, "NotFound"),
    channels: (id) =>
      id === team.id
        ? { status: 200, body: { conversations: channels } }
        : failure(404, "NotFound"),
    refuseNext(next) {
      refusal = next.times > 0 ? next : undefined;
    },
    addPerson: (person) => void everyone.set(person.key, person),
    person: (key) => everyone.get(key),
    onSaid(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The team's own id is that of its general channel. */
const isChannel = (id: string): boolean => channels.some((channel) => channel.id === id);

const asMember = (person: PersonRecord) => ({
  id: person.id,
  aadObjectId: person.aadObjectId,
  objectId: person.aadObjectId,
  name: person.name,
  ...accountOf(person),
  tenantId,
  userRole: person.role === "guest" ? "guest" : "user",
});

const failure = (status: number, code: string): ConnectorAnswer => ({
  status,
  body: { error: { code, message: code } },
});

export const isObject = (value: unknown): value is Activity =>
  typeof value === "object" && value !== null && !Array.isArray(value);
