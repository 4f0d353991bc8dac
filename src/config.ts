/**
 * The only reader of the environment. Everything is read once, checked at once (every fault stands in one message)
 * and passed down as data.
 */
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import { isLanguage, type Language, languageOfLocale } from "./core/language.ts";

export type Config = {
  readonly mode: LocalMode | TeamsMode;
  /** Entra object ids, lower-cased. */
  readonly admins: readonly string[];
  readonly store:
    | { readonly kind: "sqlite"; readonly dataDir: string }
    | {
        readonly kind: "cosmos";
        readonly endpoint: string;
        /** Without a key: managed identity. */
        readonly key?: string;
        readonly database: string;
      };
  /** Whether a store without any network gets the samples; never in Teams mode. */
  readonly sampleContent: boolean;
  readonly host: string;
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl?: string;
  /** Connector calls a second. */
  readonly sendRate: number;
  readonly defaultLanguage: Language;
  readonly timeZone: string;
  readonly logLevel: LogLevel;
  readonly metricsToken?: string;
  readonly otlpEndpoint?: string;
};

type LocalMode = { readonly kind: "local" };

type TeamsMode = {
  readonly kind: "teams";
  readonly appId: string;
  readonly appType: AppType;
  /** A single-tenant app has one, a managed identity none. */
  readonly password?: string;
  readonly tenantId: string;
  readonly allowedTenants: readonly string[];
  /** Set only while testing Teams mode without Azure; both or none. */
  readonly openIdMetadata?: string;
  readonly tokenEndpoint?: string;
};

const appTypes = ["SingleTenant", "UserAssignedMSI"] as const;
type AppType = (typeof appTypes)[number];

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
type LogLevel = (typeof logLevels)[number];

/** The configuration cannot be used as it is; `faults` names each reason. */
export class ConfigError extends Error {
  readonly exitCode = 78;
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
    this.name = "ConfigError";
    this.faults = faults;
  }
}

const loopback = "127.0.0.1";

const guid = z.guid("is not a GUID such as 00000000-0000-4000-8000-000000000001").toLowerCase();
const guidList = z
  .string()
  .transform((text) => text.split(",").map((item) => item.trim().toLowerCase()))
  .transform((items) => items.filter((item) => item !== ""))
  .pipe(z.array(z.guid("is not a comma-separated list of GUIDs")));
const url = (passes: (url: URL) => boolean, error: string) =>
  z.string().refine((text) => URL.canParse(text) && passes(new URL(text)), error);
const loopbackUrl = url(
  isLoopbackHttp,
  "is not a loopback URL such as http://127.0.0.1:4000/token",
);
const wholeNumber = (from: number, to: number) => {
  const error = `is not a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d+$/u, error)
    .transform(Number)
    .pipe(z.number().min(from, error).max(to, error));
};
const language = z.custom<Language>(isLanguage, "is none of sv, fi, en");

/** Calls a second and tenant, replies included (platform.md 1.1); against a connector of one's own it may be more. */
const mostThatTeamsTakes = 50;
const mostOnThisMachine = 1_000;

/** Every variable there is, with its check and its default; `.env.example` explains them. */
const settings = z.object({
  MicrosoftAppId: guid.optional(),
  MicrosoftAppType: z.enum(appTypes, `is none of ${appTypes.join(", ")}`).default("SingleTenant"),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: guid.optional(),
  ALLOWED_TENANTS: guidList.optional(),
  ADMINS: guidList.default([]),
  COSMOS_ENDPOINT: url(
    (one) => one.protocol === "https:" || isLoopbackHttp(one),
    "is not an https URL (or an http one on loopback)",
  ).optional(),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z
    .string()
    .regex(/^[^/\\#?]{1,255}$/u, "is not a database name: at most 255 characters, none of / \\ # ?")
    .default("kollega"),
  DATA_DIR: z.string().default(".data"),
  SAMPLE_CONTENT: z
    .stringbool({
      truthy: ["on", "true", "1"],
      falsy: ["off", "false", "0"],
      error: "is neither on nor off",
    })
    .default(true),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/u, "is neither an address nor a host name")
    .optional(),
  PORT: wholeNumber(0, 65_535).default(3978),
  PUBLIC_URL: url(
    (one) => one.protocol === "https:" || isLoopbackHttp(one),
    "is not an https URL (or an http one on loopback)",
  )
    .transform((text) => text.replace(/\/+$/u, ""))
    .optional(),
  SEND_RATE: wholeNumber(1, mostOnThisMachine).default(25),
  DEFAULT_LANGUAGE: language.default("sv"),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, "is not a time zone such as Europe/Helsinki")
    .default("Europe/Helsinki"),
  LOG_LEVEL: z.enum(logLevels, `is none of ${logLevels.join(", ")}`).default("info"),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/u, "holds spaces or letters that no HTTP header carries")
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(isHttp, "is not an http or https URL").optional(),
  BOT_OPENID_METADATA: loopbackUrl.optional(),
  BOT_TOKEN_ENDPOINT: loopbackUrl.optional(),
});

type Variable = keyof typeof settings.shape;
type Settings = z.infer<typeof settings>;
type Values = Readonly<Partial<Record<Variable, string>>>;
type Environment = Readonly<Record<string, string | undefined>>;

export const variables: readonly Variable[] = settings.keyof().options;

/** What belongs to Teams mode only. */
const teamsVariables: readonly Variable[] = [
  "MicrosoftAppType",
  "MicrosoftAppPassword",
  "MicrosoftAppTenantId",
  "ALLOWED_TENANTS",
  "BOT_OPENID_METADATA",
  "BOT_TOKEN_ENDPOINT",
];

/** Reads the environment and, below it, the text of an `.env` file. Throws a ConfigError that names every fault. */
export function loadConfig(
  env: Environment = process.env,
  dotenvText: string = readDotenv(),
): Config {
  const values = valuesOf(env, parseEnv(dotenvText.replace(/^\ufeff/u, "")));
  const checked = settings.safeParse(values);
  const faults = [
    ...(checked.error?.issues ?? []).map((issue) => faultOf(issue, values)),
    ...contradictions(values),
  ];
  if (!checked.success || faults.length > 0) throw new ConfigError([...new Set(faults)]);
  return configOf(checked.data);
}

/** What the Teams app package needs to know; the rest of the configuration may still be missing. Throws a ConfigError. */
export function loadPackageSettings(
  env: Environment = process.env,
  dotenvText: string = readDotenv(),
): { readonly appId: string; readonly publicUrl: string | undefined } {
  const values = valuesOf(env, parseEnv(dotenvText.replace(/^\ufeff/u, "")));
  const checked = settings.pick({ MicrosoftAppId: true, PUBLIC_URL: true }).safeParse(values);
  const faults = (checked.error?.issues ?? []).map((issue) => faultOf(issue, values));
  if (values.MicrosoftAppId === undefined) {
    faults.unshift(
      "MicrosoftAppId is not set; it is the app id of the bot's registration (Azure portal, the Azure Bot, Configuration)",
    );
  }
  const { MicrosoftAppId: appId, PUBLIC_URL: publicUrl } = checked.data ?? {};
  if (values.PUBLIC_URL?.startsWith("http:")) {
    const wants = "is not an https URL, as Teams wants it in a package";
    faults.push(`PUBLIC_URL ${wants}: ${values.PUBLIC_URL}`);
  }
  if (appId === undefined || faults.length > 0) throw new ConfigError(faults);
  return { appId, publicUrl };
}

/** The language of whoever reads the terminal; English where it says none of ours. */
export function readerLanguage(env: Environment = process.env): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"];
  return languageOfLocale(locale?.split(/[.@]/u, 1)[0]) ?? "en";
}

/** Of a variable that is set in both places the environment wins, also with an empty value, which is as good as none. */
function valuesOf(env: Environment, dotenv: Environment): Values {
  const entries = variables.map((name) => [name, (env[name] ?? dotenv[name])?.trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

function readDotenv(): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(".env"));
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ENOENT") return "";
    throw new ConfigError([".env cannot be read: it must be a UTF-8 text file"]);
  }
}

/** Values that no message shows; a whole connection string with its key ends up in an endpoint easily. */
const secret: ReadonlySet<string> = new Set<Variable>([
  "MicrosoftAppPassword",
  "COSMOS_ENDPOINT",
  "COSMOS_KEY",
  "METRICS_TOKEN",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
]);

function faultOf(issue: z.core.$ZodIssue, values: Values): string {
  const name = String(issue.path[0]);
  const value = secret.has(name) ? undefined : values[name as Variable];
  return `${name} ${issue.message}${value === undefined ? "" : `: ${value}`}`;
}

/** What each value alone cannot tell. */
function contradictions(values: Values): readonly string[] {
  const mode = values.MicrosoftAppId === undefined ? localFaults(values) : teamsFaults(values);
  if (values.COSMOS_KEY === undefined || values.COSMOS_ENDPOINT !== undefined) return mode;
  return [...mode, "COSMOS_KEY is set, COSMOS_ENDPOINT is not: set both, or neither for SQLite"];
}

function localFaults(values: Values): readonly string[] {
  const faults: string[] = [];
  const lonely = teamsVariables.filter((name) => values[name] !== undefined);
  if (lonely.length > 0) {
    faults.push(
      `MicrosoftAppId is not set, but ${lonely.join(", ")}: set it too for Teams mode, or none of them for local mode`,
    );
  }
  if (values.HOST !== undefined && values.HOST !== loopback) {
    faults.push(
      `HOST must be ${loopback} in local mode (MicrosoftAppId is not set): ${values.HOST}`,
    );
  }
  return faults;
}

function teamsFaults(values: Values): readonly string[] {
  const faults: string[] = [];
  if (values.MicrosoftAppTenantId === undefined) {
    faults.push("MicrosoftAppTenantId is not set; Teams mode needs the tenant of the app");
  }
  const needsPassword = values.MicrosoftAppType !== "UserAssignedMSI";
  if (needsPassword && values.MicrosoftAppPassword === undefined) {
    faults.push("MicrosoftAppPassword is not set; an app of the type SingleTenant needs it");
  }
  const testing = [values.BOT_OPENID_METADATA, values.BOT_TOKEN_ENDPOINT].filter(Boolean).length;
  if (testing === 1) {
    faults.push("BOT_OPENID_METADATA and BOT_TOKEN_ENDPOINT are set together or not at all");
  }
  if (testing === 0 && Number(values.SEND_RATE) > mostThatTeamsTakes) {
    faults.push(
      `SEND_RATE must be at most ${mostThatTeamsTakes}, all that Teams takes in a second: ${values.SEND_RATE}`,
    );
  }
  if (testing > 0 && values.HOST !== loopback) {
    faults.push(
      `BOT_OPENID_METADATA and BOT_TOKEN_ENDPOINT are for tests, with HOST=${loopback} only`,
    );
  }
  return faults;
}

function configOf(from: Settings): Config {
  return {
    mode: modeOf(from),
    admins: from.ADMINS,
    store:
      from.COSMOS_ENDPOINT === undefined
        ? { kind: "sqlite", dataDir: from.DATA_DIR }
        : {
            kind: "cosmos",
            endpoint: from.COSMOS_ENDPOINT,
            key: from.COSMOS_KEY,
            database: from.COSMOS_DATABASE,
          },
    sampleContent: from.SAMPLE_CONTENT && from.MicrosoftAppId === undefined,
    host: from.HOST ?? (from.MicrosoftAppId === undefined ? loopback : "0.0.0.0"),
    port: from.PORT,
    publicUrl: from.PUBLIC_URL,
    sendRate: from.SEND_RATE,
    defaultLanguage: from.DEFAULT_LANGUAGE,
    timeZone: from.TIME_ZONE,
    logLevel: from.LOG_LEVEL,
    metricsToken: from.METRICS_TOKEN,
    otlpEndpoint: from.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

function modeOf(from: Settings): Config["mode"] {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId } = from;
  if (appId === undefined || tenantId === undefined) return { kind: "local" };
  const allowed = from.ALLOWED_TENANTS ?? [];
  return {
    kind: "teams",
    appId,
    appType: from.MicrosoftAppType,
    password: from.MicrosoftAppPassword,
    tenantId,
    allowedTenants: allowed.length > 0 ? allowed : [tenantId],
    openIdMetadata: from.BOT_OPENID_METADATA,
    tokenEndpoint: from.BOT_TOKEN_ENDPOINT,
  };
}

function isHttp(one: URL): boolean {
  return one.protocol === "http:" || one.protocol === "https:";
}

function isLoopbackHttp(one: URL): boolean {
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/u.test(one.hostname);
  return isHttp(one) && isLoopback && one.username === "" && one.password === "";
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
