/** The message extension on practices and people: what is found, and that what is inserted needs no bot. */
import type { Practice } from "../../src/core/content.ts";
import type { ListItem } from "../../src/core/reply.ts";
import { viewOf } from "./discussions-stage.ts";
import { actionsOf, startBot, type TestBot } from "./start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => {
  await bot.close();
  expect(bot.cardFaults).toEqual([]);
});

async function search(query: string, more: { skip?: number; count?: number } = {}) {
  const { skip = 0, count = 25 } = more;
  const result = await bot.handle({
    type: "search",
    id: `search-${query}`,
    command: "search",
    query,
    skip,
    count,
    actor: { tenant: "tenant-1", person: "p1", name: "Person p1" },
    conversation: { kind: "personal", id: "chat-p1" },
    address: {
      v: 1,
      serviceUrl: "http://127.0.0.1:1/",
      channel: "msteams",
      conversationId: "chat-p1",
      botId: "28:kollega",
    },
    locale: "sv-FI",
  });
  const reply = result.status === "done" ? result.answer : undefined;
  return reply?.type === "list" ? reply.items : [];
}

const titles = (items: readonly ListItem[]) => items.map(({ title }) => title);

describe("searching while writing", () => {
  it("when a practice is described, then it is found, with nothing to press on its card", async () => {
    const [first] = await search("sköta bikupor på taket");

    expect(first?.text).toMatch(/^Praxis/u);
    expect(first?.card.kind).toBe("answer");
    expect(actionsOf(viewOf(first?.card))).toEqual([]);
    expect(viewOf(first?.card)).toMatchObject({ buttons: [], related: [], relatedHeading: "" });
  });

  it("when a person is named, then they are found, with nothing to press on their card", async () => {
    const items = await search("Vera Brandholm");

    expect(items[0]).toMatchObject({ title: "Vera Brandholm", card: { kind: "contact" } });
    expect(items[0]?.text).toContain("Skogvaktare");
    expect(viewOf(items[0]?.card)).toMatchObject({ buttons: [], practices: [] });
  });

  it("when nothing is written yet, then there is something to begin with", async () => {
    expect((await search("")).length).toBeGreaterThan(0);
  });

  it("when practices were added in chat, then the latest comes first", async () => {
    const [example] = bot.app.library.contentOf<Practice>("practice");
    const partition = example?.value.network ?? "_shared";
    for (const [id, day] of [
      ["later", "2"],
      ["first", "1"],
    ]) {
      const value = { ...example?.value, id, title: `Tillagd ${id}`, date: "2001-01-01" };
      const addedAt = `2026-02-0${day}T08:00:00.000Z`;
      const doc = { id: `practice:${id}:sv`, type: "practice", v: 1, addedAt, value };
      await bot.store.create("content", partition, doc);
    }
    await bot.app.library.refresh();

    expect(titles(await search("")).slice(0, 2)).toEqual(["Tillagd later", "Tillagd first"]);
  });

  it("when the next page is asked for, then it goes on where the first one ended", async () => {
    const all = titles(await search(""));

    expect(titles(await search("", { count: 1 }))).toEqual(all.slice(0, 1));
    expect(titles(await search("", { skip: 1 }))).toEqual(all.slice(1));
  });
});
