import type { Json, JsonObject } from "../../core/reply.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { finishAction, label, safeUrl } from "./finish-action.ts";
import { missingField } from "./load-templates.ts";
import { inputText, oneLine, paragraphs, shortened } from "./plain-text.ts";

export type Finish = {
  readonly key: string;
  /** Links may lead to this machine. */
  readonly isLocal?: boolean;
  /** The longest text, in UTF-16 units, before escaping. */
  readonly textLimit: number;
  /** The ids given so far: clients refuse a card in which two elements have the same. */
  readonly ids: Set<string>;
};

/** What an element without it would be: nothing to see. */
const contentOf: Readonly<Record<string, string>> = {
  TextBlock: "text",
  Container: "items",
  Column: "items",
  ColumnSet: "columns",
  FactSet: "facts",
  ActionSet: "actions",
  RichTextBlock: "inlines",
  Image: "url",
  "Input.ChoiceSet": "choices",
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same, if the data had every field that the template put here. */
function complete(node: JsonObject): JsonObject {
  for (const value of Object.values(node)) {
    const missing = typeof value === "string" ? missingField(value) : undefined;
    if (missing !== undefined) throw new Error(`the view lacks "${missing}"`);
  }
  return node;
}

const objects = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject).map(complete) : [];

const plain = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined) return "";
  throw new Error(`A card's text must be a string, not ${JSON.stringify(value)}`);
};

const markdown = (value: unknown, limit: number): string =>
  escapeMarkdown(shortened(paragraphs(plain(value)), limit));

const markdownLine = (value: unknown, limit: number): string =>
  escapeMarkdown(shortened(oneLine(plain(value)), limit));

/** Choices and toggles are markdown too, unless a compact list, which is the client's own control. */
const choice = (given: JsonObject, compact: boolean, limit: number): JsonObject => {
  const title = shortened(label(given.title), limit);
  return {
    title: compact ? title : escapeMarkdown(title),
    value: oneLine(plain(given.value)).slice(0, longestChoice),
  };
};

/** Longer than ids and tags are. */
const longestChoice = 400;

/** Of a list in which many can be chosen, all of these. */
const longestChosen = 1_000;

/** The id, or undefined if another element has it: the same thing shown a second time. */
const firstUse = (id: string, ids: Set<string>): string | undefined => {
  if (ids.has(id)) return undefined;
  ids.add(id);
  return id;
};

/** The property as it is sent; undefined leaves it out. */
function finishProperty(element: JsonObject, name: string, finish: Finish): Json | undefined {
  const value = element[name];
  const type = element.type;
  switch (name) {
    case "text":
      return type === "TextBlock"
        ? markdown(value, finish.textLimit)
        : shortened(oneLine(plain(value)), finish.textLimit);
    case "facts":
      return objects(value)
        .map((fact) => ({
          title: markdownLine(fact.title, finish.textLimit),
          value: markdownLine(fact.value, finish.textLimit),
        }))
        .filter((fact) => fact.value !== "");
    case "actions":
      return objects(value).flatMap((action) => finishAction(action, finish, true) ?? []);
    case "selectAction":
      return isObject(value) ? finishAction(complete(value), finish, false) : undefined;
    case "choices": {
      const compact = element.style !== "expanded";
      return objects(value).map((given) => choice(given, compact, finish.textLimit));
    }
    case "title":
      return type === "Input.Toggle" ? escapeMarkdown(label(value)) : label(value);
    case "url":
      return safeUrl(value);
    case "value":
      if (type === "Input.Text") return inputValue(plain(value), element);
      return type === "Input.ChoiceSet" && element.isMultiSelect
        ? oneLine(plain(value)).slice(0, longestChosen)
        : finishOther(value, finish);
    case "id":
      return firstUse(oneLine(plain(value)), finish.ids);
    default:
      return finishOther(value, finish);
  }
}

function finishOther(value: Json | undefined, finish: Finish): Json | undefined {
  if (typeof value === "string") return shortened(label(value), finish.textLimit);
  if (Array.isArray(value)) return finishElements(value, finish);
  return isObject(value) ? finishElement(value, finish) : (value ?? undefined);
}

/** Cut only where the input ends, never with an ellipsis: it comes back when the form is sent, and would be saved so. */
const inputValue = (text: string, { maxLength }: JsonObject): string =>
  inputText(text)
    .slice(0, typeof maxLength === "number" ? maxLength : longestInput)
    .replace(/[\ud800-\udbff]$/, "");

const longestInput = 1_000;

/**
 * The element as it is sent: plain text escaped, nothing invisible in any string, empty parts left out; undefined
 * if nothing is left. The one place through which every string of a card goes.
 */
export function finishElement(element: JsonObject, finish: Finish): JsonObject | undefined {
  const finished: Record<string, Json> = {};
  for (const name of Object.keys(complete(element))) {
    const value = finishProperty(element, name, finish);
    if (value !== undefined && value !== null && value !== "") finished[name] = value;
  }
  const content = contentOf[String(element.type)];
  if (content === undefined) return finished;
  const held = finished[content];
  return held === undefined || (Array.isArray(held) && held.length === 0) ? undefined : finished;
}

function finishElements(elements: readonly Json[], finish: Finish): readonly Json[] {
  const finished: Json[] = [];
  for (const element of elements) {
    const value = isObject(element) ? finishElement(element, finish) : element;
    if (value !== undefined && value !== null) finished.push(value);
  }
  return finished;
}
