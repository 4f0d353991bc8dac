/**
 * The `kollega` command (design.md 8): works on the same store as the bot, also while it runs. stdout carries only
 * the result, everything else goes to stderr. What only one command needs is loaded by that command.
 */
import type { App } from "./app.ts";
import {
  type Config,
  ConfigError,
  loadConfig,
  loadPackageSettings,
  readerLanguage,
} from "./config.ts";
import type { Finding } from "./core/check-up.ts";
import { organisationOf, partitionOf, type Term } from "./core/content.ts";
import { BotError } from "./core/errors.ts";
import type { ImportTarget } from "./core/feature.ts";
import type { Documents, Log, Messenger, Telemetry } from "./core/ports.ts";
import type { ColumnFault } from "./core/rows.ts";
import { shippedCollections } from "./platform/files/collections.ts";
import { type Request, readArguments, UsageError } from "./platform/files/read-arguments.ts";
import type { Shown } from "./platform/files/show-answer.ts";
import { networkIds, storedContent } from "./platform/files/stored-content.ts";
import { fileFaultIn, UnreadableFile } from "./platform/files/unreadable-file.ts";
import { UnwritableValue, unwritableIn } from "./platform/files/unwritable-value.ts";
import type { Store } from "./platform/storage/open-store.ts";
import { systemClock } from "./platform/system/clock.ts";
import { digest, newId } from "./platform/system/digest.ts";
import { rowFaultIn, textsIn } from "./texts/texts.ts";

type To<C extends Request["command"]> = Extract<Request, { readonly command: C }>;
type House = {
  readonly app: App;
  readonly documents: Documents;
  readonly config: Config;
  /** What the store lacks, in words. */
  readonly missing: () => Promise<readonly string[]>;
};

const reader = readerLanguage();
const texts = textsIn(reader);

async function run(request: Request): Promise<number> {
  switch (request.command) {
    case "help":
      return print(request.usage);
    case "ask":
      return inHouse((house) => ask(house, request));
    case "ask-batch":
      return inHouse((house) => askBatch(house, request));
    case "import":
      return inHouse((house) => importFrom(house, request));
    case "export":
      return inHouse((house) => exportTo(house, request));
    case "report":
      return inHouse((house) => report(house, request));
    case "outbox":
      return onStore(({ documents }) => showOutbox(documents, request));
    case "manifest":
      return buildManifest(request);
    case "forget":
      return inHouse((house) => forget(house, request));
    case "doctor":
      return checkUp();
  }
}

async function ask({ app, documents }: House, request: To<"ask">): Promise<number> {
  const { question: text, language, network, json } = request;
  const all = await networksWith(documents, network);
  const networks = network === undefined ? all : [network];
  await app.library.refresh();
  const { decision, results } = app.ask({ text, language, networks });
  if (json) return print(JSON.stringify({ id: null, decision, results }));

  const { showAnswer } = await import("./platform/files/show-answer.ts");
  const places = [undefined, ...networks];
  const found = results.flatMap((one): Shown[] => {
    if (one.kind === "contact") {
      const [contact] = places.flatMap((place) => app.library.contact(one.id, place) ?? []);
      return contact ? [{ kind: "contact", contact }] : [];
    }
    if (one.kind === "discussion") {
      const [discussion] = places.flatMap((place) => app.library.discussion(one.id, place) ?? []);
      return discussion ? [{ kind: "discussion", discussion }] : [];
    }
    if (one.kind === "term") {
      const all = app.library.contentOf<Term>("term").map(({ value }) => value);
      const term = all.find((each) => each.id === one.id && places.includes(each.network));
      return term ? [{ kind: "term", title: one.title, term }] : [];
    }
    const versions = places.flatMap((place) => app.library.practiceVersions(one.id, place));
    const practice = versions.find((version) => version.language === one.language);
    return practice ? [{ kind: "practice", practice }] : [];
  });
  return print(showAnswer(decision, found, { ...texts.contacts, ...texts.ask }, reader));
}

async function askBatch({ app, documents }: House, request: To<"ask-batch">): Promise<number> {
  const { answerBatch } = await import("./platform/files/answer-batch.ts");
  const { readText } = await import("./platform/files/read-text.ts");
  const questions = await readText(request.path);
  const all = await networksWith(documents, request.network);
  const networks = request.network === undefined ? all : [request.network];
  await app.library.refresh();

  let exitCode = 0;
  const lines = answerBatch(
    questions,
    ({ text, language = request.language }) => app.ask({ text, language, networks }),
    ({ column, fault }) => [column, rowFaultIn(reader, fault)].filter(Boolean).join(": "),
  );
  for (const line of lines) {
    if ("error" in line) exitCode = 1;
    print(JSON.stringify(line));
  }
  return exitCode;
}

async function importFrom(house: House, request: To<"import">): Promise<number> {
  const { app, documents, config } = house;
  const { network, path, json, dryRun } = request;
  const target = targetOf(app, request.kind);
  const { importFile } = await import("./platform/files/import-file.ts");
  const { createProgressBar } = await import("./platform/files/progress-bar.ts");
  const reports = await import("./platform/files/import-report.ts");
  const bar = createProgressBar(process.stderr, () => performance.now());
  try {
    const networks = await networksWith(documents, network);
    const report = await importFile(
      { documents, audit: app.audit, onProgress: bar.show },
      {
        target,
        path,
        dryRun,
        context: { networks, network, timeZone: config.timeZone, now: systemClock.now() },
      },
    );
    bar.end();
    const printed = reports.printedReport(report, reasonOf);
    print(json ? JSON.stringify(printed) : reports.reportInWords(printed, dryRun, reader));
    return report.rejected > 0 ? 1 : 0;
  } catch (error) {
    bar.end();
    const column = refusedColumn(error);
    if (!json || column === undefined) throw error;
    print(JSON.stringify(reports.refusedReport(column, inWords(error as BotError))));
    return 1;
  }
}

async function exportTo({ app, documents }: House, request: To<"export">): Promise<number> {
  const { network, format, out } = request;
  if (request.kind === "audit") return exportAudit({ app, documents }, request);
  const target = targetOf(app, request.kind);
  const { writeRows } = await import("./platform/files/write-rows.ts");
  await networksWith(documents, network);
  const content = await storedContent(documents, target, network);
  return writeOut(await writeRows(target, content, format), out);
}

async function exportAudit(
  { app, documents }: Pick<House, "app" | "documents">,
  { network, format, out }: To<"export">,
): Promise<number> {
  await networksWith(documents, network);
  await app.library.refresh();
  const { columns, rows } = app.auditReport;
  const { inertCells } = await import("./platform/files/inert-cells.ts");
  const { writeRows } = await import("./platform/files/write-rows.ts");
  const values = (await rows(network)).map((value) => ({ value }));
  return writeOut(await writeRows({ columns, inTable: inertCells }, values, format), out);
}

/** For an administrator, on the request of somebody who cannot ask Kollega themselves. */
async function forget({ app }: House, { person }: To<"forget">): Promise<number> {
  await app.library.refresh();
  const { onCommandLine: words } = texts.privacy;
  const outcome = await app.forget(person);
  if (outcome.state === "last-coordinator") return tell(words.lastCoordinator, 1);
  if (outcome.state === "failed") return tell(words.failed, 1);
  await app.audit.record({ actor: "command-line", act: "member-forgotten", details: {} });
  print(words.erased);
  const { contactsLeft: left } = outcome;
  if (!left) return print(words.unknownName);
  if (left.length === 0) return print(words.noContacts);
  const entries = left.map((one) =>
    [partitionOf(one.network), one.id, organisationOf(one, reader)].filter(Boolean).join(" · "),
  );
  return print([words.contactsLeft, ...entries.map((entry) => `- ${entry}`)].join("\n"));
}

async function report({ app, documents }: House, request: To<"report">): Promise<number> {
  const { id, network, format, out } = request;
  await networksWith(documents, network);
  await app.library.refresh();
  const { columns, rows } = app.announcementReport;
  const found = await rows(id, network);
  if (!found) return tell(`There is no announcement “${id}”.`, 1);
  const { inertCells } = await import("./platform/files/inert-cells.ts");
  const { writeRows } = await import("./platform/files/write-rows.ts");
  const values = found.map((value) => ({ value }));
  return writeOut(await writeRows({ columns, inTable: inertCells }, values, format), out);
}

/** Into a file, or to stdout. */
async function writeOut(file: string | Uint8Array, out: string | undefined): Promise<number> {
  if (out === undefined) {
    process.stdout.write(file);
    return 0;
  }
  const { writeFile } = await import("node:fs/promises");
  try {
    await writeFile(out, file);
    return 0;
  } catch (error) {
    return tell(`${out} cannot be written: ${(error as Error).message}`, 1);
  }
}

async function showOutbox(documents: Documents, { batch, json }: To<"outbox">): Promise<number> {
  const { createOutbox } = await import("./core/outbox/create-outbox.ts");
  const { countDeliveries } = await import("./core/outbox/count-deliveries.ts");
  const show = await import("./platform/files/show-outbox.ts");
  const { outbox: words } = texts;
  const outbox = createOutbox({ documents, clock: systemClock, digest, wake() {} });

  if (batch === undefined) {
    const heads = [];
    for await (const head of outbox.heads()) heads.push(head);
    heads.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    const printed = [];
    for (const head of heads) printed.push(show.printedBatch(head, await outbox.counts(head)));
    if (json) return print(JSON.stringify(printed));
    for (const one of printed) print(show.batchInWords(one, words));
    return printed.length === 0 ? print(words.nothing) : 0;
  }
  const head = await outbox.head(batch);
  if (!head) return tell(words.unknownBatch(batch), 1);
  // Counted from the very recipients that are shown, so that the figures and the list never differ.
  const recipients = [];
  for await (const one of outbox.deliveries(batch)) recipients.push(show.printedRecipient(one));
  const printed = show.printedBatch(head, await countDeliveries(recipients));
  if (json) return print(JSON.stringify({ ...printed, recipients }));
  print(show.batchInWords(printed, words));
  for (const one of recipients) print(show.recipientInWords(one, words));
  return 0;
}

async function buildManifest({ out }: To<"manifest">): Promise<number> {
  const settings = loadPackageSettings();
  const { buildPackage } = await import("./platform/manifest/build-package.ts");
  const built = await buildPackage(settings);
  if (!built.ok)
    return tell(`The Teams app package was not built:\n- ${built.faults.join("\n- ")}`, 1);
  if (settings.publicUrl === undefined) {
    tell(
      "PUBLIC_URL is not set: the package's links to information about Kollega lead nowhere.",
      0,
    );
  }
  const { writeFile } = await import("node:fs/promises");
  try {
    await writeFile(out, built.zip);
  } catch (error) {
    return tell(`${out} cannot be written: ${error instanceof Error ? error.message : error}`, 1);
  }
  return print(`${out}: version ${built.version}, valid in sv, fi and en`);
}

async function checkUp(): Promise<number> {
  const check = await import("./platform/files/check-up.ts");
  const findings: Finding[] = [check.checkNode(process.versions.node)];
  try {
    const config = loadConfig();
    findings.push({ state: "well", text: `Configuration: ${config.mode.kind} mode` });
    findings.push(...(await checkCredentials(config)));
    findings.push(...(await checkStore(config)));
    findings.push(await checkManifest(config));
    findings.push(await check.checkBot(config.host, config.port));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const advice = "Correct it in the environment or in .env; .env.example explains each.";
    findings.push(
      ...error.faults.map(
        (text): Finding => ({ state: "fault", text: `Configuration: ${text}`, advice }),
      ),
    );
  }
  print(check.findingsInWords(findings));
  return findings.some(({ state }) => state === "fault") ? 1 : 0;
}

async function checkCredentials({ mode }: Config): Promise<readonly Finding[]> {
  if (mode.kind === "local") {
    return [{ state: "well", text: "Credentials: none needed in local mode" }];
  }
  const check = await import("./platform/teams/check-credentials.ts");
  return check.checkCredentials(mode, systemClock);
}

/** Without an app id the files are checked with one that stands in for it. */
async function checkManifest({ mode, publicUrl }: Config): Promise<Finding> {
  const { buildPackage } = await import("./platform/manifest/build-package.ts");
  const appId = mode.kind === "teams" ? mode.appId : newId();
  const built = await buildPackage({ appId, publicUrl });
  if (!built.ok) {
    const advice = "Correct the files in manifest/, then run: npm run --silent kollega -- manifest";
    return { state: "fault", text: `Manifest: ${built.faults.join("; ")}`, advice };
  }
  const text = `Manifest: version ${built.version} is valid in sv, fi and en`;
  if (mode.kind === "local" || publicUrl !== undefined) return { state: "well", text };
  const advice =
    "Set PUBLIC_URL: without it the package's links lead nowhere, and meetings have no calendar address.";
  return { state: "note", text, advice };
}

async function checkStore(config: Config): Promise<readonly Finding[]> {
  const { checkDataFolder } = await import("./platform/files/check-up.ts");
  const place: Finding =
    config.store.kind === "sqlite"
      ? await checkDataFolder(config.store.dataDir)
      : { state: "well", text: `Cosmos DB: database ${config.store.database}` };
  if (place.state !== "well") return [place];
  try {
    const counts = await inHouse(async ({ app, documents, missing }) => {
      const lacking = await missing();
      if (lacking.length > 0) throw new BotError("store-unavailable", lacking.join("; "));
      const all = app.importTargets.map(async (target) => {
        const content = await storedContent(documents, target);
        return `${target.kind} ${content.length}`;
      });
      return Promise.all(all);
    });
    return [place, { state: "well", text: `Store: opens; ${counts.join(", ")}` }];
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    const advice =
      config.store.kind === "sqlite"
        ? "If the file is damaged, put a backup in its place."
        : "Check COSMOS_ENDPOINT and COSMOS_KEY (or the identity's role), and that the account can be reached.";
    return [place, { state: "fault", text: `Store: ${error.message}`, advice }];
  }
}

type OpenStore = Pick<House, "documents" | "config" | "missing"> & Pick<Store, "compact">;

/** Does something with the store, and closes it whatever becomes of that. */
async function onStore<T>(work: (opened: OpenStore) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const { openStore } = await import("./platform/storage/open-store.ts");
  const store = await openStore(config.store, { clock: systemClock, mode: "tool", log });
  try {
    const { jobs: documents, missing, compact } = store;
    return await work({ documents, config, missing, ...(compact && { compact }) });
  } finally {
    await store.close();
  }
}

/** With the app on the store. */
const inHouse = <T>(work: (house: House) => Promise<T>): Promise<T> =>
  onStore(async (opened) => {
    const { createSearchIndex } = await import("./platform/search/create-search-index.ts");
    const { createTermIndex } = await import("./platform/search/term-index.ts");
    const { shippedWords } = await import("./platform/search/translate/dictionary-file.ts");
    const { createApp } = await import("./app.ts");
    const { documents, config } = opened;
    const app = createApp({
      documents,
      jobDocuments: documents,
      index: createSearchIndex(shippedWords()),
      terms: createTermIndex(),
      messenger,
      jobMessenger: messenger,
      clock: systemClock,
      log,
      telemetry,
      digest,
      newId,
      collections: shippedCollections(),
      ...(opened.compact && { compact: opened.compact }),
      config,
    });
    return work({ ...opened, app });
  });

/** The ids of all networks, the wanted one among them. */
async function networksWith(documents: Documents, wanted?: string): Promise<readonly string[]> {
  const ids = await networkIds(documents);
  if (wanted === undefined || ids.includes(wanted)) return ids;
  const reason = rowFaultIn(reader, { code: "unknownNetwork", value: wanted });
  throw new BotError("unknown-network", reason);
}

function targetOf(app: App, kind: string): ImportTarget {
  const target = app.importTargets.find((one) => one.kind === kind);
  if (target) return target;
  const known = app.importTargets.map((one) => one.kind).join(", ");
  throw new UsageError(`There is no kind “${kind}”; there are: ${known}.`);
}

/** Nobody is written to from the command line. */
const refuse = async (): Promise<never> => {
  throw new BotError("send-failed", "The command line sends no messages.");
};
const messenger: Messenger = {
  send: refuse,
  update: refuse,
  remove: refuse,
  openChat: refuse,
  roster: refuse,
  member: refuse,
  channels: refuse,
};
const telemetry: Telemetry = { turn() {}, answer() {}, deliveries() {} };

/** Of what the house logs, a person at a terminal needs the warnings. */
const log: Log = {
  info() {},
  warn: (event) => tell(event, 0),
  error: (event, error) => tell(`${event}: ${error instanceof Error ? error.message : error}`, 0),
};

const reasonOf = ({ fault }: ColumnFault): string => rowFaultIn(reader, fault);

/** Which column stands for what keeps a whole file out; undefined for every other failure. */
function refusedColumn(error: unknown): string | undefined {
  if (error instanceof UnreadableFile) return "";
  return error instanceof BotError && error.code === "unknown-network" ? "network" : undefined;
}

const inWords = (error: BotError): string =>
  error instanceof UnreadableFile ? fileFaultIn(reader, error.fault) : error.message;

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function tell<T>(text: string, exitCode: T): T {
  process.stderr.write(`${text}\n`);
  return exitCode;
}

/** Says what went wrong, and with which exit code that ends. */
function explain(error: unknown): number {
  if (error instanceof UsageError || error instanceof ConfigError)
    return tell(error.message, error.exitCode);
  if (error instanceof BotError) return tell(`${texts.errors[error.code]}\n${inWords(error)}`, 1);
  if (error instanceof UnwritableValue) return tell(unwritableIn(reader, error.place), 1);
  return tell(`${texts.errors.bug}\n${error instanceof Error ? error.stack : error}`, 1);
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads has seen enough, as `head` does.
  if (error.code === "EPIPE") process.exit();
  throw error;
});

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  process.exitCode = explain(error);
}
