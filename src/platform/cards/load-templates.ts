import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Template } from "adaptivecards-templating";
import { allowedWhen, compileTemplate, wholePath } from "./compile-template.ts";

export type CardTemplate = {
  readonly kind: string;
  /** The names the template takes from the view itself, all of which a view must have. */
  readonly viewFields: readonly string[];
  readonly expand: (view: object) => unknown;
};

/**
 * Templates keep to `${path}` as a whole value (and `$when` on `$index`): null in a longer string makes the library
 * throw, an unknown function silently leaves its own source in the card, and each condition costs time. It also lets
 * them be compiled (compile-template.ts); that the library agrees is seen at each start.
 */
function collectFields(node: unknown, inData: boolean, fields: Set<string>, where: string): void {
  if (Array.isArray(node)) {
    for (const item of node) collectFields(item, inData, fields, where);
  } else if (typeof node === "object" && node !== null) {
    const scoped = inData || "$data" in node;
    for (const [key, value] of Object.entries(node)) {
      if (key === "$when") {
        if (typeof value !== "string" || !allowedWhen.test(value)) {
          throw new Error(`${where}: $when ${JSON.stringify(value)} is not of the allowed form`);
        }
      } else {
        collectFields(value, key === "$data" ? inData : scoped, fields, where);
      }
    }
  } else if (typeof node === "string" && node.includes("${")) {
    const match = wholePath.exec(node);
    if (match === null) throw new Error(`${where}: "${node}" is not one \${path} and nothing else`);
    if (!inData || match[1] === "$root.") fields.add((match[2] ?? "").split(".", 1)[0] ?? "");
  }
}

function loadTemplate(file: string): CardTemplate {
  const kind = path.basename(file, ".json");
  const json: unknown = JSON.parse(readFileSync(file, "utf8"));
  const fields = new Set<string>();
  collectFields(json, false, fields, file);
  const first = (json as { body?: { id?: unknown }[] }).body?.[0];
  if (first?.id !== kind) throw new Error(`${file}: the id of the first element must be "${kind}"`);
  const expand = compileTemplate(json as object);
  const probe = {};
  fillProbe(json, probe, probe);
  if (!isDeepStrictEqual(expand(probe), new Template(json as object).expand({ $root: probe }))) {
    throw new Error(`${file}: adaptivecards-templating makes something else of it`);
  }
  return { kind, viewFields: [...fields], expand };
}

type Data = Record<string, unknown>;

/** Puts whatever the template asks for into the data: under each path a text of its own, lists with two items. */
function fillProbe(node: unknown, data: Data, root: Data): void {
  if (typeof node === "string") {
    const [, start, path] = wholePath.exec(node) ?? [];
    if (path !== undefined && path !== "$data") {
      put(start === "$root." ? root : data, path.split("."), `a text for ${path}`);
    }
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const { $data, $when: _, ...own } = node as Data;
  const scopes = $data === undefined ? [data] : [{}, {}];
  if ($data !== undefined) fillList($data, scopes, data, root);
  for (const scope of scopes) {
    for (const inner of Object.values(own)) fillProbe(inner, scope, root);
  }
}

function fillList(bound: unknown, items: readonly Data[], data: Data, root: Data): void {
  const [, start, path] = wholePath.exec(String(bound)) ?? [];
  if (path !== undefined) put(start === "$root." ? root : data, path.split("."), items);
}

function put(data: Data, [step = "", ...rest]: readonly string[], value: unknown): void {
  data[step] ??= rest.length === 0 ? value : {};
  if (rest.length > 0) put(data[step] as Data, rest, value);
}

/** All templates `<folder>/<feature>/<kind>.json`, each compiled once. */
export function loadTemplates(folder: string): ReadonlyMap<string, CardTemplate> {
  const templates = new Map<string, CardTemplate>();
  for (const feature of readdirSync(folder, { withFileTypes: true })) {
    if (!feature.isDirectory()) continue;
    for (const name of readdirSync(path.join(folder, feature.name)).sort()) {
      if (!name.endsWith(".json")) continue;
      const template = loadTemplate(path.join(folder, feature.name, name));
      if (templates.has(template.kind))
        throw new Error(`Two templates for the card ${template.kind}`);
      templates.set(template.kind, template);
    }
  }
  return templates;
}
