import type { HttpRequest } from "../../../src/core/ports.ts";
import { guardLocal } from "../../../src/platform/teams/guard.ts";

const request = (headers: HttpRequest["headers"] = {}, peer = "127.0.0.1"): HttpRequest => ({
  headers: { host: "localhost:3978", ...headers },
  peer,
  path: "/api/messages",
  params: {},
  query: {},
  body: "",
});

describe("the guard of local mode", () => {
  it.each<[string, HttpRequest]>([
    ["from this machine", request()],
    ["over IPv6", request({ host: "[::1]:3978" }, "::1")],
    ["over IPv4 in IPv6", request({ host: "127.0.0.1:3978" }, "::ffff:127.0.0.1")],
    ["from a page of its own", request({ origin: "http://localhost:3978" })],
  ])("when a request comes %s, then it may go on", (_, good) => {
    expect(guardLocal.request(good)).toBeUndefined();
  });

  it.each<[string, HttpRequest]>([
    ["from another machine", request({}, "10.0.0.7")],
    ["from no known address", request({}, "")],
    ["without a host", request({ host: undefined })],
    ["for another host, as after DNS rebinding", request({ host: "evil.example:3978" })],
    ["for a host with a user name", request({ host: "localhost@evil.example" })],
    ["through a proxy (Forwarded)", request({ forwarded: "for=1.2.3.4" })],
    ["through a proxy (X-Forwarded-For)", request({ "x-forwarded-for": "1.2.3.4" })],
    ["through a proxy (X-Forwarded-Host)", request({ "x-forwarded-host": "a.example" })],
    ["from a page of another host", request({ origin: "https://evil.example" })],
    ["from a page without an origin", request({ origin: "null" })],
  ])("when a request comes %s, then it is refused", (_, bad) => {
    expect(guardLocal.request(bad)).toMatchObject({
      status: 403,
      body: { error: { code: "forbidden", message: expect.any(String) } },
    });
  });

  it("when an activity is to be answered elsewhere, then it is refused", () => {
    expect(guardLocal.activity({ serviceUrl: "http://127.0.0.1:3978/x" })).toBeUndefined();
    expect(
      guardLocal.activity({ serviceUrl: "https://smba.trafficmanager.net/emea/" }),
    ).toMatchObject({ status: 403 });
    expect(guardLocal.activity({ serviceUrl: "http://127.0.0.1@evil.example" })).toMatchObject({
      status: 403,
    });
  });
});
