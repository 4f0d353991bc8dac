import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { ownProgram, type Program, runCli } from "../cli/run-cli.ts";
import { type BotConnector, createBotConnector } from "../fakes/bot-connector.ts";
import {
  allowedTenant,
  appId,
  appPassword,
  createIdentity,
  type Identity,
} from "../fakes/identity.ts";
import { createTeamsClient, type Exchange, readReply } from "../fakes/teams-client.ts";
import { bareEnvironment, freePort, newDataDir } from "./start-kollega.ts";

export type Fields = Readonly<Record<string, unknown>>;

export type TeamsMode = {
  /** What the process wrote to stdout and stderr. */
  readonly said: () => string;
  readonly url: string;
  readonly identity: Identity;
  readonly connector: BotConnector;
  /** A question in a new personal chat, as Teams would post it. */
  question(fields?: Fields): Fields;
  /** Posts it with a token of the channel's. */
  ask(fields?: Fields): Promise<Exchange>;
  /** How many turns the bot counts. */
  turns(): Promise<number>;
  /** How many claims of turns its store holds. */
  claims(): number;
  /** SIGTERM, as a service does it; tells the exit code. */
  end(): Promise<number | null>;
  stop(): Promise<void>;
};

const network = {
  id: "upphandlare",
  nameSv: "Inflytelserika upphandlare",
  nameFi: "Vaikuttavat hankkijat",
  nameEn: "Influential Procurers",
};
const practice = {
  id: "bergvarme-i-skolor",
  language: "sv",
  network: network.id,
  title: "Bergvärmepumpar i tio skolor",
  body: "Kommunen upphandlade bergvärmepumpar till tio skolor i ett och samma förfarande.",
  questions: ["Hur upphandlar man bergvärmepumpar till skolor?"],
};
const shownPractice = `practice:${practice.id}`;

/** The bot in Teams mode as a process of its own, with imported content, and with identity and connector on loopback. */
export async function startTeamsMode(
  options: {
    readonly prepare?: (identity: Identity) => void;
    readonly env?: Readonly<Record<string, string>>;
    readonly program?: Program;
  } = {},
): Promise<TeamsMode> {
  const { program = ownProgram } = options;
  const { node, root, ...user } = program;
  const identity = await createIdentity();
  const connector = await createBotConnector();
  options.prepare?.(identity);
  const dataDir = newDataDir();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(dataDir, user.uid, user.gid);
  await importRows(dataDir, "networks", network, program);
  await importRows(dataDir, "practices", practice, program);
  const port = await freePort();
  const env = {
    HOST: "127.0.0.1",
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppTenantId: allowedTenant,
    BOT_OPENID_METADATA: identity.metadataUrl,
    BOT_TOKEN_ENDPOINT: identity.tokenUrl,
    ...options.env,
  };
  const child = spawn(
    node,
    ["--max-semi-space-size=16", "--heap-growing-percent=40", join(root, "src/main.ts")],
    {
      ...user,
      cwd: dataDir,
      env: {
        ...bareEnvironment(),
        DATA_DIR: dataDir,
        PORT: String(port),
        LOG_LEVEL: "warn",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ended = once(child, "close");
  const killNow = () => child.kill("SIGKILL");
  process.once("exit", killNow);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, () => said);

  const teams = createTeamsClient({ botUrl: url, connector });
  const question = (fields: Fields = {}) => ({
    type: "message",
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    serviceUrl: connector.url,
    from: { id: `29:${randomUUID()}`, aadObjectId: randomUUID(), name: "Anna Ask" },
    recipient: teams.bot,
    conversation: {
      id: `a:${randomUUID()}`,
      conversationType: "personal",
      tenantId: allowedTenant,
    },
    channelData: { tenant: { id: allowedTenant } },
    text: practice.questions[0],
    textFormat: "plain",
    locale: "sv-FI",
    ...fields,
  });
  return {
    said: () => said,
    url,
    identity,
    connector,
    question,
    ask: (fields) =>
      teams.post(question(fields), { authorization: identity.bearer(connector.url) }),
    async turns() {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      const counts = [...metrics.matchAll(/^kollega_turns_total\{.*\} (\d+)$/gmu)];
      return counts.reduce((sum, [, count]) => sum + Number(count), 0);
    },
    claims() {
      const db = new DatabaseSync(join(dataDir, "kollega.sqlite"), { readOnly: true });
      try {
        return Number(
          db.prepare("SELECT count(*) AS n FROM claims WHERE partition <> 'sender'").get()?.["n"],
        );
      } finally {
        db.close();
      }
    },
    async end() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
    async stop() {
      killNow();
      process.off("exit", killNow);
      await ended;
      await connector.close();
      await identity.close();
    },
  };
}

/** What was answered is the practice that was imported, sent once. */
export function expectAnswer(exchange: Exchange): void {
  const { status, replies } = exchange;
  expect({ status, states: replies.map(({ state }) => state) }).toEqual({
    status: 200,
    states: ["taken"],
  });
  expect(readReply(exchange)).toMatchObject({ kind: "answer", things: [shownPractice] });
}

async function importRows(
  dataDir: string,
  kind: string,
  row: object,
  program: Program,
): Promise<void> {
  const file = join(dataDir, `${kind}.jsonl`);
  writeFileSync(file, `${JSON.stringify(row)}\n`);
  const ended = await runCli(dataDir, ["import", kind, file], { DATA_DIR: dataDir }, program);
  expect(ended).toMatchObject({ exitCode: 0 });
}

async function untilReady(url: string, said: () => string): Promise<void> {
  const until = performance.now() + 30_000;
  while (performance.now() < until) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.status === 200) return;
    await pause(50);
  }
  throw new Error(`not ready in time:\n${said()}`);
}
