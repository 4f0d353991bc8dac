import { isLoopbackHost, isLoopbackUrl } from "../../../src/platform/teams/loopback.ts";

describe("isLoopbackHost", () => {
  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "localhost",
    "LOCALHOST",
    "::1",
    "[::1]",
    "::ffff:127.0.0.1",
  ])("when it is %s, then it is this machine", (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    "",
    "0.0.0.0",
    "10.0.0.1",
    "128.0.0.1",
    "1127.0.0.1",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "evil-localhost",
    "localhost ",
    "::ffff:10.0.0.1",
    "::2",
    "127.0.0.1\n",
  ])("when it is %j, then it is another", (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});

describe("isLoopbackUrl", () => {
  it.each([
    "http://127.0.0.1:3978/tryout",
    "https://localhost/",
    "http://localhost:3978",
    "http://[::1]:8080/x",
    "HTTP://LOCALHOST",
    // What a URL parser makes 127.0.0.1 of is what the request then goes to.
    "http://2130706433/",
    "http://0x7f.1/",
  ])("when it is %s, then it leads to this machine", (url) => {
    expect(isLoopbackUrl(url)).toBe(true);
  });

  it.each([
    "http://evil.example/",
    "http://127.0.0.1@evil.example/",
    "http://127.0.0.1:80@evil.example/",
    "http://localhost@evil.example",
    "http://user@127.0.0.1/",
    "http://:password@127.0.0.1/",
    "http://127.0.0.1.nip.example/",
    "http://localhost.evil.example/",
    "http://evil.example/127.0.0.1",
    "http://evil.example#127.0.0.1",
    "http://evil.example?127.0.0.1",
    "http://evil.example\\@127.0.0.1/",
    "http://[::ffff:10.0.0.1]/",
    "http://0.0.0.0/",
    "ftp://127.0.0.1/",
    "file:///127.0.0.1",
    "javascript:127.0.0.1",
    "//127.0.0.1/",
    "127.0.0.1",
    "",
    "null",
  ])("when it is %j, then it is refused", (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
  });
});
