/** The activities that Teams posts to a bot, made of what people do. */
import {
  announcements,
  bot,
  channel as forum,
  type Locale,
  type PersonRecord,
  type PlaceKind,
  team,
  tenantId,
} from "./people.ts";
import type { Activity } from "./transcript.ts";

/** Where and by whom something is done. `conversation` is without the thread. */
export type Scene = {
  readonly serviceUrl: string;
  readonly person: PersonRecord;
  readonly place: PlaceKind;
  readonly conversation: string;
  readonly locale: Locale;
  readonly at: string;
};

export const mention = `<at>${bot.name}</at>`;

/** "@Kollega", not as a part of an e-mail address or a longer word. */
const typedMention = /(?<![\p{L}\p{N}])@kollega(?![\p{L}\p{N}])/giu;

/** What was typed as Teams hands it over: with the mention where it was typed, else in front if it was chosen. */
export function withMention(typed: string, isChosen: boolean): string {
  const text = typed.replace(typedMention, mention);
  return text !== typed || !isChosen ? text : `${mention} ${text}`;
}

/** A message; in a channel it begins a thread unless `thread` names one. */
export function messageActivity(
  scene: Scene,
  message: { readonly id: string; readonly thread: string; readonly text: string },
): Activity {
  return {
    ...common(scene, message.thread),
    type: "message",
    id: message.id,
    text: message.text,
    textFormat: "plain",
    entities: [
      clientInfo(scene),
      ...(message.text.includes(mention)
        ? [{ type: "mention", mentioned: { id: bot.id, name: bot.name }, text: mention }]
        : []),
    ],
  };
}

/** A card's button. Clients that do not know Action.Execute send its fallback, which arrives as a message with a value. */
export function pressActivity(
  scene: Scene,
  press: {
    readonly id: string;
    readonly message: string;
    readonly thread: string;
    readonly verb: string;
    readonly data: Activity;
    readonly asSubmit: boolean;
  },
): Activity {
  const base = {
    ...common(scene, press.thread),
    id: press.id,
    replyToId: press.message,
    entities: [clientInfo(scene)],
  };
  return press.asSubmit
    ? { ...base, type: "message", value: { ...press.data, verb: press.verb } }
    : {
        ...base,
        type: "invoke",
        name: "adaptiveCard/action",
        value: {
          action: { type: "Action.Execute", verb: press.verb, data: press.data },
          trigger: "manual",
        },
      };
}

/** The bot was added: by a person for themselves, to a team or to a group chat. Teams posts both events. */
export function installedActivities(scene: Scene, id: string): readonly Activity[] {
  const base = common(scene, undefined);
  const channelData = {
    ...(base["channelData"] as Activity),
    ...(channelOf(scene.place) && { eventType: "teamMemberAdded" }),
  };
  return [
    { ...base, type: "installationUpdate", id: `${id}-installation`, action: "add" },
    {
      ...base,
      type: "conversationUpdate",
      id: `${id}-members`,
      membersAdded: [{ id: bot.id }],
      channelData,
    },
  ];
}

/** The channel that a place is; undefined for a chat. */
const channelOf = (place: PlaceKind) =>
  place === "channel" ? forum : place === "announcements" ? announcements : undefined;

/** What every activity says about where and by whom it was done. */
export function common(scene: Scene, thread: string | undefined): Activity {
  const { person, place, conversation, at } = scene;
  const channel = channelOf(place);
  return {
    timestamp: at,
    localTimezone: person.timeZone,
    serviceUrl: scene.serviceUrl,
    channelId: "msteams",
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: bot,
    conversation: {
      id: channel && thread ? `${conversation};messageid=${thread}` : conversation,
      conversationType: channel ? "channel" : place === "group" ? "groupChat" : place,
      tenantId,
      ...(place !== "personal" && { isGroup: true }),
      ...(channel && { name: channel.name }),
    },
    channelData: {
      tenant: { id: tenantId },
      ...(channel && {
        team,
        channel: { id: channel.id, name: channel.name },
        teamsTeamId: team.id,
        teamsChannelId: channel.id,
      }),
    },
    locale: scene.locale,
  };
}

const clientInfo = ({ locale, person }: Scene): Activity => ({
  type: "clientInfo",
  locale,
  country: locale.slice(3),
  platform: "Web",
  timezone: person.timeZone,
});
