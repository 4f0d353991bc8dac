/** The try-out's page as it is served: plain files, and a policy under which a browser asks no other host for anything. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { HttpResponse, Route } from "../../core/ports.ts";
import type { LoopbackGuard } from "./connector-routes.ts";

const folder = path.join(import.meta.dirname, "page");
const renderer = "adaptivecards/dist/adaptivecards.min.js";

const files: ReadonlyMap<string, string> = new Map([
  ["chat.html", "text/html"],
  ["gallery.html", "text/html"],
  ["style.css", "text/css"],
  ["card.css", "text/css"],
  ["extension.css", "text/css"],
  ["icon.svg", "image/svg+xml"],
  ["adaptivecards.min.js", "text/javascript"],
  ["card.js", "text/javascript"],
  ["chat.js", "text/javascript"],
  ["dom.js", "text/javascript"],
  ["extension.js", "text/javascript"],
  ["gallery.js", "text/javascript"],
  ["log.js", "text/javascript"],
  ["messages.js", "text/javascript"],
  ["service.js", "text/javascript"],
  ["settings.js", "text/javascript"],
  ["words.js", "text/javascript"],
]);

/**
 * No other host, no inline script or style; and no HTML made of text, but for what the card renderer's own policies
 * pass, which are handed none.
 */
const policy = [
  "default-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types adaptivecards#markdownPassthroughPolicy adaptivecards#restoreContentsPolicy adaptivecards#deprecatedExportedFunctionPolicy",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function pageRoutes(base: string, guard: LoopbackGuard): readonly Route[] {
  const read = new Map<string, string>();
  const serve = (name: string): HttpResponse => {
    const type = files.get(name);
    if (!type) return { status: 404 };
    const from =
      name === path.basename(renderer)
        ? createRequire(path.join(folder, name)).resolve(renderer)
        : path.join(folder, name);
    const body = read.get(name) ?? readFileSync(from, "utf8");
    read.set(name, body);
    return {
      status: 200,
      headers: {
        "content-type": `${type}; charset=utf-8`,
        "cache-control": "no-cache",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        ...(type === "text/html" && { "content-security-policy": policy }),
      },
      body,
    };
  };
  const route = (at: string, name?: string): Route => ({
    method: "GET",
    path: at,
    handle: (request) => guard(request) ?? serve(name ?? request.params["file"] ?? ""),
  });
  return [
    route("/", "chat.html"),
    route("/cards", "gallery.html"),
    route("/favicon.ico", "icon.svg"),
    route(`${base}/:file`),
  ];
}
