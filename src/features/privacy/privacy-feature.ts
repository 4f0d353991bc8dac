/** What Kollega knows of people: shown to each, given to each, and taken away when they ask for it. */
import { readCommand } from "../../core/commands.ts";
import { type Contact, networkName } from "../../core/content.ts";
import type { Feature, Outcome } from "../../core/feature.ts";
import { keyOf } from "../../core/person-key.ts";
import type { DataSubject, PersonalDataSource } from "../../core/personal-data.ts";
import type { Card, JsonObject } from "../../core/reply.ts";
import { refuseInSentence } from "../../core/say.ts";
import type { ActionTurn, Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import { auditData } from "./audit-data.ts";
import {
  forgetCard,
  forgettingCard,
  lastCoordinatorCard,
  linkTooLateCard,
  myDataCard,
  openedInChatCard,
} from "./cards.ts";
import { conversationData, profileData } from "./conversation-data.ts";
import { createDataRoutes, linkData, newDataLink } from "./data-links.ts";
import { deliveryData } from "./delivery-data.ts";
import { createErasing } from "./forget-person.ts";
import { asFile, myDataOf } from "./my-data.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";
import { contactsOf, subjectOf, withEntries } from "./subject.ts";
import { createSweepJob } from "./sweep-job.ts";
import { inputName, readTicks } from "./ticked-entries.ts";

const jobEveryMs = 2_000;
/** A question that was asked longer ago is asked again. */
const askedForMs = 24 * 3_600_000;
/** Of a turn's ten seconds, two and a half of which may be gone when it is asked; the answer has to be sent, too. */
const lookForMs = 5_000;

export type PrivacyFeature = Feature & {
  /** Somebody is erased on an admin's order: at once, of the whole store. "failed": some of it, and must be repeated. */
  readonly forget: (key: string) => Promise<ForgottenOnOrder>;
};

export type ForgottenOnOrder =
  | { readonly state: "failed" }
  | { readonly state: "last-coordinator" }
  | {
      readonly state: "done";
      /** Entries of their name, which stay: only they can say which are theirs. Undefined: nobody knows their name. */
      readonly contactsLeft?: readonly Contact[];
    };

export function createPrivacyFeature(deps: PrivacyDeps): PrivacyFeature {
  const own: readonly PersonalDataSource[] = [
    profileData(deps),
    conversationData(deps),
    deliveryData(deps),
    auditData(deps),
    linkData(deps),
  ];
  const sources = () => [...own.slice(0, 2), ...deps.otherSources(), ...own.slice(2)];
  const erasing = createErasing(deps, sources);
  const { documents, library, clock } = deps;

  return {
    name: "privacy",
    async take(turn) {
      if (turn.type === "action") return takePress(turn);
      if (turn.type !== "message") return undefined;
      const command = readCommand(turn.text)?.name;
      if (command === "my data") return privately(turn, await showMyData(turn), "my-data");
      return command === "forget me"
        ? privately(turn, await askToForget(turn), "forget")
        : undefined;
    },
    personalData: own,
    jobs: [
      {
        name: "privacy",
        everyMs: jobEveryMs,
        async run() {
          await deps.forgotten.prepare();
          await erasing.run();
        },
      },
      createSweepJob(deps, sources),
    ],
    routes: [
      ...createDataRoutes(deps, async ({ person, language, contacts = [] }) => {
        const known = await subjectOf(deps, documents, person);
        const of = { ...known, contacts: [...known.contacts, ...contacts] };
        return asFile(of, await myDataOf(sources(), of, language, { clock }), clock);
      }),
    ],
    async forget(key) {
      if (lastOf(key.slice(key.indexOf(":") + 1)).length > 0) return { state: "last-coordinator" };
      const of = await subjectOf(deps, documents, key);
      const contactsLeft = deps.contactsNamed(of.names);
      await deps.forgotten.begin({ ...of, contacts: [] });
      if (!(await erasing.eraseNow())) return { state: "failed" };
      return { state: "done", ...(of.names.length > 0 && { contactsLeft }) };
    },
  };

  async function takePress(turn: ActionTurn): Promise<Outcome | undefined> {
    if (turn.verb !== "data.export" && turn.verb !== "data.forget") return undefined;
    if (isAboutAnother(turn)) {
      return refuseInSentence(turn, textsIn(turn.language).privacy.myData.onlyOwn);
    }
    const { act } = turn.data;
    if (turn.verb === "data.export") return act === "show" ? shown(turn) : exportData(turn);
    return act === "ask" ? privately(turn, await askToForget(turn), "forget") : forget(turn);
  }

  async function shown(turn: Turn): Promise<Outcome> {
    return privately(turn, await showMyData(turn), "my-data");
  }

  /** Contact entries with their name may be theirs, those with their sign-in name surely are. */
  async function actorOf(turn: Turn) {
    const [of, own] = await Promise.all([
      subjectOf(deps, documents, keyOf(turn.actor), turn),
      deps.ownContacts(turn),
    ]);
    const entries = [...contactsOf(deps, of), ...own].map((one) => [inputName(one), one] as const);
    const contacts = [...new Map(entries).values()];
    return { of: { ...of, contacts: contacts.map(deps.placeOfContact) }, contacts };
  }

  async function showMyData(
    turn: Turn,
    more: Parameters<typeof myDataCard>[2] = {},
    known?: DataSubject,
  ): Promise<Card> {
    const of = known ?? (await actorOf(turn)).of;
    const until = turn.at.getTime() + lookForMs;
    const kinds = await myDataOf(sources(), of, turn.language, { clock, until });
    return myDataCard(kinds, turn.language, more);
  }

  async function exportData(turn: ActionTurn): Promise<Outcome> {
    const texts = textsIn(turn.language).privacy.myData;
    if (deps.dataUrl("x") === "") return refuseInSentence(turn, texts.noAddress);
    const { of } = await actorOf(turn);
    const { token, kept } = newDataLink(deps, of, turn.language);
    const more = { notices: [texts.ready], link: deps.dataUrl(token) };
    const [card] = await Promise.all([showMyData(turn, more, of), kept]);
    // The card carries the token, which nothing but the person's own chat may keep: no turn, and no outbox.
    const isHere = turn.conversation.kind === "personal";
    const repeat = { type: "sentence", language: turn.language, text: texts.givenAlready } as const;
    const told = privately(turn, card, "export", linkTooLateCard(turn.language));
    return { ...told, ...(isHere && { repeat }) };
  }

  /** Networks that nobody else runs. */
  function lastOf(person: string) {
    return library
      .networks()
      .filter(({ coordinators }) => coordinators.length === 1 && coordinators[0] === person);
  }

  function lastCard({ actor, language }: Turn): Card | undefined {
    const networks = lastOf(actor.person).map((network) => networkName(network, language));
    return networks.length > 0 ? lastCoordinatorCard(networks, language) : undefined;
  }

  function contactsSeenIn({ networks }: Turn): readonly Contact[] {
    return networks.length === 0 ? [] : library.contacts(networks.map(({ id }) => id));
  }

  async function askToForget(
    turn: Turn,
    notices: readonly string[] = [],
    known?: readonly Contact[],
  ): Promise<Card> {
    const contacts = known ?? (await actorOf(turn)).contacts;
    const askedAt = turn.at.toISOString();
    return (
      lastCard(turn) ??
      forgetCard({ contacts, inputOf: inputName, askedAt, notices }, turn.language)
    );
  }

  async function forget(turn: ActionTurn): Promise<Outcome> {
    const last = lastCard(turn);
    if (last) return privately(turn, last, "last-coordinator");
    const texts = textsIn(turn.language).privacy.forget;
    if (!isFresh(turn)) return privately(turn, await askToForget(turn, [texts.old]), "forget");
    const { of, contacts: offered } = await actorOf(turn);
    const { ticked, missing, left: contactsLeft } = readTicks(turn.data, offered);
    if (missing.length > 0) {
      // What they may see anyway is shown once more, to be ticked again. What is gone is gone.
      const unsure = contactsSeenIn(turn).filter((one) => missing.includes(inputName(one)));
      const notices = [unsure.length > 0 ? texts.unsure : texts.old];
      return privately(turn, await askToForget(turn, notices, [...offered, ...unsure]), "forget");
    }
    await deps.forgotten.begin(withEntries(of, ticked, deps.placeOfContact));
    erasing.wake();
    const isAdmin = deps.admins.includes(turn.actor.person);
    return privately(turn, forgettingCard({ isAdmin, contactsLeft }, turn.language), "forgotten");
  }
}

function isFresh({ data, at }: ActionTurn): boolean {
  const asked = Date.parse(typeof data["askedAt"] === "string" ? data["askedAt"] : "");
  const age = at.getTime() - asked;
  return age >= -60_000 && age <= askedForMs;
}

/** Nobody's data is given out for a name in a card. */
function isAboutAnother({ data, actor }: ActionTurn): boolean {
  const named = namedIn(data);
  const own = [actor.person, keyOf(actor), actor.userId];
  return named.some((one) => !own.includes(one));
}

const namedIn = (data: JsonObject): readonly string[] =>
  ["person", "member", "actor", "of"].flatMap((field) => {
    const value = data[field];
    return typeof value === "string" ? [value] : [];
  });

/** Among others only a line says that the answer is elsewhere. `later`: in place of a card that nothing may keep. */
function privately(turn: Turn, card: Card, label: string, later?: Card): Outcome {
  const answer = { type: "card", card, ...(later && { later }) } as const;
  if (turn.conversation.kind === "personal") return { replies: [answer], label };
  const line: Card = openedInChatCard(turn.language);
  const inChat = { ...answer, to: "person" } as const;
  return turn.type === "action"
    ? {
        replies: [{ type: "sentence", language: turn.language, text: line.summary }, inChat],
        label,
      }
    : { replies: [inChat, { type: "card", card: line }], label };
}
