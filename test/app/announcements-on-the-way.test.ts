/** What happens to an announcement, and to its readers, between planning and the last message. */

import type { Delivered, Documents } from "../../src/core/ports.ts";
import { defaultPreferences } from "../../src/core/preferences.ts";
import { memberPlace, readState, type StateChange, writeState } from "../../src/core/state.ts";
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
import { actionsOf, button, startBot } from "./start-bot.ts";

/** It is Monday 2 March 2026, 10.00 in Helsinki: nina and nils are not written to before noon. */
const untilNoon = { quietFrom: "09:00", quietTo: "12:00" };
const members: Readonly<Record<string, Member>> = {
  karin: { hasChat: true, language: "sv" },
  kaisa: { hasChat: true, language: "fi" },
  sven: { hasChat: true, language: "sv" },
  nina: { hasChat: true, language: "sv", preferences: untilNoon },
  nils: { hasChat: true, language: "sv", preferences: untilNoon },
};
const main = "announcement:alfa:a-1";
const key = (who: string) => `${tenant}:${who}`;

describe.each(bothStores)("an announcement on its way, on $name", (storeKind) => {
  const { start, sent, got } = stagesOn(storeKind, members);

  const untilAfternoon = async (stage: Stage) => {
    stage.bot.clock.advance(3 * 3_600_000);
    await stage.settle();
  };

  async function correct(stage: Stage, words: Record<string, string>, who = "karin") {
    const editor = await stage.press(who, "announcement.correct");
    return stage.pressed(who, button(editor.rendered, "announcement.correct"), words);
  }

  const reasonsOf = async (stage: Stage, batch = main) =>
    Object.fromEntries(
      (await stage.deliveries(batch)).map(({ name, state, reason }) => [
        name.replace("Person ", ""),
        reason ?? state,
      ]),
    );

  async function know(stage: Stage, who: string, change: StateChange): Promise<void> {
    const place = memberPlace({ tenant, person: who });
    const read = await readState(stage.store, place);
    await writeState(stage.store, place, read, change, stage.bot.clock.now().getTime());
  }

  describe("when its readers think better of it while they wait", () => {
    const prefers = (more: object) => ({
      preferences: { ...defaultPreferences, ...untilNoon, ...more },
    });

    it.each([
      ["muting its topic", prefers({ mutedTopics: ["bin"] }), "topic"],
      ["pausing", prefers({ pausedUntil: "2026-03-05" }), "paused"],
      ["blocking", { closed: true }, "blocked"],
    ] as const)(
      "by %s, then they are not sent it, and the report says why",
      async (_, how, why) => {
        const stage = await start();
        await sent(stage, { audience: { ...base.audience, topics: ["bin"] } });

        await know(stage, "nina", how);
        await untilAfternoon(stage);

        expect(await reasonsOf(stage)).toMatchObject({ nina: why, nils: "delivered" });
        expect(got(stage, "nina")).toEqual([]);
        expect(got(stage, "nils")).toHaveLength(1);
        expect(await stage.stored()).toMatchObject({ status: "sent" });
        expect(await stage.heads(main)).toMatchObject([{ intended: 5, counts: { skipped: 1 } }]);
      },
    );

    it("by leaving the network, then they are not sent it", async () => {
      const stage = await start();
      await sent(stage);
      const left = (stage.bot.rosters.get(teamA) ?? []).filter(({ person }) => person !== "nina");

      stage.bot.rosters.set(teamA, left);
      await stage.bot.handle({
        id: "left-1",
        actor: { tenant, person: "karin", name: "Person karin", userId: "29:karin" },
        conversation: { kind: "channel", id: teamA, team: { id: teamA } },
        address: {
          v: 1,
          serviceUrl: "http://127.0.0.1:1/",
          channel: "msteams",
          conversationId: teamA,
          botId: "28:kollega",
          tenant,
        },
        type: "event",
        name: "teamMemberRemoved",
        about: { team: { id: teamA }, membersRemoved: ["29:nina"] },
      });
      stage.bot.clock.advance(5_000);
      await stage.bot.runJob("teams");
      await untilAfternoon(stage);

      expect(await reasonsOf(stage)).toMatchObject({ nina: "left", nils: "delivered" });
      expect(got(stage, "nina")).toEqual([]);
    });

    it("by confirming, then they are not reminded", async () => {
      const stage = await start();
      await sent(stage, { confirm: true, importance: "urgent", status: "scheduled" });
      await stage.settle();
      await stage.put({ id: "a-2", confirm: true });
      await stage.press("karin", "announcement.send", { id: "a-2" });
      await untilAfternoon(stage);
      await know(stage, "nina", prefers({ quietFrom: "13:00", quietTo: "18:00" }));
      await know(stage, "nils", prefers({ quietFrom: "13:00", quietTo: "18:00" }));
      await stage.press("karin", "announcement.retry", { id: "a-2", value: "unconfirmed" });
      await stage.settle();
      await stage.press("nina", "announcement.read", { id: "a-2" });

      stage.bot.clock.advance(6 * 3_600_000);
      await stage.settle();

      expect(await reasonsOf(stage, "announcement-nudge:alfa:a-2")).toMatchObject({
        nina: "confirmed",
        nils: "delivered",
      });
    });
  });

  describe("when it is corrected while a reminder waits", () => {
    async function nudgedAtNight(): Promise<Stage> {
      const stage = await start();
      await sent(stage, { confirm: true });
      await untilAfternoon(stage);
      for (const who of ["nina", "nils"])
        await know(stage, who, {
          preferences: { ...defaultPreferences, quietFrom: "13:00", quietTo: "18:00" },
        });
      await stage.press("karin", "announcement.retry", { value: "unconfirmed" });
      await stage.settle();
      return stage;
    }
    const evening = async (stage: Stage) => {
      stage.bot.clock.advance(6 * 3_600_000);
      await stage.settle();
    };

    it("then it comes all the same, once, with the corrected words", async () => {
      const stage = await nudgedAtNight();
      await correct(stage, { titleSv: "Nytt" });
      await stage.settle();
      await correct(stage, { titleSv: "Nyare" });
      await stage.settle();
      await stage.press("nina", "announcement.read");
      await evening(stage);

      const nudges = (who: string) =>
        got(stage, who).filter(({ card }) => String(card.view["confirm"]).includes("påminnelse"));
      expect(nudges("nils").map(({ card }) => card.view["versions"])).toMatchObject([
        [{ title: "Nyare" }],
      ]);
      expect(nudges("nina")).toEqual([]);
      expect(nudges("sven")).toHaveLength(1);
      const svens = stage.bot.updated.filter(
        ({ activityId }) => activityId === nudges("sven")[0]?.activityId,
      );
      expect(svens.at(-1)?.card.view["versions"]).toMatchObject([{ title: "Nyare" }]);
      const before = stage.bot.removed.length;
      await stage.press("karin", "announcement.withdraw", { sure: true });
      await stage.settle();
      const removed = stage.bot.removed.slice(before).map(({ activityId }) => activityId);
      expect(removed).toContain(nudges("nils")[0]?.activityId);
    });

    it("then it can still be stopped, and nobody is reminded any more", async () => {
      const stage = await nudgedAtNight();
      await correct(stage, { titleSv: "Nytt" });
      await stage.settle();
      const report = await stage.press("kaisa", "announcement.report");

      const stopped = await stage.pressed("kaisa", button(report.rendered, "announcement.stop"));
      await evening(stage);

      expect(stopped.card.view["notices"]).toEqual([
        "Lähetys on pysäytetty. Se, mitä ei ole vielä lähetetty, jää lähettämättä.",
      ]);
      expect(got(stage, "nils")).toHaveLength(1);
      expect(await stage.stored()).toMatchObject({ status: "sent" });
      const after = await stage.press("kaisa", "announcement.report");
      expect(actionsOf(after.rendered).map(({ verb }) => verb)).not.toContain("announcement.stop");
      const late = await stage.press("kaisa", "announcement.stop");
      expect(late.card.view["warnings"]).toHaveLength(1);
      expect((await stage.audit()).map(({ act, details }) => [act, details["was"]])).toContainEqual(
        ["announcement.stop", "nudge"],
      );
    });
  });

  describe("when it is sent once more", () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, at): [string, Member] => [
        `m-${at}`,
        { hasChat: true, language: "sv" },
      ]),
    );
    const refused: Delivered = { state: "refused", reason: "forbidden", status: 403 };

    async function refusedToAll(more: Readonly<Record<string, Member>> = {}): Promise<Stage> {
      const stage = await start(more);
      await stage.put();
      await stage.press("karin", "announcement.send");
      await stage.look();
      stage.bot.outcomes.push(
        { state: "delivered", activityId: "progress" },
        ...Array.from({ length: Object.keys(more).length + 3 }, () => refused),
      );
      await stage.settle();
      stage.bot.outcomes.length = 0;
      await untilAfternoon(stage);
      return stage;
    }

    it("then a correction in the midst of its planning loses nobody, and all get the new words", async () => {
      const stage = await refusedToAll(many);
      await stage.press("karin", "announcement.retry", { value: "refused" });
      // Its process dies when a part of them is planned.
      const { create } = stage.store;
      let made = 0;
      Object.assign<Documents, Partial<Documents>>(stage.store, {
        create: async (...call) => {
          if (call[0] === "deliveries" && call[1].startsWith("announcement-retry") && ++made > 50)
            throw new Error("dead");
          return create(...call);
        },
      });
      await expect(stage.look()).rejects.toThrow("dead");
      Object.assign(stage.store, { create });
      const other = await stage.again();
      await other.press("karin", "announcement.correct", { titleSv: "Nytt" });
      await other.settle(120_000);

      const shown = new Map(
        [...other.bot.sent, ...other.bot.updated]
          .filter(({ card }) => card.kind === "announcement")
          .map(({ address, card }) => [address.conversationId, card.view["versions"]]),
      );
      for (const who of ["sven", "m-0", "m-399"])
        expect(shown.get(`chat-29:${who}`)).toMatchObject([{ title: "Nytt" }]);
      const rows = (await other.bot.app.announcementReport.rows("a-1")) ?? [];
      expect(rows).toHaveLength(405);
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["delivered"]));
    }, 120_000);

    it("then it can be stopped, what is left stays as it was, and it can be tried again", async () => {
      const stage = await refusedToAll();
      await stage.press("karin", "announcement.retry", { value: "refused" });
      await stage.look();
      stage.bot.outcomes.push(
        ...Array.from({ length: 40 }, (): Delivered => ({ state: "throttled" })),
      );
      await stage.settle(4_000);
      const report = await stage.press("kaisa", "announcement.report");

      await stage.pressed("kaisa", button(report.rendered, "announcement.stop"));
      stage.bot.outcomes.length = 0;
      await stage.settle(600_000);

      expect(got(stage, "sven").filter(({ activityId }) => activityId)).toEqual([]);
      expect(await stage.heads("announcement-retry:")).toMatchObject([
        { state: "stopped", stopReason: "stopped" },
      ]);
      const after = await stage.press("kaisa", "announcement.report");
      await stage.pressed("kaisa", button(after.rendered, "announcement.retry", "refused"));
      await stage.settle();
      expect(got(stage, "sven").filter(({ activityId }) => activityId)).toHaveLength(1);
    });

    it("then a retry that is stopped before it begins never does", async () => {
      const stage = await refusedToAll();
      await stage.press("karin", "announcement.retry", { value: "refused" });

      await stage.press("kaisa", "announcement.stop");
      await stage.settle();

      expect(await stage.heads("announcement-retry:")).toEqual([]);
      const after = await stage.press("kaisa", "announcement.report");
      expect(after.card.view["warnings"]).toEqual([]);
      button(after.rendered, "announcement.retry", "refused");
    });
  });

  it("when its process dies between the cards and the head, then a correction overtakes the old words", async () => {
    const stage = await start();
    await stage.put();
    await stage.press("karin", "announcement.send");
    const { create } = stage.store;
    Object.assign<Documents, Partial<Documents>>(stage.store, {
      create: async (...call) => {
        if (call[1] === "_batches" && call[2].id === main) throw new Error("dead");
        return create(...call);
      },
    });
    await expect(stage.look()).rejects.toThrow("dead");
    Object.assign(stage.store, { create });

    const other = await stage.again();
    await other.press("karin", "announcement.correct", { titleSv: "Nytt", titleFi: "Uusi" });
    await other.settle();
    await untilAfternoon(other);

    for (const who of ["sven", "nina"]) {
      const messages = got(other, who);
      expect(messages).toHaveLength(1);
      const edit = other.bot.updated.findLast(
        ({ activityId }) => activityId === messages[0]?.activityId,
      );
      expect((edit ?? messages[0])?.card.view["versions"]).toMatchObject([{ title: "Nytt" }]);
    }
    expect(await other.stored()).toMatchObject({ status: "sent", version: 2 });
  });

  it("when its process dies while it is planned, then the next one plans the rest, and nobody twice", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, at): [string, Member] => [`m-${at}`, { hasChat: true }]),
    );
    const stage = await start(many);
    await stage.put();
    await stage.press("karin", "announcement.send");
    const { create, replace } = stage.store;
    let deaths = 0;
    for (const calls of [1, 2, 3, 7, 20, 60, 110, 112]) {
      const process = await stage.again();
      let left = calls;
      const mortal =
        <T extends (...call: never[]) => Promise<unknown>>(write: T) =>
        async (...call: Parameters<T>) => {
          if (left <= 0) throw new Error("dead");
          left -= 1;
          return write(...call);
        };
      Object.assign(process.store, {
        create: mortal(process.store.create),
        replace: mortal(process.store.replace),
      });
      await process.look().catch(() => (deaths += 1));
      // What it claimed it holds for a while.
      stage.bot.clock.advance(20_000);
      const head = (await stage.heads(main))[0];
      const counts = head && (await stage.bot.app.outbox.counts(head));
      if (counts) {
        const { intended, ...states } = counts;
        expect(Object.values(states).reduce((a, b) => a + b, 0)).toBe(intended);
        expect(intended).toBeLessThanOrEqual(105);
      }
    }
    Object.assign(stage.store, { create, replace });
    await stage.settle();
    await untilAfternoon(stage);

    expect(deaths).toBeGreaterThanOrEqual(6);
    const deliveries = await stage.deliveries(main);
    expect(deliveries).toHaveLength(105);
    expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(["delivered"]));
    expect(got(stage, "m-7")).toHaveLength(1);
    expect(got(stage, "nina")).toHaveLength(1);
  }, 60_000);

  it("when it is stopped after a correction, then the report says stopped of whom neither reached", async () => {
    const stage = await start();
    await sent(stage);
    await correct(stage, { titleSv: "Nytt" });
    const { create } = stage.store;
    Object.assign<Documents, Partial<Documents>>(stage.store, {
      create: async (...call) => {
        if (call[1] === `${main}/v2`) throw new Error("dead");
        return create(...call);
      },
    });
    await expect(stage.look()).rejects.toThrow("dead");
    Object.assign(stage.store, { create });
    const between = await reasonsOf(stage);
    await stage.press("kaisa", "announcement.stop");
    await stage.settle();

    expect(between).toMatchObject({ nina: "corrected", nils: "corrected" });
    const rows = (await stage.bot.app.announcementReport.rows("a-1")) ?? [];
    expect(rows.filter(({ state }) => state === "skipped").map(({ reason }) => reason)).toEqual([
      "stopped",
      "stopped",
    ]);
  });

  it("when a post mentions people, then its correction mentions them, too", async () => {
    const stage = await start();
    stage.bot.openings.push(
      ...Array.from({ length: 4 }, () => ({
        state: "refused" as const,
        reason: "not-installed" as const,
        status: 403,
      })),
    );
    for (const who of ["gun", "gus"])
      stage.bot.rosters.set(teamA, [
        ...(stage.bot.rosters.get(teamA) ?? []),
        { tenant, person: who, userId: `29:${who}`, name: `Person ${who}`, isGuest: true },
      ]);
    await stage.bot.clock.sleep(2 * 3_600_000);
    await sent(stage);
    const [post] = stage.bot.sent.filter(({ mentions }) => mentions);

    await correct(stage, { titleSv: "Nytt" });
    await stage.settle();

    const names = (
      mentions: typeof post extends undefined ? never : NonNullable<typeof post>["mentions"],
    ) => mentions?.map(({ name }) => name).sort();
    expect(names(post?.mentions)).toEqual(["Person gun", "Person gus"]);
    const edits = stage.bot.updated.filter(({ activityId }) => activityId === post?.activityId);
    expect(edits).toHaveLength(1);
    expect(names(edits[0]?.mentions)).toEqual(["Person gun", "Person gus"]);
    expect(edits[0]?.card.view["versions"]).toMatchObject([{ title: "Nytt" }, {}, {}]);
  });

  describe("when new words need approval, too", () => {
    async function approved(): Promise<Stage> {
      const stage = await start();
      await stage.put({ importance: "urgent" });
      await stage.press("karin", "announcement.send");
      await stage.press("kaisa", "announcement.approve");
      await stage.settle();
      return stage;
    }

    it("then nothing changes before another coordinator has said yes", async () => {
      const stage = await approved();

      const asked = await correct(stage, { titleSv: "Nytt", textFi: "" });
      await stage.settle();
      const before = await stage.stored();
      const own = await stage.press("karin", "announcement.approve", {
        value: "correction",
        changedAt: before.correction?.at ?? "",
      });
      const edits = stage.bot.updated.filter(({ card }) => card.kind === "announcement");
      const notice = got(stage, "kaisa").at(-1);
      const yes = button(notice?.rendered, "announcement.approve", "correction");
      const answer = await stage.pressed("kaisa", yes);
      await stage.settle();

      expect(asked.card.view["notices"]).toEqual([expect.stringContaining("Person kaisa")]);
      expect(before).toMatchObject({ version: 1, titleSv: base.titleSv, status: "sent" });
      expect(edits).toEqual([]);
      expect(own.reply).toMatchObject({ type: "sentence" });
      expect(JSON.stringify(notice?.rendered)).toContain("Nytt");
      expect(answer.card.view["notices"]).toEqual([expect.stringContaining("Korjaus")]);
      const after = await stage.stored();
      expect(after).toMatchObject({ version: 2, titleSv: "Nytt", approvedBy: key("kaisa") });
      expect(after.textFi).toBeUndefined();
      expect(after.correction).toBeUndefined();
      const svens = stage.bot.updated.filter(
        ({ address, card }) =>
          address.conversationId === "chat-29:sven" && card.kind === "announcement",
      );
      expect(svens.at(-1)?.card.view["versions"]).toMatchObject([{ title: "Nytt" }]);
      expect((await stage.audit()).map(({ act, actor }) => [act, actor])).toEqual([
        ["announcement.send", key("karin")],
        ["announcement.approve", key("kaisa")],
        ["announcement.correct", key("karin")],
        ["announcement.approve", key("kaisa")],
      ]);
    });

    it("then it can be rejected, and an old card approves nothing", async () => {
      const stage = await approved();
      await correct(stage, { titleSv: "Nytt" });
      await stage.settle();
      const notice = got(stage, "kaisa").at(-1);
      const yes = button(notice?.rendered, "announcement.approve", "correction");
      stage.bot.clock.advance(1_000);
      await correct(stage, { titleSv: "Nyare" });

      const late = await stage.pressed("kaisa", yes);
      const report = await stage.press("kaisa", "announcement.report");
      await stage.pressed("kaisa", button(report.rendered, "announcement.stop", "correction"));
      const { key: _, ...seen } = yes.data;
      const gone = await stage.press("kaisa", "announcement.approve", seen);

      expect(late.reply).toMatchObject({
        type: "sentence",
        text: expect.stringContaining("muuttanut"),
      });
      expect(gone.card.view["warnings"]).toHaveLength(1);
      expect(await stage.stored()).toMatchObject({ version: 1, titleSv: base.titleSv });
      expect((await stage.stored()).correction).toBeUndefined();
    });

    it("then with nobody else to ask it is refused", async () => {
      const stage = await approved();
      await stage.change({ ...alfa, coordinators: ["karin"] });

      const answer = await correct(stage, { titleSv: "Nytt" });

      expect(answer.reply).toMatchObject({ text: expect.stringContaining("ingen annan") });
      expect(await stage.stored()).toMatchObject({ version: 1 });
    });
  });

  it("when somebody else was faster, then what was typed into a correction stands in the editor", async () => {
    const stage = await start();
    await sent(stage);
    const editor = await stage.press("karin", "announcement.correct");
    const save = button(editor.rendered, "announcement.correct");
    const { replace } = stage.store;
    let between = 0;
    Object.assign<Documents, Partial<Documents>>(stage.store, {
      replace: async (...call) => {
        if (call[0] === "content" && ++between === 1)
          await stage.press("kaisa", "announcement.correct", { titleSv: "Kaisas" });
        return replace(...call);
      },
    });

    const answer = await stage.pressed("karin", save, { titleSv: "Karins" });

    expect(await stage.stored()).toMatchObject({ titleSv: "Kaisas", version: 2 });
    expect(answer.card.kind).toBe("announcement-editor");
    expect(answer.card.view["values"]).toMatchObject({ titleSv: "Karins" });
    expect(JSON.stringify(answer.card.view["changes"])).toContain("Kaisas");
  });

  it.each(["correct", "withdraw"])(
    "when it was sent half a year ago, then %s says that it is too late",
    async (verb) => {
      const stage = await start();
      await stage.put({
        status: "sent",
        sentAt: "2025-09-01T07:00:00.000Z",
        changedAt: "2025-09-01T07:00:00.000Z",
      });

      const answer = await stage.press("karin", `announcement.${verb}`, {
        sure: true,
        titleSv: "Nytt",
      });

      expect(JSON.stringify([answer.reply, answer.card.view])).toContain("för så länge sedan");
      expect(await stage.stored()).toMatchObject({ status: "sent", version: 1 });
    },
  );

  it("when it never went out, then there is nothing to correct", async () => {
    const stage = await start();
    await stage.put({ status: "stopped", changedAt: stage.bot.clock.now().toISOString() });

    const answer = await stage.press("karin", "announcement.correct", { titleSv: "Nytt" });

    expect(answer.reply).toMatchObject({ text: expect.stringContaining("inget att rätta") });
  });

  describe("when somebody acts on it", () => {
    it("then it is in the audit once, even if the process died in between", async () => {
      const stage = await start();
      await stage.put();
      const { create } = stage.store;
      Object.assign<Documents, Partial<Documents>>(stage.store, {
        create: async (...call) => {
          if (call[0] === "audit") throw new Error("dead");
          return create(...call);
        },
      });
      await stage.press("karin", "announcement.send");
      Object.assign(stage.store, { create });
      stage.bot.logged.length = 0;
      const before = await stage.audit();

      const other = await stage.again();
      await other.settle();
      await other.press("karin", "announcement.stop");
      await other.settle();

      expect(before).toEqual([]);
      const acts = (await stage.audit()).map(({ act, actor, details }) => [act, actor, details]);
      expect(acts).toEqual([
        [
          "announcement.send",
          key("karin"),
          expect.objectContaining({ announcement: "a-1", members: 5 }),
        ],
        ["announcement.stop", key("karin"), expect.objectContaining({ announcement: "a-1" })],
      ]);
    });

    it("then what the bot holds back stands there as its own act", async () => {
      const stage = await start();
      await stage.put({ sendAt: "2026-03-02T10:30" });
      await stage.press("karin", "announcement.send");
      await stage.change({ ...alfa, coordinators: ["kaisa"] });

      stage.bot.clock.advance(31 * 60_000);
      await stage.settle();

      expect((await stage.audit()).map(({ act, actor }) => [act, actor])).toEqual([
        ["announcement.send", key("karin")],
        ["announcement.hold", "kollega"],
      ]);
    });
  });

  it("when a report of many has several versions, then nobody is looked for one by one", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at): [string, Member] => [
        `m-${at}`,
        { hasChat: true, preferences: untilNoon },
      ]),
    );
    const stage = await start(many);
    await sent(stage);
    for (const titleSv of ["Två", "Tre"]) {
      await correct(stage, { titleSv });
      await stage.settle();
    }
    const { read } = stage.store;
    let underWay = 0;
    let most = 0;
    let waits = 0;
    Object.assign<Documents, Partial<Documents>>(stage.store, {
      read: async (...call) => {
        if (underWay === 0) waits += 1;
        most = Math.max(most, ++underWay);
        try {
          return await read(...call);
        } finally {
          underWay -= 1;
        }
      },
    });

    const report = await stage.press("karin", "announcement.report");

    expect(report.card.view["facts"]).toContainEqual({ label: "Mottagare", value: "305" });
    expect(most).toBeGreaterThanOrEqual(40);
    expect(waits).toBeLessThan(60);
  }, 60_000);
});

describe("an announcement on its way, in local mode", () => {
  it("when its readers are in no roster, then they are still its readers when their quiet hours end", async () => {
    const bot = await startBot({ config: { admins: ["karin"] } });
    for (const person of ["karin", "anna"]) await bot.ask("hjälp", { person });
    const value = { ...base, audience: { ...base.audience, networks: ["alfa"] } };
    const doc = { id: `announcement:${value.id}`, type: "announcement", v: 1, value };
    await bot.store.create("content", "alfa", doc);
    await bot.app.library.refresh();
    bot.clock.advance(13 * 3_600_000);
    const data = { id: value.id, network: "alfa" };
    await bot.press({ title: "", verb: "announcement.send", data }, { person: "karin" });
    const settle = async () => {
      for (let round = 0; round < 20; round++) {
        for (const job of ["teams", "announcements", "outbox"]) await bot.runJob(job);
        bot.clock.advance(2_000);
      }
    };
    await settle();
    const title = "Nytt";
    await bot.press(
      { title: "", verb: "announcement.correct", data: { ...data, titleSv: title } },
      { person: "karin" },
    );
    await settle();

    bot.clock.advance(10 * 3_600_000);
    await settle();

    const got = bot.sent.filter(
      ({ address, card }) => address.conversationId === "chat-anna" && card.kind === "announcement",
    );
    expect(got.map(({ card }) => card.view["versions"])).toMatchObject([[{ title }]]);
    await bot.close();
  });
});
