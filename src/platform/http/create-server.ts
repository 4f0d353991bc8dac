/** The HTTP server: reads a request whole and within limits, hands it to its route, writes the answer. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import restify from "restify";
import { type HttpResponse, httpError, type Log, type Route } from "../../core/ports.ts";

const mostBodyBytes = 256 * 1024;
const mostUnderWay = 1_000;
const requestTimeoutMs = 15_000;

/** What cannot be read as HTTP at all never reaches a route. */
const malformedBody = JSON.stringify(
  httpError(400, "malformed", "This is not a usable request.").body,
);
const malformed = [
  "HTTP/1.1 400 Bad Request",
  "content-type: application/json; charset=utf-8",
  `content-length: ${Buffer.byteLength(malformedBody)}`,
  "connection: close",
  "",
  malformedBody,
].join("\r\n");

export type HttpServer = {
  /** Resolves with the port once it listens; fails with Node's own error (EADDRINUSE). */
  listen(host: string, port: number): Promise<number>;
  /** Takes no more requests and resolves when those under way are done, or `waitMs` have passed. */
  close(waitMs: number): Promise<void>;
};

export function createHttpServer(deps: {
  readonly routes: readonly Route[];
  readonly log: Log;
}): HttpServer {
  const server = restify.createServer({ name: "kollega", handleUncaughtExceptions: false });
  let underWay = 0;
  let isClosing = false;

  for (const route of deps.routes) {
    const handler = async (req: restify.Request, res: restify.Response) => {
      if (underWay >= mostUnderWay) {
        return write(res, {
          ...httpError(429, "busy", "Too many requests at once."),
          headers: { "retry-after": "1" },
        });
      }
      underWay++;
      try {
        const response = await answer(route, req);
        // A connection kept alive would hold up the end.
        write(res, response, isClosing);
      } finally {
        underWay--;
      }
    };
    const path = route.path.replaceAll("*", "(.*)");
    ({ GET: server.get, POST: server.post, PUT: server.put, DELETE: server.del })[
      route.method
    ].call(server, path, handler as restify.RequestHandler);
  }

  server.on(
    "restifyError",
    // restify waits for the fourth argument to be called and would then answer once more, which ends the process.
    (_req: unknown, res: ServerResponse, error: { statusCode?: number }) => {
      const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 404;
      write(
        res,
        httpError(
          status,
          status === 405 ? "method-not-allowed" : "not-found",
          "There is nothing here.",
        ),
      );
    },
  );
  server.server.requestTimeout = requestTimeoutMs;
  server.server.on(
    "clientError",
    (_error: Error, socket: { writable: boolean; end(text: string): void }) => {
      if (socket.writable) socket.end(malformed);
    },
  );

  async function answer(route: Route, req: restify.Request): Promise<HttpResponse> {
    try {
      if (isClosing) return httpError(503, "closing", "The service is closing down.");
      const body = route.method === "GET" ? "" : await readBody(req);
      if (body === undefined)
        return httpError(413, "too-large", "The body is larger than 256 KiB.");
      const [path, query] = splitUrl(req.url ?? "");
      return await route.handle({
        headers: req.headers,
        peer: req.socket.remoteAddress ?? "",
        path,
        params: req.params as Record<string, string>,
        query: query ? Object.fromEntries(new URLSearchParams(query)) : {},
        body,
      });
    } catch (error) {
      deps.log.error("request failed", error, { path: route.path });
      return httpError(500, "internal", "Something went wrong.");
    }
  }

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        const onListening = () => {
          server.off("error", onError);
          resolve((server.server.address() as AddressInfo).port);
        };
        const onError = (error: Error) => {
          server.server.off("listening", onListening);
          reject(error);
        };
        server.server.once("listening", onListening);
        // restify says the server's errors again as its own, and that one must not go unheard.
        server.once("error", onError);
        server.listen(port, host);
      }),
    async close(waitMs) {
      isClosing = true;
      await new Promise<void>((resolve) => {
        const late = setTimeout(() => {
          server.server.closeAllConnections();
          resolve();
        }, waitMs);
        server.server.close(() => {
          clearTimeout(late);
          resolve();
        });
        server.server.closeIdleConnections();
      });
    },
  };
}

/** The path and what stands behind the first `?`. */
function splitUrl(url: string): readonly [path: string, query?: string] {
  const at = url.indexOf("?");
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

/** The body as text, or undefined if it is larger than allowed. */
function readBody(req: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBodyBytes) chunks.push(chunk);
      else chunks.length = 0;
    });
    req.on("end", () =>
      resolve(size > mostBodyBytes ? undefined : Buffer.concat(chunks).toString("utf8")),
    );
    req.on("error", reject);
  });
}

function write(
  res: ServerResponse,
  { status, headers, body }: HttpResponse,
  closesConnection = false,
): void {
  if (res.headersSent) return;
  const isText = typeof body === "string";
  const bytes = Buffer.from(body === undefined ? "" : isText ? body : JSON.stringify(body));
  res.writeHead(status, {
    ...(bytes.length > 0 && {
      "content-type": isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8",
    }),
    ...headers,
    ...(closesConnection && { connection: "close" }),
    "content-length": bytes.length,
  });
  // Nothing, rather than no bytes, goes out in one piece with the head.
  if (bytes.length > 0) res.end(bytes);
  else res.end();
}
