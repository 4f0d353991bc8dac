/** What stands in a bearer token. Nothing of it is true before its signature was checked (authenticate.ts). */

const channelIssuer = "https://api.botframework.com";
const longestToken = 16_384;

export type ChannelToken = {
  /** Names the key it claims to be signed with. */
  readonly kid: string;
  /** What was signed, as bytes. */
  readonly signed: Buffer;
  readonly signature: Buffer;
  /** Seconds since 1970. */
  readonly exp: number;
  readonly nbf: number | undefined;
  /** The only service URL that activities sent with it may name. */
  readonly serviceUrl: string;
};

/**
 * The token of `Bearer <JWT>` if it claims to be the channel's for this app: RS256, the channel's issuer, our audience,
 * an end and a service URL. Tokens of other issuers (emulator, skills, Entra ID) are none of ours.
 */
export function readChannelToken(
  authorization: string | undefined,
  appId: string,
): ChannelToken | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization ?? "")?.[1];
  if (!token || token.length > longestToken) return undefined;
  const [head = "", body = "", signature = ""] = token.split(".");
  const header = decode(head);
  const claims = decode(body);
  // `crit` names extensions that whoever does not know them has to refuse (RFC 7515, 4.1.11).
  if (header?.["alg"] !== "RS256" || header["crit"] !== undefined) return undefined;
  if (claims?.["iss"] !== channelIssuer || claims["aud"] !== appId) return undefined;
  const { kid } = header;
  const { exp, nbf, serviceurl: serviceUrl } = claims;
  if (typeof kid !== "string" || typeof exp !== "number" || typeof serviceUrl !== "string")
    return undefined;
  if (nbf !== undefined && typeof nbf !== "number") return undefined;
  return {
    kid,
    signed: Buffer.from(`${head}.${body}`),
    signature: Buffer.from(signature, "base64url"),
    exp,
    nbf,
    serviceUrl,
  };
}

function decode(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
