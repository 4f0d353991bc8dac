/** What people say to each other where the app may read along: only who hears it is asked, and nobody is disturbed. */
import type { Feature } from "../../src/core/feature.ts";
import { createTurnHandler } from "../../src/core/handle-turn.ts";
import type { Messenger } from "../../src/core/ports.ts";
import type { Card, Reply } from "../../src/core/reply.ts";
import { readState } from "../../src/core/state.ts";
import type { Arrival } from "../../src/core/turn.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { createFixedClock } from "../fakes/fixed-clock.ts";
import { type OpenDocuments, sqlitePlace } from "./both-stores.ts";

const card: Card = { kind: "help", language: "sv", summary: "Fanns det här?", view: {} };
const thread = "19:forum@thread.tacv2;messageid=1";
const base = {
  actor: { tenant: "t", person: "p", name: "P", userId: "29:p" },
  conversation: { kind: "channel", id: thread, team: { id: "19:team" } },
  address: {
    v: 1,
    serviceUrl: "https://smba.trafficmanager.net/emea/",
    channel: "msteams",
    conversationId: thread,
    botId: "28:kollega",
  },
} as const;
let lastId = 0;
const said = (text: string): Arrival => ({
  ...base,
  id: `m${++lastId}`,
  type: "message",
  text,
  isMentioned: false,
});
const edited = (): Arrival => ({
  ...base,
  id: `e${++lastId}`,
  type: "message-changed",
  change: "edited",
  message: { id: "1", text: "Hur?" },
});

const place = sqlitePlace();
const clock = createFixedClock();
let documents: OpenDocuments;
beforeAll(async () => {
  documents = await place.open({ clock, log: { info() {}, warn() {}, error() {} } });
});
afterAll(async () => {
  await documents.close();
  place.remove();
});

function setUp(take: Feature["take"]) {
  const asked: string[] = [];
  const sent: { readonly to: string; readonly card: Card }[] = [];
  const logged: string[] = [];
  const feature = (name: string, more: Partial<Feature> = {}): Feature => ({
    name,
    take(turn) {
      asked.push(name);
      return more.hears ? take(turn) : undefined;
    },
    ...(more.hears && { hears: more.hears }),
  });
  const messenger: Pick<Messenger, "send"> = {
    async send({ conversationId }, shown) {
      sent.push({ to: conversationId, card: shown });
      return { state: "delivered", activityId: "1" };
    },
  };
  const handle = createTurnHandler({
    documents,
    clock,
    digest,
    messenger: messenger as Messenger,
    log: { info() {}, warn() {}, error: (event) => void logged.push(event) },
    telemetry: { turn() {}, answer() {}, deliveries() {} },
    index: { detectLanguage: () => "fi" },
    features: [
      feature("deaf"),
      feature("forum", {
        hears: ({ type }) => type === "message" || type === "message-changed",
      }),
      feature("catch-all"),
    ],
    networksOf: () => [],
    defaultLanguage: "sv",
    failureText: () => "Oj.",
    failureCard: () => card,
    sentenceCard: () => card,
    alreadyDone: () => "Redan.",
    noteLater() {},
    sendLater: async () => undefined,
  });
  return { handle, asked, sent, logged };
}
const offer: Reply = { type: "card", card };

describe("what was overheard", () => {
  it("when a feature hears it, then only that one is asked, and what it says stands in the thread", async () => {
    const { handle, asked, sent } = setUp(() => ({ replies: [offer], label: "offered" }));

    await handle(said("Mitä tarkoittaa hankintayksikkö?"));

    expect(asked).toEqual(["forum"]);
    expect(sent).toEqual([{ to: thread, card }]);
  });

  it("when the feature leaves it, then nobody else is asked and nothing is said", async () => {
    const { handle, asked, sent } = setUp(() => undefined);

    await handle(said("Lounaalle?"));

    expect({ asked, sent }).toEqual({ asked: ["forum"], sent: [] });
  });

  it.each<[string, () => Arrival]>([
    ["a message", () => said("Hur?")],
    ["an edit", edited],
  ])(
    "when %s breaks the feature, then nobody is told of it, but the log is",
    async (_, arrival) => {
      const { handle, sent, logged } = setUp(() => {
        throw new Error("a bug");
      });

      expect(await handle(arrival())).toEqual({ status: "done" });
      expect({ sent, logged }).toEqual({ sent: [], logged: ["turn failed"] });
    },
  );

  it("when it comes again, then it is taken once", async () => {
    const { handle, asked } = setUp(() => ({ replies: [], label: "noted" }));
    const arrival = said("Hur?");

    await handle(arrival);
    await handle(arrival);

    expect(asked).toEqual(["forum"]);
  });

  it("when a message was edited, then every feature may take it, and the thread's language stays", async () => {
    const { handle, asked } = setUp(() => undefined);

    await handle(edited());

    expect(asked).toEqual(["deaf", "forum", "catch-all"]);
    const state = await readState(documents, {
      container: "conversations",
      partition: thread,
      id: "state",
    });
    expect(state?.doc.memory.language).toBeUndefined();
  });
});
