import type { Network } from "../../../../src/core/content.ts";
import type { BatchPlan, DeliveryPlan } from "../../../../src/core/outbox/delivery.ts";
import type { Outbox } from "../../../../src/core/outbox/outbox.ts";
import type { ConversationAddress, TermItem } from "../../../../src/core/ports.ts";
import type { JsonObject } from "../../../../src/core/reply.ts";
import type { ActionTurn } from "../../../../src/core/turn.ts";
import type { TermBook } from "../../../../src/features/terms/look-up/term-book.ts";
import { createTermCards } from "../../../../src/features/terms/look-up/term-cards.ts";
import { shareTerm } from "../../../../src/features/terms/share/share-term.ts";

const address = (conversationId: string): ConversationAddress => ({
  v: 1,
  serviceUrl: "https://example.org/",
  channel: "msteams",
  conversationId,
  botId: "28:kollega",
});

const network = (id: string) =>
  ({ id, nameSv: `Nätverket ${id}`, nameFi: `Verkosto ${id}`, nameEn: `Network ${id}` }) as Network;

const shared: TermItem = {
  key: "term:_shared/anbud",
  term: {
    id: "anbud",
    sv: "anbud",
    fi: "tarjous",
    svAlso: [],
    fiAlso: [],
    enAlso: [],
    svAvoid: [],
    fiAvoid: [],
    enAvoid: [],
    usedBy: [],
  },
};

function share(
  forums: Readonly<Record<string, readonly string[]>>,
  data: JsonObject = {},
  item = shared,
) {
  const planned: { batch: BatchPlan; deliveries: readonly DeliveryPlan[] }[] = [];
  const networks = Object.keys(forums).map(network);
  const outbox = {
    plan: async (batch: BatchPlan, deliveries: Iterable<DeliveryPlan>) => {
      planned.push({ batch, deliveries: [...deliveries] });
    },
  } as unknown as Outbox;
  const turn = {
    type: "action",
    id: "press-1",
    verb: "term.share",
    data: { kind: "term", id: "anbud", ...data },
    via: "execute",
    key: "key-1",
    language: "sv",
    networks,
    actor: { tenant: "t", person: "p", name: "Maija Sjölund" },
    conversation: { kind: "personal", id: "chat" },
    address: address("chat"),
  } as unknown as ActionTurn;
  const deps = {
    outbox,
    directory: { channelsOf: (id: string) => (forums[id] ?? []).map(address) },
    book: { referred: () => item } as unknown as TermBook,
    cards: createTermCards({ library: { networks: () => networks } as never }),
  };
  return shareTerm(deps, turn).then((outcome) => ({ outcome, planned, reply: outcome.replies[0] }));
}

const buttonsOf = (reply: Awaited<ReturnType<typeof share>>["reply"]) =>
  reply?.type === "card" ? (reply.card.view["buttons"] as readonly JsonObject[]) : [];

describe("sharing a term from one's own chat", () => {
  it("when there is one forum, then it is posted there", async () => {
    const { planned, outcome } = await share({ alfa: ["forum-a"] });

    expect(outcome.label).toBe("term-shared");
    expect(planned[0]?.batch).toMatchObject({ kind: "term", network: "alfa" });
    expect(planned[0]?.deliveries.map(({ recipient }) => recipient)).toEqual(["forum-a"]);
  });

  it("when there are several, then Kollega asks which, and posts nothing yet", async () => {
    const { planned, reply } = await share({ alfa: ["forum-a"], beta: ["forum-b"] });

    expect(planned).toEqual([]);
    expect(buttonsOf(reply)).toEqual([
      {
        title: "Nätverket alfa",
        verb: "term.share",
        data: { kind: "term", id: "anbud", forum: "alfa" },
      },
      {
        title: "Nätverket beta",
        verb: "term.share",
        data: { kind: "term", id: "anbud", forum: "beta" },
      },
    ]);
  });

  it("when one of them was chosen, then it is posted there alone", async () => {
    const forums = { alfa: ["forum-a"], beta: ["forum-b"] };

    const { planned } = await share(forums, { forum: "beta" });

    expect(planned.map(({ batch }) => batch.network)).toEqual(["beta"]);
    expect((await share(forums, { forum: "gamma" })).planned).toEqual([]);
  });

  it("when two networks meet in one channel, then it is posted there once", async () => {
    const { planned } = await share({ alfa: ["forum"], beta: ["forum"] });

    expect(planned.flatMap(({ deliveries }) => deliveries)).toHaveLength(1);
  });

  it("when the term is a network's own, then no other's forum is offered", async () => {
    const own: TermItem = { ...shared, network: "beta" };

    const { planned } = await share({ alfa: ["forum-a"], beta: ["forum-b"] }, {}, own);

    expect(planned.map(({ batch }) => batch.network)).toEqual(["beta"]);
  });

  it("when no network has a channel, then it says so", async () => {
    const { reply, planned } = await share({ alfa: [] });

    expect(reply?.type).toBe("sentence");
    expect(planned).toEqual([]);
  });
});
