/** What a slow store, or one that holds much, does to whoever looks back, or at what is known of them. */
import type { AuditEntry } from "../../src/core/audit.ts";
import {
  type BatchHead,
  batchesPartition,
  type Delivery,
  urgencies,
} from "../../src/core/outbox/delivery.ts";
import { pseudonymOf } from "../../src/core/personal-data.ts";
import type { Document, Documents } from "../../src/core/ports.ts";
import type { JsonObject } from "../../src/core/reply.ts";
import { noteKnown } from "../../src/core/state.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores } from "./both-stores.ts";
import { fillStore } from "./small-world.ts";
import {
  type Action,
  actionsOf,
  button,
  message,
  press,
  startBot,
  type TestBot,
} from "./start-bot.ts";

const karin = { person: "karin" };
const mona = { person: "mona" };
const monasKey = "tenant-1:mona";
const texts = textsIn("sv");
const entries = 120;
const votes = 2_300;
const batches = 170;
const turnMs = 10_000;

describe.each(bothStores)("looking back on $name", (testStore) => {
  let bot: TestBot;
  let delayMs: number;
  beforeAll(() => testStore.start(), 60_000);
  afterAll(() => testStore.stop());
  beforeEach(async () => {
    delayMs = 0;
    bot = await startBot({
      place: testStore.newPlace(),
      wrap: slow,
      fill: async (documents) => {
        await fillStore(documents);
        await coordinate(documents);
      },
    });
    // Within two seconds of its start, in every bot.
    await bot.runJob("privacy");
  });
  afterEach(async () => {
    expect(bot.cardFaults).toEqual([]);
    expect(bot.logged).toEqual([]);
    await bot.close();
  });

  /** Each call takes so long, of turns and of jobs. */
  function slow(documents: Documents): Documents {
    const late =
      <A extends readonly unknown[], R>(call: (...rest: A) => Promise<R>) =>
      async (...rest: A): Promise<R> => {
        if (delayMs > 0) await bot.clock.sleep(delayMs);
        return call(...rest);
      };
    return {
      ...documents,
      read: late(documents.read) as Documents["read"],
      create: late(documents.create) as Documents["create"],
      replace: late(documents.replace) as Documents["replace"],
      delete: late(documents.delete),
      query: late(documents.query) as Documents["query"],
    };
  }

  async function timed<T>(
    work: () => Promise<T>,
  ): Promise<{ readonly ms: number; readonly of: T }> {
    const began = bot.clock.now().getTime();
    const of = await work();
    return { ms: bot.clock.now().getTime() - began, of };
  }
  const view = async (data: JsonObject) => {
    const { ms, of } = await timed(() => bot.handle(press({ verb: "settings.save", data }, karin)));
    const reply = of.status === "done" ? of.answer : undefined;
    if (reply?.type !== "card") throw new Error("no card");
    return { ms, view: reply.card.view };
  };

  it("when the log is long and the store slow, then the latest comes in time, and the rest page by page", async () => {
    await putActs(bot, entries);
    delayMs = 2_500;
    const seen: string[] = [];
    let data: JsonObject | undefined = { act: "audit", network: "alfa" };
    let pages = 0;
    while (data) {
      const page = await view(data);
      expect(page.ms).toBeLessThan(turnMs);
      seen.push(
        ...(page.view["items"] as readonly { detail: string }[]).map(({ detail }) => detail),
      );
      data = (page.view["buttons"] as readonly Action[])[0]?.data;
      pages += 1;
      expect(String(page.view["note"])).toContain(texts.oversight.audit.export);
    }
    expect(pages).toBe(8);
    expect(seen).toHaveLength(entries);
    expect(new Set(seen).size).toBe(entries);
    expect(seen[0]).toContain(`${entries - 1}`);
  });

  it("when very many have met the bot, then names that are not found in time are left out, and that is said", async () => {
    for (let n = 0; n < 900; n++) await noteKnown(bot.store, { tenant: "t", person: `p-${n}` });
    await putActs(bot, 3);
    delayMs = 2_500;

    const page = await view({ act: "audit", network: "alfa" });

    expect(page.ms).toBeLessThan(turnMs);
    expect(page.view["note"]).toContain(texts.oversight.audit.notAllNames);
    expect(JSON.stringify(page.view["items"])).toContain(texts.oversight.audit.unnamed);
    expect(JSON.stringify(page.view["items"])).not.toContain(texts.oversight.audit.unknownPerson);

    delayMs = 0;
    const quick = await view({ act: "audit", network: "alfa" });
    expect(quick.view["note"]).not.toContain(texts.oversight.audit.notAllNames);
    expect(JSON.stringify(quick.view["items"])).toContain(texts.oversight.audit.unknownPerson);
  });

  it.each<readonly [string, JsonObject]>([
    ["a number", { before: 15 }],
    ["nothing", { before: "" }],
    ["more than an id", { before: "x".repeat(5_000) }],
    ["what no entry is called", { before: "\uffff" }],
  ])(
    "when a forged button asks for what came before %s, then the latest are shown",
    async (_, forged) => {
      await putActs(bot, 2);
      const page = await view({ act: "audit", network: "alfa", ...forged });
      expect(page.view["items"]).toHaveLength(2);
    },
  );

  it("when there is much to count, then the figures come in time, and whoever asks again has all", async () => {
    await putVotes(bot, votes);
    delayMs = 2_500;
    const ask = async () => {
      const before = bot.sent.length;
      const { ms } = await timed(() => bot.handle(message("statistik", karin)));
      return { ms, card: bot.sent[before]?.card };
    };

    const first = await ask();
    await bot.clock.sleep(30_000);
    const second = await ask();

    const note = texts.oversight.statistics.counting;
    expect(first.ms).toBeLessThan(turnMs);
    expect(first.card?.kind).toBe("statistics");
    expect(String(first.card?.view["note"])).toContain(note);
    expect(second.ms).toBeLessThan(turnMs);
    expect(String(second.card?.view["note"])).not.toContain(note);
    expect(JSON.stringify(second.card?.view)).toContain(`"value":"${votes}"`);
  });

  it.each([1_000, 2_500])(
    "when much is known of somebody and each call takes %d ms, then the card comes in time and the file has all",
    async (ms) => {
      await bot.ask("hjälp", mona);
      await putMessages(bot, batches);
      await putVotes(bot, 30, pseudonymOf(digest, { key: monasKey }));
      delayMs = ms;

      const before = bot.sent.length;
      const mine = await timed(() => bot.handle(message("mina uppgifter", mona)));
      const card = bot.sent[before];
      expect(mine.ms).toBeLessThan(turnMs);
      expect(card?.card.kind).toBe("my-data");
      const sections = card?.card.view["sections"] as readonly {
        readonly title: string;
        readonly lines: readonly string[];
      }[];
      const sent = sections.find(({ title }) => title === texts.privacy.kinds.deliveries.title);
      expect(sent?.lines).toContain(texts.privacy.myData.notAll);
      if (ms === 1_000) expect(sent?.lines[0]).toContain("30 juni");

      const offered = await timed(() => bot.press(button(card?.rendered, "data.export"), mona));
      expect(offered.ms).toBeLessThan(turnMs);
      const [link] = offered.of.card.view["links"] as readonly { readonly url: string }[];
      const file = new URL(link?.url ?? "").pathname.split("/").at(-1) ?? "";
      const post = bot.app.routes.find(
        ({ path, method }) => path === "/data/:file" && method === "POST",
      );
      const answer = await post?.handle({
        headers: {},
        peer: "",
        path: "",
        params: { file },
        query: {},
        body: "",
      });
      const held = JSON.parse(String(answer?.body)) as {
        readonly data: readonly { readonly kind: string; readonly items: readonly unknown[] }[];
      };
      const counts = Object.fromEntries(held.data.map(({ kind, items }) => [kind, items.length]));
      expect(counts).toMatchObject({ deliveries: batches, opinions: 30 });
    },
  );

  it("when somebody asks to be forgotten on a slow store, then they are answered in time", async () => {
    const card = await bot.ask("glöm mig", mona);
    const [confirm] = actionsOf(card.rendered).filter(({ verb }) => verb === "data.forget");
    if (!confirm) throw new Error("no button");
    delayMs = 2_500;

    const { ms, of } = await timed(() => bot.press(confirm, mona));

    expect(ms).toBeLessThan(turnMs);
    expect(of.card.kind).toBe("forget");
  });
});

async function coordinate(documents: Documents): Promise<void> {
  type Stored = Document & { readonly value: object };
  const there = await documents.read<Stored>("content", "_networks", "network:alfa");
  if (!there) throw new Error("there is no network");
  const value = { ...there.doc.value, coordinators: ["karin"] };
  await documents.replace("content", "_networks", { ...there.doc, value }, there.etag);
}

/** Acts of somebody whom nobody knows any more, one a minute. */
async function putActs({ store, clock }: TestBot, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const at = new Date(clock.now().getTime() + n * 60_000).toISOString();
    const doc: AuditEntry = {
      id: `${at}-x${n}`,
      type: "act",
      v: 1,
      at,
      network: "alfa",
      actor: "a hash of nobody",
      act: "import",
      details: { created: n },
    };
    await store.create("audit", "alfa", doc);
  }
}

async function putVotes({ store, clock }: TestBot, count: number, by = "nobody"): Promise<void> {
  const at = clock.now().toISOString();
  for (let n = 0; n < count; n++) {
    const value = { practice: `p-${n}`, language: "sv", value: "up", at };
    const doc = { id: `vote:${by}-${n}`, type: "vote", v: 1, by, value };
    await store.create("content", "alfa", doc);
  }
}

/** One message to Mona in each of so many batches, the last one on the 30th of June. */
async function putMessages({ store }: TestBot, count: number): Promise<void> {
  const last = Date.parse("2026-06-30T09:00:00.000Z");
  for (let n = 0; n < count; n++) {
    const due = last - (count - 1 - n) * 3_600_000;
    const at = new Date(due).toISOString();
    const head: BatchHead = {
      id: `b-${n}`,
      type: "batch",
      v: 1,
      kind: "announcement",
      network: "alfa",
      urgency: urgencies.announcement,
      about: {},
      state: "ended",
      intended: 1,
      createdAt: at,
      endedAt: at,
      due,
    };
    const delivery = {
      id: `to:${monasKey}`,
      type: "delivery",
      v: 1,
      batch: head.id,
      recipient: monasKey,
      name: "Person mona",
      target: { route: "chat", address: { conversationId: "chat-mona" } },
      variant: "sv",
      language: "sv",
      state: "delivered",
      at,
      due,
    } as unknown as Delivery;
    await store.create("deliveries", batchesPartition, head);
    await store.create("deliveries", head.id, delivery);
  }
}
