/** A network of two thousand people in Teams mode: who they are, how Teams answers for them, and the bot between. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Language } from "../../src/core/language.ts";
import { emptyMemory } from "../../src/core/memory.ts";
import { networkSettingsId, networkSettingsType } from "../../src/core/network-settings.ts";
import { createOutbox } from "../../src/core/outbox/create-outbox.ts";
import type { Outbox } from "../../src/core/outbox/outbox.ts";
import type { Documents } from "../../src/core/ports.ts";
import { defaultPreferences } from "../../src/core/preferences.ts";
import { memberPlace, type State } from "../../src/core/state.ts";
import { openStore } from "../../src/platform/storage/open-store.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { type Activity, type BotConnector, createBotConnector } from "../fakes/bot-connector.ts";
import type { FaultRule } from "../fakes/faults.ts";
import { allowedTenant, appId, appPassword, createIdentity } from "../fakes/identity.ts";
import { type CardJson, readCard } from "../fakes/read-card.ts";
import { createTeamsClient, type Exchange, type Which } from "../fakes/teams-client.ts";
import { network, putNetwork } from "../features/networks/make-world.ts";
import { realClock } from "../platform/storage/cosmos-line.ts";
import { freePort, type Kollega, launchKollega, newDataDir } from "./start-kollega.ts";

export const networkId = "stora";
export const team = "19:stora@thread.tacv2";
export const forum = "19:stora-forum@thread.tacv2";
const botAccount = { id: "28:00000000-0000-4000-8000-00000000b07a", name: "Kollega" };
const tenant = allowedTenant;

/** "new": the bot has never met them; "gone-new": neither, and Teams opens no chat with them. */
type Kind = "known" | "new" | "blocked" | "gone" | "gone-new" | "paused";

export type Person = {
  readonly number: number;
  readonly key: string;
  readonly userId: string;
  readonly kind: Kind;
  /** Their personal chat; of those the bot has not met the one that it opens. */
  readonly chat: string;
  /** In which they read; of those the bot has not met the network's. */
  readonly language: Language;
};

export const people = 2_000;
const locales = { sv: "sv-FI", fi: "fi-FI", en: "en-GB" } as const;
const languages = ["fi", "sv", "fi", "en", "sv", "fi", "sv"] as const;

/** Of a hundred three have blocked the bot, one is gone, five were never met, one has paused. */
function kindOf(number: number): Kind {
  const of = number % 100;
  if (of >= 3 && of < 6) return "blocked";
  if (of === 6) return number % 200 === 6 ? "gone" : "gone-new";
  if (of >= 7 && of < 12) return "new";
  return of === 12 ? "paused" : "known";
}

export const everyone: readonly Person[] = Array.from({ length: people }, (_, at) => {
  const number = at + 1;
  const kind = kindOf(number);
  const isMet = kind !== "new" && kind !== "gone-new";
  const userId = `29:${number}`;
  return {
    number,
    key: `${tenant}:${personOf(number)}`,
    userId,
    kind,
    chat: isMet ? `a:known-${number}` : `a:opened-${userId}`,
    language: isMet ? (languages[number % languages.length] ?? "sv") : "sv",
  };
});

/** They coordinate the network. */
export const [karin, kaisa] = everyone as readonly [Person, Person];
/** They write to the bot before anything is sent; of all others who were met the store knows it. */
export const writers = [karin, kaisa, ...everyone.slice(50, 80)];

function personOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** A tenth are guests. */
const rosterMember = ({ number, userId }: Person): Activity => ({
  id: userId,
  aadObjectId: personOf(number),
  name: `Person ${number}`,
  tenantId: tenant,
  userRole: number % 10 === 8 ? "guest" : "user",
});

const blocked = {
  error: {
    code: "ServiceError",
    message: JSON.stringify({
      subCode: "MessageWritesBlocked",
      details: "Thread is blocked for message writes.",
    }),
  },
};
const notInstalled = { error: { code: "ForbiddenOperationException", message: "Forbidden" } };
const notFound = { error: { code: "ConversationNotFound", message: "Not found" } };

/** How Teams answers for whom it cannot reach. */
const unreached: FaultRule = ({ operation, conversation }) => {
  const person = byPlace.get(conversation);
  if (operation === "create")
    return person?.kind === "gone-new" ? { status: 403, body: notInstalled } : undefined;
  if (operation !== "send") return undefined;
  if (person?.kind === "blocked") return { status: 403, body: blocked };
  return person?.kind === "gone" ? { status: 404, body: notFound } : undefined;
};

/** By their chats (of someone who is gone the new one too), and by what opens them. */
const byPlace = new Map(
  everyone.flatMap((person) =>
    [person.chat, person.userId, `a:opened-${person.userId}`].map((place) => [place, person]),
  ),
);

export const personIn = (conversation: string): Person | undefined => byPlace.get(conversation);

export type Stage = {
  readonly connector: BotConnector;
  readonly documents: Documents;
  readonly outbox: Outbox;
  readonly dataDir: string;
  /** Throttles the next calls, all at once. */
  throttle(calls: number): void;
  say(person: Person, text: string): Promise<Exchange>;
  /** The card that the press of its button was answered with. */
  press(person: Person, card: unknown, which: Which, inputs?: CardJson): Promise<CardJson>;
  /** SIGKILL, and started again on the same store. */
  killAndRestart(): Promise<void>;
  /** Everything that all its processes wrote. */
  said(): string;
  close(): Promise<void>;
};

export async function setStage(sendRate: number): Promise<Stage> {
  const identity = await createIdentity();
  const connector = await createBotConnector({ latencyMs: 60 });
  let toThrottle = 0;
  connector.failBy((call) => {
    const fault = unreached(call);
    if (fault || call.operation !== "send" || toThrottle === 0) return fault;
    toThrottle -= 1;
    return { status: 429, retryAfter: 1 };
  });
  connector.rosters.set(team, everyone.map(rosterMember));
  connector.channels.set(team, [{ id: team }, { id: forum, name: "Forum" }]);

  const closers: (() => Promise<void>)[] = [identity.close, connector.close];
  const close = async () => {
    for (const one of closers.splice(0).toReversed()) await one();
  };
  try {
    return await raise();
  } catch (error) {
    await close();
    throw error;
  }

  async function raise(): Promise<Stage> {
    const dataDir = newDataDir();
    const store = await openStore(
      { kind: "sqlite", dataDir },
      { clock: realClock, log: { info() {}, warn() {}, error() {} }, mode: "tool" },
    );
    closers.push(store.close);
    await fill(store.jobs, connector.url);

    const port = await freePort();
    const bots: Kollega[] = [];
    const start = async (): Promise<void> => {
      const launched = launchKollega({
        dataDir,
        port,
        env: {
          HOST: "127.0.0.1",
          SEND_RATE: String(sendRate),
          MicrosoftAppId: appId,
          MicrosoftAppPassword: appPassword,
          MicrosoftAppTenantId: tenant,
          BOT_OPENID_METADATA: identity.metadataUrl,
          BOT_TOKEN_ENDPOINT: identity.tokenUrl,
        },
      });
      bots.push(launched.bot());
      await untilReady(`http://127.0.0.1:${port}/readyz`, launched.output);
    };
    closers.push(async () => void (await bots.at(-1)?.kill()));
    await start();
    const teams = createTeamsClient({ botUrl: `http://127.0.0.1:${port}`, connector });
    const post = (activity: Activity) =>
      teams.post(
        {
          timestamp: new Date().toISOString(),
          channelId: "msteams",
          serviceUrl: connector.url,
          recipient: botAccount,
          ...activity,
        },
        { authorization: identity.bearer(connector.url) },
      );
    const from = ({ number, userId, chat, language }: Person): Activity => ({
      from: { id: userId, aadObjectId: personOf(number), name: `Person ${number}` },
      conversation: { id: chat, conversationType: "personal", tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      locale: locales[language],
    });
    await post({
      ...from(karin),
      type: "conversationUpdate",
      id: randomUUID(),
      conversation: { id: team, conversationType: "channel", isGroup: true, tenantId: tenant },
      channelData: { tenant: { id: tenant }, team: { id: team, name: "Stora" } },
      membersAdded: [{ id: botAccount.id }],
    });

    return {
      connector,
      documents: store.jobs,
      outbox: createOutbox({ documents: store.jobs, clock: realClock, digest, wake() {} }),
      dataDir,
      throttle(calls) {
        toThrottle = calls;
      },
      say: (person, text) =>
        post({ ...from(person), type: "message", id: randomUUID(), text, textFormat: "plain" }),
      async press(person, card, { verb, data = {} }, inputs = {}) {
        const { buttons } = readCard(card);
        const button = buttons.find(
          (one) =>
            one.verb === verb &&
            Object.entries(data).every(([name, value]) => one.data[name] === value),
        );
        if (!button)
          throw new Error(`no ${verb} among ${buttons.map((one) => one.verb).join(", ")}`);
        const action = {
          type: "Action.Execute",
          title: button.title,
          verb,
          data: { ...button.data, ...inputs },
        };
        const id = `f:${randomUUID()}`;
        const name = "adaptiveCard/action";
        const { body } = await post({
          ...from(person),
          type: "invoke",
          name,
          id,
          value: { action, trigger: "manual" },
        });
        const answer = body as { readonly type?: unknown; readonly value?: unknown };
        if (answer.type !== "application/vnd.microsoft.card.adaptive")
          throw new Error(`${verb} was answered with ${JSON.stringify(body)}`);
        return answer.value as CardJson;
      },
      async killAndRestart() {
        await bots.at(-1)?.kill();
        await start();
      },
      said: () => bots.map((bot) => Object.values(bot.output()).join("\n")).join("\n"),
      close,
    };
  }
}

/** What the bot knew before: the network, without quiet hours, and everyone it has met. */
async function fill(documents: Documents, serviceUrl: string): Promise<void> {
  await putNetwork(
    documents,
    network(networkId, {
      coordinators: [personOf(karin.number), personOf(kaisa.number)],
      teams: [`${team}|${forum}`],
    }),
  );
  await putNetwork(documents, network("annat"));
  await documents.create("content", networkId, {
    id: networkSettingsId(networkId),
    type: networkSettingsType,
    v: 1,
    value: { network: networkId, quietFrom: "00:00", quietTo: "00:00" },
  } as never);
  const met = everyone.filter(({ kind }) => kind !== "new" && kind !== "gone-new");
  await Promise.all(
    met
      .filter((person) => !writers.includes(person))
      .map((person) => putMember(documents, person, serviceUrl)),
  );
}

async function putMember(
  documents: Documents,
  { number, userId, chat, kind, language }: Person,
  serviceUrl: string,
): Promise<void> {
  const place = memberPlace({ tenant, person: personOf(number) });
  const { id: botId, name: botName } = botAccount;
  const state: State = {
    id: place.id,
    type: "state",
    v: 1,
    done: [],
    memory: emptyMemory,
    // Some have chosen it, of others their client told it.
    ...(number % 2 === 0 && { chosenLanguage: language }),
    met: {
      name: `Person ${number}`,
      userId,
      ...(number % 2 === 1 && { locale: locales[language] }),
      address: {
        v: 1,
        serviceUrl,
        channel: "msteams",
        conversationId: chat,
        botId,
        botName,
        tenant,
      },
    },
    ...(kind === "paused" && { preferences: { ...defaultPreferences, pausedUntil: "9999-12-31" } }),
  };
  await documents.create(place.container, place.partition, state);
}

async function untilReady(url: string, output: Kollega["output"]): Promise<void> {
  const until = performance.now() + 30_000;
  while (performance.now() < until) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.status === 200) return;
    await pause(50);
  }
  throw new Error(`not ready in time:\n${Object.values(output()).join("\n")}`);
}
