/** Who may post an activity. A guard refuses, or returns undefined for what may go on. */
import { type HttpRequest, type HttpResponse, httpError } from "../../core/ports.ts";
import { isLoopbackHost, isLoopbackUrl } from "./loopback.ts";
import { tenantOf } from "./parse-activity.ts";
import { hasChannelToken } from "./read-token.ts";

type Activity = Readonly<Record<string, unknown>>;

export type Guard = {
  /** Asked before anything of the request is believed. */
  readonly request: (request: HttpRequest) => HttpResponse | undefined;
  /** Asked once it is known who sent the activity. */
  readonly activity: (activity: Activity) => HttpResponse | undefined;
};

/** Local mode: any Bot Framework client on this machine, and nobody else. */
export const guardLocal: Guard = {
  request({ headers, peer }) {
    if (!isLoopbackHost(peer)) return forbidden("Only programs on this machine may call.");
    const host = header(headers["host"]);
    if (!host || !isLoopbackUrl(`http://${host}`)) {
      return forbidden("The Host header must name this machine.");
    }
    const isForwarded = Object.keys(headers).some(
      (name) => name === "forwarded" || name.startsWith("x-forwarded-"),
    );
    if (isForwarded) return forbidden("Forwarded requests are not taken in local mode.");
    const origin = header(headers["origin"]);
    return origin && !isLoopbackUrl(origin)
      ? forbidden("Pages of other hosts may not call.")
      : undefined;
  },
  activity: ({ serviceUrl }) =>
    typeof serviceUrl === "string" && !isLoopbackUrl(serviceUrl)
      ? forbidden("The activity's serviceUrl must be on this machine.")
      : undefined,
};

/**
 * Teams mode: the channel, with a token for this app, from an allowed tenant, naming a host of Teams'. The token's
 * signature is checked by the SDK; what the SDK lets through or answers with 500 is refused here (stack.md).
 */
export function guardTeams(options: {
  readonly appId: string;
  readonly allowedTenants: readonly string[];
  readonly isAllowedServiceUrl: (url: string) => boolean;
}): Guard {
  return {
    request: ({ headers }) =>
      hasChannelToken(header(headers["authorization"]), options.appId)
        ? undefined
        : httpError(401, "unauthorized", "A valid token of the channel is needed."),
    activity(activity) {
      if (activity["channelId"] !== "msteams") return forbidden("Only Microsoft Teams may call.");
      const { serviceUrl } = activity;
      if (typeof serviceUrl !== "string" || !options.isAllowedServiceUrl(serviceUrl)) {
        return forbidden("The activity's serviceUrl is no host of Microsoft Teams.");
      }
      const tenants = tenantsOf(activity);
      return tenants.length > 0 && tenants.every((one) => options.allowedTenants.includes(one))
        ? undefined
        : forbidden("This tenant may not use Kollega.");
    },
  };
}

/** The hosts a bot's token may be sent to; Microsoft's own list is wider than a bot in Teams needs (platform.md 5.2). */
export function isTeamsServiceUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, port } = new URL(url);
  const isKnown =
    hostname === "smba.trafficmanager.net" ||
    hostname.endsWith(".teams.microsoft.com") ||
    hostname.endsWith(".botframework.com");
  return protocol === "https:" && isKnown && !username && !password && !port;
}

/** Every tenant an activity names: they must all be allowed, or one could hide behind the other. */
function tenantsOf(activity: Activity): readonly string[] {
  const { conversation } = activity;
  const inConversation =
    typeof conversation === "object" && conversation !== null && "tenantId" in conversation
      ? conversation.tenantId
      : undefined;
  return [tenantOf(activity), inConversation]
    .filter((one) => typeof one === "string")
    .map((one) => one.toLowerCase());
}

const forbidden = (message: string): HttpResponse => httpError(403, "forbidden", message);

const header = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];
