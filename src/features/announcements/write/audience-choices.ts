/** Whom a coordinator can choose, and an audience in words. */
import { type Network, networkName } from "../../../core/content.ts";
import type { Directory } from "../../../core/directory.ts";
import type { Language } from "../../../core/language.ts";
import type { Library } from "../../../core/library.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Announcement } from "../announcement.ts";
import { namedTopics, topicId, topicName, topicsOf } from "../topics.ts";
import { inList } from "../who-may.ts";
import { type AudienceChoice, choiceOf, membersChoice } from "./audience-text.ts";
import { languagesInWords } from "./words.ts";

type Sources = {
  readonly library: Pick<Library, "practices" | "networks">;
  readonly directory: Pick<Directory, "teamsOf">;
};

/** The list is long enough. */
const mostTopics = 18;
const mostChannels = 16;

/** `mine`: the networks whose members may be chosen. Without `network` its own is yet to be chosen from them. */
export function audienceChoices(
  sources: Sources,
  of: {
    readonly network?: Network;
    readonly mine: readonly Network[];
    /** What is chosen now: its choices are always among them. */
    readonly chosen: string;
    readonly language: Language;
  },
): readonly AudienceChoice[] {
  const { network, mine, language } = of;
  const texts = textsIn(language).announcements.writing;
  const chosen = of.chosen.split(",").filter(Boolean);
  const [own] = network ? [network] : mine.length === 1 ? mine : [];
  // While its own network is yet to be chosen each stands there by name, and once.
  const others = mine.filter(({ id }) => id !== own?.id);
  const practices = sources.library.practices((own ? [own] : mine).map(({ id }) => id));
  const offered: readonly AudienceChoice[] = [
    ...(own ? [{ title: texts.membersOf(networkName(own, language)), value: membersChoice }] : []),
    ...others.map((one) => ({
      title: texts.membersOf(networkName(one, language)),
      value: choiceOf("network", one.id),
    })),
    ...languagesOf(network ? [network] : mine).map((one) => ({
      title: texts.readersOf[one],
      value: choiceOf("language", one),
    })),
    { title: texts.forum, value: "forum" },
    { title: texts.announcementsChannel, value: "announcements" },
    ...channelsOf(sources.directory, network).map(({ id, name }) => ({
      title: texts.channelNamed(name),
      value: choiceOf("channel", id),
    })),
    ...topicsOf(practices)
      .slice(0, mostTopics)
      .map((topic) => ({
        title: texts.followersOf(topicName(topic, language)),
        value: choiceOf("topic", topicId(topic)),
      })),
  ];
  const isOffered = new Set(offered.map(({ value }) => value));
  const kept = chosen.filter((value) => !isOffered.has(value) && value !== membersChoice);
  return [
    ...offered,
    ...kept.map((value) => ({ title: titleOf(sources, value, language), value })),
  ];
}

/** Of something chosen that is no longer offered, or never was. */
function titleOf({ library }: Sources, value: string, language: Language): string {
  const texts = textsIn(language).announcements.writing;
  const [kind = "", ...rest] = value.split(":");
  const name = rest.join(":");
  const network = library.networks().find(({ id }) => choiceOf("network", id) === value);
  if (network) return texts.membersOf(networkName(network, language));
  if (kind === "topic") return texts.followersOf(name);
  return kind === "channel" ? texts.otherChannel : value.slice(0, 60);
}

const languagesOf = (networks: readonly Network[]): readonly Language[] => [
  ...new Set(networks.flatMap(({ languages }) => languages)),
];

/** Channels by name: those that only have a use stand there by that. */
const channelsOf = (
  directory: Pick<Directory, "teamsOf">,
  network: Network | undefined,
): readonly { readonly id: string; readonly name: string }[] => {
  if (!network) return [];
  const teams = directory.teamsOf(network.id);
  return teams
    .flatMap((team) =>
      team.channels
        .filter(({ id }) => !team.lostChannels?.includes(id))
        .flatMap(({ id, name }) => {
          const shown = name ?? team.name;
          if (!shown) return [];
          const isAmong = teams.length > 1 && name !== undefined && team.name !== undefined;
          return [{ id, name: isAmong ? `${name} (${team.name})` : shown }];
        }),
    )
    .slice(0, mostChannels);
};

/** "Medlemmarna i Alfa: de som läser finska; Forumkanalen" */
export function audienceInWords(
  sources: Sources,
  { audience, network: own }: Announcement,
  language: Language,
): string {
  const texts = textsIn(language).announcements.writing;
  const { members, networks, languages, topics, channels } = audience;
  const named = (networks.length > 0 ? networks : [own]).flatMap((id) => {
    const network = sources.library.networks().find((one) => one.id === id);
    return network ? [texts.membersOf(networkName(network, language))] : [];
  });
  const from = networks.length > 0 ? networks : [own];
  const followed = namedTopics(sources.library.practices(from), topics).map((topic) =>
    topicName(topic, language),
  );
  const limits = [
    ...(languages.length > 0 ? [texts.whoRead(languagesInWords(languages, language))] : []),
    ...(topics.length > 0 ? [texts.whoFollow(inList(followed, language))] : []),
  ];
  const whom = [inList(named, language), limits.join(", ")].filter(Boolean).join(": ");
  const names = new Map(
    sources.directory
      .teamsOf(own)
      .flatMap((team) => team.channels.map(({ id, name }) => [id, name ?? team.name] as const)),
  );
  const where = channels.map((channel) => {
    if (channel === "forum") return texts.forum;
    if (channel === "announcements") return texts.announcementsChannel;
    const name = names.get(channel);
    return name ? texts.channelNamed(name) : texts.otherChannel;
  });
  return [...(members ? [whom] : []), ...where].join("; ") || texts.nobody;
}
