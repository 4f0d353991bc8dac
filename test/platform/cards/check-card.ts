import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { AdaptiveCard, SerializationContext, Versions } from "adaptivecards";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const repository = path.resolve(import.meta.dirname, "../../..");

function compileSchema(name: string): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, discriminator: true, strict: false });
  addFormats.default(ajv);
  const file = path.join(repository, "test/schemas", name);
  return ajv.compile(JSON.parse(readFileSync(file, "utf8")) as object);
}

const cardSchema = compileSchema("adaptive-card-1.5.json");
const teamsSchema = compileSchema("teams-root.json");

/** Every `${…}` that stands in a template: none of them may be left in a card. */
const placeholders: ReadonlySet<string> = new Set(
  readdirSync(path.join(repository, "cards"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .flatMap(
      (file) =>
        readFileSync(path.join(repository, "cards", file), "utf8").match(/\$\{[^}]*\}/g) ?? [],
    ),
);

/** Calls `visit` for every object and every string in the card, with the path to it. */
function walk(value: unknown, visit: (value: Node | string, at: string) => void, at = ""): void {
  if (typeof value === "string") visit(value, at);
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) walk(item, visit, `${at}/${index}`);
  else if (isNode(value)) {
    visit(value, at);
    for (const [name, inner] of Object.entries(value)) walk(inner, visit, `${at}/${name}`);
  }
}

/** The card without what only Teams knows, and that apart. */
function splitTeams(card: Node): { readonly card: unknown; readonly teams: Node } {
  const targetWidths: unknown[] = [];
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without);
    if (!isNode(value)) return value;
    const { targetWidth, ...rest } = value;
    if (targetWidth !== undefined) targetWidths.push(targetWidth);
    return Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, without(inner)]));
  };
  const { msteams, ...rest } = card;
  return { card: without(rest), teams: { msteams, targetWidths } };
}

const schemaFaults = (validate: ValidateFunction, value: unknown): readonly string[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map(
        (error) => `schema: ${error.instancePath || "/"} ${error.message}`,
      );

/** What ajv says of the card. */
export function checkWithSchema(card: unknown): readonly string[] {
  if (!isNode(card)) return ["schema: the card is no object"];
  const split = splitTeams(card);
  return [...schemaFaults(cardSchema, split.card), ...schemaFaults(teamsSchema, split.teams)];
}

/**
 * What Microsoft's own renderer says of the card when it reads it. Without `lang`, which it tests with a regular
 * expression that remembers where it stopped, so that every second card fails; the schema and we look at that.
 */
export function checkWithAdaptiveCards(card: unknown): readonly string[] {
  const context = new SerializationContext(Versions.v1_5);
  const reader = new AdaptiveCard();
  reader.parse(isNode(card) ? { ...card, lang: undefined } : card, context);
  const whileReading = Array.from({ length: context.eventCount }, (_, at) =>
    context.getEventAt(at),
  );
  const afterwards = reader.validateProperties().validationEvents;
  return [...whileReading, ...afterwards].map((event) => `adaptivecards: ${event.message}`);
}

function executeFaults(action: Node, at: string): readonly string[] {
  const { verb, data, fallback } = action;
  const faults: string[] = [];
  if (typeof verb !== "string" || verb === "") faults.push(`${at}: no verb`);
  if (!isNode(data) || typeof data.key !== "string" || data.key === "")
    faults.push(`${at}: no data.key`);
  const fallbackData =
    isNode(fallback) && fallback.type === "Action.Submit" ? fallback.data : undefined;
  if (
    !isNode(fallbackData) ||
    fallbackData.verb !== verb ||
    !isNode(data) ||
    fallbackData.key !== data.key
  ) {
    faults.push(`${at}: no Action.Submit fallback with the same verb and key`);
  }
  return faults;
}

function nodeFaults(node: Node, at: string): readonly string[] {
  const type = String(node.type ?? "");
  const faults: string[] = [];
  if (type === "Action.Execute") faults.push(...executeFaults(node, at));
  if (type === "Action.Submit" && !at.endsWith("/fallback"))
    faults.push(`${at}: Action.Submit without Action.Execute`);
  if (type === "Image" && !node.altText) faults.push(`${at}: no altText`);
  if (type.startsWith("Input.") && !node.label) faults.push(`${at}: no label`);
  if (node.isRequired === true && !node.errorMessage) faults.push(`${at}: no errorMessage`);
  if (type === "TextBlock" && node.wrap !== true) faults.push(`${at}: does not wrap`);
  for (const name of ["url", "iconUrl", "backgroundImage"]) {
    const url = node[name];
    if (url !== undefined && !(typeof url === "string" && url.startsWith("https://"))) {
      faults.push(`${at}/${name}: not https`);
    }
  }
  return faults;
}

function houseFaults(card: Node): readonly string[] {
  const faults: string[] = [];
  const inputIds: unknown[] = [];
  let actions = 0;
  if (card.version !== "1.5") faults.push("version is not 1.5");
  if (typeof card.lang !== "string" || card.lang === "") faults.push("no lang");
  const first = Array.isArray(card.body) ? (card.body[0] as unknown) : undefined;
  if (!isNode(first) || typeof first.id !== "string" || first.id === "")
    faults.push("no body[0].id");

  walk(card, (value, at) => {
    if (typeof value === "string") {
      const left = value.match(/\$\{[^}]*\}/g)?.find((text) => placeholders.has(text));
      if (left !== undefined) faults.push(`${at}: ${left} left over from a template`);
      return;
    }
    faults.push(...nodeFaults(value, at));
    if (Array.isArray(value.actions)) actions += value.actions.length;
    if (String(value.type ?? "").startsWith("Input.")) inputIds.push(value.id);
  });

  if (actions > 6) faults.push(`${actions} actions, more than six`);
  if (new Set(inputIds).size < inputIds.length) faults.push("two inputs have the same id");
  if (JSON.stringify(card).length * 2 >= 80_000) faults.push("80 KB or more as UTF-16");
  return faults;
}

/**
 * Everything that is wrong with a card as it is sent to Teams: by the schema, by Microsoft's renderer and by our own
 * rules. An empty list means that it may be sent.
 */
export function checkCard(card: unknown): string[] {
  if (!isNode(card)) return ["the card is no object"];
  return [...checkWithSchema(card), ...checkWithAdaptiveCards(card), ...houseFaults(card)];
}
