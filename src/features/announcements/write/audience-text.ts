/** An audience as the editor's list of choices holds it: `members,language:fi,topic:bin,forum`. Pure. */
import { isLanguage } from "../../../core/language.ts";
import type { Audience } from "../announcement.ts";

const kinds = ["network", "language", "topic", "channel"] as const;
type ChoiceKind = (typeof kinds)[number];

export type AudienceChoice = { readonly title: string; readonly value: string };

export const membersChoice = "members";
/** Channels by their use; others are named by their id. */
const uses: readonly string[] = ["forum", "announcements"];
const longestTopic = 100;

/** The value of one choice. Separators inside it are encoded, for clients join the values with them. */
export const choiceOf = (kind: ChoiceKind, value: string): string =>
  kind === "channel" && uses.includes(value)
    ? value
    : `${kind}:${value.replace(/[%,;]/gu, (sign) => encodeURIComponent(sign))}`;

export function audienceText(audience: Audience, own: string): string {
  const { members, networks, languages, topics, channels } = audience;
  const others = members ? networks.filter((id) => id !== own) : [];
  return sortedText([
    ...(members && (networks.length === 0 || networks.includes(own)) ? [membersChoice] : []),
    ...others.map((id) => choiceOf("network", id)),
    ...(members ? languages : []).map((language) => choiceOf("language", language)),
    ...(members ? topics : []).map((topic) => choiceOf("topic", topic)),
    ...channels.map((channel) => choiceOf("channel", channel)),
  ]);
}

/** The same choices in one writing, so that two can be compared. */
export const sortedText = (choices: readonly string[]): string =>
  [...new Set(choices.map((choice) => choice.trim()).filter(Boolean))].sort().join(",");

/**
 * What was chosen, for the network `own`; undefined if something in it is no choice there is. A language or a topic
 * alone means members: the network's own.
 */
export function readAudience(text: string, own: string): Audience | undefined {
  const chosen: Record<ChoiceKind, string[]> = {
    network: [],
    language: [],
    topic: [],
    channel: [],
  };
  let isOwn = false;
  for (const choice of text.split(/[,;]/u).filter(Boolean)) {
    const read = readChoice(choice);
    if (!read) return undefined;
    if (read === membersChoice) isOwn = true;
    else chosen[read.kind].push(read.value);
  }
  const { network, language, topic, channel } = chosen;
  const members = isOwn || network.length + language.length + topic.length > 0;
  const networks = isOwn || network.length === 0 ? [own, ...network] : network;
  return {
    members,
    networks: members ? [...new Set(networks)] : [],
    languages: language.filter(isLanguage),
    topics: topic,
    channels: channel,
  };
}

function readChoice(
  choice: string,
): typeof membersChoice | { readonly kind: ChoiceKind; readonly value: string } | undefined {
  if (choice === membersChoice) return membersChoice;
  if (uses.includes(choice)) return { kind: "channel", value: choice };
  const at = choice.indexOf(":");
  const kind = kinds.find((one) => one === choice.slice(0, at));
  const value = decoded(choice.slice(at + 1));
  const isLong = kind === "topic" && (value?.length ?? 0) > longestTopic;
  if (!kind || !value || isLong || (kind === "language" && !isLanguage(value))) return undefined;
  return { kind, value };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
