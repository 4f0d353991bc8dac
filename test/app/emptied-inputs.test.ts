/** Inputs that are emptied in an editor: clients leave them out, and what stood in them goes all the same. */
import { bothStores } from "./both-stores.ts";
import { botsOn } from "./bots-on.ts";
import { contentOf } from "./content-of.ts";
import { filled, inputsOf } from "./inputs-of.ts";
import { button, type TestBot } from "./start-bot.ts";

const announced = {
  titleSv: "Utbildning i april",
  titleFi: "Koulutus huhtikuussa",
  textSv: "Anmäl dig.",
  textFi: "Ilmoittaudu.",
  link1: "https://example.fi/anmalan",
  link1Title: "Anmälan",
  imageUrl: "https://example.fi/bild.png",
  date: "2026-03-12",
  time: "13:00",
};
const planned = {
  titleSv: "Marknadsdialog",
  titleEn: "Market dialogue",
  date: "2026-03-12",
  time: "13:00",
  minutes: "60",
  joinUrl: "https://teams.microsoft.com/l/meetup-join/1",
  place: "Norra esplanaden 11",
  agenda: "1. Läget",
  repeat: "weekly",
  until: "2026-05-12",
};

describe.each(bothStores)("emptied inputs on $name", (testStore) => {
  let bot: TestBot;
  const { start } = botsOn(testStore, { usual: { config: { admins: ["p1"] } } });
  beforeEach(async () => {
    bot = await start();
  });

  /** Sends a form as a client does: what stands in it and what is typed, without what was emptied. */
  function send(card: unknown, verb: string, typed: object = {}, emptied: readonly string[] = []) {
    const held = Object.entries({ ...inputsOf(card), ...typed }).filter(
      ([id]) => !emptied.includes(id),
    );
    return bot.press(filled(button(card, verb), Object.fromEntries(held)));
  }

  const stored = async (type: string) =>
    (await contentOf(bot.store, type)).map(({ doc }) => doc.value);
  const announcement = async () => (await stored("announcement"))[0];
  const meeting = async () => (await stored("meeting"))[0];

  it("when an announcement's link, picture, time and Finnish are emptied, then they are gone and the rest stays", async () => {
    const save = "announcement.save";
    const { rendered } = await bot.ask("meddela");
    const saved = await send(rendered, save, { ...announced, network: "alfa" });
    expect(await announcement()).toMatchObject({ titleFi: announced.titleFi, links: [{}] });
    const emptied = ["link1", "link1Title", "imageUrl", "date", "time", "titleFi", "textFi"];

    const changed = await send(saved.rendered, save, {}, emptied);

    expect(changed.card.view["faults"]).toEqual([]);
    const after = await announcement();
    expect(after).toMatchObject({
      titleSv: announced.titleSv,
      textSv: announced.textSv,
      links: [],
    });
    for (const gone of ["titleFi", "textFi", "imageUrl", "sendAt"]) {
      expect(after).not.toHaveProperty(gone);
    }
  });

  it("when all that can be emptied in an announcement is, then the faults say so and nothing changes", async () => {
    const { rendered } = await bot.ask("meddela");
    const saved = await send(rendered, "announcement.save", { ...announced, network: "alfa" });
    const before = await announcement();

    const emptied = await send(saved.rendered, "announcement.save", {}, Object.keys(announced));

    expect(emptied.card.view["faults"]).not.toEqual([]);
    expect(emptied.card.view["values"]).toMatchObject({ titleSv: "", link1: "" });
    expect(await announcement()).toEqual(before);
  });

  it("when a template is made of an announcement whose link was emptied, then it has none", async () => {
    const { rendered } = await bot.ask("meddela");
    const saved = await send(rendered, "announcement.save", { ...announced, network: "alfa" });

    const asTemplate = { act: "template" };
    await send(saved.rendered, "announcement.save", asTemplate, ["link1", "link1Title"]);

    const all = await stored("announcement");
    expect(all.filter((one) => one["template"])).toMatchObject([
      { titleSv: announced.titleSv, links: [] },
    ]);
    expect(all.filter((one) => !one["template"])).toMatchObject([{ links: [{}] }]);
  });

  it("when a meeting's place, link, agenda, end and English are emptied, then they are gone and the rest stays", async () => {
    const save = "meeting.save";
    const { rendered } = await bot.ask("nytt möte");
    const saved = await send(rendered, save, { ...planned, network: "alfa" });
    expect(await meeting()).toMatchObject({ place: planned.place, titleEn: planned.titleEn });
    const editor = await bot.press(button(saved.rendered, save));
    const emptied = ["place", "joinUrl", "agenda", "until", "titleEn", "remind"];

    await send(editor.rendered, save, {}, emptied);

    const after = await meeting();
    expect(after).toMatchObject({
      titleSv: planned.titleSv,
      start: "2026-03-12T13:00",
      remind: [],
    });
    expect(after?.["repeat"]).toBe("FREQ=WEEKLY;UNTIL=20280312T130000");
    for (const gone of ["place", "joinUrl", "agenda", "titleEn"]) {
      expect(after).not.toHaveProperty(gone);
    }
  });

  it("when only some inputs come, as from a client of another kind, then the others stay as they are", async () => {
    const { rendered } = await bot.ask("nytt möte");
    const saved = await send(rendered, "meeting.save", { ...planned, network: "alfa" });
    const editor = await bot.press(button(saved.rendered, "meeting.save"));

    await bot.press(filled(button(editor.rendered, "meeting.save"), { place: "Åbo" }));

    expect(await meeting()).toMatchObject({ place: "Åbo", agenda: planned.agenda });
  });
});
