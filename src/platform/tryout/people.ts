/** Who lives in the try-out's Teams, and where they meet (design.md 2). */
export type PersonRecord = {
  /** What the page calls them. */
  readonly key: string;
  /** As Teams gives it to a bot: unique for this bot and this person. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly role: "coordinator" | "member" | "translator" | "guest" | "sample";
  /** The language of their Teams, unless they choose another. */
  readonly locale: Locale;
  /** The zone of their computer, as IANA names it. */
  readonly timeZone: string;
};

export type Locale = "sv-FI" | "fi-FI" | "en-GB";
/** "channel" is the forum. */
export type PlaceKind = "personal" | "channel" | "announcements" | "group";

export const tenantId = "11111111-1111-4111-8111-111111111111";
export const bot = { id: "28:kollega", name: "Kollega" } as const;
export const team = {
  id: "19:kollega-team@thread.tacv2",
  aadGroupId: "22222222-2222-4222-8222-222222222222",
  name: "Kollega",
} as const;
/** The team's forum; a thread in it is `<channel>;messageid=<its first message>`. */
export const channel = { id: "19:kollega-forum@thread.tacv2", name: "Forum" } as const;
export const announcements = {
  id: "19:kollega-announcements@thread.tacv2",
  name: "Meddelanden",
} as const;
/** As Teams lists them: the general channel comes first, has the team's id and no name. */
export const channels: readonly { readonly id: string; readonly name?: string }[] = [
  { id: team.id },
  channel,
  announcements,
];
export const group = { id: "19:kollega-group@thread.v2", name: "Kollega" } as const;

const domain = "kollega.example";

const person = (
  number: number,
  name: string,
  role: PersonRecord["role"],
  locale: Locale,
  timeZone = "Europe/Helsinki",
): PersonRecord => ({
  key: String(number),
  id: `29:kollega-tryout-${number}`,
  aadObjectId: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  name,
  role,
  locale,
  timeZone,
});

/** One chooses among these on the page. */
export const people: readonly PersonRecord[] = [
  person(1, "Karin Lindroos", "coordinator", "sv-FI"),
  person(2, "Oskar Blomstedt", "member", "sv-FI"),
  person(3, "Hanna Korpela", "member", "fi-FI"),
  person(4, "Maija Sjölund", "translator", "sv-FI"),
  person(5, "Daniel Price", "guest", "en-GB", "Europe/London"),
];

/** What Teams says of their account: "Maija Sjölund" signs in as maija.sjolund@…, a guest with a name from elsewhere. */
export function accountOf({ name, role }: Pick<PersonRecord, "name" | "role">): {
  readonly email: string;
  readonly userPrincipalName: string;
} {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const user = plain.replace(/\s+/gu, ".");
  const email = `${user}@${role === "guest" ? "gast.example" : domain}`;
  const guestName = `${email.replace("@", "_")}#EXT#@${domain}`;
  return { email, userPrincipalName: role === "guest" ? guestName : email };
}

/** They ask the examples of the card gallery, one in each language, and stand in no roster. */
export const galleryPeople: readonly PersonRecord[] = (["sv-FI", "fi-FI", "en-GB"] as const).map(
  (locale, index) => ({
    ...person(101 + index, "Kollega", "sample", locale),
    key: `gallery-${locale.slice(0, 2)}`,
  }),
);

/** The base conversation of a place, without any thread. */
export function conversationOf(place: PlaceKind, { key }: PersonRecord): string {
  if (place === "channel") return channel.id;
  if (place === "announcements") return announcements.id;
  if (place === "personal") return `a:kollega-${key}`;
  return key.startsWith("gallery-") ? `19:kollega-${key}@thread.v2` : group.id;
}

/** A conversation id taken apart: in a channel what stands after `messageid=` names the thread. */
export function splitConversation(id: string): { readonly base: string; readonly thread?: string } {
  const [base = "", thread] = id.split(/;messageid=/iu, 2);
  return thread ? { base, thread } : { base };
}
