import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { cardOf, readReply } from "../fakes/teams-client.ts";
import { setTheStage } from "./set-the-stage.ts";
import { freePort, launchKollega, newDataDir, startKollega } from "./start-kollega.ts";

const stage = setTheStage();
const question = "Hur har andra använt sysselsättningsvillkor i upphandlingar?";
const exitTemporary = 75;
const exitConfiguration = 78;

const get = async (path: string) => {
  const response = await fetch(`${stage().bot.url}${path}`);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

/** Sum of a metric's series whose labels hold all of the given ones. */
function metric(text: string, name: string, ...labels: readonly string[]): number {
  return text
    .split("\n")
    .filter((line) => line.startsWith(`${name}{`) && labels.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
}

describe("npm start", () => {
  it("when a newcomer starts it, then it says where it is and answers its sample question", async () => {
    const bot = await startKollega({ viaNpm: true });

    const { stdout, stderr } = bot.output();
    await bot.kill();

    expect(stdout).toContain(`Kollega: http://localhost:${bot.port}\n`);
    expect(stdout).toContain(`\n? ${question}\n  Sysselsättningsvillkor i Helsingfors`);
    expect(stderr).toBe("");
  });
});

describe("what a watcher sees", () => {
  it("when the bot is ready, then /healthz and /readyz say so", async () => {
    expect(await get("/healthz")).toMatchObject({ status: 200, text: '{"status":"alive"}' });
    expect(await get("/readyz")).toMatchObject({ status: 200, text: '{"status":"ready"}' });
  });

  it("when questions were answered, then /metrics counts them", async () => {
    const before = (await get("/metrics")).text;
    const chat = stage().teams.personalChat();
    const asked = await chat.say(question);
    await chat.press(cardOf(asked), { verb: "ask.person" });

    const { status, text, headers } = await get("/metrics");
    const more = (name: string, ...labels: string[]) =>
      metric(text, name, ...labels) - metric(before, name, ...labels);

    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^text\/plain/u);
    expect(more("kollega_turns_total", 'kind="message"')).toBe(1);
    expect(more("kollega_turns_total", 'kind="action"')).toBe(1);
    expect(more("kollega_answers_total", 'decision="answer"')).toBe(1);
    expect(more("kollega_connector_calls_total")).toBe(1);
    expect(text).toMatch(/^kollega_turn_seconds_count [1-9]/mu);
  });

  it("when a question is asked in a personal chat, then it costs a claim, a read and a write", async () => {
    const chat = stage().teams.personalChat();
    await chat.say("hej");
    // The sender's lease is a claim too; it looks for batches once it has it.
    while (!(await get("/metrics")).text.includes('container="deliveries"')) await pause(100);
    const before = (await get("/metrics")).text;
    const questions = [
      question,
      "marknadsdialog",
      "Vem kan jag fråga om sociala kriterier i Esbo?",
    ];

    for (const one of questions) await chat.say(one);

    const { text } = await get("/metrics");
    const calls = (...labels: string[]) =>
      metric(text, "kollega_storage_calls_total", ...labels) -
      metric(before, "kollega_storage_calls_total", ...labels);
    expect(calls('container="claims"', 'operation="create"')).toBe(questions.length);
    expect(calls('container="members"', 'operation="read"')).toBe(questions.length);
    expect(calls('container="members"')).toBe(2 * questions.length);
    // Beside the turns it is noted, once, whom the bot has met.
    expect(calls('container="conversations"')).toBe(
      calls('container="conversations"', 'operation="create"'),
    );
    // The refresh of content, every three seconds, asks only for changes.
    expect(calls('container="content"')).toBe(
      calls('container="content"', 'operation="changes"') +
        calls('container="content"', 'operation="query"'),
    );
  });
});

describe("the end of the process", () => {
  it("when it is told to end in the middle of a turn, then that is finished first", async () => {
    const { connector, teams } = stage();
    const bot = await startKollega();
    const { activity } = await teams.personalChat().say("hej");
    const asked = { ...activity, id: "last-1", conversation: { id: "last" }, text: question };
    const gate = Promise.withResolvers<void>();
    connector.fail({ conversation: "last", wait: gate.promise });

    const last = fetch(`${bot.url}/api/messages`, { method: "POST", body: JSON.stringify(asked) });
    await connector.waitFor((call) => call.conversation === "last");
    const ended = bot.stop();
    // It has heard the signal when it takes no more.
    const isOpen = async (): Promise<boolean> =>
      fetch(`${bot.url}/healthz`).then(
        async (response) => response.status === 200 && isOpen(),
        () => false,
      );
    await isOpen();
    gate.resolve();

    expect((await last).status).toBe(200);
    expect(await ended).toEqual({ code: 0, signal: null });
    const said = connector.calls.filter(({ conversation }) => conversation === "last");
    expect(said).toMatchObject([{ state: "taken" }]);
  });

  it("when it ends and another starts on its port and folder, then that takes over", async () => {
    const port = await freePort();
    const first = await startKollega({ port });
    const second = launchKollega({ port, dataDir: first.dataDir });

    const ended = await first.stop();
    await second.greeted;
    await second.bot().kill();

    expect(ended.code).toBe(0);
  });
});

describe("a start that cannot be", () => {
  it("when the port or the folder stays taken, then it waits, says so and exits with 75", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const began = performance.now();

    const onPort = launchKollega({ port });
    const onFolder = launchKollega({ dataDir: stage().bot.dataDir });
    const [byPort, byFolder] = await Promise.all([onPort.ended, onFolder.ended]);
    other.close();

    expect(byPort.code).toBe(exitTemporary);
    expect(onPort.output().stderr).toContain(String(port));
    expect(byFolder.code).toBe(exitTemporary);
    expect(onFolder.output().stderr).toContain(stage().bot.dataDir);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(readReply(await stage().teams.personalChat().say(question)).kind).toBe("answer");
  }, 40_000);

  it("when settings are wrong, then it names all of them and exits with 78", async () => {
    const env = { HOST: "0.0.0.0", TIME_ZONE: "Mars/Olympus", SEND_RATE: "2000" };
    const { ended, output } = launchKollega({ dataDir: newDataDir(), env });

    expect((await ended).code).toBe(exitConfiguration);
    for (const name of Object.keys(env)) expect(output().stderr).toContain(name);
    expect(output().stderr).not.toMatch(/^\s+at /mu);
  });
});
