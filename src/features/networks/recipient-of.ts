/** A member as whoever sends them something needs to know them, put together from what a team and their own document say. */
import type { Recipient, Team } from "../../core/directory.ts";
import { languageOfLocale } from "../../core/language.ts";
import { keyOf } from "../../core/person-key.ts";
import type { Documents, RosterMember } from "../../core/ports.ts";
import { defaultPreferences } from "../../core/preferences.ts";
import { type KnownPerson, knownPeople, type State } from "../../core/state.ts";
import { channelFor, type TeamLink } from "./team-links.ts";

/** A linked team that someone is in. */
export type Standing = { readonly team: Team; readonly link: TeamLink };

export function recipientOf(
  member: Pick<RosterMember, "tenant" | "person"> & Partial<RosterMember>,
  standing: Standing | undefined,
  state: State | undefined,
): Recipient {
  const { tenant, person } = member;
  const met = state?.met;
  const userId = met?.userId ?? member.userId;
  const language = state?.chosenLanguage ?? state?.memory.language ?? languageOfLocale(met?.locale);
  const door = standing?.team.door ?? met?.address;
  return {
    key: keyOf(member),
    tenant,
    person,
    name: member.name || met?.name || "",
    isGuest: member.isGuest ?? false,
    ...(userId !== undefined && { userId }),
    ...(met && { address: met.address }),
    ...(door && { door }),
    ...(standing && !standing.team.archived && { channel: forumOf(standing) }),
    isClosed: state?.closed ?? false,
    ...(language && { language }),
    ...(met?.timeZone !== undefined && { timeZone: met.timeZone }),
    preferences: state?.preferences ?? defaultPreferences,
  };
}

const forumOf = ({ team, link }: Standing): NonNullable<Recipient["channel"]> => ({
  v: 1,
  ...team.door,
  conversationId: channelFor(team, link, "forum"),
});

/** Everyone the bot has met in a personal chat, a few at a time. */
export async function* everyoneMet(
  documents: Documents,
  size: number,
): AsyncGenerator<readonly KnownPerson[]> {
  let after: string | undefined;
  do {
    const page = await documents.query<KnownPerson>({
      ...knownPeople,
      limit: size,
      ...(after !== undefined && { after }),
    });
    yield page.items.map(({ doc }) => doc);
    after = page.next;
  } while (after !== undefined);
}
