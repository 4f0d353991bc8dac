/**
 * Teams' side of what people do: it keeps what they write, makes the activities that the bot gets, and puts the answer
 * to a card action in place of the presser's card. Sending the activity to /api/messages is the caller's part: the
 * page, a test or a bench does it over HTTP, for the bot has no other way in.
 */
import {
  installedActivities,
  mention,
  messageActivity,
  pressActivity,
  type Scene,
  withMention,
} from "./activities.ts";
import { actionActivity, searchActivity } from "./extension.ts";
import { isObject, type LoopbackConnector } from "./loopback-connector.ts";
import { conversationOf, type Locale, type PersonRecord, type PlaceKind } from "./people.ts";
import type { Activity, Message } from "./transcript.ts";

type Where = {
  readonly person: PersonRecord;
  readonly place: PlaceKind;
  readonly locale?: Locale;
};

export type LoopbackClient = {
  /** The first look at a place adds the bot to it: the events to post then, none later. */
  open(where: Where): readonly Activity[];
  /** Without `activity` the bot does not hear of it: in a channel or a group chat only what mentions it is posted. */
  say(
    what: Where & {
      readonly text: string;
      /** The thread to answer in; else a new one begins. */
      readonly thread?: string;
      readonly mentionsBot?: boolean;
    },
  ): { readonly message: Message; readonly activity?: Activity };
  /** Undefined if the message is gone. */
  press(
    what: Where & {
      readonly message: string;
      readonly verb: string;
      readonly data: Activity;
      readonly asSubmit?: boolean;
    },
  ): Activity | undefined;
  /** Takes the body that the bot answered an invoke with; returns the sentence to show, if it is one. */
  answered(what: {
    readonly person: PersonRecord;
    readonly message: string;
    readonly body: unknown;
  }): string | undefined;
  /** A message action is chosen, or its dialog sent back with `data`. Undefined if the message is gone. */
  act(
    what: Where & { readonly message: string; readonly command: string; readonly data?: Activity },
  ): Activity | undefined;
  /** Something is looked up while writing, "" when the search is opened. */
  search(what: Where & { readonly query: string; readonly thread?: string }): Activity;
  /** A card that was found is sent as one's own message; the bot does not hear of it. */
  insert(
    what: Where & { readonly card: Activity; readonly summary: string; readonly thread?: string },
  ): Message;
};

export function createLoopbackClient(deps: {
  readonly connector: LoopbackConnector;
  /** Where the bot reaches the connector. */
  readonly serviceUrl: () => string;
  readonly now?: () => number;
}): LoopbackClient {
  const { transcript } = deps.connector;
  const now = deps.now ?? Date.now;
  const opened = new Set<string>();
  let presses = 0;

  const sceneOf = ({ person, place, locale }: Where): Scene => ({
    serviceUrl: deps.serviceUrl(),
    person,
    place,
    conversation: conversationOf(place, person),
    locale: locale ?? person.locale,
    at: new Date(now()).toISOString(),
  });

  const nextId = () => `f:${now()}-${++presses}`;

  return {
    open(where) {
      // A team is installed in once, whichever channel is looked at first; Teams names the forum then.
      const isTeam = where.place === "channel" || where.place === "announcements";
      const scene = sceneOf(isTeam ? { ...where, place: "channel" } : where);
      if (opened.has(scene.conversation)) return [];
      opened.add(scene.conversation);
      return installedActivities(scene, `install-${now()}-${scene.conversation}`);
    },
    say({ text: typed, thread, mentionsBot = false, ...where }) {
      const scene = sceneOf(where);
      const isPersonal = where.place === "personal";
      const text = isPersonal ? typed : withMention(typed, mentionsBot);
      const message = transcript.add({
        conversation: thread ? `${scene.conversation};messageid=${thread}` : scene.conversation,
        from: { id: where.person.id, name: where.person.name },
        activity: { type: "message", text },
      });
      const isHeard = isPersonal || text.includes(mention);
      return {
        message,
        ...(isHeard && {
          activity: messageActivity(scene, { id: message.id, thread: message.thread, text }),
        }),
      };
    },
    press({ message: id, verb, data, asSubmit = false, ...where }) {
      const message = transcript.find(id);
      if (!message || message.state === "deleted") return undefined;
      return pressActivity(sceneOf(where), {
        id: nextId(),
        message: id,
        thread: message.thread,
        verb,
        data,
        asSubmit,
      });
    },
    answered({ person, message: id, body }) {
      if (!isObject(body)) return undefined;
      const { type, value } = body;
      if (type === "application/vnd.microsoft.activity.message") return String(value ?? "");
      const message = transcript.find(id);
      if (type === "application/vnd.microsoft.card.adaptive" && message && isObject(value)) {
        transcript.change(id, { ownCards: { ...message.ownCards, [person.id]: value } });
      }
      return undefined;
    },
    act({ message: id, command, data, ...where }) {
      const message = transcript.find(id);
      if (!message || message.state === "deleted") return undefined;
      const chosen = { id: nextId(), message, command, ...(data && { data }) };
      return actionActivity(sceneOf(where), chosen);
    },
    search: ({ query, thread, ...where }) =>
      searchActivity(sceneOf(where), { id: nextId(), query, ...(thread && { thread }) }),
    insert({ card, summary, thread, ...where }) {
      const { conversation } = sceneOf(where);
      const contentType = "application/vnd.microsoft.card.adaptive";
      return transcript.add({
        conversation: thread ? `${conversation};messageid=${thread}` : conversation,
        from: { id: where.person.id, name: where.person.name },
        activity: { type: "message", summary, attachments: [{ contentType, content: card }] },
      });
    },
  };
}
