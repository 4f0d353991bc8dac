import fc from "fast-check";
import { authenticateChannel } from "../../../src/platform/teams/authenticate.ts";
import { createChannelKeys } from "../../../src/platform/teams/channel-keys.ts";
import { readChannelToken } from "../../../src/platform/teams/read-token.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import {
  appId,
  channelIssuer,
  createIdentity,
  createSigningKey,
  encode,
  type Identity,
  signRs256,
} from "../../fakes/identity.ts";

const serviceUrl = "https://smba.trafficmanager.net/emea/";
const good = { iss: channelIssuer, aud: appId, serviceurl: serviceUrl, exp: 1, nbf: 0 };

const tokenOf = (header: object, claims: object) =>
  `Bearer ${encode({ alg: "RS256", kid: "k", ...header })}.${encode({ ...good, ...claims })}.c2ln`;

describe("a token that was not checked yet", () => {
  it("when it claims to be the channel's, then it is read", () => {
    expect(readChannelToken(tokenOf({}, {}), appId)).toMatchObject({
      kid: "k",
      exp: 1,
      nbf: 0,
      serviceUrl,
      signature: Buffer.from("sig"),
    });
  });

  it.each([
    ["no header", undefined],
    ["an empty one", ""],
    ["Basic", "Basic dXNlcjp3b3Jk"],
    ["the scheme alone", "Bearer"],
    ["the scheme and a space", "Bearer "],
    ["another case", tokenOf({}, {}).replace("Bearer", "bearer")],
    ["two spaces", tokenOf({}, {}).replace(" ", "  ")],
    ["something behind it", `${tokenOf({}, {})} x`],
    ["two tokens", `${tokenOf({}, {})}, ${tokenOf({}, {})}`],
    ["no dots", "Bearer abc"],
    ["no signature", tokenOf({}, {}).replace(/[^.]*$/u, "")],
    ["four parts", `${tokenOf({}, {})}.x`],
    ["letters that are not base64url", tokenOf({}, {}).replace(".", "=.")],
    ["no JSON", "Bearer YQ.YQ.YQ"],
    ["null", `Bearer ${encode(null)}.${encode(null)}.YQ`],
    ["lists", `Bearer ${encode([])}.${encode([])}.YQ`],
    ["alg none", tokenOf({ alg: "none" }, {})],
    ["alg None", tokenOf({ alg: "None" }, {})],
    ["alg HS256", tokenOf({ alg: "HS256" }, {})],
    ["alg rs256", tokenOf({ alg: "rs256" }, {})],
    ["a list of algs", tokenOf({ alg: ["RS256"] }, {})],
    ["no alg", tokenOf({ alg: undefined }, {})],
    ["no kid", tokenOf({ kid: undefined }, {})],
    ["a kid that is no text", tokenOf({ kid: 7 }, {})],
    ["an extension", tokenOf({ crit: ["b64"], b64: false }, {})],
    ["another issuer", tokenOf({}, { iss: "https://login.microsoftonline.com/x/v2.0" })],
    ["a list of issuers", tokenOf({}, { iss: [channelIssuer] })],
    ["another audience", tokenOf({}, { aud: "00000000-0000-4000-8000-000000000000" })],
    ["a list of audiences", tokenOf({}, { aud: [appId] })],
    ["no end", tokenOf({}, { exp: undefined })],
    ["an end that is no number", tokenOf({}, { exp: "9999999999" })],
    ["an end that is null", tokenOf({}, { exp: null })],
    ["a beginning that is no number", tokenOf({}, { nbf: "0" })],
    ["no service URL", tokenOf({}, { serviceurl: undefined })],
    ["a list of service URLs", tokenOf({}, { serviceurl: [serviceUrl] })],
    ["a service URL under another name", tokenOf({}, { serviceurl: undefined, serviceUrl })],
    ["more than a header holds", tokenOf({}, { padding: "x".repeat(20_000) })],
  ])("when it does not (%s), then it is none", (_name, authorization) => {
    expect(readChannelToken(authorization, appId)).toBeUndefined();
  });

  it("when a header is anything at all, then it does not throw", () => {
    const part = fc.oneof(fc.string(), fc.base64String(), fc.json().map(encodeText));
    const header = fc.oneof(
      fc.string(),
      fc.tuple(part, part, part).map((parts) => `Bearer ${parts.join(".")}`),
    );
    fc.assert(
      fc.property(header, (authorization) => {
        expect(readChannelToken(authorization, appId)).toBeUndefined();
      }),
    );
  });

  it("when claims are anything at all, then only good ones are taken", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (header, claims) => {
        const authorization = `Bearer ${encode(header)}.${encode(claims)}.YQ`;
        expect(readChannelToken(authorization, appId)).toBeUndefined();
      }),
    );
  });
});

const encodeText = (text: string) => Buffer.from(text).toString("base64url");

describe("whom the channel's keys let in", () => {
  let identity: Identity;
  beforeEach(async () => {
    identity = await createIdentity();
  });
  afterEach(() => identity.close());

  function setUp() {
    const clock = createFixedClock(new Date());
    const metadata = identity.metadataUrl;
    const keys = createChannelKeys({ metadata, channel: "msteams", clock });
    return { clock, authenticate: authenticateChannel({ appId, keys, clock }) };
  }
  const bearer = (...rest: [object?, Identity["key"]?]) =>
    identity.bearer(serviceUrl, rest[0] as Readonly<Record<string, unknown>>, rest[1]);

  it("when a token is the channel's, then its caller, whose keys are fetched once for all", async () => {
    const { authenticate } = setUp();

    const callers = await Promise.all(Array.from({ length: 20 }, () => authenticate(bearer())));

    expect(callers).toEqual(Array(20).fill({ serviceUrl }));
    expect(identity.metadataRequests()).toBe(1);
  });

  it("when clocks are four minutes apart, then it is taken; when six, then not", async () => {
    const { clock, authenticate } = setUp();
    const now = Math.floor(clock.now().getTime() / 1000);

    expect(await authenticate(bearer({ exp: now - 240 }))).toEqual({ serviceUrl });
    expect(await authenticate(bearer({ nbf: now + 240 }))).toEqual({ serviceUrl });
    expect(await authenticate(bearer({ exp: now - 360 }))).toBe("unauthenticated");
    expect(await authenticate(bearer({ nbf: now + 360 }))).toBe("unauthenticated");
  });

  it("when a key is endorsed for other channels only, or for none, then it lets nobody in", async () => {
    const webchat = createSigningKey("webchat", ["webchat"]);
    const bare = createSigningKey("bare");
    const empty = createSigningKey("empty", []);
    identity.keys.push(webchat, bare, empty);
    const { authenticate } = setUp();

    for (const key of [webchat, bare, empty]) {
      expect(await authenticate(bearer({}, key))).toBe("unauthenticated");
    }
    expect(await authenticate(bearer())).toEqual({ serviceUrl });
  });

  it("when the signature is of another key under the same name, then nobody", async () => {
    const { authenticate } = setUp();

    const forged = bearer({}, createSigningKey(identity.key.kid));

    expect(await authenticate(forged)).toBe("unauthenticated");
  });

  it("when a key's name is a word of JavaScript's, then nobody", async () => {
    const { authenticate } = setUp();

    for (const kid of ["__proto__", "constructor", "toString", ""]) {
      const claims = { iss: channelIssuer, aud: appId, serviceurl: serviceUrl, exp: 9e9 };
      const token = signRs256({ alg: "RS256", kid }, claims, identity.key);
      expect(await authenticate(`Bearer ${token}`)).toBe("unauthenticated");
    }
  });

  it("when the channel has a new key, then it is known at once, and unknown ones are looked for once a minute", async () => {
    const { clock, authenticate } = setUp();
    await authenticate(bearer());
    const added = createSigningKey("teams-2", ["msteams"]);
    identity.keys.push(added);

    expect(await authenticate(bearer({}, added))).toEqual({ serviceUrl });
    const stranger = createSigningKey("stranger", ["msteams"]);
    for (let i = 0; i < 50; i++) await authenticate(bearer({}, stranger));
    expect(identity.metadataRequests()).toBe(2);

    clock.advance(61_000);
    identity.keys.push(stranger);
    expect(await authenticate(bearer({}, stranger))).toEqual({ serviceUrl });
  });

  it("when a key is withdrawn, then it is not taken the day after", async () => {
    const { clock, authenticate } = setUp();
    await authenticate(bearer());
    const added = createSigningKey("teams-2", ["msteams"]);
    identity.keys.splice(0, 1, added);
    clock.advance(25 * 3_600_000);

    const exp = Math.floor(clock.now().getTime() / 1000) + 3600;

    expect(await authenticate(bearer({ exp }))).toBe("unauthenticated");
    expect(await authenticate(bearer({ exp }, added))).toEqual({ serviceUrl });
  });

  it("when the keys cannot be fetched again, then those that are known stay good", async () => {
    const { clock, authenticate } = setUp();
    await authenticate(bearer());
    identity.keysAnswer = 500;
    clock.advance(25 * 3_600_000);
    const exp = Math.floor(clock.now().getTime() / 1000) + 3600;

    expect(await authenticate(bearer({ exp }))).toEqual({ serviceUrl });
  });

  it.each([404, 500])(
    "when the keys were never there (%d), then nobody can tell, until they are",
    async (status) => {
      identity.keysAnswer = status;
      const { clock, authenticate } = setUp();

      for (let i = 0; i < 20; i++) expect(await authenticate(bearer())).toBe("unavailable");
      expect(identity.metadataRequests()).toBe(1);

      identity.keysAnswer = 200;
      clock.advance(1_001);
      expect(await authenticate(bearer())).toEqual({ serviceUrl });
    },
  );

  it("when the keys' host does not answer, then nobody waits for long", async () => {
    identity.keysAnswer = "hangs";
    const { authenticate } = setUp();

    const began = performance.now();
    expect(await authenticate(bearer())).toBe("unavailable");
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});
