/** What a call that did not succeed says about the store and about what was to be written. */
export type Failure = {
  readonly status: number;
  readonly substatus?: number;
  /** Worth another try. */
  readonly isPassing: boolean;
  /** The service may have done what was asked. */
  readonly mayBeTaken: boolean;
  readonly retryAfterMs?: number;
  readonly charge: number;
  /** For logs: a status or a code, no contents. */
  readonly reason: string;
  readonly cause: Error;
};

type SdkError = {
  readonly code?: unknown;
  readonly substatus?: unknown;
  readonly name?: unknown;
  readonly message?: unknown;
  readonly retryAfterInMs?: unknown;
  readonly wasSent?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
};

/** Not done: too many requests; another write of the same item was under way. */
const refusedForNow = new Set([429, 449]);
/** Done or not: the service was cut off in the middle. */
const unclear = new Set([408, 410, 500, 502, 503, 504]);
/** Substatus of 404: the replica that was asked is behind, and can say nothing of the item. */
const replicaIsBehind = 1002;

/** Reads what the SDK threw by its fields alone. */
export function failureOf(error: unknown): Failure {
  const thrown: SdkError = typeof error === "object" && error !== null ? error : {};
  const status = typeof thrown.code === "number" ? thrown.code : 0;
  const substatus = typeof thrown.substatus === "number" ? thrown.substatus : undefined;
  const isBehind = status === 404 && substatus === replicaIsBehind;
  // Without a status there was no answer, or one that cannot be read (a gateway's page instead of JSON).
  const isLost = status === 0;
  const wasSent = thrown.wasSent !== false;
  const retryAfterMs = Number(thrown.retryAfterInMs);
  return {
    status,
    ...(substatus !== undefined && { substatus }),
    isPassing:
      refusedForNow.has(status) || (unclear.has(status) && status !== 500) || isBehind || isLost,
    mayBeTaken: unclear.has(status) || (isLost && wasSent),
    ...(retryAfterMs > 0 && { retryAfterMs }),
    charge: Number(thrown.headers?.["x-ms-request-charge"]) || 0,
    reason: reasonOf(status, substatus, thrown),
    cause: causeOf(thrown),
  };
}

function reasonOf(status: number, substatus: number | undefined, thrown: SdkError): string {
  if (status > 0) return `status ${status}${substatus === undefined ? "" : `/${substatus}`}`;
  return `no answer (${thrown.code ?? thrown.name ?? "unknown"})`;
}

/** The words only: the SDK's error carries the request, and that carries credentials. */
function causeOf(thrown: SdkError): Error {
  return new Error(String(thrown.message ?? "unknown").slice(0, 500));
}
