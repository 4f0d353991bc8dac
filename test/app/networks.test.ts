import { quietHoursOf } from "../../src/core/network-settings.ts";
import type { Card } from "../../src/core/reply.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores, type StorePlace } from "./both-stores.ts";
import {
  alfa,
  channel,
  people,
  type Stage,
  setStage,
  teamA,
  teamB,
  teamX,
} from "./networks-stage.ts";
import { type Action, type Answer, actionsOf } from "./start-bot.ts";

const texts = textsIn("sv").networks;

/** The button that does something, by its verb and its act. */
function act(rendered: unknown, verb: string, name: string): Action {
  const found = actionsOf(rendered).find((one) => one.verb === verb && one.data["act"] === name);
  if (!found) throw new Error(`The card has no button ${verb} ${name}`);
  return found;
}
const sentence = ({ reply }: Answer): string => (reply?.type === "sentence" ? reply.text : "");
const notices = ({ view }: Card) => view["notices"];
/** Everything a card says, as one string. */
const said = (card: Card): string => JSON.stringify(card.view);

/** What stands in an input, and what is said under it. */
function input(card: Card, id: string): { value: unknown; note: unknown; choices: unknown } {
  const found = find(card.view, (node) => node["elementId"] === id);
  if (!found) throw new Error(`The card has no input ${id}`);
  const {
    data,
    note,
    choices = [],
  } = found as { data: { value: unknown } } & Record<string, unknown>;
  return {
    value: data.value,
    note,
    choices: (choices as { value: string }[]).map(({ value }) => value),
  };
}

function find(
  value: unknown,
  fits: (node: Record<string, unknown>) => boolean,
): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (fits(value as Record<string, unknown>)) return value as Record<string, unknown>;
  for (const inner of Object.values(value)) {
    const found = find(inner, fits);
    if (found) return found;
  }
  return undefined;
}

describe.each(bothStores)("networks on $name", (store) => {
  const places: StorePlace[] = [];
  const stages: Stage[] = [];
  beforeAll(() => store.start());
  afterAll(() => store.stop());
  afterEach(async () => {
    const faults: string[] = [];
    for (const { bot } of stages.splice(0)) {
      await bot.close();
      faults.push(...bot.cardFaults, ...bot.logged.filter((line) => line.startsWith("error")));
    }
    for (const place of places.splice(0)) place.remove();
    expect(faults).toEqual([]);
  });

  async function start(options: Parameters<typeof setStage>[1] = {}): Promise<Stage> {
    const place = store.newPlace();
    places.push(place);
    const stage = await setStage(place, options);
    stages.push(stage);
    return stage;
  }

  /** What the jobs do about teams that are to be linked, and what is sent for it. */
  const afterJobs = async ({ bot }: Stage) => {
    const before = [bot.sent.length, bot.updated.length];
    for (let round = 0; round < 4; round++) {
      await bot.runJob("link posts");
      await bot.runJob("outbox");
      await bot.clock.sleep(2_000);
    }
    return { posts: bot.sent.slice(before[0]), edits: bot.updated.slice(before[1]) };
  };
  const buttonsIn = (rendered: unknown) => actionsOf(rendered).map(({ data }) => data["act"]);

  const open = async (stage: Stage, name: keyof typeof people, text = "inställningar") => {
    const [first] = await stage.say(name, text);
    if (!first) throw new Error("nothing was said");
    return first;
  };

  describe("who sees what in Teams mode", () => {
    const bees = "Hur sköter ni bikupor på taket?";
    const planetarium = "Hur lånar ni ut ett planetarium?";

    it("when a member asks, then only their own network answers", async () => {
      const { say } = await start();
      const kinds = async (name: keyof typeof people, text: string) =>
        (await say(name, text)).map(({ card }) => card.kind);

      expect(await kinds("anna", bees)).toEqual(["answer"]);
      expect(await kinds("bo", planetarium)).toEqual(["answer"]);
      expect(await kinds("bo", bees)).toEqual(["nothing"]);
      expect(await kinds("anna", planetarium)).toEqual(["nothing"]);
      expect(await kinds("siv", bees)).toEqual(["answer"]);
      expect(await kinds("siv", planetarium)).toEqual(["answer"]);
    });

    it("when somebody without a network asks, then they are told which there are and who lets them in", async () => {
      const { say } = await start();

      const [first, ...more] = await say("stranger", bees);

      expect(more).toEqual([]);
      expect(first?.card.view["heading"]).toBe(texts.strangerHeading);
      expect(first?.card.summary).toContain("Nätverket alfa, Nätverket beta");
      expect(said(first!.card)).not.toContain("bikup");
      for (const text of ["ämnen", "kontakt Vera", "möten"]) {
        const [reply] = await say("stranger", text);
        expect(reply?.card.view["heading"]).toBe(texts.strangerHeading);
      }
      for (const text of ["hjälp", "språk svenska"]) {
        expect((await say("stranger", text))[0]?.card.kind).toBe("help");
      }
    });

    it("when somebody leaves a team, then they see its network no more", async () => {
      const { say, bot, happen } = await start();
      expect((await say("anna", bees))[0]?.card.kind).toBe("answer");
      bot.rosters.set(
        teamA,
        bot.rosters.get(teamA)!.filter(({ userId }) => userId !== "29:anna"),
      );

      await happen(teamA, "teamMemberRemoved", { membersRemoved: ["29:anna"] }, "karin");
      bot.clock.advance(5_000);
      await bot.runJob("teams");

      expect((await say("anna", bees))[0]?.card.view["heading"]).toBe(texts.strangerHeading);
    });

    it("when the instance has one network only, then everybody belongs to it", async () => {
      const { bot, instance } = await start();
      const stored = await bot.store.read("content", "_networks", "network:beta");
      await bot.store.delete("content", "_networks", "network:beta", stored?.etag ?? "");

      const later = await instance();

      expect((await later.say("stranger", bees))[0]?.card.kind).toBe("answer");
    });
  });

  describe("linking a team", () => {
    it("when the bot comes into a team, then it welcomes and asks in one post, told twice as it is", async () => {
      const { install } = await start();

      const [post, ...more] = await install(teamX);

      expect(more).toEqual([]);
      expect(post?.card.kind).toBe("link-team");
      expect(post?.card.view["heading"]).toBe(textsIn("sv").help.welcomeHeading);
      expect(input(post!.card, "network").choices).toEqual(["alfa", "beta"]);
      const own = ["general", "forum", "news"].map((name) => `${teamX}-${name}`);
      expect(input(post!.card, "forum").choices).toEqual(own);
      expect(input(post!.card, "announcements").choices).toEqual(own);
      expect(notices(post!.card)).toEqual([]);
    });

    it("when Teams does not tell the channels, then the card says so, and the choice is made in the settings", async () => {
      const stage = await start();
      const { install, press, bot } = stage;
      const listed = bot.teamChannels.get(teamX)!;
      bot.teamChannels.delete(teamX);

      const [post] = await install(teamX, "bertil");

      expect(notices(post!.card)).toEqual([texts.linkChannelsUnread]);
      expect(input(post!.card, "forum").choices).toHaveLength(1);
      const propose = act(post?.rendered, "settings.save", "propose");
      await press("bertil", propose, { network: "beta" }, channel(teamX));
      bot.teamChannels.set(teamX, listed);
      bot.clock.advance(60_000);
      await bot.runJob("teams");
      const { card, rendered } = await open(stage, "bertil");
      expect(input(card, `forum:${teamX}`).choices).toEqual(listed.map(({ id }) => id));
      const typed = { [`forum:${teamX}`]: `${teamX}-forum` };
      await press("bertil", act(rendered, "settings.save", "save"), typed);
      expect(stage.network("beta").teams).toContain(`${teamX}|${teamX}-forum|${teamX}-general`);
    });

    it("when a question in a team that was never asked about is answered by asking, then with its channels", async () => {
      const { say, bot } = await start();
      const unknown = "19:new@thread.tacv2";
      const own = [`${unknown}-general`, `${unknown}-forum`];
      bot.teamChannels.set(
        unknown,
        own.map((id) => ({ id })),
      );

      const [asked] = await say("anna", "hej", channel(unknown));

      expect(input(asked!.card, "forum").choices).toEqual(own);
    });

    it("when there is no network yet, then an admin makes the first from the welcome", async () => {
      const { install, press, network } = await start({ networks: [] });
      const [post] = await install(teamX, "admin");
      const more = act(post?.rendered, "settings.save", "new");

      const form = await press("admin", more, {}, channel(teamX));
      const named = { id: "gamma", nameSv: "Gamma", nameFi: "Gamma", nameEn: "Gamma" };
      const typed = { ...named, languages: "sv,fi", coordinators: people.anna };
      await press("admin", act(form.rendered, "settings.save", "create"), typed, channel(teamX));

      expect(post?.card.kind).toBe("link-team");
      expect(network("gamma").teams).toEqual([teamX]);
    });

    it("when the team is linked already, or the mode is local, then it only welcomes", async () => {
      const { install } = await start();
      const local = await start({ mode: "local" });

      // The first welcome in this team was said while the stage was set.
      expect(await install(teamA)).toEqual([]);
      expect((await local.install(teamX))[0]?.card.kind).toBe("welcome");
    });

    it("when a member proposes and a coordinator confirms, then the team is linked and its people belong", async () => {
      const stage = await start();
      const { install, press, bot, network, say } = stage;
      const [post] = await install(teamX);
      await bot.runJob("teams");
      const propose = act(post?.rendered, "settings.save", "propose");
      const typed = { network: "beta", forum: `${teamX}-forum`, announcements: `${teamX}-news` };

      const thanks = await press("anna", propose, typed, channel(teamX));
      const [asked, ...more] = (await afterJobs(stage)).posts;
      expect(more).toEqual([]);
      expect(sentence(thanks)).toBe(texts.linkProposed("Nätverket beta"));
      expect(asked?.card.kind).toBe("link-team");
      expect(network("beta").teams).toEqual([teamB]);
      expect((await say("anna", "@", channel(teamX)))[0]?.card.view["heading"]).toBe(
        texts.linkConfirmHeading("Nätverket beta"),
      );

      const confirm = act(asked?.rendered, "settings.save", "confirm");
      for (const name of ["anna", "karin", "stranger"] as const) {
        const no = sentence(await press(name, confirm, {}, channel(teamX)));
        expect(no).toContain(texts.mayOnly("Nätverket beta"));
      }
      expect(network("beta").teams).toEqual([teamB]);
      const done = await press("bertil", confirm, {}, channel(teamX));

      expect(done.card.view["heading"]).toBe(texts.linkedHeading("Nätverket beta"));
      expect(network("beta").teams).toEqual([teamB, `${teamX}|${teamX}-forum|${teamX}-news`]);
      expect(await stage.audit("beta")).toMatchObject([
        {
          act: "team-linked",
          details: { team: teamX },
          actor: expect.stringContaining(people.bertil),
        },
      ]);
      expect((await say("anna", "Hur lånar ni ut ett planetarium?"))[0]?.card.kind).toBe("answer");
      const { posts, edits } = await afterJobs(stage);
      expect(posts).toEqual([]);
      expect(edits).toMatchObject([
        { activityId: asked?.activityId, address: { conversationId: channel(teamX).id } },
      ]);
      expect(edits[0]?.card.view["heading"]).toBe(texts.linkedHeading("Nätverket beta"));
      expect(buttonsIn(edits[0]?.rendered)).toEqual([]);
      for (const name of ["siv", "bo"] as const) {
        const late = await press(name, confirm, {}, channel(teamX));
        expect(late.card.view["heading"]).toBe(texts.linkedHeading("Nätverket beta"));
        expect(buttonsIn(late.rendered)).toEqual([]);
      }
      expect(sentence(await press("stranger", confirm))).toContain(texts.mayOnly("Nätverket beta"));
      expect(await stage.audit("beta")).toHaveLength(1);
      const other = await stage.instance();
      expect((await other.say("anna", "Hur lånar ni ut ett planetarium?"))[0]?.card.kind).toBe(
        "answer",
      );
    });

    it("when a coordinator of the network proposes it themselves, then it is linked at once", async () => {
      const { install, press, network } = await start();
      const [post] = await install(teamX, "bertil");
      const propose = act(post?.rendered, "settings.save", "propose");

      await press("bertil", propose, { network: "beta" }, channel(teamX));

      expect(network("beta").teams).toEqual([teamB, teamX]);
    });

    it("when two coordinators confirm for two networks, then the team is linked to both", async () => {
      const { install, press, network, bot } = await start();
      const [post] = await install(teamX, "siv");
      const propose = act(post?.rendered, "settings.save", "propose");

      await press("siv", propose, { network: "alfa" }, channel(teamX));
      await press("siv", propose, { network: "beta", forum: "19:elsewhere" }, channel(teamX));

      expect([network("alfa").teams, network("beta").teams]).toEqual([
        [teamA, teamX],
        [teamB, teamX],
      ]);
      expect(bot.logged).toEqual([]);
    });

    it("when the press is forged, then nothing is linked", async () => {
      const { install, press, network, bot } = await start();
      const [post] = await install(teamX);
      await bot.runJob("teams");
      const propose = act(post?.rendered, "settings.save", "propose");
      const forged = (data: object): Action => ({
        ...propose,
        data: { ...propose.data, ...data } as Action["data"],
      });

      const answers = [
        // Not in the team, from another chat.
        await press("stranger", propose, { network: "beta" }),
        // A coordinator who wants another network's team.
        await press("bertil", forged({ team: teamA }), { network: "beta" }),
        // Nobody has proposed it.
        await press("bertil", forged({ act: "confirm", network: "beta" })),
        await press("anna", forged({ team: "19:nowhere" }), { network: "beta" }, channel(teamX)),
        await press("anna", propose, { network: "gamma" }, channel(teamX)),
        await press("anna", propose, {}, channel(teamX)),
        await press("anna", forged({ act: "whatever" }), { network: "beta" }, channel(teamX)),
      ];

      // Whoever is in the team is shown how it is, instead of the old card.
      expect(notices(answers[2]!.card)).toEqual([texts.linkReplaced]);
      expect(answers.map(sentence)).toEqual([
        texts.notYourTeam,
        texts.notYourTeam,
        "",
        texts.stale,
        texts.linkChoose,
        texts.linkChoose,
        texts.stale,
      ]);
      expect([network("alfa").teams, network("beta").teams]).toEqual([[teamA], [teamB]]);
    });

    it("when the proposal has changed since the card was made, then an old card confirms nothing and shows what is", async () => {
      const stage = await start();
      const { install, press, network } = stage;
      const [post] = await install(teamX);
      const propose = act(post?.rendered, "settings.save", "propose");
      await press("anna", propose, { network: "beta" }, channel(teamX));
      const [asked] = (await afterJobs(stage)).posts;
      const confirm = act(asked?.rendered, "settings.save", "confirm");
      await press("anna", propose, { network: "alfa" }, channel(teamX));

      const { posts, edits } = await afterJobs(stage);
      const late = await press("bertil", confirm, {}, channel(teamX));

      expect(posts.map(({ card }) => card.view["heading"])).toEqual([
        texts.linkConfirmHeading("Nätverket alfa"),
      ]);
      expect(edits.map(({ activityId }) => activityId)).toEqual([asked?.activityId]);
      expect([edits[0]?.card.view["intro"], buttonsIn(edits[0]?.rendered)]).toEqual([
        texts.linkReplaced,
        [],
      ]);
      expect(late.card.view["heading"]).toBe(texts.linkConfirmHeading("Nätverket alfa"));
      expect(notices(late.card)).toEqual([texts.linkReplaced]);
      expect(network("beta").teams).toEqual([teamB]);
    });

    it("when it is confirmed before the question was posted, or another process sees to it, then nobody is asked twice", async () => {
      const stage = await start();
      const { install, press } = stage;
      const [post] = await install(teamX);
      const propose = act(post?.rendered, "settings.save", "propose");
      await press("anna", propose, { network: "beta" }, channel(teamX));
      const other = await stage.instance();

      const first = await afterJobs(stage);
      const second = await afterJobs(other);
      const confirm = act(first.posts[0]?.rendered, "settings.save", "confirm");
      await press("siv", propose, { network: "alfa" }, channel(teamX));
      await press("siv", confirm, {}, channel(teamX));
      await other.bot.runJob("refresh content");
      const edits = [...(await afterJobs(other)).edits, ...(await afterJobs(stage)).edits];

      expect([first.posts.length, second.posts.length]).toEqual([1, 0]);
      expect(edits).toHaveLength(1);
    });

    it("when the team is another organisation's, then it is not offered and cannot be linked", async () => {
      const { install, press, network } = await start();
      const [ours] = await install(teamX);
      const propose = act(ours?.rendered, "settings.save", "propose");
      const foreign = "19:foreign@thread.tacv2";

      const [post] = await install(foreign, "siv", "99999999-1111-4111-8111-111111111111");
      const refused = await press(
        "siv",
        { ...propose, data: { ...propose.data, team: foreign } },
        { network: "alfa" },
        channel(foreign),
      );

      expect(post?.card.kind).toBe("welcome");
      expect(sentence(refused)).toBe(texts.foreignTeam);
      expect(network("alfa").teams).toEqual([teamA]);
    });

    it("when an admin makes a new network from the card, then the team is its first, and nobody else can", async () => {
      const stage = await start();
      const { install, press, network } = stage;
      const [post] = await install(teamX, "admin");
      const more = act(post?.rendered, "settings.save", "new");
      expect(sentence(await press("siv", more, {}, channel(teamX)))).toBe(texts.mayOnlyAdmin);

      const form = await press("admin", more, {}, channel(teamX));
      const create = act(form.rendered, "settings.save", "create");
      const typed = {
        id: "gamma",
        nameSv: "Gamma",
        nameFi: "Gamma",
        nameEn: "Gamma",
        languages: "sv,fi",
        timeZone: "Europe/Stockholm",
        coordinators: people.anna,
      };
      const missing = await press("admin", create, {
        id: "a b",
        nameSv: "Gamma",
        coordinators: "x",
      });
      expect(notices(missing.card)).toEqual([texts.notSaved]);
      expect(input(missing.card, "nameSv").value).toBe("Gamma");
      expect(input(missing.card, "id").note).not.toBe("");
      expect(input(missing.card, "languages").note).toBe(texts.noLanguage);
      expect(sentence(await press("siv", create, typed))).toBe(texts.mayOnlyAdmin);
      const taken = await press("admin", create, { ...typed, id: "alfa" });
      expect(notices(taken.card)).toEqual([texts.idTaken("alfa")]);
      const made = await press("admin", create, typed);

      expect(notices(made.card)).toEqual([texts.created("Gamma")]);
      expect(network("gamma")).toEqual({
        ...typed,
        languages: ["sv", "fi"],
        coordinators: [people.anna],
        teams: [teamX],
      });
      expect(await stage.audit("gamma")).toMatchObject([{ act: "network-created" }]);
    });

    it("when a team is linked to nothing, then a question there is answered by asking, and shows nothing", async () => {
      const { install, say } = await start();
      await install(teamX);

      const [reply] = await say("anna", "Hur sköter ni bikupor på taket?", channel(teamX));

      expect(reply?.card.kind).toBe("link-team");
    });

    it("when the team is renamed or the bot removed, then nothing is said and it is known", async () => {
      const { happen, bot } = await start();

      const posts = [
        ...(await happen(teamA, "teamRenamed")),
        ...(await happen(teamA, "installation remove", { botRemoved: true })),
        ...(await happen(teamA, "somethingNew")),
      ];

      expect(posts).toEqual([]);
      const stored = await bot.store.read("content", "_networks", `team:${teamA}`);
      expect(stored?.doc).toMatchObject({ value: { gone: true } });
    });
  });

  describe("the settings of a network", () => {
    it("when a coordinator asks in a channel, then they open in their own chat and one line says so", async () => {
      const { say } = await start();

      const [card, line, ...more] = await say("karin", "inställningar", channel(teamA));

      expect(more).toEqual([]);
      expect([card?.address.conversationId, card?.card.view["heading"]]).toEqual([
        "chat-29:karin",
        texts.heading("Nätverket alfa"),
      ]);
      expect([line?.address.conversationId, line?.card.summary]).toEqual([
        channel(teamA).id,
        texts.openedInChat,
      ]);
    });

    it("when a member asks, then they get their own choices, and no way into the network's", async () => {
      const stage = await start();

      const { card, rendered } = await open(stage, "anna");

      expect(card.view["heading"]).toBe(texts.ownHeading);
      expect(actionsOf(rendered).map(({ verb }) => verb)).toEqual(["member.save", "todo.edit"]);
    });

    it("when somebody runs several networks, then they choose one, or their own choices", async () => {
      const stage = await start();
      const { rendered, card } = await open(stage, "siv");
      expect(input(card, "network").choices).toEqual(["alfa", "beta"]);

      const chosen = await stage.press("siv", act(rendered, "settings.save", "open"), {
        network: "beta",
      });
      const own = await stage.press("siv", act(rendered, "member.save", "open"));
      const back = await stage.press("siv", act(own.rendered, "settings.save", "open"));

      expect(chosen.card.view["heading"]).toBe(texts.heading("Nätverket beta"));
      expect(own.card.view["heading"]).toBe(texts.ownHeading);
      expect(back.card.view["heading"]).toBe(texts.chooseHeading);
    });

    it("when a coordinator saves, then it holds at once, on every instance, with an entry of who did it", async () => {
      const stage = await start();
      const { rendered } = await open(stage, "karin");

      const saved = await stage.press("karin", act(rendered, "settings.save", "save"), {
        nameSv: "Bin",
        nameFi: "Mehiläiset",
        nameEn: "Bees",
        languages: "sv,en",
        timeZone: "Europe/Stockholm",
        quietFrom: "21:30",
        quietTo: "06:00",
        teams: teamA,
        [`forum:${teamA}`]: `${teamA}-forum`,
        [`announcements:${teamA}`]: `${teamA}-general`,
      });

      expect(notices(saved.card)).toEqual([texts.saved]);
      expect(stage.network("alfa")).toEqual({
        ...alfa,
        nameSv: "Bin",
        nameFi: "Mehiläiset",
        nameEn: "Bees",
        languages: ["sv", "en"],
        timeZone: "Europe/Stockholm",
        teams: [`${teamA}|${teamA}-forum|${teamA}-general`],
      });
      const other = await stage.instance();
      for (const { bot } of [stage, other])
        expect(quietHoursOf(bot.app.library, "alfa")).toEqual({ from: "21:30", to: "06:00" });
      expect(other.network("alfa").nameEn).toBe("Bees");
      expect(quietHoursOf(stage.bot.app.library, "beta")).toEqual({ from: "20:00", to: "07:00" });
      expect(await stage.audit("alfa")).toMatchObject([
        {
          act: "settings",
          actor: `11111111-1111-4111-8111-111111111111:${people.karin}`,
          details: {
            changed: [
              "nameSv",
              "nameFi",
              "nameEn",
              "languages",
              "timeZone",
              "teams",
              "quietFrom",
              "quietTo",
            ],
          },
        },
      ]);
      const again = await stage.press("karin", act(saved.rendered, "settings.save", "save"), {
        nameSv: "Bin",
        nameFi: "Mehiläiset",
        nameEn: "Bees",
        languages: "en,sv",
        teams: teamA,
      });
      expect(notices(again.card)).toEqual([texts.saved]);
    });

    it("when nothing was changed, then nothing is written", async () => {
      const stage = await start();
      const { rendered } = await open(stage, "karin");

      const saved = await stage.press("karin", act(rendered, "settings.save", "save"), {
        nameSv: alfa.nameSv,
        nameFi: alfa.nameFi,
        nameEn: alfa.nameEn,
        languages: "sv,fi,en",
        timeZone: alfa.timeZone,
        quietFrom: "20:00",
        quietTo: "07:00",
        teams: teamA,
      });

      expect(notices(saved.card)).toEqual([texts.nothingChanged]);
      expect(await stage.audit("alfa")).toEqual([]);
    });

    it("when something is wrong, then it is said under its input, and what was typed is kept", async () => {
      const stage = await start();
      const { rendered } = await open(stage, "karin");

      const { card } = await stage.press("karin", act(rendered, "settings.save", "save"), {
        nameSv: "   ",
        nameFi: "Uusi nimi",
        nameEn: "x".repeat(600),
        timeZone: "Mars/Olympus",
        quietFrom: "25:00",
        quietTo: "07:00",
      });

      expect(notices(card)).toEqual([texts.notSaved]);
      expect(input(card, "nameFi")).toMatchObject({ value: "Uusi nimi", note: "" });
      expect(input(card, "timeZone")).toMatchObject({
        value: "Mars/Olympus",
        note: "”Mars/Olympus” är ingen tidszon.",
      });
      expect(input(card, "quietFrom").note).toBe(texts.badTime("25:00"));
      expect(input(card, "languages").note).toBe(texts.noLanguage);
      expect(input(card, "nameSv").note).toBe("Värdet saknas.");
      expect(input(card, "nameEn").note).toBe("Längre än 500 tecken.");
      expect(stage.network("alfa")).toEqual(alfa);
    });

    it("when two save at once, then the second sees both, loses nothing, and may save again", async () => {
      const stage = await start();
      const { rendered } = await open(stage, "karin");
      const [siv] = await stage.say("siv", "inställningar", channel(teamA));
      await stage.press("siv", act(siv?.rendered, "settings.save", "save"), {
        nameSv: "Sivs namn",
        nameFi: alfa.nameFi,
        nameEn: alfa.nameEn,
        languages: "sv",
        teams: teamA,
      });

      const { card, rendered: both } = await stage.press(
        "karin",
        act(rendered, "settings.save", "save"),
        {
          nameSv: "Karins namn",
          nameFi: alfa.nameFi,
          nameEn: alfa.nameEn,
          languages: "sv,fi,en",
          teams: teamA,
        },
      );

      expect(notices(card)).toEqual([texts.changedMeanwhile]);
      expect(input(card, "nameSv")).toMatchObject({
        value: "Karins namn",
        note: texts.now("Sivs namn"),
      });
      expect(input(card, "languages").note).toBe(texts.now("svenska"));
      expect(input(card, "nameFi").note).toBe("");
      expect(stage.network("alfa").nameSv).toBe("Sivs namn");

      const saved = await stage.press("karin", act(both, "settings.save", "save"), {
        nameSv: "Karins namn",
        nameFi: alfa.nameFi,
        nameEn: alfa.nameEn,
        languages: "sv",
        teams: teamA,
      });
      expect(notices(saved.card)).toEqual([texts.saved]);
      expect(stage.network("alfa")).toMatchObject({ nameSv: "Karins namn", languages: ["sv"] });
    });

    it("when a team was linked meanwhile, then an older card does not unlink it", async () => {
      const stage = await start();
      const { rendered } = await open(stage, "karin");
      const [post] = await stage.install(teamX, "siv");
      await stage.press(
        "siv",
        act(post?.rendered, "settings.save", "propose"),
        { network: "alfa" },
        channel(teamX),
      );

      const late = await stage.press("karin", act(rendered, "settings.save", "save"), {
        nameSv: "Nytt",
        nameFi: alfa.nameFi,
        nameEn: alfa.nameEn,
        languages: "sv,fi,en",
        teams: teamA,
      });
      const { value } = input(late.card, "teams");
      await stage.press("karin", act(late.rendered, "settings.save", "save"), {
        nameSv: "Nytt",
        nameFi: alfa.nameFi,
        nameEn: alfa.nameEn,
        languages: "sv,fi,en",
        teams: value as string,
      });

      expect(stage.network("alfa")).toMatchObject({ nameSv: "Nytt", teams: [teamA, teamX] });
    });

    it("when teams are chosen, then only those that the coordinator is in can be added, and any be taken out", async () => {
      const stage = await start();
      await stage.install(teamX);
      await stage.bot.runJob("teams");
      const { rendered, card } = await open(stage, "karin");
      expect(input(card, "teams")).toMatchObject({ value: teamA, choices: [teamA, teamX] });
      const names = { nameSv: alfa.nameSv, nameFi: alfa.nameFi, nameEn: alfa.nameEn };
      const typed = { ...names, languages: "sv,fi,en" };

      const both = await stage.press("karin", act(rendered, "settings.save", "save"), {
        ...typed,
        teams: `${teamA},${teamX},${teamB}`,
      });
      expect(stage.network("alfa").teams).toEqual([teamA, teamX]);
      await stage.press("karin", act(both.rendered, "settings.save", "save"), {
        ...typed,
        teams: teamX,
      });

      expect(stage.network("alfa").teams).toEqual([teamX]);
    });

    it("when the press is a stranger's, a member's or another coordinator's, then it is refused with who may", async () => {
      const stage = await start();
      const { rendered } = await open(stage, "karin");
      const save = act(rendered, "settings.save", "save");
      const typed = { nameSv: "Kapad", nameFi: "Kaapattu", nameEn: "Hijacked", languages: "sv" };

      const member = sentence(await stage.press("anna", save, typed));
      const others = [
        await stage.press("bertil", save, typed),
        await stage.press("stranger", save, typed),
        await stage.press("bertil", { ...save, data: { ...save.data, act: "open" } }),
      ].map(sentence);
      const nowhere = { ...save, data: { ...save.data, network: "gamma" } };

      expect(member).toContain(texts.mayOnly("Nätverket alfa"));
      expect(member).toContain(texts.mayOnlyThese("Person karin, Person siv"));
      expect(others).toEqual(others.map(() => texts.mayOnly("Nätverket alfa")));
      expect(sentence(await stage.press("karin", nowhere, typed))).toBe(texts.stale);
      expect(stage.network("alfa")).toEqual(alfa);
      expect(await stage.audit("alfa")).toEqual([]);
    });

    it("when coordinators are named, then only an admin's word counts, and there must be one", async () => {
      const stage = await start();
      const names = { nameSv: alfa.nameSv, nameFi: alfa.nameFi, nameEn: alfa.nameEn };
      const typed = { ...names, languages: "sv,fi,en", teams: teamA };
      const { rendered } = await open(stage, "karin");
      await stage.press("karin", act(rendered, "settings.save", "save"), {
        ...typed,
        coordinators: people.anna,
      });
      expect(stage.network("alfa").coordinators).toEqual(alfa.coordinators);

      const chooser = await open(stage, "admin");
      const form = await stage.press("admin", act(chooser.rendered, "settings.save", "open"), {
        network: "alfa",
      });
      const save = act(form.rendered, "settings.save", "save");
      const none = await stage.press("admin", save, { ...typed, coordinators: " " });
      const wrong = await stage.press("admin", save, {
        ...typed,
        coordinators: "anna@example.org",
      });
      await stage.press("admin", save, {
        ...typed,
        coordinators: `${people.anna}, ${people.karin}`,
      });

      expect(input(none.card, "coordinators").note).toBe(texts.noCoordinator);
      expect(input(wrong.card, "coordinators").note).not.toBe("");
      expect(stage.network("alfa").coordinators).toEqual([people.anna, people.karin]);
    });

    it("when the same press comes again, then it is answered alike and done once", async () => {
      const stage = await start();
      const { rendered } = await open(stage, "karin");
      const typed = { nameSv: "Ett", nameFi: alfa.nameFi, nameEn: alfa.nameEn, languages: "sv" };
      const save = act(rendered, "settings.save", "save");

      const first = await stage.press("karin", save, { ...typed, teams: teamA });
      const second = await stage.press("karin", save, { ...typed, teams: teamA });

      expect(second.card).toEqual(first.card);
      expect(await stage.audit("alfa")).toHaveLength(1);
    });
  });

  describe("a member's own choices", () => {
    it("when they are saved, then they are kept in the member's own document and shown again", async () => {
      const stage = await start();
      const { rendered, card } = await open(stage, "anna");
      expect(input(card, "topics").choices).toContain("spårvagnar");

      const saved = await stage.press("anna", act(rendered, "member.save", "save"), {
        language: "sv",
        topics: "spårvagnar",
        topicsOther: "livsmedel, it",
        reminders: "false",
        remind: "60",
        quietFrom: "18:00",
        quietTo: "09:00",
        timeZone: "Europe/Stockholm",
        pausedUntil: "2026-04-01",
      });

      const preferences = {
        topics: ["spårvagnar", "livsmedel", "it"],
        reminders: false,
        remindMinutes: 60,
        quietFrom: "18:00",
        quietTo: "09:00",
        timeZone: "Europe/Stockholm",
        pausedUntil: "2026-04-01",
      };
      expect(notices(saved.card)).toEqual([texts.ownSaved]);
      expect((await stage.member("anna"))?.doc.preferences).toEqual(preferences);
      const { card: shown } = await open(stage, "anna");
      expect(input(shown, "topics").value).toBe("spårvagnar");
      expect(input(shown, "topicsOther").value).toBe("livsmedel, it");
      expect(input(shown, "pausedUntil").value).toBe("2026-04-01");
      const cleared = await stage.press("anna", act(saved.rendered, "member.save", "save"), {
        language: "sv",
        reminders: "true",
        remind: "meeting",
      });
      expect(notices(cleared.card)).toEqual([texts.ownSaved]);
      expect((await stage.member("anna"))?.doc.preferences).toEqual({
        topics: [],
        reminders: true,
      });
    });

    it("when another language is chosen, then everything is said in it from then on", async () => {
      const stage = await start();
      const { rendered } = await open(stage, "anna");

      const saved = await stage.press("anna", act(rendered, "member.save", "save"), {
        language: "fi",
        remind: "meeting",
        reminders: "true",
      });

      expect(saved.card).toMatchObject({ language: "fi" });
      expect(notices(saved.card)).toEqual([textsIn("fi").networks.ownSaved]);
      expect((await stage.member("anna"))?.doc.chosenLanguage).toBe("fi");
    });

    it("when something is wrong, then nothing is kept and the card says what", async () => {
      const stage = await start();
      const { rendered } = await open(stage, "anna");

      const { card } = await stage.press("anna", act(rendered, "member.save", "save"), {
        language: "sv",
        remind: "meeting",
        quietFrom: "18",
        quietTo: "",
        timeZone: "Helsingfors",
        pausedUntil: "2026-02-30",
      });

      expect(notices(card)).toEqual([texts.notSaved]);
      expect(input(card, "quietFrom").note).toBe(texts.badTime("18"));
      expect(input(card, "quietTo").note).toBe(texts.bothTimes);
      expect(input(card, "timeZone")).toMatchObject({ value: "Helsingfors" });
      expect(input(card, "pausedUntil").note).toBe(texts.badDay("2026-02-30"));
      expect((await stage.member("anna"))?.doc.preferences).toBeUndefined();
    });

    it("when they pause, then until the day they said; and they can end it", async () => {
      const stage = await start();
      const kept = async () => (await stage.member("anna"))?.doc.preferences?.pausedUntil;

      const [until] = await stage.say("anna", "paus till 1.12");
      expect([until?.card.summary, await kept()]).toEqual([
        expect.stringContaining("1 december 2026"),
        "2026-12-01",
      ]);
      await stage.say("anna", "tauko 2 viikkoa");
      expect(await kept()).toBe("2026-03-16");
      const [unclear] = await stage.say("anna", "paus blå banan");
      expect(unclear?.card.view["heading"]).toBe(texts.pauseUnclearHeading);
      expect(await kept()).toBe("2026-03-16");
      const [off] = await stage.say("anna", "pause off");
      expect(off?.card.view["heading"]).toBe(textsIn("en").networks.pauseEndedHeading);
      expect(await kept()).toBeUndefined();
      expect(await stage.say("stranger", "paus 3 dagar")).toHaveLength(1);
    });
  });

  it("when there is no network yet, then an admin makes the first from the settings", async () => {
    const stage = await start({ networks: [] });
    const { rendered } = await open(stage, "admin");
    const member = await open(stage, "anna");

    await stage.press("admin", act(rendered, "settings.save", "create"), {
      id: "first",
      nameSv: "Det första",
      nameFi: "Ensimmäinen",
      nameEn: "The first",
      languages: "sv",
      coordinators: people.karin,
    });

    expect(member.card.view["heading"]).toBe(texts.ownHeading);
    expect(stage.network("first").timeZone).toBe("Europe/Helsinki");
    expect((await open(stage, "karin")).card.view["heading"]).toBe(texts.heading("Det första"));
  });
});
