/** Under which names somebody is known here. */
import type { Contact } from "../../core/content.ts";
import type { DataSubject } from "../../core/personal-data.ts";
import type { Documents } from "../../core/ports.ts";
import { readState } from "../../core/state.ts";
import type { Turn } from "../../core/turn.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";

const each = (values: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(values.filter((value) => value !== undefined && value !== ""))] as readonly string[];

/** Entries of their name, in their own networks or for all: in others nobody of that name is them. */
export function contactsOf(
  { directory, contactsNamed }: Pick<PrivacyDeps, "directory" | "contactsNamed">,
  { tenant, person, names }: Pick<DataSubject, "tenant" | "person" | "names">,
): readonly Contact[] {
  const own = directory.networksOfPerson(tenant, person);
  return contactsNamed(names).filter(
    ({ network }) => network === undefined || own.includes(network),
  );
}

const shortestWord = 3;

/** Words of names and addresses, however they are written. */
const wordsIn = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= shortestWord);

/** So many words of a name are no chance. */
const enough = 2;

/**
 * With the contact entries that are theirs. What these call them counts only as far as Teams calls them so, for people
 * may write there what they like; and an address only if it is made of their name, for many may share another.
 */
export function withEntries(
  of: DataSubject,
  entries: readonly Contact[],
  placeOf: PrivacyDeps["placeOfContact"],
): DataSubject {
  const words = new Set(of.names.flatMap(wordsIn));
  const isName = (name: string): boolean =>
    new Set(wordsIn(name).filter((word) => words.has(word))).size >= enough;
  const isAddress = (address = ""): boolean => {
    const at = address.lastIndexOf("@");
    const [local = ""] = at < 0 ? [] : [wordsIn(address.slice(0, at)).join("")];
    return [...words].some((word) => local.includes(word));
  };
  return {
    ...of,
    names: each([...of.names, ...entries.map(({ name }) => name).filter(isName)]),
    contacts: entries.map(placeOf),
    addresses: each(entries.flatMap(({ email, teamsId }) => [email, teamsId]).filter(isAddress)),
  };
}

/** `turn`: their own, if it is one of theirs, for it names them as Teams does today. */
export async function subjectOf(
  deps: Pick<PrivacyDeps, "directory" | "contactsNamed" | "placeOfContact">,
  documents: Documents,
  key: string,
  turn?: Turn,
): Promise<DataSubject> {
  const at = key.indexOf(":");
  const [tenant, person] = [key.slice(0, at), key.slice(at + 1)];
  const place = { container: "members", partition: key, id: "member" } as const;
  const met = (await readState(documents, place))?.doc.met;
  const listed = deps.directory
    .teams()
    .flatMap(({ id }) => deps.directory.rosterOf(id))
    .filter((member) => member.tenant === tenant && member.person === person);
  const isPersonal = turn?.conversation.kind === "personal";
  const names = each([turn?.actor.name, met?.name, ...listed.map(({ name }) => name)]);
  return {
    key,
    tenant,
    person,
    userIds: each([turn?.actor.userId, met?.userId, ...listed.map(({ userId }) => userId)]),
    chats: each([
      ...(isPersonal ? [turn.conversation.id, turn.address.conversationId] : []),
      met?.address.conversationId,
    ]),
    names,
    contacts: contactsOf(deps, { tenant, person, names }).map(deps.placeOfContact),
  };
}
