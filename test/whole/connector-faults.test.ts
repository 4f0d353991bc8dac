import type { Fault } from "../fakes/bot-connector.ts";
import { type Chat, readReply } from "../fakes/teams-client.ts";
import { setTheStage } from "./set-the-stage.ts";

const stage = setTheStage();
const question = "Hur har andra använt sysselsättningsvillkor i upphandlingar?";

/** Asks while the next calls to the conversation go wrong. */
async function askDespite(...faults: readonly Fault[]) {
  const { teams, connector } = stage();
  const chat = teams.personalChat();
  const { conversation } = chat;
  connector.fail(...faults.map((fault) => ({ ...fault, conversation })));
  const exchange = await chat.say(question);
  return { chat, exchange, calls: connector.calls.filter((c) => c.conversation === conversation) };
}

async function expectAnswerToNextQuestion(chat: Chat): Promise<void> {
  const next = await chat.say("Hur har andra använt sysselsättningsvillkor?");
  expect(next).toMatchObject({ status: 200, replies: [{ state: "taken" }] });
  expect(readReply(next).kind).toBe("answer");
}

describe("a connector with faults", () => {
  it("when it is throttled for a second, then the answer comes once, after that second", async () => {
    const { exchange, calls } = await askDespite({ status: 429, retryAfter: 1 });

    expect(exchange.status).toBe(200);
    expect(calls.map(({ state }) => state)).toEqual(["refused", "taken"]);
    expect(calls[1]!.arrivedAt - calls[0]!.arrivedAt).toBeGreaterThanOrEqual(1_000);
  });

  it.each([{ status: 429 }, { status: 412 }, { status: 503, retryAfter: 0 }])(
    "when it surely took nothing ($status), then the answer comes once",
    async (fault) => {
      const { exchange, calls } = await askDespite(fault);

      expect(exchange.status).toBe(200);
      expect(calls.map(({ state }) => state)).toEqual(["refused", "taken"]);
    },
  );

  it.each<Fault>([
    { status: 502 },
    { status: 504 },
    { status: 503 },
    { status: 502, taken: true },
    { drop: "before" },
    { drop: "after" },
  ])(
    "when it is open whether it was taken (%j), then it is repeated at most once",
    async (fault) => {
      const { chat, exchange, calls } = await askDespite(fault, fault, fault, fault);

      expect(exchange.status).toBe(200);
      expect(calls.length).toBeLessThanOrEqual(2);
      stage().connector.heal();
      await expectAnswerToNextQuestion(chat);
    },
  );

  it.each([
    { status: 403, body: { error: { code: "ConversationBlockedByUser", message: "blocked" } } },
    { status: 403, body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' } },
    { status: 404 },
    { status: 400 },
    { status: 413 },
    { status: 500 },
  ])(
    "when it refuses ($status), then it is not asked again and the bot lives on",
    async (fault) => {
      const { chat, exchange, calls } = await askDespite(fault);

      expect(exchange.status).toBe(200);
      expect(calls).toHaveLength(1);
      await expectAnswerToNextQuestion(chat);
    },
  );

  it("when calls hang, then the turn ends within ten seconds and others are not held up", async () => {
    const wait = new Promise(() => undefined);
    const hanging = askDespite({ wait }, { wait });
    const { teams } = stage();

    await expectAnswerToNextQuestion(teams.personalChat());
    const { exchange, calls } = await hanging;

    expect(exchange.status).toBe(200);
    expect(exchange.tookMs).toBeLessThan(10_000);
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it("when nobody listens at the service URL, then the bot lives on", async () => {
    const chat = stage().teams.personalChat();

    const exchange = await chat.say(question, { with: { serviceUrl: "http://127.0.0.1:9/" } });

    expect(exchange.status).toBe(200);
    await expectAnswerToNextQuestion(chat);
  });

  it("when a throttled answer to one is waited for, then others are answered meanwhile", async () => {
    const slow = askDespite({ status: 429, retryAfter: 2 });
    const quick = await stage().teams.personalChat().say(question);

    expect(quick.replies).toHaveLength(1);
    expect(quick.tookMs).toBeLessThan(1_000);
    expect((await slow).exchange.tookMs).toBeGreaterThanOrEqual(2_000);
  });
});
