/** Who may post an activity. A guard refuses, or returns undefined for what may go on. */
import { type HttpRequest, type HttpResponse, httpError } from "../../core/ports.ts";
import { isLoopbackHost, isLoopbackUrl } from "./loopback.ts";

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

/** Teams mode: what the channel sent, from an allowed tenant, naming a host of Teams'. */
export function guardTeams(options: {
  readonly channel: string;
  readonly allowedTenants: readonly string[];
  readonly isAllowedServiceUrl: (url: string) => boolean;
}): Guard {
  return {
    // Anything else is not from Teams, and a page in someone's browser cannot send it to another host by itself.
    request: ({ headers }) =>
      /^application\/json\s*(?:;|$)/iu.test(header(headers["content-type"]) ?? "")
        ? undefined
        : httpError(400, "malformed", "The content type must be application/json."),
    activity(activity) {
      if (activity["channelId"] !== options.channel) {
        return forbidden("Only Microsoft Teams may call.");
      }
      const { serviceUrl } = activity;
      if (typeof serviceUrl !== "string" || !options.isAllowedServiceUrl(serviceUrl)) {
        return forbidden("The activity's serviceUrl is no host of Microsoft Teams.");
      }
      const tenants = tenantsOf(activity);
      const isAllowed = (tenant: unknown) =>
        typeof tenant === "string" && options.allowedTenants.includes(tenant.toLowerCase());
      return tenants.length > 0 && tenants.every(isAllowed)
        ? undefined
        : forbidden("This tenant may not use Kollega.");
    },
  };
}

/** The hosts a bot's token may be sent to; Microsoft's own list is wider than a bot in Teams needs (platform.md 5.2). */
export function isTeamsServiceUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  const isKnown =
    hostname === "smba.trafficmanager.net" ||
    hostname.endsWith(".teams.microsoft.com") ||
    hostname.endsWith(".botframework.com");
  // The host as it is written is the host that is meant: no user name, port, backslash or letters that only look alike.
  const isPlain = `${url}/`.toLowerCase().startsWith(`https://${hostname}/`) && !/[?#]/u.test(url);
  return isKnown && isPlain;
}

/** Every tenant an activity names: they must all be allowed, or one could hide behind the other. */
function tenantsOf({ channelData, conversation }: Activity): readonly unknown[] {
  return [field(field(channelData, "tenant"), "id"), field(conversation, "tenantId")].filter(
    (tenant) => tenant !== undefined,
  );
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const forbidden = (message: string): HttpResponse => httpError(403, "forbidden", message);

/** A header that stands once, or the first of several. */
export const header = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];
