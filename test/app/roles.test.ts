import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { JsonObject } from "../../src/core/reply.ts";
import { base } from "./announcements-stage.ts";
import { sqlitePlace } from "./both-stores.ts";
import { createPoster, type Posted } from "./post-activity.ts";
import { asShown, gapId, putWhatIsThere, secrets, sharedIn } from "./roles-stage.ts";
import { actionsOf } from "./start-bot.ts";
import { people, setTrustStage, type TrustStage, tenant } from "./trust-stage.ts";

/**
 * Every act there is, and who may do it (design.md 6). Whoever may not is told so politely, and nothing changes. A verb
 * or a command without a row fails the first tests.
 */
type Role =
  | "member"
  | "guest"
  | "coordinator"
  | "admin"
  | "coordinator of another network"
  | "stranger"
  | "member with a forged card";

const standsFor: Readonly<Record<Role, keyof typeof people>> = {
  member: "mona",
  guest: "guest",
  coordinator: "karin",
  admin: "admin",
  "coordinator of another network": "bertil",
  stranger: "stranger",
  "member with a forged card": "mona",
};
const roles = Object.keys(standsFor) as readonly Role[];

const everybody = roles;
const runners: readonly Role[] = ["coordinator", "admin"];
const admins: readonly Role[] = ["admin"];
const insiders: readonly Role[] = [
  "member",
  "guest",
  "coordinator",
  "admin",
  "member with a forged card",
];
/** In any network. */
const belonging: readonly Role[] = [...insiders, "coordinator of another network"];
const selfMade: readonly Role[] = ["member", "member with a forged card"];
const themselves = roles.filter((role) => role !== "member with a forged card");

type Row = {
  readonly verb: string;
  readonly may: readonly Role[];
  readonly data?: JsonObject;
  /** Whoever may is answered in a sentence, or with a card if not said. */
  readonly says?: "sentence";
  /** The announcement's, before it is pressed. */
  readonly status?: string;
  /** Whoever may changes, or makes, something whose place begins so. */
  readonly writes?: string;
  /** What the presser has asked before; the button is on the answer. */
  readonly after?: string;
  /** Whoever may not is shown where they may, instead of a sentence. */
  readonly instead?: "card";
};

const meeting = { kind: "meeting", id: "m-1", network: "alfa" };
const occasion = { ...meeting, meeting: "m-1", occurrence: "2026-03-12T13:00" };
const announcement = { kind: "announcement", id: "a-1", network: "alfa" };
const practice = { kind: "practice", id: "bikupor", network: "alfa", language: "sv" };
/** Helga asked; the guest replied. */
const question = { kind: "discussion", id: "q-1", network: "alfa" };
/** Mona asked. */
const ownQuestion = { ...question, id: "q-own" };
const answered = { ...question, id: "q-answered", reply: "r-1" };
/** Helga proposed it. */
const draft = { kind: "draft", id: "d-1", network: "alfa" };
/** Mona proposed it. */
const ownDraft = { ...draft, id: "d-own" };
const lamps = { kind: "practice", id: "lyktor", network: "alfa", language: "sv" };
const sharedPractice = { kind: "practice", id: "gemensam", language: "sv" };
const oldContact = { kind: "contact", id: "c-old", network: "alfa" };
/** Mona's. */
const ownContact = { kind: "contact", value: "own", id: "c-own", network: "alfa" };
const gap = { kind: "gap", id: gapId };
const term = { kind: "term", id: "direktor", network: "alfa" };
const newPractice = {
  kind: "practices",
  ref: "begun-1",
  network: "alfa",
  language: "sv",
  title: "Tak av torv",
  body: "Torven läggs för hand.",
  questions: "",
  tags: "tak",
  organisation: "",
  date: "2026-03-01",
  source: "",
  sourceUrl: "",
};
const at = "content/alfa/";
const planned = "deliveries/_batches/term:";

const rows: readonly Row[] = [
  { verb: "ask.choose", may: insiders, data: practice },
  { verb: "ask.helpful", may: insiders, data: { ...practice, value: "up" } },
  { verb: "ask.none", may: everybody, says: "sentence" },
  { verb: "ask.more", may: everybody, says: "sentence" },
  { verb: "ask.person", may: everybody, says: "sentence" },
  { verb: "meeting.save", may: runners, data: meeting },
  { verb: "meeting.move", may: runners, data: occasion },
  { verb: "meeting.cancel", may: runners, data: { ...occasion, scope: "all" } },
  { verb: "meeting.skip", may: runners, data: { ...occasion, lead: 15, value: "skip" } },
  { verb: "meeting.preview", may: runners, data: occasion },
  { verb: "reminder.rsvp", may: insiders, data: { ...occasion, value: "yes" } },
  { verb: "reminder.later", may: insiders, data: occasion, says: "sentence" },
  { verb: "announcement.save", may: runners, data: announcement },
  { verb: "announcement.preview", may: runners, data: announcement },
  { verb: "announcement.test", may: runners, data: announcement, says: "sentence" },
  { verb: "announcement.send", may: runners, data: announcement },
  { verb: "announcement.approve", may: runners, data: announcement, status: "awaiting-approval" },
  { verb: "announcement.stop", may: runners, data: announcement, status: "scheduled" },
  {
    verb: "announcement.correct",
    may: runners,
    data: announcement,
    status: "sent",
    says: "sentence",
  },
  { verb: "announcement.withdraw", may: runners, data: announcement, status: "sent" },
  {
    verb: "announcement.retry",
    may: runners,
    data: { ...announcement, value: "refused" },
    status: "sent",
  },
  { verb: "announcement.report", may: runners, data: announcement, status: "sent" },
  { verb: "announcement.read", may: insiders, data: announcement, status: "sent" },
  {
    verb: "settings.save",
    may: runners,
    data: { act: "save", network: "alfa", quietFrom: "21:00" },
  },
  { verb: "settings.save", may: runners, data: { act: "audit", network: "alfa" } },
  { verb: "settings.save", may: admins, data: { act: "audit", network: "_shared" } },
  { verb: "settings.save", may: admins, data: { act: "new" } },
  {
    verb: "settings.save",
    may: admins,
    data: { act: "create", id: "ny", nameSv: "Ny", nameFi: "Uusi", nameEn: "New", languages: "sv" },
  },
  { verb: "member.save", may: everybody, data: { act: "save", reminders: "false" } },
  { verb: "data.export", may: themselves },
  { verb: "data.forget", may: themselves, data: { act: "ask" } },

  { verb: "ask.choose", may: insiders, data: question },
  {
    verb: "ask.none",
    may: insiders,
    data: { question: "typed-1", text: "Vem smörjer klockan?", value: "post", network: "alfa" },
    writes: `${at}discussion:`,
    instead: "card",
  },
  {
    verb: "discussion.answer",
    may: runners,
    data: { ...question, reply: "r-1" },
    writes: `${at}discussion:q-1`,
  },
  {
    verb: "discussion.answer",
    may: [...selfMade, ...runners],
    data: { ...ownQuestion, reply: "r-1" },
    writes: `${at}discussion:q-own`,
  },
  ...["keep", "leave"].map(
    (value): Row => ({
      verb: "discussion.answer",
      // Its author alone.
      may: ["guest"],
      data: { ...answered, value },
      writes: `${at}discussion:q-answered`,
    }),
  ),
  {
    verb: "discussion.answer",
    may: insiders,
    data: { ...answered, id: "q-nobodys", value: "mine" },
    writes: `${at}discussion:q-nobodys`,
  },
  { verb: "discussion.close", may: runners, data: question, writes: `${at}discussion:q-1` },
  {
    verb: "discussion.close",
    may: [...selfMade, ...runners],
    data: ownQuestion,
    writes: `${at}discussion:q-own`,
  },
  {
    verb: "discussion.close",
    may: runners,
    data: { ...answered, value: "reopen" },
    writes: `${at}discussion:q-answered`,
  },

  { verb: "ask.choose", may: runners, data: { ...draft, kind: "todo", of: "draft" } },
  {
    verb: "ask.choose",
    may: [...selfMade, ...runners],
    data: { ...ownDraft, kind: "todo", of: "draft" },
  },
  { verb: "ask.choose", may: runners, data: { ...lamps, kind: "todo", of: "practice" } },
  { verb: "ask.choose", may: runners, data: { ...gap, kind: "todo", of: "gap" } },
  { verb: "todo.approve", may: runners, data: draft, writes: `${at}term:d-1` },
  { verb: "todo.approve", may: runners, data: ownDraft, writes: `${at}term:d-own` },
  { verb: "todo.approve", may: runners, data: lamps, writes: `${at}practice:lyktor` },
  {
    verb: "todo.approve",
    may: admins,
    data: sharedPractice,
    writes: "content/_shared/practice:gemensam",
  },
  { verb: "todo.approve", may: runners, data: oldContact, writes: `${at}contact:c-old` },
  { verb: "todo.approve", may: runners, data: newPractice, writes: `${at}practice:chat-` },
  {
    verb: "todo.approve",
    may: ["admin", "coordinator of another network"],
    data: { ...newPractice, network: "beta" },
    writes: "content/beta/practice:chat-",
  },
  { verb: "todo.edit", may: runners, data: draft },
  { verb: "todo.edit", may: runners, data: { ...draft, sv: "skepp" }, writes: `${at}draft:d-1` },
  {
    verb: "todo.edit",
    may: [...selfMade, ...runners],
    data: { ...ownDraft, sv: "skepp" },
    writes: `${at}draft:d-own`,
  },
  {
    verb: "todo.edit",
    may: runners,
    data: { ...lamps, body: "Ljus." },
    writes: `${at}practice:lyktor`,
  },
  {
    verb: "todo.edit",
    may: admins,
    data: { ...sharedPractice, body: "Ljus." },
    writes: "content/_shared/practice:gemensam",
  },
  { verb: "todo.edit", may: runners, data: { ...term, sv: "direktör" }, writes: `${at}term:` },
  { verb: "todo.edit", may: admins, data: { kind: "term", id: "delad" } },
  { verb: "todo.edit", may: runners, data: gap },
  { verb: "todo.edit", may: insiders, data: newPractice, writes: `${at}draft:chat-` },
  { verb: "todo.reject", may: runners, data: { ...draft, reason: "Nej" }, writes: `${at}draft:` },
  {
    verb: "todo.reject",
    may: runners,
    data: { ...ownDraft, reason: "Nej" },
    writes: `${at}draft:d-own`,
  },
  { verb: "todo.reject", may: runners, data: lamps, writes: `${at}practice:lyktor` },
  { verb: "todo.reject", may: admins, data: sharedPractice, writes: "content/_shared/practice:" },
  { verb: "todo.reject", may: runners, data: oldContact, writes: `${at}contact:c-old` },
  // Whose it is decides, whoever runs the network: their sign-in name stands in it.
  { verb: "todo.edit", may: selfMade, data: ownContact },
  {
    verb: "todo.edit",
    may: selfMade,
    data: { ...ownContact, phone: "+358 9 000 0199" },
    writes: `${at}contact:c-own`,
  },
  { verb: "todo.edit", may: selfMade, data: { kind: "contact", value: "own" } },
  { verb: "todo.reject", may: selfMade, data: ownContact },
  {
    verb: "todo.reject",
    may: selfMade,
    data: { ...ownContact, act: "remove" },
    writes: `${at}contact:c-own`,
  },
  { verb: "todo.reject", may: runners, data: gap, writes: `${at}gap:g-1` },

  { verb: "ask.choose", may: insiders, data: term },
  { verb: "term.share", may: insiders, data: term, writes: planned },
  // Of what all share: everybody in their own network's forum.
  {
    verb: "term.share",
    may: belonging,
    data: { kind: "term", id: "delad", forum: "alfa" },
    writes: planned,
  },
  { verb: "term.ask", may: belonging, after: "vad heter zeppelinarhamn på finska?" },
  { verb: "term.ask", may: [], data: { question: "what another has asked" } },
];

/** By the English word; a refused one is answered without a word of what it would have shown. */
type CommandRow = {
  readonly may: readonly Role[];
  readonly kind: string;
  /** Words, and who reads them in the answer: nobody else does. */
  readonly shows?: readonly (readonly [text: string, to: readonly Role[]])[];
};

const commands: Readonly<Record<string, CommandRow>> = {
  help: { may: everybody, kind: "help" },
  topics: { may: belonging, kind: "topics" },
  "contact Vera": { may: insiders, kind: "contact" },
  "language english": { may: everybody, kind: "help" },
  meetings: { may: belonging, kind: "meetings" },
  "new meeting": {
    may: ["coordinator", "admin", "coordinator of another network"],
    kind: "meeting-editor",
  },
  announce: {
    may: ["coordinator", "admin", "coordinator of another network"],
    kind: "announcement-editor",
  },
  announcements: {
    may: ["coordinator", "admin", "coordinator of another network"],
    kind: "announcements",
  },
  "term kommundirektör": { may: insiders, kind: "term", shows: [[secrets.term, insiders]] },
  "open questions": {
    may: belonging,
    kind: "discussions",
    shows: [
      [secrets.question, insiders],
      [secrets.ownQuestion, insiders],
    ],
  },
  "to do": {
    may: belonging,
    kind: "todo",
    shows: [
      [secrets.draft, runners],
      [secrets.ownDraft, [...selfMade, ...runners]],
      [secrets.gap, runners],
      [secrets.contact, runners],
    ],
  },
  "new practice": { may: belonging, kind: "entry-editor" },
  settings: { may: everybody, kind: "settings" },
  statistics: {
    may: ["coordinator", "admin", "coordinator of another network"],
    kind: "statistics",
  },
  "pause 2026-03-20": { may: everybody, kind: "settings" },
  "my contact": { may: selfMade, kind: "entry-editor", shows: [[secrets.ownContact, selfMade]] },
  "my data": { may: everybody, kind: "my-data" },
  "forget me": { may: everybody, kind: "forget" },
};

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(path.join(folder, file), "utf8"));

describe("the table", () => {
  it("when a feature gives somebody a button, then its verb has a row", () => {
    const verbs = files("src/features").flatMap((text) =>
      [...text.matchAll(/(?:\bverb(?: [!=]==|:)|case) "([a-z]+\.[a-z]+)"/gu)].map(
        ([, verb]) => verb,
      ),
    );

    const known = new Set(rows.map(({ verb }) => verb));
    expect(verbs.length).toBeGreaterThan(30);
    expect([...new Set(verbs)].filter((verb) => !known.has(verb ?? ""))).toEqual([]);
    const all = files("src/features").join("\n");
    expect([...known].filter((verb) => !all.includes(`"${verb}"`))).toEqual([]);
  });

  it("when there is a command, then it has a row", () => {
    const text = readFileSync("src/core/commands.ts", "utf8");
    const names = [
      ...(text.split("export type Command =")[0] ?? "").matchAll(/\| "([^"]+)"/gu),
    ].map(([, name]) => name ?? "");

    const without = names.filter(
      (name) => !Object.keys(commands).some((said) => said === name || said.startsWith(`${name} `)),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(without).toEqual([]);
  });
});

describe("who may do what, through /api/messages", () => {
  const stages: TrustStage[] = [];
  afterEach(async () => {
    for (const stage of stages.splice(0)) {
      await stage.bot.close();
      expect(stage.bot.cardFaults).toEqual([]);
      expect(stage.bot.logged).toEqual([]);
    }
  });

  async function start(status = "draft"): Promise<TrustStage> {
    const stage = await setTrustStage(sqlitePlace());
    stages.push(stage);
    const author = `${tenant}:${people.helga.person}`;
    const value = {
      ...base,
      author,
      status,
      ...(status === "sent" && { confirm: true, sentAt: "2026-03-02T07:30:00.000Z" }),
    };
    const held = { id: "announcement:a-1", type: "announcement", v: 1, value };
    await stage.store.create("content", "alfa", held);
    const planned = {
      id: "m-1",
      network: "alfa",
      titleSv: "Träff",
      start: "2026-03-12T13:00",
      minutes: 60,
      audience: "members",
      channel: "forum",
      except: [],
      moved: [],
      remind: [1440, 15],
      status: "planned",
    };
    const doc = { id: "meeting:m-1", type: "meeting", v: 1, value: planned };
    await stage.store.create("content", "alfa", doc);
    await putWhatIsThere(stage.store);
    await stage.bot.app.library.refresh();
    return stage;
  }

  const post = (stage: TrustStage, role: Role, activity: object): Promise<Posted> => {
    const { person, name, userId, chat } = people[standsFor[role]];
    return createPoster(stage.bot).post(person, {
      from: { id: userId, name, aadObjectId: person },
      conversation: { id: chat, conversationType: "personal" },
      channelData: { tenant: { id: tenant } },
      locale: "en-GB",
      ...activity,
    });
  };

  /** What a card in a client's hands could say to pass for somebody else's. */
  const forged = {
    actor: people.karin.person,
    person: people.karin.person,
    member: people.karin.person,
    role: "admin",
    isAdmin: true,
  };

  /** Everything but what the presser's own turn leaves with themselves. */
  async function others(stage: TrustStage, role: Role): Promise<Readonly<Record<string, string>>> {
    const own = `members/${tenant}:${people[standsFor[role]].person}`;
    const isOwn = (place: string) =>
      place.startsWith("claims/") ||
      place.startsWith(own) ||
      place.startsWith("conversations/_known") ||
      place.startsWith("conversations/_data-links");
    const all = Object.entries({ ...(await stage.dump()), ...(await sharedIn(stage.store)) });
    return Object.fromEntries(all.filter(([place]) => !isOwn(place)));
  }

  /** What the button on the answer to a question carries. */
  async function carriedAfter(stage: TrustStage, role: Role, verb: string, text: string) {
    await post(stage, role, { type: "message", text });
    const answer = stage.to(standsFor[role]).at(-1)?.rendered;
    const offered = actionsOf(answer).find((one) => one.verb === verb);
    if (!offered) return { question: "was never offered" };
    const { key: _, ...carried } = offered.data;
    return carried;
  }

  describe.each(rows)("$verb $data", (row) => {
    const { verb, may, status, says, after, writes, instead } = row;
    it.each(roles)("as %s", async (role) => {
      const stage = await start(status);
      const named = row.data ?? {};
      const data =
        after !== undefined
          ? await carriedAfter(stage, role, verb, after)
          : verb.endsWith(".approve")
            ? await asShown(stage.store, named)
            : named;
      const before = await others(stage, role);
      const isForged = role === "member with a forged card";

      const { status: http, body } = await post(stage, role, {
        type: "invoke",
        name: "adaptiveCard/action",
        value: {
          action: {
            type: "Action.Execute",
            verb,
            data: { ...data, ...(isForged && forged), key: `key-${role}` },
          },
        },
      });

      expect(http).toBe(200);
      expect(body).toMatchObject({ statusCode: 200 });
      const said = JSON.stringify(body["value"]);
      expect(said.length).toBeGreaterThan(10);
      if (may.includes(role)) {
        const type = says === undefined ? "vnd.microsoft.card.adaptive" : "activity.message";
        expect(`${body["type"]} ${JSON.stringify(body["value"]).slice(0, 150)}`).toContain(type);
        if (writes === undefined) return;
        const now = Object.entries(await others(stage, role));
        const changed = now.filter(([place, text]) => before[place] !== text);
        expect(
          changed.map(([place]) => place).filter((one) => one.startsWith(writes)),
        ).toHaveLength(1);
        return;
      }
      expect(await others(stage, role)).toEqual(before);
      const type = instead === "card" ? "card.adaptive" : "activity.message";
      const isStranger = role === "stranger";
      expect(body["type"]).toContain(isStranger ? "activity.message" : type);
      for (const hidden of ["Vi ses i Åbo", ...Object.values(secrets)])
        expect(said).not.toContain(hidden);
    });
  });

  describe.each(Object.entries(commands))("“%s”", (text, { may, kind, shows = [] }) => {
    it.each(roles)("as %s", async (role) => {
      const stage = await start();
      const before = await others(stage, role);

      const { status: http } = await post(stage, role, { type: "message", text });

      expect(http).toBe(200);
      const kinds = stage.to(standsFor[role]).map(({ card }) => card.kind);
      if (may.includes(role)) expect(kinds).toEqual([kind]);
      else {
        expect(kinds).toHaveLength(1);
        expect(kinds).not.toEqual([kind]);
      }
      const said = JSON.stringify(stage.to(standsFor[role]).map(({ rendered }) => rendered));
      for (const [shown, to] of shows)
        expect([shown, said.includes(shown)]).toEqual([shown, to.includes(role)]);
      expect(await others(stage, role)).toEqual(before);
    });
  });

  it("when another network's coordinator shares a term, then it never comes to this one's forum", async () => {
    const stage = await start();

    await stage.press("bertil", {
      verb: "term.share",
      data: { kind: "term", id: "delad", forum: "alfa" },
    });

    const places = Object.keys(await stage.dump()).filter((one) => one.startsWith("deliveries/"));
    expect(places).not.toEqual([]);
    expect(places.filter((one) => one.includes("alfa"))).toEqual([]);
  });

  it("when an admin of another tenant has the same name, then they are nobody here", async () => {
    const stage = await start();
    const before = await others(stage, "admin");

    const { body } = await createPoster(stage.bot).post(people.karin.person, {
      type: "invoke",
      name: "adaptiveCard/action",
      from: { id: "29:foreign", name: people.karin.name, aadObjectId: "bbbbbbbb-0000-4000-8000-1" },
      conversation: { id: "a:foreign", conversationType: "personal" },
      channelData: { tenant: { id: "22222222-2222-4222-8222-222222222222" } },
      value: {
        action: {
          type: "Action.Execute",
          verb: "settings.save",
          data: { act: "save", network: "alfa", quietFrom: "21:00", key: "k" },
        },
      },
    });

    expect(body["type"]).toBe("application/vnd.microsoft.activity.message");
    const after = await others(stage, "admin");
    expect(after["content/_networks/network:alfa"]).toBe(before["content/_networks/network:alfa"]);
  });

  it("when somebody has lost the role, then their card of yesterday does nothing", async () => {
    const stage = await start();
    const card = await stage.say("karin", "settings");
    const found = await stage.store.read<{
      readonly id: string;
      readonly type: string;
      readonly v: number;
      readonly value: JsonObject;
    }>("content", "_networks", "network:alfa");
    if (!found) throw new Error("no network");
    const value = { ...found.doc.value, coordinators: [people.helga.person] };
    await stage.store.replace("content", "_networks", { ...found.doc, value }, found.etag);
    await stage.bot.app.library.refresh();
    const before = await others(stage, "coordinator");

    const pressed = await stage.press("karin", {
      verb: "settings.save",
      data: { act: "save", network: "alfa", quietFrom: "22:00" },
    });

    expect(JSON.stringify(card)).toContain("quietFrom");
    expect(pressed.text).toContain(people.helga.name);
    expect(await others(stage, "coordinator")).toEqual(before);
  });
});
