/** Whom a coordinator can choose, and an audience in words. */
import { type Network, networkName } from "../../../core/content.ts";
import type { Directory } from "../../../core/directory.ts";
import type { Language } from "../../../core/language.ts";
import type { Library } from "../../../core/library.ts";
import { textsIn } from "../../../texts/texts.ts";
import type { Announcement } from "../announcement.ts";
import { inList } from "../who-may.ts";
import { type AudienceChoice, choiceOf, membersChoice } from "./audience-text.ts";
import { languagesInWords } from "./words.ts";

type Sources = {
  readonly library: Pick<Library, "practices" | "networks">;
  readonly directory: Pick<Directory, "teamsOf">;
};

/** The list is long enough, and in each language. */
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
  const others = mine.length > 1 ? mine.filter(({ id }) => id !== network?.id) : [];
  const offered: readonly AudienceChoice[] = [
    {
      title: network ? texts.membersOf(networkName(network, language)) : texts.membersChosen,
      value: membersChoice,
    },
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
    ...topicsOf(sources.library, network ? [network] : mine).map((topic) => ({
      title: texts.followersOf(topic),
      value: choiceOf("topic", topic),
    })),
  ];
  const isOffered = new Set(offered.map(({ value }) => value));
  const kept = chosen.filter((value) => !isOffered.has(value));
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

/** The tags of what the networks have, in all their languages, the most used first. */
function topicsOf(
  library: Pick<Library, "practices">,
  networks: readonly Network[],
): readonly string[] {
  const ids = networks.map(({ id }) => id);
  const counts = new Map<string, number>();
  for (const { tags } of library.practices(ids)) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, mostTopics)
    .map(([tag]) => tag);
}

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
  const limits = [
    ...(languages.length > 0 ? [texts.whoRead(languagesInWords(languages, language))] : []),
    ...(topics.length > 0 ? [texts.whoFollow(inList(topics, language))] : []),
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
