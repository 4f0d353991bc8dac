import type { Meeting } from "../../../../src/features/meetings/meeting.ts";
import { startSmallBot, viewOf } from "./simulation/small-bot.ts";
import { announcements, network } from "./simulation/world.ts";

const meeting: Meeting = {
  id: "traff",
  network: network.id,
  titleSv: "Träff",
  start: "2026-11-26T13:00",
  minutes: 60,
  place: "Rum A",
  audience: "channel",
  channel: "announcements",
  except: [],
  moved: [],
  remind: [120],
  status: "planned",
};
const at = "2026-11-26T08:59:30Z";
const busy = { state: "throttled", retryAfterMs: 9_000 } as const;
const channel = announcements.conversationId;

/** Refuses the first edit, whatever it is. */
function busyOnce() {
  let isBusy = true;
  return () => {
    if (!isBusy) return undefined;
    isBusy = false;
    return busy;
  };
}

const yesOn = (view: { readonly counts?: unknown }): string =>
  String(view.counts).split(" · ")[0] ?? "";

describe("an edit that Teams has not taken yet", () => {
  it("when the meeting is cancelled meanwhile, then it does not bring the living card back", async () => {
    let refused = 0;
    const bot = await startSmallBot({
      at,
      meeting,
      refusesEdit: (card) => {
        if (viewOf(card).cancelled !== "" || refused === 3) return undefined;
        refused += 1;
        return { state: "throttled" };
      },
    });
    await bot.runFor(60_000);
    await bot.put({ ...meeting, place: "Rum B" });
    await bot.runFor(5_000);
    await bot.put({ ...meeting, place: "Rum B", status: "cancelled" });
    await bot.runFor(120_000);

    expect(bot.editsIn(channel).at(-1)?.cancelled).toContain("inställt");
    expect(bot.errors).toEqual([]);
    await bot.end();
  });

  it("when the place changes again meanwhile, then the last place stays", async () => {
    const bot = await startSmallBot({ at, meeting, refusesEdit: busyOnce() });
    await bot.runFor(60_000);
    await bot.put({ ...meeting, place: "Rum B" });
    await bot.runFor(5_000);
    await bot.put({ ...meeting, place: "Rum C" });
    await bot.runFor(60_000);

    const [edit, ...more] = bot.editsIn(channel);
    expect(more).toEqual([]);
    expect(JSON.stringify(edit)).toContain("Rum C");
    await bot.end();
  });

  it("when somebody answers meanwhile, then it does not bring the old numbers back", async () => {
    const bot = await startSmallBot({ at, meeting, refusesEdit: busyOnce() });
    await bot.runFor(60_000);
    await bot.put({ ...meeting, place: "Rum B" });
    await bot.runFor(4_000);
    await bot.answer("t:fi-1");
    await bot.runFor(60_000);

    const last = bot.editsIn(channel).at(-1) ?? {};
    expect(yesOn(last)).toBe("Ja: 1");
    expect(JSON.stringify(last)).toContain("Rum B");
    await bot.end();
  });

  it("when more answer meanwhile, then with two instances too the numbers only grow", async () => {
    const bot = await startSmallBot({ at, meeting, instances: 2, refusesEdit: busyOnce() });
    await bot.runFor(60_000);
    for (const person of ["t:fi-1", "t:en-1", "t:plain-0"]) {
      await bot.answer(person);
      await bot.runFor(4_000);
    }
    await bot.runFor(60_000);

    const shown = bot.editsIn(channel).map(yesOn);
    expect(shown).toEqual([...shown].sort());
    expect(shown.at(-1)).toBe("Ja: 3");
    await bot.end();
  });
});
