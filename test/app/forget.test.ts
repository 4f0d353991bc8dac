import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ContentDocument } from "../../src/core/content.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { openSqliteDocuments } from "../../src/platform/storage/sqlite-documents.ts";
import { createMetrics } from "../../src/platform/telemetry/metrics.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores, type StorePlace, sqlitePlace } from "./both-stores.ts";
import { actionsOf, button } from "./start-bot.ts";
import {
  helgasEntry,
  helgasMail,
  inputsOf,
  people,
  setTrustStage,
  type TrustStage,
  tenant,
  traces,
} from "./trust-stage.ts";

const meeting = {
  titleSv: "Marknadsdialog",
  titleFi: "Markkinavuoropuhelu",
  titleEn: "Market dialogue",
  date: "2026-03-02",
  time: "11:02",
  minutes: "60",
  audience: "both",
  repeat: "none",
  remind: "60",
};
const announcement = {
  titleSv: "Träffen flyttas",
  titleFi: "Tapaaminen siirtyy",
  titleEn: "The meeting moves",
  textSv: "Vi ses i Åbo.",
  textFi: "Tapaamme Turussa.",
  textEn: "We meet in Turku.",
  importance: "normal",
  confirm: "true",
};

/** The form as it is, with the contact entry ticked that is hers: nothing is ticked beforehand. */
const withOwnContact = (card: unknown) => ({
  ...inputsOf(card),
  [`contact:alfa:${helgasEntry}`]: "true",
});

/** Whatever features keep of people: a new feature adds what somebody can do with it. */
async function everythingSheDoes(stage: TrustStage): Promise<void> {
  const { bot } = stage;
  await stage.say("mona", "hjälp");
  await stage.say("karin", "hjälp");
  await stage.say("helga", "hjälp");
  const shown = await stage.say("helga", "Hur sköter man en bikupa?");
  await stage.press("helga", button(shown, "ask.helpful", "up"));
  const nothing = await stage.say("helga", "Hur vattnar man en kaktus?");
  await stage.press("helga", button(nothing, "ask.none"));
  await stage.say("helga", "språk svenska");
  await stage.say("helga", "Vad säger Helga Tvärminne-Östergård om bikupor?", "forum");
  await stage.say("helga", "Vad säger Helga Tvärminne-Östergård om bikupor?", "group");
  await stage.say("mona", "kontakt Helga Tvärminne-Östergård");

  const editor = await stage.say("helga", "nytt möte");
  await stage.press("helga", button(editor, "meeting.save"), { ...inputsOf(editor), ...meeting });
  await stage.live(10_000);
  bot.clock.advance(130_000);
  await stage.live(20_000);
  const reminder = stage.to("helga").findLast(({ card }) => card.kind === "reminder");
  await stage.press("helga", button(reminder?.rendered, "reminder.rsvp", "yes"));
  await stage.press("helga", button(reminder?.rendered, "reminder.later"));

  const form = await stage.say("helga", "meddela");
  const written = { ...inputsOf(form), ...announcement };
  const preview = await stage.press("helga", button(form, "announcement.preview"), written);
  await stage.press("helga", button(preview.rendered, "announcement.send"));
  await stage.live(90_000);
  const got = stage.to("helga").findLast(({ card }) => card.kind === "announcement");
  await stage.press("helga", button(got?.rendered, "announcement.read"));
  const list = await stage.say("karin", "meddelanden");
  await stage.press("karin", button(list, "ask.choose"));

  const settings = await stage.say("helga", "inställningar");
  const changed = { ...inputsOf(settings), quietFrom: "21:30" };
  await stage.press("helga", button(settings, "settings.save"), changed);
  const contact = await stage.say("helga", "min kontakt");
  const corrected = { ...inputsOf(contact), role: "Kapten" };
  await stage.press("helga", button(contact, "todo.edit", "own"), corrected);
  const entry = { kind: "contact", id: helgasEntry, network: "alfa" };
  const edited = await stage.press("karin", { verb: "todo.edit", data: entry });
  const known = { ...inputsOf(edited.rendered), topics: "bikupor; halmkupor" };
  await stage.press("karin", button(edited.rendered, "todo.edit"), known);
  const told = await stage.say("mona", "Vem kan halmkupor?");
  await stage.press("mona", button(told, "ask.choose"));
  const mine = await stage.say("helga", "mina uppgifter");
  await stage.press("helga", button(mine, "data.export"));
  await stage.live(60_000);
  bot.sent.length = 0;
}

const found = (dump: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(dump).flatMap(([place, text]) =>
    traces.filter((one) => `${place} ${text}`.includes(one)).map((one) => `${place}: ${one}`),
  );

describe.each(bothStores)("forgetting somebody on $name", (storeKind) => {
  const stages: TrustStage[] = [];
  let folder = "";
  beforeAll(() => storeKind.start(), 60_000);
  afterEach(async () => {
    for (const stage of stages.splice(0)) {
      await stage.bot.close();
      expect(stage.bot.cardFaults).toEqual([]);
      expect(stage.bot.logged).toEqual([]);
    }
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => storeKind.stop());

  function place(): StorePlace {
    if (storeKind.name !== "SQLite") return storeKind.newPlace();
    folder = mkdtempSync(path.join(tmpdir(), "kollega-forget-"));
    return {
      open: (deps) => openSqliteDocuments({ ...deps, dataDir: folder, mode: "tool" }),
      remove: () => {},
    };
  }
  async function start(): Promise<TrustStage> {
    const stage = await setTrustStage(place());
    stages.push(stage);
    return stage;
  }

  it("when everything was done and she is forgotten, then nothing names her", async () => {
    const stage = await start();
    await everythingSheDoes(stage);
    const before = await stage.dump();
    for (const one of traces) expect(found(before).join("\n")).toContain(one);
    const counts = await countsOf(stage);

    const card = await stage.say("helga", "glöm mig");
    const done = await stage.press("helga", button(card, "data.forget"), withOwnContact(card));
    await stage.live(90_000);

    expect(done.card).toMatchObject({ kind: "forget" });
    expect(found(await stage.dump())).toEqual([]);
    expect(await countsOf(stage)).toEqual(counts);
    if (folder !== "") {
      const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file)));
      const there = traces.filter((one) => files.some((file) => file.includes(one)));
      expect(there).toEqual([]);
    }
  }, 120_000);

  it("when she writes again, then she starts anew, and is in the rosters once more", async () => {
    const stage = await start();
    await stage.say("helga", "språk svenska");
    const card = await stage.say("helga", "glöm mig");
    await stage.press("helga", button(card, "data.forget"), withOwnContact(card));
    await stage.live(60_000);
    await stage.live(3_700_000);
    expect(found(await stage.dump())).toEqual([]);

    await stage.say("helga", "help");
    await stage.live(10_000);
    await stage.say("helga", "my data");

    const mine = stage.to("helga").at(-1)?.card;
    expect(mine).toMatchObject({ kind: "my-data", language: "en" });
    const titles = (mine?.view["sections"] as readonly JsonObject[]).map(({ title }) => title);
    expect(titles).toContain("Teams you are in");
    expect(titles).not.toContain("Roles");
  }, 120_000);

  it("when she is the only coordinator, then somebody else takes over first", async () => {
    const stage = await start();
    await stage.say("bertil", "hjälp");
    const before = await stage.dump();

    const card = await stage.say("bertil", "unohda minut");
    const pressed = await stage.press("bertil", {
      verb: "data.forget",
      data: { act: "forget", askedAt: stage.bot.clock.now().toISOString() },
    });

    expect(actionsOf(card).map(({ verb }) => verb)).toEqual(["settings.save"]);
    expect(pressed.card?.summary).toContain("Jonkun muun");
    await stage.live(60_000);
    expect(
      Object.keys(await stage.dump()).filter((one) => one.includes("_forgotten/erasure")),
    ).toEqual([]);
    expect((await stage.dump())["content/_networks/network:beta"]).toBe(
      before["content/_networks/network:beta"],
    );
  });

  it("when the process dies in the midst of it, then the next one goes on", async () => {
    const stage = await start();
    await stage.say("helga", "Hur sköter man en bikupa?");
    const card = await stage.say("helga", "glöm mig");
    await stage.press("helga", button(card, "data.forget"), withOwnContact(card));
    stage.bot.clock.advance(60_000);

    const next = await stage.bot.again();
    for (const job of next.app.jobs) if (job.name === "privacy") await job.run();

    expect(found(await stage.dump())).toEqual([]);
  });

  it("when she asks once more while it is under way, then what she ticked only then goes, too, and at once", async () => {
    const stage = await start();
    const entry = async () =>
      JSON.stringify((await stage.dump())[`content/alfa/contact:${helgasEntry}`] ?? "");
    const first = await stage.say("helga", "glöm mig");
    await stage.press("helga", button(first, "data.forget"));
    await stage.bot.runJob("privacy");
    const kept = await entry();
    // Her networks are known again once the rosters were read.
    await stage.say("helga", "språk svenska");
    for (let round = 0; round < 3; round++) {
      stage.bot.clock.advance(2_000);
      await stage.bot.runJob("teams");
    }

    const card = await stage.say("helga", "glöm mig");
    expect(inputsOf(card)).toEqual({ [`contact:alfa:${helgasEntry}`]: "false" });
    await stage.press("helga", button(card, "data.forget"), withOwnContact(card));
    await stage.bot.runJob("privacy");

    expect(kept).toContain(helgasMail);
    expect(await entry()).not.toContain(helgasMail);
    await stage.live(60_000);
    expect(found(await stage.dump())).toEqual([]);
    const places = Object.keys(await stage.dump());
    expect(places.filter((one) => one.includes("_forgotten/erasure"))).toEqual([]);
  });

  it("when another instance knew her, then it sends her nothing either", async () => {
    const stage = await start();
    const other = await stage.bot.again();
    const card = await stage.say("helga", "glöm mig");
    await stage.press("helga", button(card, "data.forget"), withOwnContact(card));
    await stage.live(60_000);
    other.clock.advance(10_000);

    await other.runJob("refresh content");
    await other.handle({
      id: "late",
      type: "message",
      text: "announcements",
      isMentioned: true,
      actor: { tenant, person: people.mona.person, name: "Mona", userId: people.mona.userId },
      conversation: { kind: "personal", id: people.mona.chat },
      address: {
        v: 1,
        serviceUrl: "http://127.0.0.1:1/",
        channel: "msteams",
        conversationId: people.mona.chat,
        botId: "28:kollega",
      },
    });
    // A refusal names the coordinators whom the instance knows.
    expect(JSON.stringify(other.sent.at(-1)?.card)).toContain(people.karin.name);
    expect(JSON.stringify(other.sent.at(-1)?.card)).not.toContain(people.helga.name);
  });

  it("when the card is old, sent twice, or names somebody else, then nothing is erased by it", async () => {
    const stage = await start();
    const card = await stage.say("helga", "glöm mig");
    const forget = button(card, "data.forget");
    stage.bot.clock.advance(8 * 24 * 3_600_000);

    const old = await stage.press("helga", forget);
    const other = await stage.press("mona", {
      verb: "data.forget",
      data: { ...forget.data, person: people.helga.person },
    });
    const foreign = await stage.press("mona", {
      verb: "data.export",
      data: { person: people.helga.person },
    });
    await stage.live(60_000);

    expect(old.card?.view["notices"]).toEqual(["Det kortet är gammalt. Så här ser det ut nu."]);
    expect(other.text).toContain("dina egna");
    expect(foreign.text).toContain("dina egna");
    expect(found(await stage.dump()).length).toBeGreaterThan(0);
  });

  it.each(["svenska", "suomi", "english"])(
    "when an entry of her name is not ticked, then it stays, and she is told so, in %s",
    async (language) => {
      const stage = await start();
      const { name } = people.helga;
      const value = {
        id: "namesake",
        network: "alfa",
        name,
        consent: "2026-01-01",
        organisation: "Nagu",
        topics: [],
        languages: ["sv"],
        email: "another@example.fi",
      };
      const doc: ContentDocument = { id: "contact:namesake", type: "contact", v: 1, value };
      await stage.store.create("content", "alfa", doc);
      await stage.bot.runJob("refresh content");
      const spoken = { svenska: "sv", suomi: "fi", english: "en" } as const;
      const texts = textsIn(spoken[language as keyof typeof spoken]).privacy.forget;
      await stage.say("helga", `language ${language}`);

      const card = await stage.say("helga", "glöm mig");
      const asked = stage.to("helga").at(-1)?.card.view;
      const done = await stage.press("helga", button(card, "data.forget"), withOwnContact(card));
      await stage.live(60_000);

      expect(asked).toMatchObject({
        contactsText: texts.contactsText,
        toggles: [{ label: `${name}, Pargas stad` }, { label: `${name}, Nagu` }],
      });
      // Of a namesake no more than tells them apart.
      expect(JSON.stringify(card)).not.toContain("@example.fi");
      expect(JSON.stringify(done.card)).toContain(texts.contactsLeft);
      expect(found(await stage.dump())).toEqual([`content/alfa/contact:namesake: ${name}`]);
    },
    60_000,
  );

  it("when her data is asked for, then it comes in words, and as a file once", async () => {
    const stage = await start();
    await everythingSheDoes(stage);

    const mine = await stage.say("helga", "mina uppgifter");
    const offered = await stage.press("helga", button(mine, "data.export"));
    const [link] = offered.card?.view["links"] as readonly { readonly url: string }[];
    const file = new URL(link?.url ?? "").pathname.split("/").at(-1) ?? "";
    const fetch = () =>
      stage.bot.app.routes
        .find(({ path: at, method }) => at === "/data/:file" && method === "POST")
        ?.handle({ headers: {}, peer: "", path: "", params: { file }, query: {}, body: "" });
    const first = await fetch();
    const second = await fetch();

    expect(first?.status).toBe(200);
    expect(second?.status).toBe(404);
    const held = JSON.parse(String(first?.body)) as {
      readonly data: readonly { readonly kind: string; readonly items: readonly unknown[] }[];
    };
    expect(held.data.map(({ kind }) => kind)).toEqual([
      "profile",
      "conversation",
      "rosters",
      "roles",
      "practices",
      "meeting-answers",
      "announcements",
      "confirmations",
      "contact-entries",
      "opinions",
      "unanswered-questions",
      "deliveries",
      "audit",
      "data-links",
    ]);
    expect(String(first?.body)).not.toContain(people.mona.person);
  }, 60_000);
});

describe("the log", () => {
  it("when a long conversation has its faults, then no line names anybody or says what was said", async () => {
    const stage = await setTrustStage(sqlitePlace());
    const { bot } = stage;
    const where = `https://smba.example/v3/conversations/${people.helga.chat}/activities`;
    const faults = [
      new Error(`POST ${where} failed`),
      Object.assign(new Error(`"${people.helga.name}" (${helgasMail}) cannot be mentioned`), {
        request: { url: where, body: people.helga.name },
      }),
      new Error(`No member ${people.helga.userId}`, { cause: new Error(people.helga.person) }),
    ];

    await everythingSheDoes(stage);
    for (const fault of faults) {
      bot.outcomes.push(fault, fault);
      await stage.say("helga", "Hur sköter man en bikupa?").catch(() => undefined);
      bot.outcomes.length = 0;
    }
    bot.outcomes.push({ state: "refused", reason: "blocked", status: 403 });
    await stage.say("helga", "Hur sköter man en bikupa?");
    const card = await stage.say("helga", "glöm mig");
    await stage.press("helga", button(card, "data.forget"), withOwnContact(card));
    await stage.live(90_000);
    await bot.close();

    const lines = bot.logLines.join("\n");
    expect(bot.logLines.length).toBeGreaterThan(3);
    const said = ["bikupa", "kaktus", "Träffen flyttas", "Marknadsdialog", people.mona.name];
    expect([...traces, ...said].filter((one) => lines.includes(one))).toEqual([]);
  }, 60_000);
});

describe("the metrics", () => {
  it("when everything was done, failed now and then, and was forgotten, then no figure names anybody or says what was said", async () => {
    const metrics = createMetrics({ isLoopback: () => true });
    const stage = await setTrustStage(sqlitePlace(), metrics);
    const { bot } = stage;

    await everythingSheDoes(stage);
    bot.outcomes.push(new Error(`"${people.helga.name}" (${helgasMail})`));
    await stage.say("helga", `Vad säger ${people.mona.name} om bikupor?`).catch(() => undefined);
    await stage.say("stranger", people.helga.name);
    await stage.press("mona", { verb: "todo.edit", data: { kind: people.helga.name } });
    await stage.press("mona", { verb: people.helga.name, data: {} });
    const card = await stage.say("helga", "glöm mig");
    await stage.press("helga", button(card, "data.forget"), withOwnContact(card));
    await stage.live(90_000);
    const request = { headers: {}, peer: "127.0.0.1", path: "", params: {}, query: {}, body: "" };
    const { status, body } = await metrics.route.handle(request);
    await bot.close();

    const figures = String(body);
    expect(status).toBe(200);
    for (const one of ["turns_total{", "answers_total{", "storage_calls_total{", "deliveries{"])
      expect(figures).toContain(`kollega_${one}`);
    const others = Object.values(people).flatMap((one) => [one.name, one.person, one.chat]);
    const said = ["bikupa", "bikupor", "kaktus", "Träffen flyttas", "Marknadsdialog", "Kapten"];
    const places = [tenant, "team-alfa", "alfa", "helgas-kupa", "group-chat"];
    const secrets = [...traces, ...others, ...said, ...places];
    expect(secrets.filter((one) => figures.includes(one))).toEqual([]);
    // Every label is a word of the house: letters, and nothing that was made while it ran.
    const labels = [...figures.matchAll(/="([^"]*)"/gu)].map(([, value = ""]) => value);
    expect(labels.filter((value) => !/^[a-z0-9.:+_-]{1,40}$|^\+Inf$/u.test(value))).toEqual([]);
  }, 60_000);
});

async function countsOf(stage: TrustStage): Promise<readonly unknown[]> {
  const counts: unknown[] = [];
  for await (const head of stage.bot.app.outbox.heads()) {
    const isMessage = head.kind === "announcement" || head.kind === "reminder";
    if (isMessage) counts.push([head.id, await stage.bot.app.outbox.counts(head)]);
  }
  return counts;
}
