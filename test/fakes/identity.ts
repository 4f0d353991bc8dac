import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export const appId = "3ab5e3f0-6f0e-4c0e-9a5c-0c1d2e3f4a5b";
export const appPassword = "not a secret";
export const allowedTenant = "11111111-1111-4111-8111-111111111111";
export const channelIssuer = "https://api.botframework.com";

export type Claims = Readonly<Record<string, unknown>>;

/** A key of the provider's, and what is published about it. */
export type SigningKey = {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly endorsements?: readonly string[];
};

/** How the token endpoint answers from now on. */
export type TokenAnswers = {
  status?: number;
  expiresIn?: number;
  waitMs?: number;
  body?: string;
};

export type Identity = {
  readonly metadataUrl: string;
  readonly tokenUrl: string;
  /** What is published; may be added to. */
  readonly keys: SigningKey[];
  /** Endorsed for Teams. */
  readonly key: SigningKey;
  /** What the bot's token requests said, in order. */
  readonly tokenRequests: URLSearchParams[];
  /** The tokens given out, in order, with when they end (ms since 1970). */
  readonly tokens: { readonly token: string; readonly endsAt: number }[];
  readonly metadataRequests: () => number;
  readonly tokenAnswers: TokenAnswers;
  /** The status of metadata and keys; "hangs": no answer at all. */
  keysAnswer: number | "hangs";
  /** `Bearer …`, as the channel signs it for a service URL. */
  bearer(serviceUrl: string, claims?: Claims, key?: SigningKey): string;
  close(): Promise<void>;
};

/** The channel's keys and Entra ID's token endpoint on loopback, which misbehave as they are told. */
export async function createIdentity(): Promise<Identity> {
  const key = createSigningKey("teams-1", ["msteams"]);
  const keys = [key];
  const tokenRequests: URLSearchParams[] = [];
  const tokens: { token: string; endsAt: number }[] = [];
  const tokenAnswers: TokenAnswers = {};
  let metadataRequests = 0;

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const identity: Identity = {
    metadataUrl: `${origin}/openid`,
    tokenUrl: `${origin}/token`,
    keys,
    key,
    tokenRequests,
    tokens,
    metadataRequests: () => metadataRequests,
    tokenAnswers,
    keysAnswer: 200,
    bearer: (serviceUrl, claims = {}, by = key) =>
      `Bearer ${signRs256({ alg: "RS256", typ: "JWT", kid: by.kid }, { ...claimsFor(serviceUrl), ...claims }, by)}`,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
  return identity;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === "/token") return giveToken(request, response);
    if (request.url === "/openid") metadataRequests++;
    if (identity.keysAnswer === "hangs") return;
    if (identity.keysAnswer !== 200) return respond(response, identity.keysAnswer, {});
    if (request.url === "/openid") {
      return respond(response, 200, { issuer: channelIssuer, jwks_uri: `${origin}/keys` });
    }
    respond(response, 200, { keys: keys.map(publish) });
  }

  async function giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await readText(request));
    tokenRequests.push(form);
    const { status = 200, expiresIn = 3600, waitMs = 0, body } = tokenAnswers;
    await pause(waitMs, undefined, { ref: false });
    const isKnown =
      request.method === "POST" &&
      form.get("grant_type") === "client_credentials" &&
      form.get("client_id") === appId &&
      form.get("client_secret") === appPassword &&
      form.get("scope") === "https://api.botframework.com/.default";
    if (!isKnown) return respond(response, 400, { error: "invalid_client" });
    if (status !== 200) return respond(response, status, { error: "temporarily_unavailable" });
    const token = `bot-token-${tokens.length + 1}`;
    tokens.push({ token, endsAt: Date.now() + expiresIn * 1000 });
    respond(
      response,
      200,
      body ?? { token_type: "Bearer", expires_in: expiresIn, access_token: token },
    );
  }
}

export function createSigningKey(kid: string, endorsements?: readonly string[]): SigningKey {
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { kid, ...pair, ...(endorsements && { endorsements }) };
}

/** As the channel fills them: valid for an hour, since five minutes. */
export function claimsFor(serviceUrl: string): Claims {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: channelIssuer,
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now - 300,
    exp: now + 3600,
  };
}

export const signRs256 = (header: Claims, claims: Claims, key: SigningKey): string =>
  signWith(header, claims, (text) => sign("RSA-SHA256", Buffer.from(text), key.privateKey));

/** With the published key as the secret: whoever trusts the token's own `alg` takes it. */
export const signHs256 = (header: Claims, claims: Claims, secret: string): string =>
  signWith(header, claims, (text) => createHmac("sha256", secret).update(text).digest());

function signWith(header: Claims, claims: Claims, by: (text: string) => Buffer): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${by(text).toString("base64url")}`;
}

export const encode = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString("base64url");

const publish = ({ kid, publicKey, endorsements }: SigningKey) => ({
  ...publicKey.export({ format: "jwk" }),
  use: "sig",
  kid,
  x5t: kid,
  ...(endorsements && { endorsements }),
});

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
