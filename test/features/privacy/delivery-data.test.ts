import { createForgotten } from "../../../src/core/forgotten.ts";
import { createOutbox } from "../../../src/core/outbox/create-outbox.ts";
import { type Delivery, urgencies } from "../../../src/core/outbox/delivery.ts";
import type { DataSubject } from "../../../src/core/personal-data.ts";
import type { Card } from "../../../src/core/reply.ts";
import { deliveryData } from "../../../src/features/privacy/delivery-data.ts";
import { digest } from "../../../src/platform/system/digest.ts";
import { sqlitePlace } from "../../app/both-stores.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";

const address = {
  v: 1,
  serviceUrl: "http://127.0.0.1:1/",
  channel: "msteams",
  conversationId: "19:forum",
  botId: "28:kollega",
} as const;
const helga: DataSubject = {
  key: "t1:helga-7e57ab1e",
  tenant: "t1",
  person: "helga-7e57ab1e",
  userIds: ["29:helga-teams"],
  chats: ["a:helga-chat"],
  names: ["Helga Östergård"],
  contacts: [],
};
const mentions = [
  { userId: "29:helga-teams", name: "Helga Östergård" },
  { userId: "29:mona", name: "Mona Medlem" },
];
const card: Card = {
  kind: "announcement",
  language: "sv",
  view: { sender: "Helga Östergård, Nätverket" },
  summary: "Från Helga Östergård",
};
const log = { info() {}, warn() {}, error() {} };

async function start() {
  const place = sqlitePlace();
  const clock = createFixedClock();
  const documents = await place.open({ clock, log });
  const forgotten = createForgotten({ documents, clock, digest, newId: () => "secret" });
  const outbox = createOutbox({ documents, clock, digest, wake() {} });
  const source = deliveryData({ documents, jobDocuments: documents, clock, digest, forgotten });
  const close = async () => {
    await documents.close();
    place.remove();
  };
  return { documents, outbox, source, close };
}
type World = Awaited<ReturnType<typeof start>>;

/** One post in a channel names both; one message waits for her; one edit of the post is planned. */
async function fill({ documents, outbox }: World): Promise<void> {
  const batch = {
    kind: "announcement",
    urgency: urgencies.announcement,
    about: {},
    cards: { sv: card },
  };
  const to = (recipient: string, name: string, userId: string) => ({
    recipient,
    name,
    target: { route: "mention" as const, address, userId },
    variant: "sv",
    language: "sv" as const,
  });
  const both = [
    to(helga.key, "Helga Östergård", "29:helga-teams"),
    to("t1:mona", "Mona", "29:mona"),
  ];
  await outbox.plan({ ...batch, id: "b1" }, both, true);
  for (const { recipient } of both) {
    const found = await documents.read<Delivery>("deliveries", "b1", `to:${recipient}`);
    if (!found) throw new Error("not planned");
    const sent = {
      ...found.doc,
      state: "delivered",
      activityId: "m1",
      deliveredTo: address,
    } as const;
    await documents.replace("deliveries", "b1", { ...sent, mentioned: mentions }, found.etag);
  }
  const chat = { ...address, conversationId: "a:helga-chat" };
  const target = { route: "chat" as const, address: chat, userId: "29:helga-teams" };
  const [own] = both;
  if (own) await outbox.plan({ ...batch, id: "b2" }, [{ ...own, target }], true);
  const edit = { route: "edit" as const, address, activityId: "m1", mentions };
  const plan = { recipient: "19:forum", name: "", target: edit, variant: "sv" };
  const edits = { ...batch, id: "b3", urgency: urgencies.edit };
  await outbox.plan(edits, [{ ...plan, language: "sv" as const }], true);
}

async function all({ documents }: World): Promise<string> {
  const texts: string[] = [];
  for (const partition of ["_batches", "b1", "b2", "b3"]) {
    const { items } = await documents.query({ container: "deliveries", partition });
    texts.push(...items.map(({ doc }) => JSON.stringify(doc)));
  }
  return texts.join("\n");
}

describe("who was sent what, when somebody is forgotten", () => {
  it("when a post named her with others, then the others stay named, and every number stays", async () => {
    const world = await start();
    await fill(world);
    const counts = async () =>
      Promise.all(
        ["b1", "b2", "b3"].map(async (id) => {
          const head = await world.outbox.head(id);
          return head && (await world.outbox.counts(head));
        }),
      );
    const [first] = await counts();

    await world.source.erase(helga);
    await world.source.erase(helga);

    const text = await all(world);
    for (const trace of ["helga-7e57ab1e", "29:helga-teams", "a:helga-chat", "Helga Östergård"])
      expect(text).not.toContain(trace);
    expect(text).toContain("Mona Medlem");
    expect(text).toContain("en tidigare medlem");
    expect((await counts())[0]).toEqual(first);
    expect((await counts())[1]).toMatchObject({ planned: 0, skipped: 1, intended: 1 });
    expect((await counts())[2]).toMatchObject({ planned: 1, intended: 1 });
    await world.close();
  });

  it("when she asks what is held, then it is her own messages", async () => {
    const world = await start();
    await fill(world);

    const held = await world.source.find(helga, "en");

    expect(held.map(({ text }) => text).sort()).toEqual([
      "Announcement 2 March 2026: delivered",
      "Announcement 2 March 2026: waiting",
    ]);
    await world.close();
  });
});
