import http from "node:http";
import net from "node:net";
import type { HttpRequest, HttpResponse, Log, Route } from "../../../src/core/ports.ts";
import { createHttpServer, type HttpServer } from "../../../src/platform/http/create-server.ts";

const servers: HttpServer[] = [];
const agents: http.Agent[] = [];
const errors: string[] = [];
const log: Log = { info() {}, warn() {}, error: (event) => errors.push(event) };

afterEach(async () => {
  for (const agent of agents.splice(0)) agent.destroy();
  for (const server of servers.splice(0)) await server.close(0);
  errors.length = 0;
});

async function start(...routes: readonly Route[]) {
  const server = createHttpServer({ routes, log });
  servers.push(server);
  const port = await server.listen("127.0.0.1", 0);
  return { server, port, origin: `http://127.0.0.1:${port}` };
}

const echo: Route = {
  method: "POST",
  path: "/echo/:name",
  handle: ({ body, params, path, peer, headers }) => ({
    status: 200,
    body: { length: body.length, params, path, peer, type: headers["content-type"] ?? "" },
  }),
};
const at = (handle: Route["handle"], method: Route["method"] = "GET"): Route => ({
  method,
  path: "/it",
  handle,
});
const get = (url: string) => fetch(url, { headers: { connection: "close" } });
const post = (url: string, body: string) =>
  fetch(url, { method: "POST", body, headers: { connection: "close" } });

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** What a raw request gets: status line and everything after. */
const raw = (port: number, text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(text));
    let got = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => {
      got += chunk;
    });
    socket.on("close", () => resolve(got));
    socket.on("error", reject);
  });

describe("the HTTP server", () => {
  it("when a route takes a request, then it gets it whole", async () => {
    const { origin } = await start(echo);

    const response = await fetch(`${origin}/echo/a%20%C3%A5?x=1`, {
      method: "POST",
      body: "hjälp",
      headers: { "content-type": "text/x-test", connection: "close" },
    });

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      length: 5,
      params: { name: "a å" },
      path: "/echo/a%20%C3%A5",
      peer: "127.0.0.1",
      type: "text/x-test",
    });
  });

  it.each<[string, object]>([
    ["", {}],
    ["?", {}],
    [
      "?pageSize=500&continuationToken=a%2Bb%3D%3D",
      { pageSize: "500", continuationToken: "a+b==" },
    ],
    ["?a=1&a=2&b", { a: "2", b: "" }],
    ["?a=1?2&__proto__=x", JSON.parse('{"a": "1?2", "__proto__": "x"}')],
    ["?a=%E0%A4%A", { a: "\ufffd%A" }],
  ])("when %j stands behind the path, then the route gets it read", async (search, query) => {
    const { origin } = await start(at((request) => ({ status: 200, body: request.query })));

    expect(await (await get(`${origin}/it${search}`)).json()).toEqual(query);
  });

  it.each<[HttpResponse, string | null, string]>([
    [{ status: 200, body: { a: "å" } }, "application/json; charset=utf-8", '{"a":"å"}'],
    [{ status: 201, body: "text" }, "text/plain; charset=utf-8", "text"],
    [{ status: 200, body: [] }, "application/json; charset=utf-8", "[]"],
    [{ status: 200 }, null, ""],
    [{ status: 200, body: "<p>", headers: { "content-type": "text/html" } }, "text/html", "<p>"],
  ])("when a route answers %j, then that is what goes out", async (answer, type, text) => {
    const { origin } = await start(at(() => answer));

    const response = await get(`${origin}/it`);

    expect(response.status).toBe(answer.status);
    expect(response.headers.get("content-type")).toBe(type);
    expect(await response.text()).toBe(text);
  });

  it("when a body has 256 KiB, then it is taken, and with a byte more refused with 413", async () => {
    const { origin } = await start(echo);

    const whole = await post(`${origin}/echo/x`, "a".repeat(256 * 1024));
    const larger = await post(`${origin}/echo/x`, "a".repeat(256 * 1024 + 1));

    expect(await whole.json()).toMatchObject({ length: 256 * 1024 });
    expect(larger.status).toBe(413);
    expect(await larger.json()).toEqual({
      error: { code: "too-large", message: expect.any(String) },
    });
  });

  it("when letters take several bytes, then bytes are counted", async () => {
    const { origin } = await start(echo);

    const response = await post(`${origin}/echo/x`, "å".repeat(128 * 1024 + 1));

    expect(response.status).toBe(413);
  });

  it("when nothing is there, then it says so with 404, and with 405 for another method", async () => {
    const { origin } = await start(echo);

    const nothing = await get(`${origin}/nothing`);
    const wrong = await get(`${origin}/echo/x`);

    expect(nothing.status).toBe(404);
    expect(await nothing.json()).toEqual({
      error: { code: "not-found", message: expect.any(String) },
    });
    expect(wrong.status).toBe(405);
    expect(await wrong.json()).toEqual({
      error: { code: "method-not-allowed", message: expect.any(String) },
    });
  });

  it("when a route throws, then it is 500 without a word of why, and logged", async () => {
    const { origin } = await start(
      at(() => {
        throw new Error("secret");
      }),
    );

    const response = await get(`${origin}/it`);

    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(errors).toEqual(["request failed"]);
  });

  it.each([
    [
      "a path with a broken escape",
      "GET /echo/%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    ],
    ["a path of slashes", "GET //// HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"],
    ["an unknown method", "BREW /it HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"],
    ["a strange known method", "PROPFIND /it HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"],
    ["no host", "GET /nothing HTTP/1.1\r\nconnection: close\r\n\r\n"],
    ["no HTTP at all", "hello\r\n\r\n"],
    [
      "two lengths",
      "POST /echo/x HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
    ],
    [
      "an encoding nobody knows",
      "POST /echo/x HTTP/1.1\r\nhost: x\r\ntransfer-encoding: snail\r\nconnection: close\r\n\r\n",
    ],
  ])("when a client sends %s, then it is told 4xx and the server lives", async (_, text) => {
    const { port, origin } = await start(
      echo,
      at(() => ({ status: 200, body: "alive" })),
    );

    const answer = await raw(port, text);
    const after = await get(`${origin}/it`);

    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u);
    expect(await after.text()).toBe("alive");
  });

  it("when a client goes away in the middle of its body, then the server lives and gives its place free", async () => {
    const { port, origin } = await start(echo);

    await new Promise<void>((resolve) => {
      const socket = net.connect(port, "127.0.0.1", () => {
        socket.write("POST /echo/x HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc");
        setImmediate(() => socket.destroy());
      });
      socket.on("close", () => resolve());
    });
    const after = await post(`${origin}/echo/x`, "abc");

    expect(await after.json()).toMatchObject({ length: 3 });
  });

  it("when a thousand requests are under way, then the next is told 429, and taken once there is room", async () => {
    const hold = gate();
    let underWay = 0;
    const full = gate();
    const { port, origin } = await start(
      at(async () => {
        if (++underWay === 1_000) full.open();
        await hold.opened;
        return { status: 200 };
      }),
      echo,
    );
    const agent = new http.Agent({ maxSockets: Number.POSITIVE_INFINITY });
    agents.push(agent);
    const statuses = Array.from(
      { length: 1_000 },
      () =>
        new Promise<number>((resolve, reject) => {
          http
            .get({ port, host: "127.0.0.1", path: "/it", agent }, (response) => {
              response.resume();
              resolve(response.statusCode ?? 0);
            })
            .on("error", reject);
        }),
    );

    await full.opened;
    const refused = await post(`${origin}/echo/x`, "");
    hold.open();
    const held = await Promise.all(statuses);
    const taken = await post(`${origin}/echo/x`, "");

    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(await refused.json()).toMatchObject({ error: { code: "busy" } });
    expect(new Set(held)).toEqual(new Set([200]));
    expect(taken.status).toBe(200);
  });

  it("when the port is taken, then listening fails with Node's own error", async () => {
    const { port } = await start(echo);
    const second = createHttpServer({ routes: [], log });

    await expect(second.listen("127.0.0.1", port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("when listening failed, then the same server can try again", async () => {
    const { port, server } = await start(echo);
    const second = createHttpServer({ routes: [echo], log });
    servers.push(second);
    await second.listen("127.0.0.1", port).catch(() => undefined);

    await server.close(1_000);
    const again = await second.listen("127.0.0.1", port);

    expect(again).toBe(port);
    expect((await post(`http://127.0.0.1:${port}/echo/x`, "")).status).toBe(200);
  });
});

describe("closing the HTTP server", () => {
  it("when a request is under way, then it is finished first, and no other is taken", async () => {
    const hold = gate();
    const begun = gate();
    const { server, origin } = await start(
      at(async () => {
        begun.open();
        await hold.opened;
        return { status: 200, body: "finished" };
      }),
    );
    const pending = get(`${origin}/it`).then((response) => response.text());
    await begun.opened;

    let isClosed = false;
    const closed = server.close(60_000).then(() => {
      isClosed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    const wasClosed = isClosed;
    await expect(get(`${origin}/it`)).rejects.toThrow();
    hold.open();

    expect(wasClosed).toBe(false);
    expect(await pending).toBe("finished");
    await closed;
  });

  it("when a request never ends, then it is cut off after the wait", async () => {
    const begun = gate();
    const { server, origin } = await start(
      at(async () => {
        begun.open();
        return new Promise<HttpResponse>(() => undefined);
      }),
    );
    const pending = get(`${origin}/it`).then(
      () => "answered",
      () => "cut off",
    );
    await begun.opened;

    await server.close(20);

    expect(await pending).toBe("cut off");
  });

  it("when a connection is kept alive and idle, then closing does not wait for it", async () => {
    const seen: HttpRequest[] = [];
    const { server, port } = await start(
      at((request) => {
        seen.push(request);
        return { status: 200 };
      }),
    );
    const agent = new http.Agent({ keepAlive: true });
    agents.push(agent);
    await new Promise<void>((resolve, reject) => {
      http
        .get({ port, host: "127.0.0.1", path: "/it", agent }, (response) => {
          response.resume().on("end", resolve);
        })
        .on("error", reject);
    });
    const began = performance.now();

    await server.close(10_000);

    expect(performance.now() - began).toBeLessThan(5_000);
    expect(seen).toHaveLength(1);
  });
});
