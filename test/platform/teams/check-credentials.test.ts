import { checkCredentials } from "../../../src/platform/teams/check-credentials.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { appId, appPassword, createIdentity } from "../../fakes/identity.ts";

const tenantId = "11111111-1111-4111-8111-111111111111";
const withSecret = { appId, tenantId, password: appPassword };
const managed = { appId, tenantId };
const clock = createFixedClock();
const inAnHour = async () => ({
  token: "t",
  expiresAt: new Date(clock.now().getTime() + 3_600_000),
});

describe("the check of credentials", () => {
  it("when a secret gives a token, then that is well, and what nobody can know is said", async () => {
    const [token, expiry] = await checkCredentials(withSecret, clock, inAnHour);

    expect(token).toEqual({
      state: "well",
      text: "Credentials: a token was given, good for 60 min; it is renewed by itself",
    });
    expect(expiry).toMatchObject({ state: "note", text: expect.stringContaining("expires") });
    expect(expiry?.advice).toContain("Certificates & secrets");
  });

  it("when a managed identity gives a token, then nothing expires", async () => {
    const findings = await checkCredentials(managed, clock, inAnHour);

    expect(findings.map(({ state }) => state)).toEqual(["well", "well"]);
  });

  it.each([
    ["AADSTS7000222: The provided client secret keys are expired.", withSecret, /has expired/u],
    ["AADSTS7000215: Invalid client secret provided.", withSecret, /value, not its id/u],
    ["AADSTS700016: Application was not found.", withSecret, /does not know this app/u],
    ["AADSTS90002: Tenant not found.", withSecret, /no such tenant/u],
    ["network_error", withSecret, /login\.microsoftonline\.com/u],
    ["CredentialUnavailableError", managed, /only inside Azure/u],
  ])("when it fails with %s, then it is said what to do", async (cause, registration, advice) => {
    const [finding, ...more] = await checkCredentials(registration, clock, async () => {
      throw new Error(`${cause}\nTrace ID: 1`);
    });

    expect(more).toEqual([]);
    expect(finding).toMatchObject({ state: "fault", advice: expect.stringMatching(advice) });
    expect(finding?.text).toContain(cause);
    expect(finding?.text).not.toContain("Trace ID");
  });

  it("when a stand-in gives out tokens, then it is the one that is asked", async () => {
    const identity = await createIdentity();
    try {
      const findings = await checkCredentials(
        { ...withSecret, tokenEndpoint: identity.tokenUrl },
        { ...clock, now: () => new Date() },
      );

      expect(findings[0]?.state).toBe("well");
      expect(identity.tokenRequests).toHaveLength(1);
    } finally {
      await identity.close();
    }
  });
});
