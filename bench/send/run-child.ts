/** The bench's own processes, and what they tell each other. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Counts } from "../../src/core/outbox/delivery.ts";
import type { StoreSettings } from "../../src/platform/storage/open-store.ts";

export type ConnectorSettings = {
  readonly latencyMs: number;
  readonly isFaulty: boolean;
  readonly seed: number;
};

/** A call as the connector saw it. */
export type SeenCall = {
  /** Ms, of the connector's own clock. */
  readonly at: number;
  /** A message; else something was opened or fetched. */
  readonly isPost: boolean;
  readonly conversation: string;
  readonly isTaken: boolean;
  /** 0: the caller heard nothing. */
  readonly status: number;
};
export type Seen = { readonly calls: readonly SeenCall[] };

export type SenderSettings = {
  readonly serviceUrl: string;
  readonly recipients: number;
  /** SEND_RATE */
  readonly rate: number;
  readonly store: StoreSettings;
};

export type Sent = {
  /** From the first look at the batch to its end. */
  readonly seconds: number;
  readonly planSeconds: number;
  readonly counts: Counts & { readonly intended: number };
  /** Conversations of those who may have got it twice. */
  readonly marked: readonly string[];
  /** Conversations of those of whom it stands that they got it. */
  readonly delivered: readonly string[];
  /** What planning and sending cost this process. */
  readonly processorMs: number;
  /** The most it held, in MB. */
  readonly memory: number;
  readonly storageCalls: Readonly<Record<string, number>>;
};

type Child = {
  /** What it says next. */
  hear(): Promise<unknown>;
  ask(): Promise<unknown>;
  stop(): void;
};

export const runConnector = (settings: ConnectorSettings): Child =>
  run(fileURLToPath(new URL("./connector-child.ts", import.meta.url)), settings);

export const runSender = (settings: SenderSettings): Child =>
  run(fileURLToPath(new URL("./sender-child.ts", import.meta.url)), settings);

function run(script: string, settings: object): Child {
  // Not in the project's folder and without its settings: a .env there is the developer's own.
  const child = fork(script, [JSON.stringify(settings)], {
    cwd: "/",
    env: { PATH: process.env["PATH"] },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${script} ended with ${code}`);
  });
  ended.catch(() => undefined);
  const hear = async () => {
    const [message] = await Promise.race([once(child, "message"), ended]);
    return message;
  };
  return {
    hear,
    ask() {
      const answer = hear();
      child.send("what did you see?");
      return answer;
    },
    stop() {
      child.disconnect();
    },
  };
}
