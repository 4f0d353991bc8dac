/** Announcements from the press of "send" to what is left of them: reports, corrections, withdrawals, confirmations. */
import type { ContentDocument } from "../../src/core/content.ts";
import type { Delivered, Documents } from "../../src/core/ports.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import {
  alfa,
  base,
  type Member,
  type Stage,
  stagesOn,
  teamA,
  tenant,
} from "./announcements-stage.ts";
import { bothStores } from "./both-stores.ts";
import { inputsOf } from "./inputs-of.ts";
import type { Answer } from "./start-bot.ts";
import { actionsOf, button, shownIn } from "./start-bot.ts";

/** It is Monday 2 March 2026, 10.00 in Helsinki. karin and kaisa coordinate alfa. */
const members: Readonly<Record<string, Member>> = {
  karin: { hasChat: true, language: "sv" },
  kaisa: { hasChat: true, language: "fi" },
  sven: { hasChat: true, language: "sv" },
  fia: { hasChat: true, language: "fi" },
  gus: { hasChat: false, language: "en", isGuest: true },
};
const blocked: Delivered = { state: "refused", reason: "blocked", status: 403 };
const throttled: Delivered = { state: "throttled" };
const key = (who: string) => `${tenant}:${who}`;
const main = "announcement:alfa:a-1";

const sentence = ({ reply }: Answer) => (reply?.type === "sentence" ? reply.text : undefined);
const facts = ({ card }: Answer) =>
  Object.fromEntries(
    (card.view["facts"] as { label: string; value: string }[]).map(({ label, value }) => [
      label,
      value,
    ]),
  );

describe.each(bothStores)("announcements that are sent, on $name", (storeKind) => {
  const { start, sent, got: announcements } = stagesOn(storeKind, members);

  it("when it is sent, then everyone has it once in their language, and it is sent", async () => {
    const stage = await start();
    await stage.put();

    const answer = await stage.press("karin", "announcement.send");
    await stage.settle();

    expect(answer.card).toMatchObject({ kind: "report", language: "sv" });
    expect(answer.card.view["notices"]).toEqual([
      "Meddelandet skickas nu. Jag berättar i vår privata chatt hur det går.",
    ]);
    for (const [who, language, title] of [
      ["karin", "sv", "Träffen flyttas"],
      ["kaisa", "fi", "Tapaaminen siirtyy"],
      ["sven", "sv", "Träffen flyttas"],
      ["fia", "fi", "Tapaaminen siirtyy"],
      ["gus", "en", "The meeting moves"],
    ] as const) {
      const got = announcements(stage, who);
      expect(got.map(({ card }) => [card.language, card.summary])).toEqual([[language, title]]);
      expect(shownIn(got[0]?.rendered)).toEqual(["announcement:a-1"]);
    }
    expect(await stage.stored()).toMatchObject({ status: "sent", sentAt: expect.any(String) });
    expect(await stage.heads(main)).toMatchObject([
      { id: main, state: "ended", intended: 5, counts: { delivered: 5 } },
    ]);
    expect((await stage.audit()).map(({ act, actor }) => [act, actor])).toEqual([
      ["announcement.send", key("karin")],
    ]);
  });

  it("when it is sent, then its author's card says how it went, edited every five seconds at most", async () => {
    const stage = await start({}, { sendRate: 1 });

    await sent(stage);

    const [progress, ...others] = stage.to("karin").filter(({ card }) => card.kind === "report");
    expect(others).toEqual([]);
    const edits = stage.bot.updated.filter(({ activityId }) => activityId === progress?.activityId);
    expect(edits.length).toBeGreaterThan(0);
    const made = (await stage.heads("announcement-progress-edit:"))
      .map(({ createdAt }) => Date.parse(createdAt))
      .sort((a, b) => a - b);
    expect(made).toHaveLength(edits.length);
    for (const [at, time] of made.entries())
      if (at > 0) expect(time - (made[at - 1] ?? 0)).toBeGreaterThanOrEqual(5_000);
    const last = edits.at(-1);
    expect(last && facts({ ...last, reply: undefined })).toMatchObject({
      Läge: "skickat",
      Mottagare: "5",
      Framme: "5",
    });
  });

  it("when a language is missing, then the card falls back and says so", async () => {
    const stage = await start();

    await sent(stage, { titleFi: "", textFi: "" });

    const [got] = announcements(stage, "fia");
    expect(got?.card).toMatchObject({ language: "fi" });
    expect(got?.card.view["versions"]).toEqual([
      expect.objectContaining({
        title: "Träffen flyttas",
        note: "Tätä tiedotetta ei ole suomeksi.",
      }),
    ]);
  });

  it("when a channel gets it, then one card holds all languages and its readers switch", async () => {
    const stage = await start();

    await sent(stage, {
      audience: { ...base.audience, members: false, channels: ["announcements"] },
    });

    const posts = stage.bot.sent.filter(
      ({ address }) => address.conversationId === `${teamA}-news`,
    );
    expect(posts).toHaveLength(1);
    expect(posts[0]?.card.view["versions"]).toMatchObject([
      { title: "Träffen flyttas", isVisible: true },
      { title: "Tapaaminen siirtyy", isVisible: false },
      { title: "The meeting moves", isVisible: false },
    ]);
    expect(JSON.stringify(posts[0]?.rendered).match(/Action\.ToggleVisibility/gu)).toHaveLength(3);
    expect(announcements(stage, "sven")).toEqual([]);
    expect(await stage.stored()).toMatchObject({ status: "sent" });
  });

  it("when some do not want it or cannot have it, then each is accounted for with the reason", async () => {
    const stage = await start({
      paul: { hasChat: true, preferences: { pausedUntil: "2026-03-05" } },
      tom: { hasChat: true, preferences: { topics: ["skog"] } },
      moa: { hasChat: true, preferences: { mutedTopics: ["Bin"] } },
      klas: { hasChat: true, isClosed: true },
    });

    await sent(stage, { audience: { ...base.audience, topics: ["bin"] } });

    const deliveries = await stage.deliveries(main);
    const reasons = Object.fromEntries(
      deliveries.map((one) => [one.name, one.reason ?? one.state]),
    );
    expect(reasons).toEqual({
      "Person karin": "delivered",
      "Person kaisa": "delivered",
      "Person sven": "delivered",
      "Person fia": "delivered",
      "Person gus": "delivered",
      "Person paul": "paused",
      "Person tom": "topic",
      "Person moa": "topic",
      "Person klas": "blocked",
    });
  });

  it("when a member presses the topic away, then they hear no more of it", async () => {
    const stage = await start();
    const audience = { ...base.audience, topics: ["bin", "honung"] };
    await sent(stage, { audience });
    const [got] = announcements(stage, "sven");

    const answer = await stage.pressed("sven", button(got?.rendered, "member.save"));
    await stage.put({ id: "a-2", audience });
    await stage.press("karin", "announcement.send", { id: "a-2" });
    await stage.settle();

    expect(sentence(answer)).toContain("bin, honung");
    expect(await stage.preferences("sven")).toMatchObject({ mutedTopics: ["bin", "honung"] });
    expect(announcements(stage, "sven")).toHaveLength(1);
    expect(announcements(stage, "fia")).toHaveLength(2);
  });

  it("when it is night, then what is normal waits for the morning, and what is urgent does not", async () => {
    const stage = await start();
    stage.bot.clock.advance(13 * 3_600_000);
    await sent(stage);
    await stage.put({ id: "a-2", importance: "urgent" });
    await stage.press("karin", "announcement.send", { id: "a-2" });
    await stage.press("kaisa", "announcement.approve", { id: "a-2" });
    await stage.settle();

    const night = announcements(stage, "sven").map(({ card }) => card.view["elementId"]);
    const waiting = await stage.press("karin", "announcement.report");
    stage.bot.clock.advance(9 * 3_600_000);
    await stage.settle();
    const morning = announcements(stage, "sven").map(({ card }) => card.view["elementId"]);

    expect(night).toEqual(["announcement:a-2"]);
    expect(facts(waiting)["Väntar"]).toContain("tysta timmar");
    expect(morning).toEqual(["announcement:a-2", "announcement:a-1"]);
    expect(await stage.stored()).toMatchObject({ status: "sent" });
  });

  it("when it is for later, then it is sent to the minute", async () => {
    const stage = await start();
    await stage.put({ sendAt: "2026-03-02T11:00" });

    const answer = await stage.press("karin", "announcement.send");
    stage.bot.clock.advance(58 * 60_000);
    await stage.settle(30_000);
    const before = announcements(stage, "sven");
    await stage.settle(120_000);

    expect(answer.card.view["notices"]).toEqual(["Meddelandet skickas den 2 mars 2026 kl. 11.00."]);
    expect(before).toEqual([]);
    expect(announcements(stage, "sven")).toHaveLength(1);
  });

  it("when two press send at once, in two processes, then it is sent once", async () => {
    const stage = await start();
    await stage.put();
    const other = await stage.again();

    const answers = await Promise.all([
      stage.press("karin", "announcement.send"),
      other.press("kaisa", "announcement.send"),
    ]);
    await other.settle();
    await stage.settle();

    const notices = answers.map(({ card }) => [card.view["notices"], card.view["warnings"]]);
    expect(JSON.stringify(notices).match(/skickas nu|lähetetään nyt/gu)).toHaveLength(1);
    const all = [...announcements(stage, "sven"), ...announcements(other, "sven")];
    expect(all).toHaveLength(1);
    expect((await stage.audit()).filter(({ act }) => act === "announcement.send")).toHaveLength(1);
  });

  describe("when it needs approval", () => {
    it("then another coordinator is asked, never its author, and then it is sent", async () => {
      const stage = await start();
      await stage.put({ importance: "urgent" });

      const asked = await stage.press("karin", "announcement.send");
      await stage.settle(10_000);
      const own = await stage.press("karin", "announcement.approve");
      const [notice] = announcements(stage, "kaisa");
      const before = announcements(stage, "sven");
      const approved = await stage.pressed(
        "kaisa",
        button(notice?.rendered, "announcement.approve"),
      );
      await stage.settle();

      expect(asked.card.view["notices"]).toEqual([expect.stringContaining("Person kaisa")]);
      expect(before).toEqual([]);
      expect(sentence(own)).toBe("Den som har skrivit meddelandet kan inte själv godkänna det.");
      expect(approved.card).toMatchObject({ kind: "report", language: "fi" });
      expect(announcements(stage, "sven")).toHaveLength(1);
      expect(await stage.stored()).toMatchObject({ status: "sent", approvedBy: key("kaisa") });
      expect(stage.bot.sent.filter(({ mentions }) => mentions)).toEqual([]);
    });

    it("then it is held if its author has lost the role by then", async () => {
      const stage = await start();
      await stage.put({ importance: "urgent" });
      await stage.press("karin", "announcement.send");
      await stage.change({ ...alfa, coordinators: ["kaisa"] });

      await stage.press("kaisa", "announcement.approve");
      await stage.settle(10_000);

      expect(await stage.stored()).toMatchObject({ status: "held" });
      expect(announcements(stage, "sven")).toEqual([]);
    });

    it("then what was changed meanwhile is not approved with an old card", async () => {
      const stage = await start();
      await stage.put({ status: "awaiting-approval", changedAt: "2026-03-02T07:30:00.000Z" });

      const late = await stage.press("kaisa", "announcement.approve", {
        changedAt: "2026-03-02T07:00:00.000Z",
      });

      expect(sentence(late)).toContain("muuttanut");
      expect(await stage.stored()).toMatchObject({ status: "awaiting-approval" });
    });

    it.each<readonly [string, JsonObject]>([
      ["nothing of what was shown", {}],
      ["an empty time", { changedAt: "" }],
      ["something that is none", { changedAt: ["2026-03-02T07:30:00.000Z"] }],
    ])("then a press that says %s approves nothing", async (_, seen) => {
      const stage = await start();
      await stage.put({ status: "awaiting-approval", changedAt: "2026-03-02T07:30:00.000Z" });
      const data = { kind: "announcement", id: "a-1", network: "alfa", ...seen };

      const forged = await stage.pressed("kaisa", {
        title: "",
        verb: "announcement.approve",
        data,
      });

      expect(sentence(forged)).toContain("muuttanut");
      expect(await stage.stored()).toMatchObject({ status: "awaiting-approval" });
    });

    it("then with nobody else to ask it is refused", async () => {
      const stage = await start();
      await stage.change({ ...alfa, coordinators: ["karin"] });
      await stage.put({ importance: "urgent" });

      const answer = await stage.press("karin", "announcement.send");

      expect(sentence(answer)).toContain("ingen annan");
      expect(await stage.stored()).toMatchObject({ status: "draft" });
    });

    it("then many readers are a reason, too", async () => {
      const stage = await start();
      await stage.store.create("content", "alfa", {
        id: "network-settings:alfa",
        type: "network-settings",
        v: 1,
        value: { network: "alfa", approvalAbove: 4 },
      } as never);
      await stage.bot.app.library.refresh();
      await stage.put();

      await stage.press("karin", "announcement.send");

      expect(await stage.stored()).toMatchObject({ status: "awaiting-approval" });
    });
  });

  describe("when its author has lost the role", () => {
    it("then it is held, the others are told, and one of them takes over", async () => {
      const stage = await start({ root: { hasChat: true, language: "en" } }, { admins: ["root"] });
      await stage.put({ sendAt: "2026-03-02T10:30" });
      await stage.press("karin", "announcement.send");
      await stage.change({ ...alfa, coordinators: ["kaisa"] });

      stage.bot.clock.advance(31 * 60_000);
      await stage.settle();
      const held = await stage.stored();
      const before = announcements(stage, "sven");
      const told = ["kaisa", "root"].map((who) => announcements(stage, who).length);
      const [notice] = announcements(stage, "kaisa");
      const stranger = await stage.press("karin", "announcement.approve");
      await stage.pressed("kaisa", button(notice?.rendered, "announcement.approve"));
      await stage.settle();

      expect(held).toMatchObject({ status: "held", heldBecause: "author-lost-role" });
      expect(before).toEqual([]);
      expect(told).toEqual([1, 1]);
      expect(sentence(stranger)).toContain("kaisa");
      expect(await stage.stored()).toMatchObject({ status: "sent", author: key("kaisa") });
      expect(announcements(stage, "sven")).toHaveLength(1);
    });
  });

  it("when it is stopped on the way, then what is not sent is skipped", async () => {
    const stage = await start({}, { sendRate: 1 });
    await stage.put();
    await stage.press("karin", "announcement.send");
    stage.bot.outcomes.push({ state: "throttled", retryAfterMs: 600_000 });
    await stage.look();
    const sending = stage.bot.runJob("outbox");
    await stage.press("kaisa", "announcement.stop");
    await stage.look();
    await sending;
    await stage.settle();

    const deliveries = await stage.deliveries(main);
    const states = new Set(
      deliveries.map(({ state, reason }) => `${state} ${reason ?? ""}`.trim()),
    );
    expect(await stage.stored()).toMatchObject({ status: "stopped" });
    expect(deliveries).toHaveLength(5);
    expect([...states].filter((one) => !["delivered", "skipped stopped"].includes(one))).toEqual(
      [],
    );
    expect(states.has("skipped stopped")).toBe(true);
  });

  it.each([
    ["stopped", "stop", "scheduled", "sending", ["announcements"]],
    ["withdrawn", "withdraw", "sending", "sent", ["announcements", "outbox", "announcements"]],
  ] as const)(
    "when it is %s while the job writes it, then it is so all the same",
    async (status, verb, before, meanwhile, jobs) => {
      const stage = await start();
      await stage.put({ status: before, changedAt: stage.bot.clock.now().toISOString() });
      const { replace } = stage.store;
      const between: string[] = [];
      Object.assign<Documents, Partial<Documents>>(stage.store, {
        replace: async (...call) => {
          if (call[0] !== "content" || between.length > 0) return replace(...call);
          between.push("");
          for (const job of jobs) await stage.bot.runJob(job);
          between[0] = (await stage.stored()).status;
          return replace(...call);
        },
      });

      const answer = await stage.press("kaisa", `announcement.${verb}`, { sure: true });
      await stage.settle();

      expect(between).toEqual([meanwhile]);
      expect(answer.card.view["notices"]).toHaveLength(1);
      expect(await stage.stored()).toMatchObject({ status });
      expect((await stage.audit()).map(({ act, details }) => [act, details["was"]])).toEqual([
        [`announcement.${verb}`, verb === "stop" ? meanwhile : undefined],
      ]);
      if (verb === "stop") expect(announcements(stage, "sven")).toEqual([]);
    },
  );

  it("when it waits and is stopped, then nothing is ever sent", async () => {
    const stage = await start();
    await stage.put({ sendAt: "2026-03-02T10:30" });
    await stage.press("karin", "announcement.send");

    await stage.press("kaisa", "announcement.stop");
    await stage.settle(3_600_000 / 10);
    stage.bot.clock.advance(3_600_000);
    await stage.settle();

    expect(await stage.heads("announcement:")).toEqual([]);
    expect(stage.bot.sent).toEqual([]);
  });

  describe("when it is corrected", () => {
    it("then every message changes in place and is marked", async () => {
      const stage = await start();
      await sent(stage, {
        audience: { ...base.audience, channels: ["announcements"] },
      });
      const editor = await stage.press("karin", "announcement.correct");
      const save = button(editor.rendered, "announcement.correct");

      const answer = await stage.pressed("karin", save, { titleSv: "Träffen flyttas inte" });
      await stage.settle();

      expect(answer.card.view["notices"]).toEqual([expect.stringContaining("Rättelsen är sparad")]);
      expect(await stage.stored()).toMatchObject({ version: 2, titleSv: "Träffen flyttas inte" });
      const messages = stage.bot.sent.filter(({ card }) => card.kind === "announcement");
      const edits = stage.bot.updated.filter(({ card }) => card.kind === "announcement");
      expect(edits.map(({ activityId }) => activityId).sort()).toEqual(
        messages.map(({ activityId }) => activityId).sort(),
      );
      const sven = edits.find(({ address }) => address.conversationId === "chat-29:sven");
      expect(sven?.card.view).toMatchObject({
        corrected: expect.stringMatching(/^Rättat kl\. \d+\.\d\d$/u),
        versions: [{ title: "Träffen flyttas inte" }],
      });
    });

    it("then a link that was emptied in the form is gone, and what is no input there stays", async () => {
      const stage = await start();
      await sent(stage, { importance: "important", confirm: true });
      const editor = await stage.press("karin", "announcement.correct");
      const { link1, link1Title, ...held } = inputsOf(editor.rendered);
      expect({ link1, link1Title }).toEqual({ link1: expect.any(String), link1Title: "Program" });

      await stage.pressed("karin", button(editor.rendered, "announcement.correct"), held);
      await stage.settle();

      const { titleSv, audience } = base;
      const after = { titleSv, audience, importance: "important", confirm: true };
      expect(await stage.stored()).toMatchObject({ version: 2, links: [], ...after });
    });

    it("then whoever has not been sent it yet gets the new words only", async () => {
      const night = { quietFrom: "09:00", quietTo: "12:00" };
      const stage = await start({
        nina: { hasChat: true, language: "sv", preferences: night },
      });
      await sent(stage);
      const editor = await stage.press("karin", "announcement.correct");
      await stage.pressed("karin", button(editor.rendered, "announcement.correct"), {
        textSv: "Vi ses i Vasa.",
      });
      await stage.settle();

      const before = announcements(stage, "nina");
      const report = await stage.press("karin", "announcement.report");
      stage.bot.clock.advance(3 * 3_600_000);
      await stage.settle();

      expect(before).toEqual([]);
      expect(facts(report)).toMatchObject({ Mottagare: "6", Framme: "5" });
      expect(announcements(stage, "nina").map(({ card }) => card.view)).toMatchObject([
        { corrected: "", versions: [{ text: "Vi ses i Vasa." }] },
      ]);
      expect(await stage.stored()).toMatchObject({ status: "sent", version: 2 });
      const after = await stage.press("karin", "announcement.report");
      expect(facts(after)).toMatchObject({ Mottagare: "6", Framme: "6" });
    });

    it("then a second correction comes last everywhere", async () => {
      const stage = await start();
      await sent(stage);
      for (const titleSv of ["Ett", "Två"]) {
        const editor = await stage.press("karin", "announcement.correct");
        await stage.pressed("karin", button(editor.rendered, "announcement.correct"), { titleSv });
      }
      await stage.settle();

      const edits = stage.bot.updated.filter(
        ({ card, address }) =>
          card.kind === "announcement" && address.conversationId === "chat-29:sven",
      );
      expect(edits.at(-1)?.card.view["versions"]).toMatchObject([{ title: "Två" }]);
      expect(await stage.stored()).toMatchObject({ version: 3 });
    });

    it("then two who correct at once do not overwrite each other unseen", async () => {
      const stage = await start();
      await sent(stage);
      const [mine, theirs] = await Promise.all(
        ["karin", "kaisa"].map((who) => stage.press(who, "announcement.correct")),
      );
      const first = button(mine?.rendered, "announcement.correct");
      const second = button(theirs?.rendered, "announcement.correct");
      await stage.pressed("karin", first, { titleSv: "Karins" });

      const answer = await stage.pressed("kaisa", second, { titleSv: "Kaisas" });

      expect(answer.card.kind).toBe("announcement-editor");
      expect(await stage.stored()).toMatchObject({ titleSv: "Karins", version: 2 });
    });

    it("then not before it was sent", async () => {
      const stage = await start();
      await stage.put();

      const answer = await stage.press("karin", "announcement.correct", { titleSv: "Nytt" });

      expect(sentence(answer)).toContain("inget att rätta");
      expect(await stage.stored()).toMatchObject({ version: 1, status: "draft" });
    });
  });

  describe("when it is withdrawn", () => {
    it("then it is asked first, and every message is deleted", async () => {
      const stage = await start();
      await sent(stage);
      const messages = stage.bot.sent.filter(({ card }) => card.kind === "announcement");

      const asked = await stage.press("karin", "announcement.withdraw");
      const no = await stage.pressed("karin", button(asked.rendered, "announcement.report"));
      const before = await stage.stored();
      await stage.pressed("karin", button(asked.rendered, "announcement.withdraw"));
      await stage.settle();

      expect(actionsOf(asked.rendered).map(({ title }) => title)).toEqual([
        "Ja, dra tillbaka",
        "Nej, låt det vara",
      ]);
      expect(asked.card.view["facts"]).toEqual([]);
      expect(facts(no)).toMatchObject({ Läge: "skickat" });
      expect(before).toMatchObject({ status: "sent" });
      expect(await stage.stored()).toMatchObject({ status: "withdrawn" });
      expect(stage.bot.removed.map(({ activityId }) => activityId).sort()).toEqual(
        messages.map(({ activityId }) => activityId).sort(),
      );
      expect(stage.bot.updated.filter(({ card }) => card.kind === "announcement")).toEqual([]);
    });

    it("then where that is refused, the message says so", async () => {
      const stage = await start();
      await sent(stage);
      await stage.press("karin", "announcement.withdraw", { sure: true });
      await stage.look();
      stage.bot.removals.push({ state: "refused", reason: "forbidden", status: 403 });

      await stage.settle();

      const marked = stage.bot.updated.filter(({ card }) => card.kind === "announcement");
      expect(marked).toHaveLength(1);
      expect(JSON.stringify(marked[0]?.rendered)).toMatch(/dragits tillbaka|peruttu|withdrawn/u);
      expect(JSON.stringify(marked[0]?.rendered)).not.toContain("Program");
      const report = await stage.press("karin", "announcement.report");
      expect(report.card.view["lines"]).toEqual([
        "Raderat eller ändrat: 5 av 5 skickade meddelanden.",
      ]);
    });

    it("then what was not sent yet is not sent", async () => {
      const stage = await start({
        nina: { hasChat: true, preferences: { quietFrom: "09:00", quietTo: "12:00" } },
      });
      await sent(stage);

      await stage.press("karin", "announcement.withdraw", { sure: true });
      await stage.settle();
      stage.bot.clock.advance(3 * 3_600_000);
      await stage.settle();

      expect(announcements(stage, "nina")).toEqual([]);
      expect(await stage.deliveries(main)).toContainEqual(
        expect.objectContaining({ name: "Person nina", state: "skipped", reason: "withdrawn" }),
      );
    });
  });

  describe("when some did not get it", () => {
    async function sentWith(outcome: Delivered): Promise<Stage> {
      const stage = await start();
      await stage.put();
      await stage.press("karin", "announcement.send");
      await stage.look();
      // The author's card is sent first.
      stage.bot.outcomes.push({ state: "delivered", activityId: "progress" }, outcome);
      await stage.settle();
      return stage;
    }

    it("then the report says who and why, and its sums add up", async () => {
      const stage = await sentWith(blocked);

      const report = await stage.press("kaisa", "announcement.report");

      const { Vastaanottajia, Perillä, Epäonnistui } = facts(report);
      expect([Vastaanottajia, Perillä, Epäonnistui]).toEqual(["5", "4", "1"]);
      expect(report.card.view["failures"]).toMatchObject([{ detail: "on estänyt Kollegan" }]);
      expect(report.card.view["fileHint"]).toContain("kollega report a-1");
      const rows = (await stage.bot.app.announcementReport.rows("a-1")) ?? [];
      expect(rows).toHaveLength(5);
      expect(rows.filter(({ state }) => state === "refused")).toEqual([
        expect.objectContaining({ network: "alfa", announcement: "a-1", reason: "blocked" }),
      ]);
    });

    it("then they can be tried again, once for each press", async () => {
      const stage = await sentWith({ state: "refused", reason: "forbidden", status: 403 });
      const report = await stage.press("karin", "announcement.report");
      const retry = button(report.rendered, "announcement.retry", "refused");

      const [one, other] = await Promise.all([
        stage.pressed("karin", { ...retry, data: { ...retry.data, key: "k-1" } }),
        stage.pressed("kaisa", { ...retry, data: { ...retry.data, key: "k-2" } }),
      ]);
      await stage.settle();

      expect([one, other].map(({ card }) => card.kind)).toEqual(["report", "report"]);
      expect(await stage.heads("announcement-retry:")).toMatchObject([
        { id: "announcement-retry:alfa:a-1:1", state: "ended", intended: 1 },
      ]);
      const after = await stage.press("karin", "announcement.report");
      expect(facts(after)).toMatchObject({ Mottagare: "5", Framme: "5" });
      const again = await stage.press("karin", "announcement.retry", { value: "refused" });
      expect(again.card.view["warnings"]).toEqual([
        "Det finns inga mottagare att försöka på nytt med.",
      ]);
    });
  });

  describe("when nobody knows whether it arrived", () => {
    const lost: Delivered = { state: "unknown", cause: "timeout" };

    async function sentIntoTheDark(): Promise<Stage> {
      const stage = await start();
      stage.bot.outcomes.push(...Array.from({ length: 30 }, () => lost));
      await stage.put({ audience: { ...base.audience, languages: ["fi"] } });
      await stage.press("karin", "announcement.send");
      await stage.settle(10 * 60_000);
      stage.bot.outcomes.length = 0;
      return stage;
    }

    it("then a second retry waits for the first, even if it was corrected in between", async () => {
      const stage = await sentIntoTheDark();
      await stage.press("karin", "announcement.correct", { titleSv: "Nytt" });
      await stage.settle();

      await stage.press("karin", "announcement.retry", { value: "unknown" });
      const second = await stage.press("kaisa", "announcement.retry", { value: "unknown" });
      const { retries } = await stage.stored();
      await stage.settle();

      expect(second.card.view["warnings"]).toHaveLength(1);
      expect(retries).toEqual(["unknown"]);
      expect(await stage.heads("announcement-retry:")).toMatchObject([
        { id: "announcement-retry:alfa:a-1:1/v2", state: "ended", intended: 2 },
      ]);
    });

    it("then of two retries the second takes nobody whom the first has in hand", async () => {
      const stage = await sentIntoTheDark();
      const found = await stage.store.read<ContentDocument<typeof base>>(
        "content",
        "alfa",
        "announcement:a-1",
      );
      if (!found) throw new Error("There is no such announcement");
      const value = { ...found.doc.value, retries: ["unknown", "unknown"] as const };
      await stage.store.replace("content", "alfa", { ...found.doc, value }, found.etag);
      await stage.bot.app.library.refresh();
      await stage.look();
      const early = await stage.heads("announcement-retry:");

      await stage.settle();

      expect(early.map(({ id }) => id)).toEqual(["announcement-retry:alfa:a-1:1"]);
      expect((await stage.heads("announcement-retry:")).map(({ intended }) => intended)).toEqual([
        2, 0,
      ]);
    });

    it("then who is tried again is under way, and may have it twice in the end", async () => {
      const stage = await sentIntoTheDark();
      await stage.press("karin", "announcement.retry", { value: "unknown" });
      await stage.look();
      const during = await stage.bot.app.announcementReport.rows("a-1");

      await stage.settle();

      expect(during?.map(({ state }) => state)).toEqual(["planned", "planned"]);
      const report = await stage.press("kaisa", "announcement.report");
      expect(facts(report)).toMatchObject({ Perillä: "2", "Saattanut tulla kahdesti": "2" });
    });
  });

  describe("when it asks for confirmation", () => {
    const confirm = { confirm: true };

    it("then what readers press is counted, and who has not is listed", async () => {
      const stage = await start();
      await sent(stage, confirm);
      const [got] = announcements(stage, "sven");

      const answer = await stage.pressed("sven", button(got?.rendered, "announcement.read"));
      const again = await stage.press("sven", "announcement.read");
      const inChannel = await stage.press(
        "fia",
        "announcement.read",
        {},
        {
          where: { kind: "channel", id: `${teamA}-news;messageid=1`, team: { id: teamA } },
        },
      );
      const report = await stage.press("karin", "announcement.report");

      expect(answer.card.view).toMatchObject({ confirm: "", own: expect.stringContaining("10.0") });
      expect(actionsOf(answer.rendered)).toEqual([]);
      expect(again.card.view["own"]).toBe(answer.card.view["own"]);
      expect(sentence(inChannel)).toContain("Kiitos");
      expect(facts(report)["Bekräftat"]).toBe("2 av 5");
      expect(String(report.card.view["unconfirmed"]).split(", ").sort()).toEqual([
        "Person gus",
        "Person kaisa",
        "Person karin",
      ]);
    });

    it("then those who have not are nudged once", async () => {
      const stage = await start();
      await sent(stage, confirm);
      await stage.press("sven", "announcement.read");
      const report = await stage.press("karin", "announcement.report");

      await stage.pressed("karin", button(report.rendered, "announcement.retry", "unconfirmed"));
      await stage.settle();
      const again = await stage.press("kaisa", "announcement.retry", { value: "unconfirmed" });
      await stage.settle();

      expect(announcements(stage, "sven")).toHaveLength(1);
      expect(announcements(stage, "fia").map(({ card }) => card.view["confirm"])).toEqual([
        "Lähettäjä pyytää sinua kuittaamaan tiedotteen luetuksi.",
        "Ystävällinen muistutus: kuittaathan tiedotteen luetuksi.",
      ]);
      expect(again.card.view["warnings"]).toEqual([expect.stringContaining("kerran")]);
      expect(await stage.heads("announcement-nudge:")).toMatchObject([{ intended: 4 }]);
    });

    it.each(["announcement.test", "announcement.preview"])(
      "then %s shows it marked, and with no buttons that work",
      async (verb) => {
        const stage = await start();
        await stage.put({ confirm: true, audience: { ...base.audience, topics: ["bin"] } });

        await stage.press("karin", verb);

        const shown = announcements(stage, "karin");
        expect(shown.length).toBeGreaterThan(0);
        for (const { card, rendered } of shown) {
          expect(card.view["notices"]).toHaveLength(1);
          const verbs = actionsOf(rendered).map(({ verb }) => verb);
          expect(verbs.filter(Boolean)).toEqual([]);
        }
      },
    );

    it("then a correction does not ask again those who have", async () => {
      const stage = await start();
      await sent(stage, {
        confirm: true,
        audience: { ...base.audience, channels: ["announcements"] },
      });
      const first = await stage.press("sven", "announcement.read");
      for (const titleSv of ["Två", "Tre"]) {
        const editor = await stage.press("karin", "announcement.correct");
        await stage.pressed("karin", button(editor.rendered, "announcement.correct"), { titleSv });
        await stage.settle();
      }

      const edits = stage.bot.updated.filter(({ card }) => card.kind === "announcement");
      const lastOf = (chat: string) =>
        edits.filter(({ address }) => address.conversationId === chat).at(-1);
      const svens = lastOf("chat-29:sven");
      expect(svens?.card.view).toMatchObject({
        versions: [{ title: "Tre" }],
        corrected: expect.stringContaining("Rättat"),
        confirm: "",
        own: "Du har redan bekräftat att du har läst meddelandet. Du behöver inte göra det på nytt.",
      });
      expect(actionsOf(svens?.rendered).map(({ verb }) => verb)).not.toContain("announcement.read");
      for (const chat of ["chat-29:karin", `${teamA}-news`]) {
        expect(lastOf(chat)?.card.view).toMatchObject({ own: "" });
        button(lastOf(chat)?.rendered, "announcement.read");
      }
      const again = await stage.press("sven", "announcement.read");
      expect(again.card.view["own"]).toBe(first.card.view["own"]);
      const report = await stage.press("karin", "announcement.report");
      expect(facts(report)["Bekräftat"]).toBe("1 av 5");
    });

    it("then the nudge's messages are corrected, withdrawn and counted, too", async () => {
      const stage = await start();
      await sent(stage, confirm);
      await stage.press("karin", "announcement.retry", { value: "unconfirmed" });
      await stage.settle();
      stage.bot.outcomes.push(...Array.from({ length: 400 }, () => throttled));
      await stage.press("karin", "announcement.correct", { titleSv: "Två" });
      await stage.settle(30_000);
      stage.bot.outcomes.length = 0;
      await stage.press("karin", "announcement.correct", { titleSv: "Tre" });
      await stage.settle(10 * 60_000);

      const nudge = announcements(stage, "sven")[1];
      const edits = stage.bot.updated.filter(({ activityId }) => activityId === nudge?.activityId);
      expect(edits.at(-1)?.card.view["versions"]).toMatchObject([{ title: "Tre" }]);
      expect(await stage.heads("announcement-correct:alfa:a-1:2")).toMatchObject([
        { state: "stopped", stopReason: "corrected" },
        { state: "stopped", stopReason: "corrected" },
      ]);
      const corrected = await stage.press("karin", "announcement.report");
      expect(corrected.card.view["lines"]).toContainEqual(expect.stringContaining("10 av 10"));
      await stage.press("karin", "announcement.withdraw", { sure: true });
      await stage.settle();
      const withdrawn = await stage.press("karin", "announcement.report");
      expect(withdrawn.card.view["lines"]).toContain(
        "Raderat eller ändrat: 10 av 10 skickade meddelanden.",
      );
    });

    it("then a preview, a stranger or what does not ask for it note nothing", async () => {
      const stage = await start();
      await stage.put(confirm);
      const preview = await stage.press("karin", "announcement.read");
      const stranger = await stage.press("bertil", "announcement.read");
      await stage.put({ id: "a-2", status: "sent" });
      const unasked = await stage.press("sven", "announcement.read", { id: "a-2" });

      expect(sentence(preview)).toContain("förhandsgranskning");
      expect(sentence(stranger)).toBeDefined();
      expect(sentence(unasked)).toContain("inte bekräftas");
      const { items } = await stage.store.query({
        container: "content",
        partition: "alfa",
        where: [{ field: "type", equals: "confirmation" }],
      });
      expect(items).toEqual([]);
    });
  });

  describe("when somebody may not", () => {
    const verbs = ["send", "approve", "stop", "correct", "withdraw", "retry", "report"];

    it.each(verbs)("then announcement.%s is refused and nothing changes", async (verb) => {
      const stage = await start();
      const before = await stage.put({ status: verb === "send" ? "draft" : "sent" });
      const forged = { sure: true, titleSv: "x", value: "refused", network: "alfa" };

      const member = await stage.press("sven", `announcement.${verb}`, forged);
      const stranger = await stage.press("bertil", `announcement.${verb}`, forged);
      const elsewhere = await stage.press("karin", `announcement.${verb}`, { network: "beta" });
      const unknown = await stage.press("karin", `announcement.${verb}`, { id: "x".repeat(500) });
      const nothing = await stage.press("karin", `announcement.${verb}`, { id: 7, network: null });
      await stage.settle(10_000);

      for (const answer of [member, stranger, elsewhere, unknown, nothing]) {
        expect(answer.reply).toMatchObject({ type: "sentence" });
      }
      expect(sentence(member)).toContain("Person karin");
      expect(await stage.stored()).toEqual(before);
      expect(await stage.audit()).toEqual([]);
    });
  });

  it.each([
    [
      "it goes to a network of somebody else",
      { audience: { ...base.audience, languages: [] as never[], networks: ["beta"] } },
      "som du koordinerar",
    ],
    [
      "nobody is in its audience",
      { audience: { ...base.audience, members: false, channels: [] } },
      "ingen",
    ],
    ["its time has passed", { sendAt: "2026-03-02T09:00" }, "redan gått"],
    ["it has no title", { titleSv: "", titleFi: "", titleEn: "" }, "ubrik"],
    ["it is a template", { template: true as const }, "Gör en kopia"],
  ])("when %s, then it is not sent and it is said why", async (_, change, words) => {
    const stage = await start();
    await stage.put(change);

    const answer = await stage.press("karin", "announcement.send");

    expect(sentence(answer)).toContain(words);
    expect(await stage.stored()).toMatchObject({ status: "draft" });
  });

  describe("when its audience is large", () => {
    const many = Object.fromEntries(
      Array.from({ length: 700 }, (_, at): [string, Member] => [`m-${at}`, {}]),
    );
    const limit = async (stage: Stage) => {
      await stage.store.create("content", "alfa", {
        id: "network-settings:alfa",
        type: "network-settings",
        v: 1,
        value: { network: "alfa", approvalAbove: 10_000 },
      } as never);
      await stage.bot.app.library.refresh();
    };
    const sumsHold = async (stage: Stage): Promise<number> => {
      const [head] = await stage.heads(main);
      if (!head) return 0;
      const { intended, ...states } = await stage.bot.app.outbox.counts(head);
      expect(Object.values(states).reduce((a, b) => a + b, 0)).toBe(intended);
      return intended;
    };

    it("then everyone gets it once, whatever Teams answers, and the sums hold all the while", async () => {
      const stage = await start(many);
      await limit(stage);
      await stage.put();
      stage.bot.outcomes.push(
        ...Array.from({ length: 40 }, (_, at): Delivered => {
          if (at % 4 === 0) return { state: "throttled", retryAfterMs: 2_000 };
          return { state: "delivered", activityId: `early-${at}` };
        }),
      );

      await stage.press("karin", "announcement.send");
      for (let round = 0; round < 20; round++) {
        await stage.settle(2_000);
        await sumsHold(stage);
      }
      await stage.settle(120_000);

      expect(await sumsHold(stage)).toBe(705);
      expect(await stage.stored()).toMatchObject({ status: "sent" });
      const deliveries = await stage.deliveries(main);
      expect(deliveries.filter(({ state }) => state !== "delivered")).toEqual([]);
      const ids = deliveries.map(({ activityId }) => activityId);
      expect(new Set(ids).size).toBe(705);
    }, 60_000);

    it("then it can be stopped while they are gone through", async () => {
      const stage = await start(many);
      await limit(stage);
      await stage.put();
      await stage.press("karin", "announcement.send");

      const looking = stage.look();
      await stage.press("kaisa", "announcement.stop");
      await looking;
      await stage.settle(120_000);

      expect(await stage.stored()).toMatchObject({ status: "stopped" });
      const intended = await sumsHold(stage);
      expect(intended).toBeLessThanOrEqual(705);
      const deliveries = await stage.deliveries(main);
      const states = new Set(deliveries.map(({ state, reason }) => reason ?? state));
      expect([...states].filter((one) => !["stopped", "delivered"].includes(one))).toEqual([]);
      expect(stage.bot.sent.filter(({ card }) => card.kind === "announcement").length).toBeLessThan(
        705,
      );
    }, 60_000);
  });

  it("when two processes plan it at once, then nobody gets it twice", async () => {
    const stage = await start();
    await stage.put();
    await stage.press("karin", "announcement.send");
    const other = await stage.again();

    await Promise.all([stage.look(), other.look()]);
    await other.settle();

    expect(await other.deliveries(main)).toHaveLength(5);
    const all = [...announcements(stage, "sven"), ...announcements(other, "sven")];
    expect(all).toHaveLength(1);
  });
});
