/** The load: so many questions, so many at once, each next one as soon as one was answered. */
import http from "node:http";
import type { Question } from "./make-questions.ts";
import type { Program } from "./programs.ts";

export type Figures = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** What a question cost the bot, in ms; unlike the rest it hardly depends on what else the machine does. */
  readonly processorMs: number;
};

export type Load = {
  readonly bot: Program;
  readonly connectorUrl: string;
  readonly questions: readonly Question[];
  readonly atOnce: number;
};

const people = 2_000;
const tenant = "11111111-1111-4111-8111-111111111111";
let lastId = Date.now();
let asked = 0;

export async function drive({ bot, connectorUrl, questions, atOnce }: Load): Promise<Figures> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  const spentBefore = bot.processorMs();
  let next = 0;

  const ask = async (): Promise<void> => {
    for (let question = questions[next++]; question; question = questions[next++]) {
      const body = JSON.stringify(activityOf(question, connectorUrl));
      const began = performance.now();
      const status = await post(`${bot.url}/api/messages`, body, agent);
      times.push(performance.now() - began);
      if (status !== 200) throw new Error(`${bot.url} answered ${status} to ${question.text}`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, ask));
  const seconds = (performance.now() - began) / 1_000;
  agent.destroy();

  times.sort((a, b) => a - b);
  const share = (part: number) => times[Math.floor(part * (times.length - 1))] ?? 0;
  return {
    perSecond: questions.length / seconds,
    p50: share(0.5),
    p99: share(0.99),
    processorMs: (bot.processorMs() - spentBefore) / questions.length,
  };
}

/** From one of many people's personal chats, as Teams posts it. */
function activityOf({ text, locale }: Question, serviceUrl: string) {
  const who = asked++ % people;
  const person = `00000000-0000-4000-9000-${String(who).padStart(12, "0")}`;
  return {
    type: "message",
    id: String(++lastId),
    timestamp: new Date().toISOString(),
    localTimezone: "Europe/Helsinki",
    channelId: "msteams",
    serviceUrl,
    from: { id: `29:${person}`, name: `Person ${who}`, aadObjectId: person },
    recipient: { id: "28:00000000-0000-4000-8000-00000000b07a", name: "Kollega" },
    conversation: { id: `a:1${person}`, conversationType: "personal", tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    textFormat: "plain",
    entities: [{ type: "clientInfo", locale, country: "FI", platform: "Windows" }],
    locale,
    text,
  };
}

function post(url: string, body: string, agent: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
    };
    const request = http.request(url, { method: "POST", agent, headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    request.on("error", reject).end(body);
  });
}
