import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { GlobalSettings, Template } from "adaptivecards-templating";
import { expandOnce } from "./expand-once.ts";

export type CardTemplate = {
  readonly kind: string;
  /** The names the template takes from the view itself, all of which a view must have. */
  readonly viewFields: readonly string[];
  readonly expand: (view: object) => unknown;
};

/**
 * What the library puts in place of a field the data lacks. It begins with a character that no text on a card may
 * have, so a user's own "${title}" is never taken for one.
 */
const missingMark = "\u0000missing:";

/** The name of a field that the data lacked, if the library put its mark here. */
export const missingField = (value: string): string | undefined =>
  value.startsWith(missingMark) ? value.slice(missingMark.length) : undefined;

const wholePath = /^\$\{(\$root\.|\$data$|\$data\.)?([A-Za-z]\w*(?:\.[A-Za-z]\w*)*|\$data)\}$/;
const allowedWhen = /^\$\{\$index (?:==|>) \d+\}$/;

/**
 * Templates keep to `${path}` as a whole value (and `$when` on `$index`): null in a longer string makes the library
 * throw, an unknown function silently leaves its own source in the card, and each condition costs time.
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
  const template = new Template(json as object);
  const expand = expandOnce(($root) => template.expand({ $root }));
  return { kind, viewFields: [...fields], expand };
}

/** All templates `<folder>/<feature>/<kind>.json`, each compiled once (compiling costs 30 times as much as using). */
export function loadTemplates(folder: string): ReadonlyMap<string, CardTemplate> {
  GlobalSettings.getUndefinedFieldValueSubstitutionString = (field) => missingMark + field;
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
