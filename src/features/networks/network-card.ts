/** The cards with a network's settings. */
import type { Button } from "../../core/buttons.ts";
import { type Network, networkName } from "../../core/content.ts";
import type { Team } from "../../core/directory.ts";
import { type Language, languages } from "../../core/language.ts";
import { retention } from "../../core/network-settings.ts";
import type { Card } from "../../core/reply.ts";
import type { NetworksTexts } from "../../texts/networks/type.ts";
import { rowFaultIn, textsIn } from "../../texts/texts.ts";
import { type Choice, formCard, type Notes, type Section, type Values } from "./form.ts";
import { forumSections } from "./forum-care.ts";
import {
  type Adjustable,
  channelInput,
  type FormFault,
  linkedTeams,
  networkValues,
} from "./read-network-form.ts";
import { retentionSection } from "./retention-section.ts";
import { collectionsSection } from "./shipped-collections.ts";
import { firstChannel, isLinkTo, readLink } from "./team-links.ts";

/** More would not fit into a card. */
const mostTeamsShown = 4;
const mostChoices = 50;

export type NetworkView = Adjustable & {
  /** Names the version of what is shown, so that nobody's change is written over unseen. */
  readonly version: string;
  /** All teams that the bot has met. */
  readonly teams: readonly Team[];
  /** Those that the reader may link. */
  readonly offered: readonly Team[];
  /** Their ids where no name is known. */
  readonly coordinatorNames: readonly string[];
  readonly isAdmin: boolean;
};

export function networkCard(
  view: NetworkView,
  language: Language,
  more: {
    readonly notices?: readonly string[];
    /** What somebody typed, which stays in the inputs. */
    readonly typed?: Values;
    readonly notes?: Notes;
  } = {},
): Card {
  const texts = textsIn(language).networks;
  const { network, teams } = view;
  const shown = linkedTeams(network, teams).map(({ team }) => team);
  const proposed = teams.filter(
    ({ proposal, gone }) => proposal?.network === network.id && !gone,
  )[0];
  return formCard(
    {
      kind: "settings",
      heading: texts.heading(networkName(network, language)),
      intro: texts.intro,
      ...(more.notices && { notices: more.notices }),
      values: { ...networkValues(view, teams), ...more.typed },
      ...(more.notes && { notes: more.notes }),
      sections: [
        namesSection(texts),
        languagesSection(language),
        {
          title: texts.quietTitle,
          lines: [texts.quietText],
          times: [
            { id: "quietFrom", label: texts.quietFrom },
            { id: "quietTo", label: texts.quietTo },
          ],
        },
        {
          title: texts.approvalTitle,
          lines: [texts.approvalText],
          texts: [{ id: "approvalAbove", label: texts.approvalAbove }],
        },
        ...forumSections(texts, language),
        collectionsSection(texts),
        retentionSection(language),
        teamsSection(view, shown, texts),
        ...shown.slice(0, mostTeamsShown).map((team) => channelsSection(team, view, texts)),
        ...(proposed ? [{ lines: [texts.proposalText(proposed.name ?? texts.unknownTeam)] }] : []),
        coordinatorsSection(view, texts),
      ],
      buttons: [
        {
          title: texts.save,
          verb: "settings.save",
          data: {
            act: "save",
            network: network.id,
            version: view.version,
            linked: shown.map(({ id }) => id),
          },
        },
        ...(proposed ? [confirmButton(texts.linkConfirm, proposed.id, network.id)] : []),
        { title: texts.toOwn, verb: "member.save", data: { act: "open" } },
        {
          title: textsIn(language).oversight.audit.button,
          verb: "settings.save",
          data: { act: "audit", network: network.id },
        },
        ...(view.isAdmin ? [newNetworkButton(texts)] : []),
      ],
    },
    language,
  );
}

export const confirmButton = (title: string, team: string, network: string): Button => ({
  title,
  verb: "settings.save",
  data: { act: "confirm", team, network },
});

export const newNetworkButton = (texts: NetworksTexts, team?: string): Button => ({
  title: texts.newNetwork,
  verb: "settings.save",
  data: { act: "new", ...(team !== undefined && { team }) },
});

const namesSection = (texts: NetworksTexts): Section => ({
  title: texts.namesTitle,
  texts: [
    { id: "nameSv", label: texts.nameSv },
    { id: "nameFi", label: texts.nameFi },
    { id: "nameEn", label: texts.nameEn },
  ],
});

function languagesSection(language: Language): Section {
  const { networks: texts } = textsIn(language);
  return {
    title: texts.languagesTitle,
    multis: [{ id: "languages", label: texts.languages, choices: languageChoices(language) }],
    texts: [{ id: "timeZone", label: texts.timeZone }],
  };
}

export const languageChoices = (language: Language): readonly Choice[] =>
  languages.map((one) => ({ title: textsIn(language).languageName[one], value: one }));

function teamsSection(
  { network, offered }: NetworkView,
  shown: readonly Team[],
  texts: NetworksTexts,
): Section {
  const choices = [...shown, ...offered.filter((team) => !shown.includes(team))]
    .slice(0, mostChoices)
    .map(({ id, name }) => ({ title: name ?? texts.unknownTeam, value: id }));
  const isNone = network.teams.length === 0 && choices.length === 0;
  const unmet = network.teams
    .map(readLink)
    .filter((link) => !shown.some((team) => isLinkTo(link, team)));
  return {
    title: texts.teamsTitle,
    lines: [
      isNone ? texts.noTeams : texts.teamsText,
      ...(unmet.length > 0 ? [texts.unmetTeams(unmet.map(({ team }) => team).join(", "))] : []),
    ],
    multis: [{ id: "teams", label: texts.teams, choices }],
  };
}

function channelsSection(team: Team, view: NetworkView, texts: NetworksTexts): Section {
  const used = networkValues(view, [team]);
  const input = (use: "forum" | "announcements", label: string) => {
    const id = channelInput(use, team.id);
    return { id, label, choices: channelChoices(team, texts, used[id]) };
  };
  return {
    title: texts.teamTitle(team.name ?? texts.unknownTeam),
    singles: [input("forum", texts.forum), input("announcements", texts.announcements)],
  };
}

/** A team's channels, the first one first; one that is used is among them, whether Teams lists it or not. */
export function channelChoices(team: Team, texts: NetworksTexts, used?: string): readonly Choice[] {
  const first = firstChannel(team);
  const listed = team.channels.filter(({ id }) => id !== first).slice(0, mostChoices);
  const names = new Map(team.channels.map(({ id, name }) => [id, name]));
  const choices = [
    { title: names.get(first) ?? texts.firstChannel, value: first },
    ...listed.map(({ id, name }) => ({ title: name ?? id, value: id })),
  ];
  const isListed = used === undefined || choices.some(({ value }) => value === used);
  return isListed ? choices : [...choices, { title: used, value: used }];
}

function coordinatorsSection(view: NetworkView, texts: NetworksTexts): Section {
  const names = view.coordinatorNames.join(", ") || texts.nobody;
  return view.isAdmin
    ? {
        title: texts.coordinatorsTitle,
        lines: [names],
        texts: [{ id: "coordinators", label: texts.coordinators, isMultiline: true }],
      }
    : { title: texts.coordinatorsTitle, lines: [names, texts.coordinatorsText] };
}

/** For who runs several networks. */
export function chooseNetworkCard(
  networks: readonly Network[],
  isAdmin: boolean,
  language: Language,
): Card {
  const texts = textsIn(language).networks;
  const choices = networks
    .slice(0, mostChoices)
    .map((network) => ({ title: networkName(network, language), value: network.id }));
  return formCard(
    {
      kind: "settings",
      heading: texts.chooseHeading,
      intro: texts.chooseIntro,
      values: { network: choices[0]?.value ?? "" },
      sections: [{ singles: [{ id: "network", label: texts.network, choices }] }],
      buttons: [
        { title: texts.open, verb: "settings.save", data: { act: "open" } },
        { title: texts.toOwn, verb: "member.save", data: { act: "open" } },
        ...(isAdmin ? [newNetworkButton(texts)] : []),
      ],
    },
    language,
  );
}

/** For admins. `team`: the team that the new network gets at once. */
export function newNetworkCard(
  of: {
    readonly values: Values;
    readonly notes?: Notes;
    readonly notices?: readonly string[];
    readonly team?: string;
  },
  language: Language,
): Card {
  const texts = textsIn(language).networks;
  return formCard(
    {
      kind: "settings",
      heading: texts.newHeading,
      intro: texts.newIntro,
      ...(of.notices && { notices: of.notices }),
      values: of.values,
      ...(of.notes && { notes: of.notes }),
      sections: [
        { texts: [{ id: "id", label: texts.id }] },
        namesSection(texts),
        languagesSection(language),
        {
          title: texts.coordinatorsTitle,
          texts: [{ id: "coordinators", label: texts.coordinators, isMultiline: true }],
        },
      ],
      buttons: [
        {
          title: texts.save,
          verb: "settings.save",
          data: { act: "create", ...(of.team !== undefined && { team: of.team }) },
        },
      ],
    },
    language,
  );
}

/** What is wrong, under the inputs it is about. */
export function notesOf(faults: readonly FormFault[], language: Language): Notes {
  const texts = textsIn(language).networks;
  const say = (fault: FormFault): string => {
    if ("row" in fault) return sentence(rowFaultIn(language, fault.row));
    if (fault.code === "badDays") {
      const { least, most } = retention[fault.field];
      return texts.badDays(least, most);
    }
    return fault.code === "badTime" ? texts.badTime(fault.value) : texts[fault.code];
  };
  return Object.fromEntries(faults.map((fault) => [fault.field, say(fault)]));
}

/** Faults of rows are written to follow the column's name. */
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/u.test(text) ? "" : "."}`;
