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
