import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, loadConfig, readerLanguage, variables } from "../src/config.ts";

const appId = "11111111-1111-4111-8111-11111111111a";
const tenant = "11111111-1111-4111-8111-111111111111";
const person = "00000000-0000-4000-8000-00000000000A";

type Variables = Readonly<Record<string, string>>;

const teams: Variables = {
  MicrosoftAppId: appId,
  MicrosoftAppPassword: "a secret",
  MicrosoftAppTenantId: tenant,
};
const testing: Variables = {
  ...teams,
  HOST: "127.0.0.1",
  BOT_OPENID_METADATA: "http://127.0.0.1:4000/openid",
  BOT_TOKEN_ENDPOINT: "http://localhost:4000/token",
};

function refusal(env: Variables, dotenv = ""): ConfigError {
  try {
    loadConfig(env, dotenv);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

describe("the configuration", () => {
  it("when nothing is set, then local mode with the documented defaults", () => {
    expect(loadConfig({}, "")).toEqual({
      mode: { kind: "local" },
      admins: [],
      store: { kind: "sqlite", dataDir: ".data" },
      sampleContent: true,
      host: "127.0.0.1",
      port: 3978,
      sendRate: 25,
      defaultLanguage: "sv",
      timeZone: "Europe/Helsinki",
      logLevel: "info",
    });
  });

  it("when an app id is set, then Teams mode, open to the network and without samples", () => {
    const config = loadConfig({ ...teams, SAMPLE_CONTENT: "on" }, "");

    expect(config).toMatchObject({ host: "0.0.0.0", sampleContent: false });
    expect(config.mode).toEqual({
      kind: "teams",
      appId,
      appType: "SingleTenant",
      password: "a secret",
      tenantId: tenant,
      allowedTenants: [tenant],
    });
  });

  it("when a managed identity is used, then no password is needed", () => {
    const { MicrosoftAppPassword: _, ...rest } = teams;

    const { mode } = loadConfig({ ...rest, MicrosoftAppType: "UserAssignedMSI" }, "");

    expect(mode).toMatchObject({ kind: "teams", appType: "UserAssignedMSI" });
  });

  it("when Teams mode is tested on this machine, then the stand-ins are taken", () => {
    expect(loadConfig(testing, "").mode).toMatchObject({
      openIdMetadata: "http://127.0.0.1:4000/openid",
      tokenEndpoint: "http://localhost:4000/token",
    });
  });

  it("when everything is set, then everything is read", () => {
    const config = loadConfig(
      {
        ...teams,
        ALLOWED_TENANTS: `${tenant}, ${person},`,
        ADMINS: ` ${person} ,${tenant}`,
        COSMOS_ENDPOINT: "https://kollega.documents.azure.com:443/",
        COSMOS_KEY: "key==",
        COSMOS_DATABASE: "other",
        HOST: "::",
        PORT: "0",
        PUBLIC_URL: "https://kollega.example/",
        SEND_RATE: "50",
        DEFAULT_LANGUAGE: "fi",
        TIME_ZONE: "Europe/Stockholm",
        LOG_LEVEL: "silent",
        METRICS_TOKEN: "t0ken",
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318",
      },
      "",
    );

    expect(config).toMatchObject({
      mode: { allowedTenants: [tenant, person.toLowerCase()] },
      admins: [person.toLowerCase(), tenant],
      store: {
        kind: "cosmos",
        endpoint: "https://kollega.documents.azure.com:443/",
        key: "key==",
        database: "other",
      },
      host: "::",
      port: 0,
      publicUrl: "https://kollega.example",
      sendRate: 50,
      defaultLanguage: "fi",
      timeZone: "Europe/Stockholm",
      logLevel: "silent",
      metricsToken: "t0ken",
      otlpEndpoint: "http://collector:4318",
    });
  });

  it.each([
    ["on", true],
    ["true", true],
    ["1", true],
    ["OFF", false],
    ["false", false],
    ["0", false],
  ])("when SAMPLE_CONTENT is %s, then samples are %s", (value, expected) => {
    expect(loadConfig({ SAMPLE_CONTENT: value }, "").sampleContent).toBe(expected);
  });

  it("when a variable stands in both places, then the environment wins, also with an empty value", () => {
    const dotenv = "\ufeffPORT=4000\nSEND_RATE=5 # slow\nTIME_ZONE='Europe/Stockholm'\n";

    const config = loadConfig({ PORT: "5000", TIME_ZONE: "" }, dotenv);

    expect(config).toMatchObject({ port: 5000, sendRate: 5, timeZone: "Europe/Helsinki" });
  });

  it("when every variable is empty, then none counts as set", () => {
    const empty = Object.fromEntries(variables.map((name) => [name, " "]));

    expect(loadConfig(empty, "")).toEqual(loadConfig({}, ""));
  });

  it("when an emulator on loopback is named, then it may be http", () => {
    const { store } = loadConfig({ COSMOS_ENDPOINT: "http://localhost:8081" }, "");

    expect(store).toMatchObject({ kind: "cosmos", database: "kollega" });
  });

  const refused: readonly (readonly [string, Variables])[] = [
    ["MicrosoftAppId", { ...teams, MicrosoftAppId: "kollega" }],
    ["MicrosoftAppId", { MicrosoftAppType: "SingleTenant" }],
    ["MicrosoftAppId", { MicrosoftAppPassword: "x" }],
    ["MicrosoftAppId", { MicrosoftAppTenantId: tenant }],
    ["MicrosoftAppId", { ALLOWED_TENANTS: tenant }],
    ["MicrosoftAppId", { BOT_OPENID_METADATA: "http://127.0.0.1/a" }],
    ["MicrosoftAppId", { BOT_TOKEN_ENDPOINT: "http://127.0.0.1/a" }],
    ["MicrosoftAppType", { ...teams, MicrosoftAppType: "MultiTenant" }],
    ["MicrosoftAppPassword", { ...teams, MicrosoftAppPassword: "" }],
    ["MicrosoftAppTenantId", { ...teams, MicrosoftAppTenantId: "" }],
    ["MicrosoftAppTenantId", { ...teams, MicrosoftAppTenantId: "contoso.onmicrosoft.com" }],
    ["ALLOWED_TENANTS", { ...teams, ALLOWED_TENANTS: `${tenant},contoso` }],
    ["ADMINS", { ADMINS: "anna@example.com" }],
    ["COSMOS_ENDPOINT", { COSMOS_ENDPOINT: "http://kollega.documents.azure.com" }],
    ["COSMOS_ENDPOINT", { COSMOS_ENDPOINT: "AccountEndpoint=https://x;AccountKey=y" }],
    ["COSMOS_KEY", { COSMOS_KEY: "key==" }],
    ["COSMOS_DATABASE", { COSMOS_ENDPOINT: "https://x.example", COSMOS_DATABASE: "a/b" }],
    ["SAMPLE_CONTENT", { SAMPLE_CONTENT: "some" }],
    ["HOST", { HOST: "0.0.0.0" }],
    ["HOST", { HOST: "localhost" }],
    ["HOST", { ...teams, HOST: "http://x" }],
    ["PORT", { PORT: "65536" }],
    ["PORT", { PORT: "-1" }],
    ["PORT", { PORT: "3978.5" }],
    ["PORT", { PORT: "http" }],
    ["PUBLIC_URL", { PUBLIC_URL: "http://kollega.example" }],
    ["SEND_RATE", { SEND_RATE: "0" }],
    ["SEND_RATE", { SEND_RATE: "1001" }],
    ["SEND_RATE", { ...teams, SEND_RATE: "51" }],
    ["DEFAULT_LANGUAGE", { DEFAULT_LANGUAGE: "se" }],
    ["TIME_ZONE", { TIME_ZONE: "Helsinki" }],
    ["LOG_LEVEL", { LOG_LEVEL: "verbose" }],
    ["METRICS_TOKEN", { METRICS_TOKEN: "two words" }],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", { OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" }],
    ["BOT_OPENID_METADATA", { ...testing, BOT_OPENID_METADATA: "https://login.example/openid" }],
    ["BOT_OPENID_METADATA", { ...testing, BOT_OPENID_METADATA: "http://127.0.0.1.evil.example/" }],
    ["BOT_OPENID_METADATA", { ...testing, BOT_OPENID_METADATA: "" }],
    ["BOT_TOKEN_ENDPOINT", { ...testing, BOT_TOKEN_ENDPOINT: "http://x@localhost/token" }],
    ["BOT_TOKEN_ENDPOINT", { ...testing, BOT_TOKEN_ENDPOINT: "" }],
    ["BOT_TOKEN_ENDPOINT", { ...testing, HOST: "" }],
    ["BOT_TOKEN_ENDPOINT", { ...testing, HOST: "0.0.0.0" }],
  ];

  it.each(refused)("when %s is wrong, then one fault names it: %j", (name, env) => {
    const { faults, exitCode } = refusal(env);

    expect(faults).toEqual([expect.stringContaining(name)]);
    expect(exitCode).toBe(78);
  });

  it("when a variable has a check, then the table above refuses it at least once", () => {
    const unchecked = ["DATA_DIR"];
    const checked = new Set(refused.map(([name]) => name));

    expect(variables.filter((name) => !checked.has(name))).toEqual(unchecked);
  });

  it("when much is wrong, then one message names it all", () => {
    const { message, faults } = refusal(
      { PORT: "x", HOST: "0.0.0.0", MicrosoftAppPassword: "hush" },
      "SEND_RATE=0\nTIME_ZONE=Mars/Crater",
    );

    expect(faults).toHaveLength(5);
    for (const name of ["PORT", "HOST", "MicrosoftAppPassword", "SEND_RATE", "TIME_ZONE"]) {
      expect(message).toContain(name);
    }
  });

  it("when secrets are wrong, then no message shows them", () => {
    const { message } = refusal({
      MicrosoftAppPassword: "hush",
      METRICS_TOKEN: "hush hush",
      COSMOS_KEY: "hush",
      COSMOS_ENDPOINT: "AccountEndpoint=https://x;AccountKey=hush",
    });

    expect(message).not.toContain("hush");
  });

  it("when someone copies .env.example, then it names every variable and changes nothing", () => {
    const example = readFileSync(join(import.meta.dirname, "../.env.example"), "utf8");
    const named = [...example.matchAll(/^#(\w+)=/gmu)].map(([, name]) => name);

    expect(named.toSorted()).toEqual([...variables].sort());
    expect(loadConfig({}, example)).toEqual(loadConfig({}, ""));
  });

  it("when the defaults that .env.example names are all set, then nothing changes", () => {
    const example = readFileSync(join(import.meta.dirname, "../.env.example"), "utf8");
    const { MicrosoftAppType: _, ...defaults } = Object.fromEntries(
      [...example.matchAll(/^#(\w+)=(.+)$/gmu)].map(([, name, value]) => [name, value]),
    );

    expect(loadConfig(defaults, "")).toEqual(loadConfig({}, ""));
  });
});

describe("the reader's language", () => {
  it.each([
    [{ LANG: "sv_FI.UTF-8" }, "sv"],
    [{ LANG: "fi" }, "fi"],
    [{ LANG: "sv.UTF-8" }, "sv"],
    [{ LANG: "fi_FI@euro" }, "fi"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
    [{ LANG: "C" }, "en"],
    [{}, "en"],
    [{ LC_ALL: "fi_FI", LANG: "sv_SE" }, "fi"],
    [{ LC_ALL: "", LC_MESSAGES: "fi_FI", LANG: "sv_SE" }, "fi"],
  ])("when the locale is %j, then %s", (env, language) => {
    expect(readerLanguage(env)).toBe(language);
  });
});
