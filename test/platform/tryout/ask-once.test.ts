import http from "node:http";
import type { AddressInfo } from "node:net";
import { askOnce, textOfCard } from "../../../src/platform/tryout/ask-once.ts";
import { connectorRoutes } from "../../../src/platform/tryout/connector-routes.ts";
import {
  createLoopbackConnector,
  type LoopbackConnector,
} from "../../../src/platform/tryout/loopback-connector.ts";

const card = { type: "AdaptiveCard", body: [{ type: "TextBlock", text: "Svar" }] };
const answerTo = (replyToId: string) => ({
  type: "message",
  replyToId,
  attachments: [{ content: card }],
});

/** A bot that answers what it is posted in its own way. */
async function withBot<T>(
  bot: (activity: { readonly id: string }) => void,
  act: (origin: string) => Promise<T>,
): Promise<{ readonly result: T; readonly posted: readonly unknown[] }> {
  const posted: unknown[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const activity = JSON.parse(Buffer.concat(chunks).toString()) as { readonly id: string };
    posted.push({ path: request.url, ...activity });
    bot(activity);
    // Not chained: restify, where another test loaded it into this process, makes writeHead return nothing.
    response.writeHead(200, { connection: "close" });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return { result: await act(`http://127.0.0.1:${port}`), posted };
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

const ask = (connector: LoopbackConnector, origin: string, waitMs: number) =>
  askOnce({ origin, connector, base: "/tryout", question: "Hur?", locale: "sv", waitMs });

describe("askOnce", () => {
  it("when the bot answers the question, then its card is given", async () => {
    const connector = createLoopbackConnector();

    const { result, posted } = await withBot(
      ({ id }) => connector.post("tryout-sample", answerTo(id), id),
      (origin) => ask(connector, origin, 10_000),
    );

    expect(result).toEqual(card);
    expect(posted).toMatchObject([
      { path: "/api/messages", type: "message", text: "Hur?", locale: "sv" },
    ]);
  });

  it("when only something else is said, then nothing is given once the wait is over", async () => {
    const connector = createLoopbackConnector();

    const { result } = await withBot(
      () => connector.post("tryout-sample", answerTo("another"), "another"),
      (origin) => ask(connector, origin, 20),
    );

    expect(result).toBeUndefined();
  });
});

describe("textOfCard", () => {
  it("when a card is read for the terminal, then its visible texts come line by line, unescaped", () => {
    const text = (words: string, more: object = {}) => ({
      type: "TextBlock",
      text: words,
      ...more,
    });
    const read = textOfCard({
      body: [
        text("1\\. En \\*stjärna\\*"),
        { type: "Container", items: [text("Två\n\nrader"), text("dold", { isVisible: false })] },
        { type: "ColumnSet", columns: [{ items: [text("kolumn")] }] },
        { type: "Container", isVisible: false, items: [text("dold")] },
        { type: "FactSet", facts: [] },
      ],
      actions: [{ title: "knapp" }],
    });

    expect(read).toEqual(["1. En *stjärna*", "Två", "rader", "kolumn"]);
  });

  it.each([[undefined], [null], [{}], ["text"]])(
    "when the card is %j, then there is no text",
    (one) => {
      expect(textOfCard(one)).toEqual([]);
    },
  );
});

describe("the connector's routes", () => {
  const request = (body: string) => ({
    headers: {},
    peer: "127.0.0.1",
    path: "/",
    params: { conversation: "a:1", activity: "7" },
    query: {},
    body,
  });
  const routesOf = (connector: LoopbackConnector, refuses = false) =>
    connectorRoutes(connector, "/tryout", () => (refuses ? { status: 403 } : undefined));
  const reply = (connector: LoopbackConnector, refuses?: boolean) => {
    const found = routesOf(connector, refuses).find(
      ({ method, path }) => method === "POST" && path.endsWith("/activities/:activity"),
    );
    if (!found) throw new Error("no route");
    return found;
  };

  it("when the bot replies, then it gets an id and whoever listens hears it", async () => {
    const connector = createLoopbackConnector();
    const heard: unknown[] = [];
    const stop = connector.onSaid((said) => heard.push(said));

    const first = await reply(connector).handle(request(JSON.stringify(answerTo("7"))));
    stop();
    await reply(connector).handle(request(JSON.stringify(answerTo("7"))));

    expect(first).toMatchObject({ status: 201, body: { id: expect.any(String) } });
    expect(heard).toMatchObject([{ conversation: "a:1", replyToId: "7" }]);
  });

  it.each(["", "{", "[]", "null", '"x"'])(
    "when the body is %j, then it is refused",
    async (body) => {
      const answer = await reply(createLoopbackConnector()).handle(request(body));

      expect(answer.status).toBe(400);
    },
  );

  it("when the guard refuses, then nothing is taken, on any route", async () => {
    const connector = createLoopbackConnector();
    const heard: unknown[] = [];
    connector.onSaid((said) => heard.push(said));

    const statuses = [];
    for (const route of routesOf(connector, true)) {
      statuses.push((await route.handle(request(JSON.stringify(answerTo("7"))))).status);
    }

    expect(new Set(statuses)).toEqual(new Set([403]));
    expect(heard).toEqual([]);
  });

  it("when it is told to refuse, then so often and no more", async () => {
    const connector = createLoopbackConnector();
    connector.refuseNext({ status: 429, code: "Throttled", retryAfterSeconds: 2, times: 2 });
    const post = () => reply(connector).handle(request(JSON.stringify(answerTo("7"))));

    const answers = [await post(), await post(), await post()];

    expect(answers.map(({ status }) => status)).toEqual([429, 429, 201]);
    expect(answers[0]?.headers).toEqual({ "retry-after": "2" });
  });
});
