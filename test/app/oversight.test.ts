import { textsIn } from "../../src/texts/texts.ts";
import { bothStores, sqlitePlace } from "./both-stores.ts";
import { actionsOf, button } from "./start-bot.ts";
import { helgasEntry, inputsOf, people, setTrustStage, type TrustStage } from "./trust-stage.ts";

const said = {
  sv: { figures: "statistik", settings: "inställningar", language: "språk svenska" },
  fi: { figures: "tilastot", settings: "asetukset", language: "kieli suomi" },
  en: { figures: "statistics", settings: "settings", language: "language english" },
} as const;

type Group = {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
};

describe.each(bothStores)("looking back, on $name", (storeKind) => {
  const stages: TrustStage[] = [];
  beforeAll(() => storeKind.start(), 60_000);
  afterEach(async () => {
    for (const stage of stages.splice(0)) {
      await stage.bot.close();
      expect(stage.bot.cardFaults).toEqual([]);
      expect(stage.bot.logged).toEqual([]);
    }
  });
  afterAll(() => storeKind.stop());

  async function start(): Promise<TrustStage> {
    const stage = await setTrustStage(storeKind.newPlace());
    stages.push(stage);
    return stage;
  }

  it.each(["sv", "fi", "en"] as const)(
    "when a coordinator changed something, then it stands there with who and when, in %s",
    async (language) => {
      const stage = await start();
      const texts = textsIn(language).oversight;
      const { quietTitle, retentionTitle } = textsIn(language).networks;
      await stage.say("karin", said[language].language);
      const settings = await stage.say("karin", said[language].settings);
      const changed = { ...inputsOf(settings), quietFrom: "21:30", keepAnswers: "30" };
      const saved = await stage.press("karin", button(settings, "settings.save"), changed);

      const open = actionsOf(saved.rendered).find(({ data }) => data["act"] === "audit");
      const audit = open && (await stage.press("karin", open));

      expect(audit?.card).toMatchObject({ kind: "audit", language });
      expect(audit?.card?.view["items"]).toMatchObject([
        {
          title: expect.stringContaining(people.karin.name),
          detail: expect.stringMatching(
            new RegExp(
              `^${texts.acts["settings"]} \\([^:]*: ${quietTitle}, ${retentionTitle}\\)$`,
              "u",
            ),
          ),
        },
      ]);
      const rows = await stage.bot.app.auditReport.rows("alfa");
      expect(rows).toMatchObject([
        { network: "alfa", actor: people.karin.person, name: people.karin.name, act: "settings" },
      ]);
      expect(JSON.stringify(await stage.dump())).not.toContain(`"actor":"${people.karin.person}`);
    },
  );

  it("when somebody who acted is forgotten, then the act stays and nobody stands behind it", async () => {
    const stage = await start();
    const settings = await stage.say("karin", "settings");
    await stage.press("karin", button(settings, "settings.save"), {
      ...inputsOf(settings),
      quietFrom: "21:30",
    });
    const card = await stage.say("karin", "forget me");
    await stage.press("karin", button(card, "data.forget"), inputsOf(card));
    await stage.live(60_000);

    const audit = await stage.press("admin", {
      verb: "settings.save",
      data: { act: "audit", network: "alfa" },
    });

    expect(audit.card?.view["items"]).toMatchObject([
      { title: expect.stringMatching(/inte längre är med|no longer here/u) },
    ]);
    expect(await stage.bot.app.auditReport.rows("alfa")).toMatchObject([
      { name: "", act: "settings" },
    ]);
  });

  it("when somebody curated a contact entry, then its name stands there as long as it is there, and its id never in the store", async () => {
    const stage = await start();
    const entry = { kind: "contact", id: helgasEntry, network: "alfa" };
    const shown = async () => {
      const audit = { verb: "settings.save", data: { act: "audit", network: "alfa" } };
      const { card } = await stage.press("karin", audit);
      return (card?.view["items"] as readonly { readonly detail: string }[]).map(
        ({ detail }) => detail,
      );
    };
    const rows = async () =>
      (await stage.bot.app.auditReport.rows("alfa")).map(({ details }) => details);
    await stage.say("karin", "språk svenska");
    const editor = await stage.press("karin", { verb: "todo.edit", data: entry });
    const changed = { ...inputsOf(editor.rendered), topics: "bikupor" };
    await stage.press("karin", button(editor.rendered, "todo.edit"), changed);
    const there = { shown: await shown(), rows: await rows() };

    await stage.press("karin", { verb: "todo.reject", data: entry });
    await stage.bot.runJob("what is kept long enough");
    const gone = { shown: await shown(), rows: await rows() };

    const { name } = people.helga;
    expect(there).toEqual({
      shown: [`ändrade kontaktuppgifter (kontaktuppgifter: ${name})`],
      rows: [`contact: ${helgasEntry} (${name})`],
    });
    expect(gone.shown).toEqual([
      "tog bort kontaktuppgifter (kontaktuppgifter: finns inte längre)",
      "ändrade kontaktuppgifter (kontaktuppgifter: finns inte längre)",
    ]);
    // The same hash: it still shows that both were done to the same entry.
    expect(new Set(gone.rows).size).toBe(1);
    const dump = Object.entries(await stage.dump()).map((one) => one.join(" "));
    const places = dump.filter((one) => one.startsWith("audit/") || one.includes("/contact:"));
    expect(places.filter((one) => one.includes("helga"))).toEqual([]);
  });

  it("when members asked, then coordinators see how many, and nobody", async () => {
    const stage = await start();
    const found = await stage.say("mona", "Hur sköter man en bikupa?");
    await stage.press("mona", button(found, "ask.helpful", "up"));
    const nothing = await stage.say("mona", "Hur vattnar man en kaktus?");
    await stage.press("mona", button(nothing, "ask.none"));
    await stage.live(70_000);

    await stage.say("karin", "statistik");

    const card = stage.to("karin").at(-1)?.card;
    const [network] = card?.view["networks"] as readonly { readonly groups: readonly Group[] }[];
    const values = network?.groups.map(({ facts }) => facts.map(({ value }) => value));
    expect(values?.[0]).toEqual(["2", "1", "0", "1"]);
    expect(values?.[2]).toEqual(["1", "0", "1"]);
    expect(JSON.stringify(card)).not.toContain(people.mona.name);
  });
});

describe("what is kept for as long as it may be", () => {
  it("when its time is over, then the sweep takes it away", async () => {
    const stage = await setTrustStage(sqlitePlace());
    const nothing = await stage.say("mona", "Hur vattnar man en kaktus?");
    await stage.press("mona", button(nothing, "ask.none"));
    const found = await stage.say("mona", "Hur sköter man en bikupa?");
    await stage.press("mona", button(found, "ask.helpful", "up"));
    const kept = async () =>
      Object.entries(await stage.dump()).filter(
        // A tombstone holds nothing of what was there.
        ([place, text]) => /\/(gap|vote):/u.test(place) && !text.includes('"deleted":true'),
      ).length;
    const before = await kept();

    stage.bot.clock.advance(364 * 24 * 3_600_000);
    await stage.bot.runJob("what is kept long enough");
    const then = await kept();
    stage.bot.clock.advance(2 * 24 * 3_600_000);
    await stage.bot.runJob("what is kept long enough");

    expect([before, then, await kept()]).toEqual([2, 2, 0]);
    await stage.bot.close();
  });
});
