/** Members of a team that Teams would not name when an announcement was sent: they get it when it is tried again. */

import { defaultPreferences } from "../../src/core/preferences.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { memberPlace, writeState } from "../../src/core/state.ts";
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
import { actionsOf, button } from "./start-bot.ts";

const teamC = "19:team-tolkar@thread.tacv2";
const teamD = "19:team-aldrig@thread.tacv2";
const members: Readonly<Record<string, Member>> = {
  karin: { hasChat: true, language: "sv" },
  kaisa: { hasChat: true, language: "sv" },
  sven: { hasChat: true, language: "sv" },
};
const tolkar = ["sven", "tove", "timo"].map((person) => ({
  tenant,
  person,
  userId: `29:${person}`,
  name: `Person ${person}`,
  isGuest: false,
}));

describe.each(bothStores)(
  "an announcement to a team that cannot be read, on $name",
  (storeKind) => {
    const { start: begin, got } = stagesOn(storeKind, members, {
      logged: ["warn roster not read, the known one serves"],
    });

    /** `more`: further teams whose members Teams does not name. */
    async function start(more: readonly string[] = []): Promise<Stage> {
      const stage = await begin();
      const unread = [teamC, ...more];
      await stage.change({ ...alfa, teams: [...alfa.teams, ...unread] });
      for (const id of unread)
        await stage.bot.handle({
          id: `joined-${id}`,
          actor: { tenant, person: "karin", name: "Person karin", userId: "29:karin" },
          conversation: { kind: "channel", id, team: { id } },
          address: {
            v: 1,
            serviceUrl: "http://127.0.0.1:1/",
            channel: "msteams",
            conversationId: id,
            botId: "28:kollega",
            tenant,
          },
          type: "joined",
          bot: true,
          about: { team: { id, name: id === teamC ? "Tolkarna" : "Aldrig" }, botAdded: true },
        });
      await stage.bot.runJob("teams");
      stage.bot.sent.length = 0;
      return stage;
    }

    /** Teams names them from now on. */
    function answer(stage: Stage): void {
      stage.bot.rosters.set(teamC, tolkar);
      stage.bot.clock.advance(10 * 60_000);
    }

    async function retry(stage: Stage) {
      const report = await stage.press("karin", "announcement.report");
      const again = button(report.rendered, "announcement.retry", "refused");
      await stage.pressed("karin", again);
      await stage.settle();
      return again;
    }

    async function correct(stage: Stage, titleSv: string) {
      const editor = await stage.press("karin", "announcement.correct");
      await stage.pressed("karin", button(editor.rendered, "announcement.correct"), { titleSv });
      await stage.settle();
    }

    /** As their message reads now. */
    const readBy = (stage: Stage, who: string) =>
      got(stage, who).map(({ card, activityId }) => {
        const edit = stage.bot.updated.findLast((one) => one.activityId === activityId);
        return ((edit?.card ?? card).view["versions"] as readonly JsonObject[])[0]?.["title"];
      });

    /** What became of each; the report's numbers add up to as many. */
    async function outcomes(stage: Stage): Promise<Readonly<Record<string, unknown>>> {
      const rows = (await stage.bot.app.announcementReport.rows("a-1")) ?? [];
      const { card } = await stage.press("karin", "announcement.report");
      const facts = Object.fromEntries(
        (card.view["facts"] as readonly { label: string; value: string }[]).map((fact) => [
          fact.label,
          fact.value,
        ]),
      );
      const states = ["Framme", "Misslyckades", "Skickades inte", "Oklart"];
      const waiting = rows.filter(({ state }) => state === "planned").length;
      const sum = states.reduce((all, label) => all + Number(facts[label] ?? 0), waiting);
      expect([Number(facts["Mottagare"]), sum]).toEqual([rows.length, rows.length]);
      for (const head of await stage.heads("announcement")) {
        const { intended, ...counts } = await stage.bot.app.outbox.counts(head);
        expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(intended);
      }
      return Object.fromEntries(
        rows.map(({ name, state, reason }) => [
          String(name).replace("Person ", ""),
          reason ?? state,
        ]),
      );
    }

    const offers = async (stage: Stage) =>
      actionsOf((await stage.press("karin", "announcement.report")).rendered).map(
        ({ verb, data }) => `${verb} ${data["value"] ?? ""}`.trim(),
      );

    const all = { karin: "delivered", kaisa: "delivered", sven: "delivered" };

    it("when it is checked and sent, then its team is named, and its members get it once they are known", async () => {
      const stage = await start([teamD]);
      await stage.put();

      const preview = await stage.press("karin", "announcement.preview");
      const asked = await stage.press("karin", "announcement.send");
      await stage.settle();
      const { status } = await stage.stored();
      const notice = JSON.stringify(got(stage, "kaisa").at(-1)?.rendered);
      stage.bot.sent.length = 0;
      await stage.press("kaisa", "announcement.approve");
      await stage.settle();
      const first = await outcomes(stage);
      const early = await retry(stage);
      const second = await outcomes(stage);
      answer(stage);
      await retry(stage);
      const third = await outcomes(stage);
      await retry(stage);

      const facts = JSON.stringify(preview.card.view["facts"]);
      for (const name of ["Tolkarna", "Aldrig"])
        expect(facts).toContain(`Medlemmarna i ${name} kunde inte läsas från Teams just nu`);
      expect(facts).not.toContain("ingen blir utan");
      expect(facts).toContain("det gick inte att räkna alla medlemmar");
      expect(asked.card.view["notices"]).toEqual([expect.stringContaining("Person kaisa")]);
      expect(status).toBe("awaiting-approval");
      expect(notice).toContain("Det gick inte att räkna alla mottagare");
      expect(early.title).toBe("Försök på nytt: team som inte kunde läsas (2)");
      expect(first).toEqual({ ...all, Tolkarna: "roster-unread", Aldrig: "roster-unread" });
      expect(second).toEqual(first);
      const found = { ...all, tove: "delivered", timo: "delivered" };
      expect(third).toEqual({ ...found, Aldrig: "roster-unread" });
      expect(await outcomes(stage)).toEqual(third);
      for (const who of ["karin", "kaisa", "sven", "tove", "timo"])
        expect([who, got(stage, who).length]).toEqual([who, 1]);
      expect((await stage.heads("announcement-retry:")).map((head) => head.state)).toEqual(
        Array.from({ length: 3 }, () => "ended"),
      );
      const acts = (await stage.audit()).filter(({ act }) => act === "announcement.retry");
      expect(acts.map(({ details }) => details)).toMatchObject([
        { wanted: "refused", count: 0, teams: 2 },
        { count: 0, teams: 2 },
        { count: 0, teams: 1 },
      ]);
    });

    it("when it was corrected before, then they get the new words once; and later corrections reach them", async () => {
      const stage = await start();
      await stage.put({ status: "scheduled" });
      await stage.settle();
      await correct(stage, "Nytt");
      const before = await outcomes(stage);

      answer(stage);
      await retry(stage);
      const titles = readBy(stage, "tove");
      await correct(stage, "Nyare");

      expect(before).toEqual({ ...all, Tolkarna: "roster-unread" });
      expect(titles).toEqual(["Nytt"]);
      expect(await outcomes(stage)).toEqual({ ...all, tove: "delivered", timo: "delivered" });
      for (const who of ["sven", "tove", "timo"]) expect(readBy(stage, who)).toEqual(["Nyare"]);
      expect(await offers(stage)).not.toContain("announcement.retry refused");
    });

    describe("when they are in their quiet hours", () => {
      async function waiting(): Promise<Stage> {
        const stage = await start();
        const place = memberPlace({ tenant, person: "tove" });
        const preferences = { ...defaultPreferences, quietFrom: "09:00", quietTo: "12:00" };
        const now = stage.bot.clock.now().getTime();
        await writeState(stage.store, place, undefined, { preferences }, now);
        await stage.put({ status: "scheduled" });
        await stage.settle();
        answer(stage);
        await retry(stage);
        return stage;
      }

      const untilAfternoon = async (stage: Stage) => {
        stage.bot.clock.advance(3 * 3_600_000);
        await stage.settle();
      };

      const others = { ...all, timo: "delivered" };

      it("then they wait, and after a correction get the new words once", async () => {
        const stage = await waiting();
        const before = await outcomes(stage);

        await correct(stage, "Nytt");
        const between = await outcomes(stage);
        await untilAfternoon(stage);

        expect(before).toEqual({ ...others, tove: "planned" });
        expect(between).toEqual(before);
        expect(await outcomes(stage)).toEqual({ ...others, tove: "delivered" });
        for (const who of ["sven", "tove", "timo"]) expect(readBy(stage, who)).toEqual(["Nytt"]);
      });

      it.each([false, true])(
        "then they can be stopped (corrected: %s), and are named",
        async (isCorrected) => {
          const stage = await waiting();
          if (isCorrected) await correct(stage, "Nytt");

          await stage.press("karin", "announcement.stop");
          await stage.settle();
          const stopped = await outcomes(stage);
          await untilAfternoon(stage);

          expect(stopped).toEqual({ ...others, tove: "stopped" });
          expect(got(stage, "tove")).toEqual([]);
          expect(got(stage, "timo")).toHaveLength(1);
          expect(await stage.stored()).toMatchObject({ status: "sent" });
        },
      );
    });

    it.each([undefined, "Nytt"])(
      "when its process dies while they are planned, and it is corrected to %s, then nobody is lost, and none has it twice",
      async (titleSv) => {
        const stage = await start();
        await stage.put({ status: "scheduled" });
        await stage.settle();
        answer(stage);
        await stage.press("karin", "announcement.retry", { value: "refused" });
        const { create } = stage.store;
        let made = 0;
        Object.assign(stage.store, {
          create: async (...call: Parameters<typeof create>) => {
            if (call[0] === "deliveries" && call[1].startsWith("announcement-retry") && ++made > 2)
              throw new Error("dead");
            return create(...call);
          },
        });
        await expect(stage.look()).rejects.toThrow("dead");
        Object.assign(stage.store, { create });
        stage.bot.clock.advance(20_000);

        const other = await stage.again();
        await other.bot.runJob("teams");
        if (titleSv) await correct(other, titleSv);
        await other.settle();

        expect(await outcomes(other)).toEqual({ ...all, tove: "delivered", timo: "delivered" });
        for (const who of ["sven", "tove", "timo"])
          expect(got(stage, who).length + got(other, who).length).toBe(1);
        expect(readBy(other, "tove")).toEqual([titleSv ?? base.titleSv]);
      },
    );

    it("when the team left the network meanwhile, then the report says so", async () => {
      const stage = await start();
      await stage.put({ status: "scheduled" });
      await stage.settle();

      await stage.change({ ...alfa, teams: [`${teamA}|${teamA}-forum|${teamA}-news`] });
      await retry(stage);

      expect(await outcomes(stage)).toEqual({ ...all, Tolkarna: "left" });
    });
  },
);
