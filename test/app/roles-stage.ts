/** What lies ready in the network alfa, and in what all share, for everybody to try their hand at (roles.test.ts). */
import type {
  Contact,
  ContentDocument,
  Discussion,
  Draft,
  Gap,
  Practice,
  Term,
} from "../../src/core/content.ts";
import type { Documents } from "../../src/core/ports.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { seenOf } from "../../src/features/curation/draft/draft-words.ts";
import { gapKey } from "../../src/features/curation/list/find-tasks.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { people, signInNameOf, tenant, type Who } from "./trust-stage.ts";

/** Words that only whoever may see them reads. */
export const secrets = {
  question: "Vad kostar en zeppelinare till månen?",
  ownQuestion: "Vem målar stadshusets klocka?",
  answer: "Tre miljoner, men bara på tisdagar.",
  draft: "luftskeppshamn",
  ownDraft: "bilhiss",
  term: "kunnanjohtaja",
  practice: "Gamla lyktor på torget",
  contact: "Gunnar Gammal",
  ownContact: "Överklockare",
  gap: "Hur mäter ni snödjupet?",
} as const;

const keyOf = (who: Who): string => `${tenant}:${people[who].person}`;
const at = "2026-03-02T06:00:00.000Z";
const forum = "19:team-alfa@thread.tacv2-forum";

const gap: Gap = { text: secrets.gap, language: "sv", at, networks: ["alfa"] };
/** As a button names it. */
export const gapId = digest(gapKey(gap)).slice(0, 16);

function discussion(id: string, text: string, author: Who, more: Partial<Discussion> = {}) {
  const value: Discussion = {
    id,
    network: "alfa",
    language: "sv",
    status: "open",
    question: { id: `root-${id}`, author: keyOf(author), text, at },
    thread: {
      v: 1,
      serviceUrl: "http://127.0.0.1:1/",
      channel: "msteams",
      conversationId: `${forum};messageid=root-${id}`,
      botId: "28:kollega",
      tenant,
    },
    replies: [{ id: "r-1", author: keyOf("guest"), text: secrets.answer, at }],
    topics: [],
    openedAt: at,
    changedAt: at,
    nudgedAt: [],
    ...more,
  };
  return { id: `discussion:${id}`, type: "discussion", v: 1, value };
}

function draft(id: string, sv: string, proposedBy: Who) {
  const value: Draft = {
    id,
    network: "alfa",
    kind: "terms",
    row: { id, network: "alfa", sv, fi: `fi-${sv}` },
    proposedBy: keyOf(proposedBy),
    proposedAt: at,
    consent: "not-needed",
    state: "waiting",
  };
  return { id: `draft:${id}`, type: "draft", v: 1, value };
}

function practice(id: string, network?: string) {
  const value: Practice = {
    id,
    ...(network !== undefined && { network }),
    language: "sv",
    title: secrets.practice,
    body: "De tänds för hand.",
    questions: [],
    tags: [],
    contacts: [],
    status: "published",
    reviewBy: "2025-01-01",
  };
  return { id: `practice:${id}:sv`, type: "practice", v: 1, value };
}

const noNames = {
  svAlso: [],
  fiAlso: [],
  enAlso: [],
  svAvoid: [],
  fiAvoid: [],
  enAvoid: [],
  usedBy: [],
} as const;

function term(id: string, names: Partial<Term>) {
  return { id: `term:${id}`, type: "term", v: 1, value: { ...noNames, id, ...names } };
}

const contact: Contact = {
  id: "c-old",
  network: "alfa",
  name: secrets.contact,
  consent: "2019-01-01",
  topics: [],
  languages: ["sv"],
};

const ownContact: Contact = {
  id: "c-own",
  network: "alfa",
  name: "Någon annan än hon heter",
  consent: "2026-01-01",
  role: secrets.ownContact,
  topics: [],
  languages: ["sv"],
  teamsId: signInNameOf("mona"),
};

const answered = {
  status: "answered",
  answer: "r-1",
  answeredBy: keyOf("helga"),
  answeredAt: at,
  consent: "asked",
} as const;
const nobodys = [{ id: "r-1", text: secrets.answer, at }];

export async function putWhatIsThere(store: Documents): Promise<void> {
  const own = [
    discussion("q-1", secrets.question, "helga"),
    discussion("q-own", secrets.ownQuestion, "mona"),
    discussion("q-answered", "Vem får sova i klocktornet?", "helga", answered),
    discussion("q-nobodys", "Vem har tornets nyckel?", "helga", { ...answered, replies: nobodys }),
    draft("d-1", secrets.draft, "helga"),
    draft("d-own", secrets.ownDraft, "mona"),
    practice("lyktor", "alfa"),
    term("direktor", { network: "alfa", sv: "kommundirektör", fi: secrets.term }),
    { id: "contact:c-old", type: "contact", v: 1, value: contact },
    { id: "contact:c-own", type: "contact", v: 1, value: ownContact },
    { id: "gap:g-1", type: "gap", v: 1, value: gap },
  ];
  const shared = [practice("gemensam"), term("delad", { sv: "motion", fi: "aloite" })];
  for (const doc of own) await store.create("content", "alfa", doc);
  for (const doc of shared) await store.create("content", "_shared", doc);
}

/** What a button of a card carries that shows what `data` names: approving says what was seen. */
export async function asShown(store: Documents, data: JsonObject): Promise<JsonObject> {
  const { kind, id, network = "_shared", language } = data;
  const place = { practice: `practice:${id}:${language}`, draft: `draft:${id}` }[String(kind)];
  const stored = await store.read<ContentDocument<JsonObject>>(
    "content",
    String(network),
    place ?? `${kind}:${id}`,
  );
  if (!stored) return data;
  const { value } = stored.doc;
  if (kind === "announcement") return { ...data, changedAt: value["changedAt"] ?? "" };
  return { ...data, ...seenOf(digest, kind === "draft" ? (value["row"] as JsonObject) : value) };
}

/** What all networks share, as text, by its place. */
export async function sharedIn(store: Documents): Promise<Readonly<Record<string, string>>> {
  const { items } = await store.query({ container: "content", partition: "_shared" });
  return Object.fromEntries(
    items.map(({ doc }) => [`content/_shared/${doc.id}`, JSON.stringify(doc)]),
  );
}
