/** The whole way of an announcement to two hundred members, over each store: sent, corrected on the way, withdrawn. */
import { languages } from "../../src/core/language.ts";
import type { Delivered } from "../../src/core/ports.ts";
import { base, type Member, type Stage, setStage } from "./announcements-stage.ts";
import { bothStores } from "./both-stores.ts";

const many = 200;
const languageOf = (at: number) => languages[at % languages.length] ?? "sv";
const members: Readonly<Record<string, Member>> = {
  karin: { hasChat: true, language: "sv" },
  kaisa: { hasChat: true, language: "fi" },
  ...Object.fromEntries(
    Array.from({ length: many - 2 }, (_, at): [string, Member] => [
      `m-${at}`,
      {
        hasChat: at % 10 !== 3,
        language: languageOf(at),
        isGuest: at % 10 === 8,
        isClosed: at % 50 === 7,
        ...(at % 50 === 9 && { preferences: { pausedUntil: "2026-12-31" } }),
      },
    ]),
  ),
};
const titles = { sv: "Träffen flyttas", fi: "Tapaaminen siirtyy", en: "The meeting moves" };
const newTitles = { sv: "Inställd", fi: "Peruttu", en: "Cancelled" };

describe.each(bothStores)("an announcement to two hundred, on $name", (storeKind) => {
  beforeAll(() => storeKind.start(), 60_000);
  afterAll(() => storeKind.stop());

  async function sumsHold(stage: Stage): Promise<void> {
    for (const head of await stage.heads("announcement:")) {
      const { intended, ...states } = await stage.bot.app.outbox.counts(head);
      expect(Object.values(states).reduce((a, b) => a + b, 0)).toBe(intended);
    }
  }

  it("when it is sent, corrected on the way and withdrawn, then everyone is accounted for", async () => {
    const stage = await setStage(storeKind.newPlace(), members, { sendRate: 20 });
    await stage.put();
    stage.bot.outcomes.push(
      ...Array.from({ length: 60 }, (_, at): Delivered => {
        if (at % 15 === 4) return { state: "throttled", retryAfterMs: 2_000 };
        if (at % 15 === 9) return { state: "refused", reason: "blocked", status: 403 };
        if (at % 15 === 11) return { state: "unknown", cause: "timeout" };
        return { state: "delivered", activityId: `early-${at}` };
      }),
    );
    await stage.press("karin", "announcement.send");
    await stage.look();
    const sending = stage.bot.runJob("outbox");
    await stage.bot.clock.sleep(4_000);
    await stage.press("kaisa", "announcement.correct", {
      titleSv: newTitles.sv,
      titleFi: newTitles.fi,
      titleEn: newTitles.en,
    });
    await sending;
    for (let round = 0; round < 10; round++) {
      await stage.settle(10_000);
      await sumsHold(stage);
    }
    await stage.settle(30 * 60_000);

    expect(await stage.stored()).toMatchObject({ status: "sent", version: 2 });
    const rows = (await stage.bot.app.announcementReport.rows("a-1")) ?? [];
    expect(rows).toHaveLength(many);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(many);
    const counted = (state: string, reason?: string) =>
      rows.filter((row) => row["state"] === state && row["reason"] === reason).length;
    expect(counted("skipped", "blocked")).toBe(4);
    expect(counted("skipped", "paused")).toBe(4);
    expect(counted("refused", "blocked")).toBeGreaterThan(0);
    expect(rows.filter(({ state }) => state === "planned" || state === "sending")).toEqual([]);
    const shown = new Map<string, string>();
    const taken = stage.bot.sent.filter(
      ({ card, activityId }) => card.kind === "announcement" && activityId,
    );
    for (const { card, activityId = "" } of [...taken, ...stage.bot.updated]) {
      const [first] = (card.view["versions"] ?? []) as { title: string }[];
      if (card.kind === "announcement" && first) shown.set(activityId, first.title);
    }
    const delivered = rows.filter(({ state }) => state === "delivered");
    for (const { activityId, language } of delivered)
      expect(shown.get(String(activityId))).toBe(newTitles[language as keyof typeof titles]);
    const chats = taken.map(({ address }) => address.conversationId);
    expect(new Set(chats).size).toBe(chats.length);

    await stage.press("karin", "announcement.withdraw", { sure: true });
    await stage.settle(120_000);

    const removed = new Set(stage.bot.removed.map(({ activityId }) => activityId));
    expect(delivered.filter(({ activityId }) => !removed.has(String(activityId)))).toEqual([]);
    expect(base.titleSv).toBe(titles.sv);
    await stage.bot.close();
    expect(stage.bot.cardFaults).toEqual([]);
  }, 120_000);
});
