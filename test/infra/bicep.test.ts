import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig, variables } from "../../src/config.ts";
import { containers } from "../../src/core/ports.ts";
import { createHealth } from "../../src/platform/http/health.ts";
import { definitionOf, indexedFields } from "../../src/platform/storage/cosmos-indexes.ts";
import { type Declaration, readBicep, type Value } from "./read-bicep.ts";

const infra = join(import.meta.dirname, "../../infra");
const text = (name: string) => readFileSync(join(infra, name), "utf8");
const main = readBicep(text("main.bicep"));
const registry = readBicep(text("registry.bicep"));

const resource = (type: string): Declaration => {
  const found = main.find((one) => one.kind === "resource" && one.type?.split("@")[0] === type);
  if (!found) throw new Error(`no resource ${type}`);
  return found;
};
const variable = (name: string): Value | undefined =>
  main.find((one) => one.kind === "var" && one.name === name)?.value;
/** A value deep inside, by keys and positions. */
const at = (value: Value | undefined, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((node, key) => Reflect.get(Object(node), key), value);

const app = resource("Microsoft.App/containerApps").value;
const kollega = at(app, "properties", "template", "containers", 0);
const environment = at(kollega as Value, "env") as readonly {
  readonly name: string;
  readonly value: Value;
}[];
/** Stand-ins for what Azure puts in at the deployment. */
const guid = "3ab5e3f0-6f0e-4c0e-9a5c-0c1d2e3f4a5b";
const known: Readonly<Record<string, string>> = {
  "identity.properties.clientId": guid,
  "tenant().tenantId": guid,
  "account.properties.documentEndpoint": "https://kollega.documents.azure.com:443/",
  "string(port)": String(variable("port")),
  publicUrl: "https://kollega.example",
  databaseName: String(variable("databaseName")),
  allowedTenants: "",
  admins: "",
  defaultLanguage: "sv",
};

describe("the reader of Bicep", () => {
  it.each([
    ["a bracket that is not closed", "var a = {\n  b: 1\n"],
    ["a key that stands twice", "var a = {\n  b: 1\n  b: 2\n}\n"],
    ["a word that declares nothing", "wrong a = 1\n"],
  ])("when there is %s, then it refuses", (_, wrong) => {
    expect(() => readBicep(wrong)).toThrow(/^line \d+: /u);
  });

  it("when values of each kind are there, then they are read as they are", () => {
    const read = readBicep(
      "@description('a')\nparam p string\nvar v = [\n  1 // one\n  true\n  'it\\'s'\n  '${p}x'\n  f(p, [1])\n  { a: p, b: [] }\n]\n",
    );

    expect(read).toEqual([
      { kind: "param", name: "p", type: "string" },
      {
        kind: "var",
        name: "v",
        value: [
          1,
          true,
          "it's",
          { expression: "'${p}x'" },
          { expression: "f(p, [1])" },
          { a: { expression: "p" }, b: [] },
        ],
      },
    ]);
  });
});

describe("the store that infra/ sets up", () => {
  it("when its containers are compared with the code's, then all are the same (npm run infra writes them)", () => {
    expect(JSON.parse(text("containers.json"))).toEqual(
      JSON.parse(JSON.stringify(containers.map((one) => definitionOf(one, indexedFields[one])))),
    );
  });

  it("when containers are made, then of that file: id, partition, expiry and indexes", () => {
    const made = resource("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers").value;
    const [loop] = made as readonly Value[];

    expect(variable("containers")).toEqual({ expression: "loadJsonContent('containers.json')" });
    expect(loop).toMatchObject({ for: "container", in: "containers" });
    expect(at(loop, "each", "properties", "resource")).toMatchObject({
      id: { expression: "container.id" },
      partitionKey: { paths: { expression: "container.partitionKey.paths" }, kind: "Hash" },
      defaultTtl: { expression: "container.defaultTtl" },
      indexingPolicy: { expression: "container.indexingPolicy" },
    });
  });

  it("when somebody comes with a key, then there is none: an identity with a role for documents gets in", () => {
    const account = resource("Microsoft.DocumentDB/databaseAccounts").value;
    const role = resource("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments").value;

    expect(at(account, "properties", "disableLocalAuth")).toBe(true);
    expect(at(role, "properties")).toMatchObject({
      principalId: { expression: "identity.properties.principalId" },
      roleDefinitionId: {
        expression: "'${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'",
      },
    });
  });
});

describe("the app that infra/ sets up", () => {
  it("when its environment is compared with the code's, then every name is one that is read", () => {
    const names = environment.map(({ name }) => name);
    // Not ours: Azure's library takes the identity for the store from it.
    const foreign = ["AZURE_CLIENT_ID"];

    expect(names.filter((name) => !foreign.includes(name))).toEqual(
      variables.filter((name) => names.includes(name)).toSorted(byPlaceIn(names)),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("when the bot starts with it, then the configuration can be used: Teams mode, Cosmos DB, no secret", () => {
    const env = Object.fromEntries(
      environment.map(({ name, value }) => {
        const literal = typeof value === "string" ? value : known[String(at(value, "expression"))];
        return [name, literal ?? `nothing stands in for ${name}`];
      }),
    );

    const config = loadConfig(env, "");

    expect(config).toMatchObject({
      mode: { kind: "teams", appType: "UserAssignedMSI" },
      store: { kind: "cosmos", database: "kollega" },
      host: "0.0.0.0",
      otlpEndpoint: "http://127.0.0.1:4318",
    });
    expect(config.mode).not.toHaveProperty("password", expect.anything());
    expect(config.store).not.toHaveProperty("key", expect.anything());
  });

  it("when its health is asked for, then at paths and a port that the bot has", () => {
    const probes = at(kollega as Value, "probes") as readonly {
      readonly type: string;
      readonly httpGet: { readonly path: string; readonly port: unknown };
    }[];
    const { routes } = createHealth({
      clock: { now: () => new Date(), async sleep() {} },
      async answers() {},
    });

    expect(probes.map(({ type }) => type)).toEqual(["Startup", "Liveness", "Readiness"]);
    for (const { httpGet } of probes) {
      expect(routes.map(({ path }) => path)).toContain(httpGet.path);
      expect(httpGet.port).toEqual({ expression: "port" });
    }
    expect(at(app, "properties", "configuration", "ingress", "targetPort")).toEqual({
      expression: "port",
    });
  });

  it("when nobody asks anything, then one of it goes on running", () => {
    expect(at(app, "properties", "template", "scale", "minReplicas")).toBe(1);
  });

  it("when the collector is set up, then it listens where the bot sends", () => {
    const endpoint = environment.find(({ name }) => name === "OTEL_EXPORTER_OTLP_ENDPOINT")?.value;
    const collector = text("collector.yaml");

    expect(collector).toContain(`endpoint: ${String(endpoint).replace("http://", "")}`);
    for (const pipeline of ["traces", "metrics"]) expect(collector).toContain(`    ${pipeline}:`);
  });
});

describe("the bot's registration", () => {
  it("when it is made, then it is regional, of one tenant, and leads to the bot", () => {
    const bot = resource("Microsoft.BotService/botServices").value;
    const channel = resource("Microsoft.BotService/botServices/channels").value;

    expect(bot).toMatchObject({
      location: "westeurope",
      properties: {
        endpoint: { expression: "'${publicUrl}/api/messages'" },
        msaAppType: "UserAssignedMSI",
        msaAppTenantId: { expression: "tenant().tenantId" },
      },
    });
    expect(at(channel, "properties", "channelName")).toBe("MsTeamsChannel");
  });
});

describe("the Bicep files", () => {
  it("when they load other files, then these are there", () => {
    const loaded = [...text("main.bicep").matchAll(/load\w+\('([^']+)'\)/gu)].map(
      ([, name = ""]) => name,
    );

    expect(loaded.toSorted()).toEqual(["collector.yaml", "containers.json"]);
    for (const name of loaded) expect(existsSync(join(infra, name))).toBe(true);
  });

  it("when they are searched for secrets, then there are none", () => {
    for (const name of ["main.bicep", "registry.bicep"]) {
      expect(text(name)).not.toMatch(/listKeys|listCredentials|@secure|sharedKey|primaryKey/u);
    }
    expect(
      registry.find(({ type }) => type?.startsWith("Microsoft.ContainerRegistry"))?.value,
    ).toMatchObject({ properties: { adminUserEnabled: false } });
  });

  it("when a name is used in an expression, then it is declared", () => {
    for (const declarations of [main, registry]) {
      const declared = new Set(declarations.map(({ name }) => name));
      const used = declarations.flatMap(({ value }) => rootsIn(value));

      expect(used.filter((name) => !declared.has(name) && !bicepsOwn.includes(name))).toEqual([]);
    }
  });
});

/** Functions and words of Bicep itself, and the loop's variable. */
const bicepsOwn = [
  ..."resourceGroup tenant guid uniqueString string json loadJsonContent loadTextContent subscriptionResourceId".split(
    " ",
  ),
  ..."container true false".split(" "),
];

/** The first name of every `a.b.c` and `f()` in the expressions of a value. */
function rootsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("expression" in value) {
    const expression = String(value.expression);
    const isText = expression.startsWith("'");
    const parts = isText
      ? [...expression.matchAll(/\$\{([^}]*)\}/gu)].map(([, part = ""]) => part)
      : [expression.replace(/'[^']*'/gu, "''")];
    return parts.flatMap((part) =>
      [...part.matchAll(/(?<![.\w])([A-Za-z]\w*)/gu)].map(([, name = ""]) => name),
    );
  }
  return Object.values(value).flatMap(rootsIn);
}

const byPlaceIn = (names: readonly string[]) => (one: string, other: string) =>
  names.indexOf(one) - names.indexOf(other);
