/**
 * What happened to a team, a channel, a chat or the bot's installation, in our own words (platform.md 1.6). Teams sends
 * more kinds of events than it documents: each is told by Teams' name for it, with what it says about itself.
 */
import type { TeamChannel } from "../../core/ports.ts";
import type { EventDetails } from "../../core/turn.ts";
import { isObject, list, type Raw, shortText, text } from "./read-json.ts";

/** What kind of event it is: Teams' `eventType`, `installation add`, or the activity's type. */
export type EventKind = {
  readonly name: string;
  /** Somebody was added: the bot itself, or people. */
  readonly joined?: { readonly bot: boolean };
  readonly about?: EventDetails;
};

/** For an activity that is neither a message nor an invoke. */
export function readEvent(body: Raw, type: string, botId: string): EventKind {
  switch (type) {
    case "conversationUpdate": {
      const about = readMembership(body, botId);
      const hasJoined = list(body["membersAdded"]).length > 0;
      return {
        name: eventName(body),
        ...(hasJoined && { joined: { bot: about.botAdded === true } }),
        about,
      };
    }
    case "installationUpdate":
      return readInstallation(body);
    default:
      return { name: type };
  }
}

/** Teams' own name of what happened; the activity's action or type where it has none. */
export function eventName(body: Raw): string {
  const data = isObject(body["channelData"]) ? body["channelData"] : {};
  return text(data["eventType"]) ?? text(body["action"]) ?? String(body["type"]);
}

function readMembership(body: Raw, botId: string): EventDetails {
  const idsOf = (name: string) =>
    list(body[name]).flatMap((member) => shortText(member["id"]) ?? []);
  const added = idsOf("membersAdded");
  const removed = idsOf("membersRemoved");
  const people = (ids: readonly string[]) => ids.filter((id) => id !== botId);
  return {
    ...readPlace(body),
    ...(people(added).length > 0 && { membersAdded: people(added) }),
    ...(people(removed).length > 0 && { membersRemoved: people(removed) }),
    ...(added.includes(botId) && { botAdded: true }),
    ...(removed.includes(botId) && { botRemoved: true }),
  };
}

/** With an upgrade of the app the bot may come or go, too. */
function readInstallation(body: Raw): EventKind {
  const action = text(body["action"]) ?? "";
  const isAdded = action === "add" || action === "add-upgrade";
  const isRemoved = action === "remove" || action === "remove-upgrade";
  return {
    name: `installation ${action}`,
    ...(isAdded && { joined: { bot: true } }),
    about: {
      ...readPlace(body),
      ...(isAdded && { botAdded: true }),
      ...(isRemoved && { botRemoved: true }),
    },
  };
}

function readPlace(body: Raw): Pick<EventDetails, "team" | "channel" | "appVersion"> {
  const data = isObject(body["channelData"]) ? body["channelData"] : {};
  const { team, channel, app } = data;
  const teamId =
    (isObject(team) ? shortText(team["id"]) : undefined) ?? shortText(data["teamsTeamId"]);
  const aadGroupId = isObject(team) ? shortText(team["aadGroupId"]) : undefined;
  const teamName = isObject(team) ? shortText(team["name"]) : undefined;
  const appVersion = isObject(app) ? shortText(app["version"]) : undefined;
  const named = isObject(channel) ? readChannel(channel) : undefined;
  return {
    ...(teamId && {
      team: {
        id: teamId,
        ...(aadGroupId && { aadGroupId }),
        ...(teamName && { name: teamName }),
      },
    }),
    ...(named && { channel: named }),
    ...(appVersion && { appVersion }),
  };
}

function readChannel(raw: Raw): TeamChannel | undefined {
  const id = shortText(raw["id"]);
  const name = shortText(raw["name"]);
  return id ? { id, ...(name && { name }) } : undefined;
}
