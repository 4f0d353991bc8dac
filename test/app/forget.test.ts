import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { JsonObject } from "../../src/core/reply.ts";
import { openSqliteDocuments } from "../../src/platform/storage/sqlite-documents.ts";
import { bothStores, type StorePlace, sqlitePlace } from "./both-stores.ts";
import { actionsOf, button } from "./start-bot.ts";
import {
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
const withOwnContact = (card: unknown) => ({ ...inputsOf(card), "contact:alfa:c-17": "true" });

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

  it("when her data is asked for, then it comes in words, and as a file once", async () => {
    const stage = await start();
    await everythingSheDoes(stage);

    const mine = await stage.say("helga", "mina uppgifter");
    const offered = await stage.press("helga", button(mine, "data.export"));
    const [link] = offered.card?.view["links"] as readonly { readonly url: string }[];
    const file = new URL(link?.url ?? "").pathname.split("/").at(-1) ?? "";
    const fetch = () =>
      stage.bot.app.routes
        .find(({ path: at }) => at === "/data/:file")
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

async function countsOf(stage: TrustStage): Promise<readonly unknown[]> {
  const counts: unknown[] = [];
  for await (const head of stage.bot.app.outbox.heads()) {
    const isMessage = head.kind === "announcement" || head.kind === "reminder";
    if (isMessage) counts.push([head.id, await stage.bot.app.outbox.counts(head)]);
  }
  return counts;
}
