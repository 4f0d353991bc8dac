import type { HttpRequest, HttpResponse } from "../../../src/core/ports.ts";
import { createTryout } from "../../../src/platform/tryout/tryout.ts";

const refused: HttpResponse = { status: 403, body: {} };

function setUp(guard: (request: HttpRequest) => HttpResponse | undefined = () => undefined) {
  const tryout = createTryout({
    guard,
    origin: () => "http://127.0.0.1:3978",
    render: ({ kind }) => ({ body: [{ id: kind }] }),
  });
  const call = async (
    method: string,
    path: string,
    {
      params = {},
      query = {},
      body = "",
    }: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown } = {},
  ) => {
    const route = tryout.routes.find((one) => one.method === method && one.path === path);
    if (!route) throw new Error(`no route ${method} ${path}`);
    return route.handle({
      headers: {},
      peer: "127.0.0.1",
      path,
      params,
      query,
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  };
  return { tryout, call };
}

describe("the try-out's routes", () => {
  it("when the guard refuses, then every route does", async () => {
    const { tryout } = setUp(() => refused);
    const request = {
      headers: {},
      peer: "10.0.0.1",
      path: "",
      params: { person: "1" },
      query: {},
      body: "{}",
    };

    const answers = await Promise.all(tryout.routes.map((route) => route.handle(request)));

    expect(answers.every((answer) => answer === refused)).toBe(true);
  });

  it("when the page is fetched, then its policy lets it reach this host only", async () => {
    const { call } = setUp();

    const page = await call("GET", "/");

    expect(page).toMatchObject({
      status: 200,
      headers: { "content-security-policy": expect.stringMatching(/^default-src 'self';/) },
    });
    expect(page.body).not.toMatch(/https?:\/\/|<script>|style="/);
  });

  it("when a roster and the channels are asked for as the bot asks, then they come, page by page", async () => {
    const { call } = setUp();
    const roster = "/tryout/connector/v3/conversations/:conversation/pagedmembers";
    const params = { conversation: "19:kollega-team@thread.tacv2" };

    const first = await call("GET", roster, { params, query: { pageSize: "3" } });
    const second = await call("GET", roster, {
      params,
      query: { pageSize: "3", continuationToken: "3" },
    });
    const channels = await call("GET", "/tryout/connector/v3/teams/:team/conversations", {
      params: { team: params.conversation },
    });

    expect(first.body).toMatchObject({ members: [{}, {}, {}], continuationToken: "3" });
    expect(second.body).toEqual({ members: [expect.anything(), expect.anything()] });
    expect(channels.body).toEqual({
      conversations: [
        { id: "19:kollega-team@thread.tacv2" },
        { id: "19:kollega-forum@thread.tacv2", name: "Forum" },
        { id: "19:kollega-announcements@thread.tacv2", name: "Meddelanden" },
      ],
    });
  });

  it.each(["chat.html", "card.js", "adaptivecards.min.js", "icon.svg"])(
    "when the file %s is fetched, then it is there",
    async (file) => {
      const { call } = setUp();

      expect((await call("GET", "/tryout/page/:file", { params: { file } })).status).toBe(200);
    },
  );

  it.each(["../tryout.ts", "tryout.ts", "constructor", ""])(
    "when the file %j is asked for, then there is none",
    async (file) => {
      const { call } = setUp();

      expect((await call("GET", "/tryout/page/:file", { params: { file } })).status).toBe(404);
    },
  );

  it("when someone writes and the bot answers, then the page gets both and nothing of others", async () => {
    const { call } = setUp();
    const said = await call("POST", "/tryout/say", {
      body: { person: "2", place: "personal", text: "Hej" },
    });
    await call("POST", "/tryout/connector/v3/conversations/:conversation/activities", {
      params: { conversation: "a:kollega-2" },
      body: { type: "message", summary: "Svar", attachments: [{ content: { lang: "sv" } }] },
    });
    await call("POST", "/tryout/say", { body: { person: "3", place: "personal", text: "Moi" } });

    const news = await call("GET", "/tryout/news/:person/:mark/:wait", {
      params: { person: "2", mark: "0", wait: "0" },
    });

    expect(said.body).toMatchObject({
      activity: { serviceUrl: "http://127.0.0.1:3978/tryout/connector", text: "Hej" },
    });
    expect(news.body).toMatchObject({
      reset: true,
      messages: [
        { from: "me", place: "personal", text: "Hej" },
        { from: "Kollega", place: "personal", summary: "Svar", card: { lang: "sv" } },
      ],
    });
  });

  it("when the program ends, then the pages that wait hear so, and give their connection free", async () => {
    const { tryout, call } = setUp();
    const ask = (mark: string) =>
      call("GET", "/tryout/news/:person/:mark/:wait", {
        params: { person: "2", mark, wait: "20000" },
      });
    const { mark } = (await ask("0")).body as { mark: string };

    const waiting = ask(mark);
    tryout.close();

    expect(await waiting).toMatchObject({
      status: 200,
      headers: { connection: "close" },
      body: { messages: [] },
    });
  });

  it.each([
    { name: "no JSON", body: "{" },
    { name: "an unknown person", body: '{"person":"9"}' },
    { name: "a list", body: "[]" },
  ])("when it is sent $name, then it says that this makes no sense", async ({ body }) => {
    const { call } = setUp();

    expect((await call("POST", "/tryout/say", { body })).status).toBe(400);
  });
});
