/** The loopback connector over HTTP, as a bot calls it. */
import { type HttpRequest, type HttpResponse, httpError, type Route } from "../../core/ports.ts";
import { type ConnectorAnswer, isObject, type LoopbackConnector } from "./loopback-connector.ts";
import type { Activity } from "./transcript.ts";

/** A refusal, or undefined for a request that may go on. */
export type LoopbackGuard = (request: HttpRequest) => HttpResponse | undefined;

/** `base` is the path below which the connector answers: the serviceUrl of an activity ends with it. */
export function connectorRoutes(
  connector: LoopbackConnector,
  base: string,
  guard: LoopbackGuard,
): readonly Route[] {
  const conversations = `${base}/v3/conversations`;
  const one = `${conversations}/:conversation`;
  const teams = `${base}/v3/teams/:team`;

  const route = (
    method: Route["method"],
    path: string,
    answer: (
      params: (name: string) => string,
      body: Activity,
      query: HttpRequest["query"],
    ) => ConnectorAnswer,
  ): Route => ({
    method,
    path,
    handle: (request) => {
      const refusal = guard(request);
      if (refusal) return refusal;
      const takesBody = method === "POST" || method === "PUT";
      const body = takesBody ? readObject(request.body) : {};
      if (!body) return httpError(400, "BadSyntax", "The body is no JSON object.");
      return answer((name) => request.params[name] ?? "", body, request.query);
    },
  });

  return [
    route("POST", conversations, (_, body) => connector.create(body)),
    route("POST", `${one}/activities`, (param, body) =>
      connector.post(param("conversation"), body),
    ),
    route("POST", `${one}/activities/:activity`, (param, body) =>
      connector.post(param("conversation"), body, param("activity")),
    ),
    route("PUT", `${one}/activities/:activity`, (param, body) =>
      connector.update(param("conversation"), param("activity"), body),
    ),
    route("DELETE", `${one}/activities/:activity`, (param) =>
      connector.remove(param("conversation"), param("activity")),
    ),
    route("GET", `${one}/members`, (param) => connector.members(param("conversation"))),
    route("GET", `${one}/members/:member`, (param) =>
      connector.member(param("conversation"), param("member")),
    ),
    route("GET", `${one}/pagedmembers`, (param, _, { pageSize, continuationToken }) =>
      connector.pagedMembers(
        param("conversation"),
        Number(pageSize) || undefined,
        continuationToken,
      ),
    ),
    route("GET", teams, (param) => connector.team(param("team"))),
    route("GET", `${teams}/conversations`, (param) => connector.channels(param("team"))),
  ];
}

export function readObject(body: string): Activity | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
