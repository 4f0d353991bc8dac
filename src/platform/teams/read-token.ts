/** A look at a bearer token before its signature is checked: does it even claim to be the channel's, for this app? */

const channelIssuer = "https://api.botframework.com";
const longestToken = 16_384;

/**
 * True for `Bearer <JWT>` with RS256, the channel's issuer and our audience. The SDK would take tokens of other
 * issuers by other ways (emulator, skills) on which it does not check the service URL, so they end here.
 */
export function hasChannelToken(authorization: string | undefined, appId: string): boolean {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization ?? "")?.[1];
  if (!token || token.length > longestToken) return false;
  const [header, claims] = token.split(".").slice(0, 2).map(decode);
  return (
    header?.["alg"] === "RS256" &&
    typeof header["kid"] === "string" &&
    claims?.["iss"] === channelIssuer &&
    claims["aud"] === appId &&
    typeof claims["exp"] === "number"
  );
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
