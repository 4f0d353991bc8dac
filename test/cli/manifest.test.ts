import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { createIdentity } from "../fakes/identity.ts";
import { createTempFolder, type TempFolder } from "../platform/files/temp-folder.ts";
import { runCli } from "./run-cli.ts";

const appId = "3ab5e3f0-6f0e-4c0e-9a5c-0c1d2e3f4a5b";
const tenant = "11111111-1111-4111-8111-111111111111";
const publicUrl = "https://kollega.example";

let folder: TempFolder;
beforeEach(() => {
  folder = createTempFolder();
});
afterEach(() => folder.remove());
const run = (line: string, env?: Readonly<Record<string, string>>) =>
  runCli(folder.path, line.split(" "), env);

describe("kollega manifest", () => {
  it("when app id and address are set, then it writes a package of the house's version", async () => {
    const { version } = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"),
    );

    const ended = await run("manifest --out app.zip", {
      MicrosoftAppId: appId,
      PUBLIC_URL: publicUrl,
    });

    expect(ended).toEqual({
      exitCode: 0,
      stdout: `app.zip: version ${version}, valid in sv, fi and en\n`,
      stderr: "",
    });
    const files = unzipSync(readFileSync(join(folder.path, "app.zip")));
    const manifest = JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString("utf8"));
    expect(manifest).toMatchObject({ id: appId, version, validDomains: ["kollega.example"] });
  });

  it("when nothing is set, then it says what is missing, writes nothing and ends with 78", async () => {
    const { exitCode, stdout, stderr } = await run("manifest");

    expect({ exitCode, stdout }).toEqual({ exitCode: 78, stdout: "" });
    expect(stderr).toContain("MicrosoftAppId is not set");
    expect(existsSync(join(folder.path, "kollega-teams-app.zip"))).toBe(false);
  });

  it("when both values are wrong, then both are named", async () => {
    const { exitCode, stderr } = await run("manifest", {
      MicrosoftAppId: "kollega",
      PUBLIC_URL: "http://127.0.0.1:3978",
    });

    expect(exitCode).toBe(78);
    expect(stderr).toMatch(/- MicrosoftAppId is not a GUID.*\n- PUBLIC_URL is not an https URL/u);
  });

  it("when no address is set, then the package is built, with a warning and without a domain", async () => {
    const { exitCode, stderr } = await run("manifest", { MicrosoftAppId: appId });

    expect(exitCode).toBe(0);
    expect(stderr).toContain("PUBLIC_URL is not set");
    const files = unzipSync(readFileSync(join(folder.path, "kollega-teams-app.zip")));
    const manifest = JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString("utf8"));
    expect(manifest).toMatchObject({ validDomains: [] });
  });

  it("when the file cannot be written, then it says so and ends with 1", async () => {
    const { exitCode, stderr } = await run("manifest --out no/such/folder.zip", {
      MicrosoftAppId: appId,
      PUBLIC_URL: publicUrl,
    });

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/no\/such\/folder\.zip cannot be written: .*ENOENT/u);
  });
});

describe("kollega doctor", () => {
  it("when it is local mode, then manifest and credentials are looked at, too", async () => {
    const { exitCode, stdout } = await run("doctor", { PORT: "0" });

    expect(exitCode).toBe(0);
    expect(stdout).toContain("ok    Credentials: none needed in local mode\n");
    expect(stdout).toMatch(/^ok {4}Manifest: version \S+ is valid in sv, fi and en$/mu);
  });

  it("when it is Teams mode, then the credentials are tried, and what is known of their end is said", async () => {
    const identity = await createIdentity();
    const env = {
      MicrosoftAppId: appId,
      MicrosoftAppTenantId: tenant,
      MicrosoftAppPassword: "not a secret",
      BOT_OPENID_METADATA: identity.metadataUrl,
      BOT_TOKEN_ENDPOINT: identity.tokenUrl,
      HOST: "127.0.0.1",
      PORT: "0",
    };
    try {
      const good = await run("doctor", env);
      identity.tokenAnswers.status = 401;
      const bad = await run("doctor", { ...env, PUBLIC_URL: publicUrl });

      expect(good.exitCode).toBe(0);
      expect(good.stdout).toMatch(/^ok {4}Credentials: a token was given, good for \d+ min/mu);
      expect(good.stdout).toMatch(/^note {2}Credentials: when the client secret expires/mu);
      expect(good.stdout).toMatch(/^note {2}Manifest: .*\n.*Set PUBLIC_URL/mu);
      expect(bad.exitCode).toBe(1);
      expect(bad.stdout).toMatch(/^FAULT Credentials: no token was given .*401/mu);
      expect(bad.stdout).toMatch(/^ok {4}Manifest: /mu);
    } finally {
      await identity.close();
    }
  });
});
