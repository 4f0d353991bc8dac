/** What the settings form says of a network: the network as it shall be, or what is wrong. Pure. */
import type { CollectionId } from "../../core/collections.ts";
import type { Network } from "../../core/content.ts";
import type { ChannelUse, Team } from "../../core/directory.ts";
import {
  defaultApprovalAbove,
  type NetworkSettings,
  type Retained,
} from "../../core/network-settings.ts";
import { defaultQuietHours } from "../../core/preferences.ts";
import type { RowFault } from "../../core/rows.ts";
import { splitChoices, type Values } from "./form.ts";
import { forumValues, readForumCare } from "./forum-care.ts";
import { isClockTime } from "./is-clock-time.ts";
import { readNetworkRow } from "./read-network-row.ts";
import { readRetention, retentionValues } from "./retention-section.ts";
import { collectionsValue, readCollections } from "./shipped-collections.ts";
import {
  channelFor,
  firstChannel,
  hasChannel,
  linkOf,
  type TeamLink,
  withLink,
  withoutLink,
} from "./team-links.ts";

export type FormFault =
  | { readonly field: string; readonly row: RowFault }
  | {
      readonly field: string;
      readonly code: "noLanguage" | "noCoordinator" | "bothTimes" | "badLimit";
    }
  | { readonly field: Retained; readonly code: "badDays" }
  | { readonly field: string; readonly code: "badTime"; readonly value: string };

/** A network as the form shows and changes it. */
export type Adjustable = {
  readonly network: Network;
  readonly settings: NetworkSettings;
  /** The shipped collections that it uses as long as nobody set it; none unless told. */
  readonly usualCollections?: readonly CollectionId[];
};

export type ReadForm =
  | ({ readonly ok: true; readonly changed: readonly string[] } & Adjustable)
  | { readonly ok: false; readonly faults: readonly FormFault[] };

const names = ["nameSv", "nameFi", "nameEn"] as const;
/** Inputs that always have a value: together they come with a form whose names were all emptied. */
const alwaysChosen = ["digestDay", "nudgeDays", "offersToAsk"] as const;

export const channelInput = (use: ChannelUse, team: string): string => `${use}:${team}`;

/** What stands in the form before anybody types. `teams`: all that the bot has met. */
export function networkValues(
  { network, settings, usualCollections = [] }: Adjustable,
  teams: readonly Team[],
): Values {
  const linked = linkedTeams(network, teams);
  const channels = linked.flatMap(({ team, link }) =>
    (["forum", "announcements"] as const).map((use) => [
      channelInput(use, team.id),
      channelFor(team, link, use),
    ]),
  );
  return {
    nameSv: network.nameSv,
    nameFi: network.nameFi,
    nameEn: network.nameEn,
    languages: network.languages.join(","),
    timeZone: network.timeZone,
    quietFrom: settings.quietFrom ?? defaultQuietHours.from,
    quietTo: settings.quietTo ?? defaultQuietHours.to,
    approvalAbove: String(settings.approvalAbove ?? defaultApprovalAbove),
    collections: collectionsValue(settings, usualCollections),
    ...forumValues(settings),
    ...retentionValues(settings),
    teams: linked.map(({ team }) => team.id).join(","),
    coordinators: network.coordinators.join(", "),
    ...Object.fromEntries(channels),
  };
}

export const linkedTeams = (
  network: Network,
  teams: readonly Team[],
): readonly { readonly team: Team; readonly link: TeamLink }[] =>
  teams.flatMap((team) => {
    const link = linkOf(network, team);
    return link ? [{ team, link }] : [];
  });

/**
 * A form that comes whole (with a name, or with all that is always chosen) says by an empty input that something shall be empty, for clients leave
 * those out; of one that does not, what is missing stays as it is.
 */
export function readNetworkForm(form: {
  readonly before: Adjustable;
  readonly typed: Values;
  /** Ids of the linked teams that the form showed: what is no longer chosen of them is unlinked. */
  readonly shown: readonly string[];
  /** Teams that the bot has met, and those of them that whoever filled in the form may link. */
  readonly teams: readonly Team[];
  readonly offered: readonly Team[];
  readonly mayNameCoordinators: boolean;
  readonly now?: Date;
}): ReadForm {
  const { before, typed } = form;
  const { network } = before;
  const isWhole =
    names.some((name) => typed[name] !== undefined) ||
    alwaysChosen.every((choice) => typed[choice] !== undefined);
  const value = (field: string) => typed[field] ?? (isWhole ? "" : undefined);
  const faults: FormFault[] = [];

  const languages = value("languages");
  if (languages !== undefined && splitChoices(languages).length === 0)
    faults.push({ field: "languages", code: "noLanguage" });
  const coordinators = form.mayNameCoordinators ? value("coordinators") : undefined;
  if (coordinators !== undefined && splitPeople(coordinators).length === 0)
    faults.push({ field: "coordinators", code: "noCoordinator" });
  const quiet = readQuietHours(before.settings, typed);
  faults.push(...quiet.faults);
  const { days, bad } = readRetention(before.settings, typed);
  faults.push(...bad.map((field) => ({ field, code: "badDays" }) as const));
  const limit = readLimit(before.settings, typed);
  if (limit === "bad") faults.push({ field: "approvalAbove", code: "badLimit" });
  const forum = readForumCare(before.settings, typed, form.now);
  if (forum.badTime !== undefined)
    faults.push({ field: "digestAt", code: "badTime", value: forum.badTime });

  const row = readNetworkRow(
    {
      ...network,
      ...Object.fromEntries(names.map((name) => [name, value(name) ?? network[name]])),
      ...(languages !== undefined && { languages: splitChoices(languages) }),
      timeZone: value("timeZone") || network.timeZone,
      ...(coordinators !== undefined && { coordinators: splitPeople(coordinators) }),
      teams: teamsAfter(form, value("teams")),
    },
    { networks: [], timeZone: network.timeZone },
  );
  if (!row.ok) {
    const told = new Set(faults.map(({ field }) => field));
    const others = row.faults.filter(({ column }) => !told.has(column));
    faults.push(...others.map(({ column, fault }) => ({ field: column, row: fault })));
    return { ok: false, faults };
  }
  if (faults.length > 0) return { ok: false, faults };
  const after = row.doc.value as unknown as Network;
  const settings = {
    ...before.settings,
    ...quiet.hours,
    ...days,
    ...(typeof limit === "number" && { approvalAbove: limit }),
    ...forum.care,
    ...readCollections(before.settings, value("collections"), before.usualCollections ?? []),
  };
  return {
    ok: true,
    network: after,
    settings,
    changed: [...changedIn(network, after), ...changedIn(before.settings, settings)],
  };
}

function readQuietHours(
  settings: NetworkSettings,
  typed: Values,
): {
  readonly hours: Pick<NetworkSettings, "quietFrom" | "quietTo">;
  readonly faults: readonly FormFault[];
} {
  const hours: { quietFrom?: string; quietTo?: string } = {};
  const faults: FormFault[] = [];
  const defaults = { quietFrom: defaultQuietHours.from, quietTo: defaultQuietHours.to };
  for (const field of ["quietFrom", "quietTo"] as const) {
    const given = typed[field] || undefined;
    if (given === undefined || given === (settings[field] ?? defaults[field])) continue;
    if (isClockTime(given)) hours[field] = given;
    else faults.push({ field, code: "badTime", value: given });
  }
  return { hours, faults };
}

/** Undefined: as it was. */
function readLimit(settings: NetworkSettings, typed: Values): number | "bad" | undefined {
  const given = typed["approvalAbove"]?.trim() ?? "";
  if (given === "" || given === String(settings.approvalAbove ?? defaultApprovalAbove)) {
    return undefined;
  }
  return /^\d{1,6}$/u.test(given) ? Number(given) : "bad";
}

/** The `teams` column with what was chosen added, and what was shown and is not chosen any more taken out. */
function teamsAfter(
  { before: { network }, typed, shown, teams, offered }: Parameters<typeof readNetworkForm>[0],
  value: string | undefined,
): readonly string[] {
  const chosen = value === undefined ? shown : splitChoices(value);
  let links = network.teams;
  for (const { team } of linkedTeams(network, teams)) {
    if (shown.includes(team.id) && !chosen.includes(team.id)) links = withoutLink(links, team);
  }
  for (const team of offered) {
    const isNew = chosen.includes(team.id) && !linkOf({ teams: links }, team);
    if (isNew) links = withLink(links, team, {});
  }
  for (const { team, link } of linkedTeams({ ...network, teams: links }, teams)) {
    const channels = channelsOf(team, link, typed);
    if (channels) links = withLink(links, team, channels);
  }
  return links;
}

/** The channels that were chosen for a linked team; undefined if nothing comes out differently. */
function channelsOf(team: Team, link: TeamLink, typed: Values): Omit<TeamLink, "team"> | undefined {
  const uses = (["forum", "announcements"] as const).map((use) => {
    const now = channelFor(team, link, use);
    const wanted = typed[channelInput(use, team.id)] ?? now;
    return { now, wanted: hasChannel(team, link, wanted) ? wanted : now };
  });
  if (uses.every(({ now, wanted }) => now === wanted)) return undefined;
  const [forum = "", announcements = ""] = uses.map(({ wanted }) => wanted);
  const isDefault = forum === firstChannel(team) && announcements === forum;
  return isDefault ? {} : { forum, announcements };
}

const splitPeople = (value: string): readonly string[] => [
  ...new Set(value.split(/[\s,;]+/u).filter((one) => one !== "")),
];

const changedIn = <T extends object>(before: T, after: T): readonly string[] =>
  Object.keys({ ...before, ...after }).filter(
    (key) => JSON.stringify(before[key as keyof T]) !== JSON.stringify(after[key as keyof T]),
  );
