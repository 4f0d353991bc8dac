/** Who may post an activity in local mode: any Bot Framework client on this machine, and nobody else. */
import { type HttpRequest, type HttpResponse, httpError } from "../../core/ports.ts";
import { isLoopbackHost, isLoopbackUrl } from "./loopback.ts";

/** A refusal, or undefined for a request that may go on. */
export type Guard = (
  request: HttpRequest,
  serviceUrl: string | undefined,
) => HttpResponse | undefined;

export const guardLocal: Guard = ({ headers, peer }, serviceUrl) => {
  if (!isLoopbackHost(peer)) return forbidden("Only programs on this machine may call.");
  const host = header(headers["host"]);
  if (!host || !isLoopbackUrl(`http://${host}`))
    return forbidden("The Host header must name this machine.");
  if (
    Object.keys(headers).some((name) => name === "forwarded" || name.startsWith("x-forwarded-"))
  ) {
    return forbidden("Forwarded requests are not taken in local mode.");
  }
  const origin = header(headers["origin"]);
  if (origin && !isLoopbackUrl(origin)) return forbidden("Pages of other hosts may not call.");
  if (serviceUrl !== undefined && !isLoopbackUrl(serviceUrl)) {
    return forbidden("The activity's serviceUrl must be on this machine.");
  }
  return undefined;
};

const forbidden = (message: string): HttpResponse => httpError(403, "forbidden", message);

const header = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];
