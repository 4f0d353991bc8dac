import { Agent as HttpAgent, type IncomingMessage, request as requestByHttp } from "node:http";
import { Agent as HttpsAgent, request as requestByHttps } from "node:https";
import { text } from "node:stream/consumers";
import type { CosmosClientOptions } from "@azure/cosmos";

type HttpClient = NonNullable<CosmosClientOptions["httpClient"]>;
type SdkRequest = Parameters<HttpClient["sendRequest"]>[0];
type SdkResponse = Awaited<ReturnType<HttpClient["sendRequest"]>>;

export type CosmosHttp = HttpClient & {
  /** From now on the SDK may ask for query plans. */
  allowQueryPlans(): boolean;
  close(): void;
};

/** No answer came. `wasSent` is false only if it is certain that the service never saw the request. */
class LostAnswer extends Error {
  readonly wasSent: boolean;
  /** The SDK fails over to another region on some codes. */
  readonly code: string;
  constructor(cause: unknown, code: string, wasSent: boolean) {
    super(`no answer (${code})`, { cause });
    this.name = "LostAnswer";
    this.code = code;
    this.wasSent = wasSent;
  }
}

const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
const queryPlanHeader = "x-ms-cosmos-is-query-plan-request";

/**
 * The SDK's requests, without what the SDK would add to them: it repeats reads on a reset connection ten times
 * with a second between, and asks for a plan with every query although one partition's queries need none.
 */
export function createCosmosHttp(isSecure: boolean): CosmosHttp {
  const agent = isSecure
    ? new HttpsAgent({ keepAlive: true, minVersion: "TLSv1.2" })
    : new HttpAgent({ keepAlive: true });
  const send = isSecure ? requestByHttps : requestByHttp;
  let mayPlan = false;

  return {
    async sendRequest(request) {
      if (!mayPlan && request.headers.has(queryPlanHeader)) {
        throw new LostAnswer(undefined, "QUERY_PLAN_NOT_ASKED", false);
      }
      const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
      const outgoing = send(request.url, {
        agent,
        method: request.method,
        headers: request.headers.toJSON(),
        signal: request.abortSignal as AbortSignal | undefined,
      });
      outgoing.on("response", resolve).on("error", reject);
      outgoing.end(request.body as string | undefined);
      try {
        const answer = await promise;
        return responseOf(request, answer, await text(answer));
      } catch (error) {
        throw isAbort(error) ? error : lostAnswer(error);
      }
    },
    allowQueryPlans() {
      const isNew = !mayPlan;
      mayPlan = true;
      return isNew;
    },
    close: () => agent.destroy(),
  };
}

function responseOf(request: SdkRequest, answer: IncomingMessage, body: string): SdkResponse {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
  return {
    request,
    status: answer.statusCode ?? 0,
    // The SDK takes headers as plain data; its own kind of them is in a package that is not ours to name.
    headers: Object.assign(headers, {
      toJSON: () => Object.fromEntries(headers),
    }) as unknown as SdkResponse["headers"],
    bodyAsText: body,
  };
}

function lostAnswer(error: unknown): LostAnswer {
  const code = String((error as { readonly code?: unknown })?.code ?? "UNKNOWN");
  // "ECONNRESET" and "EPIPE" by their own names would set off the SDK's ten repetitions.
  const told = code === "ECONNRESET" || code === "EPIPE" ? "CONNECTION_LOST" : code;
  return new LostAnswer(error, told, !neverSent.has(code));
}

/** The SDK tells a time-out by this name. Not by `instanceof`: Node's errors are of another realm in tests. */
function isAbort(error: unknown): boolean {
  return (error as { readonly name?: unknown })?.name === "AbortError";
}
