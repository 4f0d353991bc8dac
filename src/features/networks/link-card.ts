/** The cards that ask which network a team is. */
import { type Network, networkName } from "../../core/content.ts";
import type { Team } from "../../core/directory.ts";
import type { Language } from "../../core/language.ts";
import type { Card } from "../../core/reply.ts";
import { textsIn } from "../../texts/texts.ts";
import { formCard } from "./form.ts";
import { channelChoices, confirmButton, newNetworkButton } from "./network-card.ts";
import { firstChannel } from "./team-links.ts";

/**
 * Several texts share one post with the welcome, for a team is not to be flooded. Where Teams did not tell the team's
 * channels, the card says so.
 */
export function linkCard(
  team: Team,
  networks: readonly Network[],
  language: Language,
  { isWelcome = false, areAllChannels = true, notices = [] as readonly string[] } = {},
): Card {
  const { help, networks: texts } = textsIn(language);
  const choices = networks.map((network) => ({
    title: networkName(network, language),
    value: network.id,
  }));
  const channels = channelChoices(team, texts);
  const ask = choices.length > 0 ? texts.linkIntro : texts.linkEmpty;
  const welcome = `${help.welcomeIntro} ${help.welcomeTeamIntro}`;
  return formCard(
    {
      kind: "link-team",
      heading: isWelcome ? help.welcomeHeading : texts.linkHeading,
      intro: isWelcome ? welcome : ask,
      notices: areAllChannels ? notices : [...notices, texts.linkChannelsUnread],
      values: { forum: firstChannel(team), announcements: firstChannel(team) },
      sections: [
        {
          ...(isWelcome && { title: texts.linkHeading, lines: [ask] }),
          singles:
            choices.length > 0
              ? [
                  { id: "network", label: texts.network, choices },
                  { id: "forum", label: texts.forum, choices: channels },
                  { id: "announcements", label: texts.announcements, choices: channels },
                ]
              : [],
        },
      ],
      buttons: [
        ...(choices.length > 0
          ? [
              {
                title: texts.linkPropose,
                verb: "settings.save",
                data: { act: "propose", team: team.id },
              },
            ]
          : []),
        newNetworkButton(texts, team.id),
      ],
    },
    language,
  );
}

export function confirmCard(
  team: Team,
  network: Network,
  language: Language,
  notices: readonly string[] = [],
): Card {
  const texts = textsIn(language).networks;
  return formCard(
    {
      kind: "link-team",
      heading: texts.linkConfirmHeading(networkName(network, language)),
      intro: texts.linkConfirmText,
      notices,
      buttons: [confirmButton(texts.linkConfirm, team.id, network.id)],
    },
    language,
  );
}

/** In place of a question that nobody can answer any more. */
export function replacedCard(network: string | undefined, language: Language): Card {
  const texts = textsIn(language).networks;
  const heading = network === undefined ? texts.linkHeading : texts.linkConfirmHeading(network);
  return formCard({ kind: "link-team", heading, intro: texts.linkReplaced }, language);
}

export function linkedCard(network: Network, language: Language): Card {
  const texts = textsIn(language).networks;
  return formCard(
    {
      kind: "link-team",
      heading: texts.linkedHeading(networkName(network, language)),
      intro: texts.linkedText,
    },
    language,
  );
}
