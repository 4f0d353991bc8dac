import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Route } from "../../core/ports.ts";

/** The page that the Teams app's links to website, privacy and terms lead to; open to everybody, the same for all. */
export function aboutRoute(): Route {
  const body = readFileSync(join(import.meta.dirname, "about.html"), "utf8");
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
  return { method: "GET", path: "/about", handle: () => ({ status: 200, headers, body }) };
}
