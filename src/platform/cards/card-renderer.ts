import path from "node:path";
import type { Card, Json, JsonObject } from "../../core/reply.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { finishElement } from "./finish-element.ts";
import { type CardTemplate, loadTemplates } from "./load-templates.ts";
import { oneLine, shortened } from "./plain-text.ts";

export type CardRenderer = {
  /** The adaptive card that is sent. `key` goes into every button, so that a press counts once. */
  render(card: Card, key: string): JsonObject;
  /** The kinds of card there is a template for. */
  readonly templates: readonly string[];
};

/**
 * Teams wants a message within 80 KB of UTF-16, 40,000 units of JSON; some are left for the rest of the message,
 * which holds the summary again.
 */
const messageUnits = 40_000;
const envelopeUnits = 2_500;
const summaryUnits = 1_000;
/** Teams shows six buttons; the rest would be lost in a menu or cut. */
const mostActions = 6;

/** How much of a card to keep, tried in this order until it fits. */
const fits = [
  { text: 8_000, items: 500 },
  { text: 4_000, items: 100 },
  { text: 2_000, items: 50 },
  { text: 1_000, items: 20 },
  { text: 400, items: 10 },
  { text: 150, items: 5 },
  { text: 80, items: 3 },
] as const;

/** The view with only the first items of each of its lists. */
const withFewer = (view: JsonObject, items: number): JsonObject =>
  Object.fromEntries(
    Object.entries(view).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, items) : value,
    ]),
  );

function checkView(template: CardTemplate, view: JsonObject): void {
  const lacking = template.viewFields.filter((field) => view[field] === undefined);
  if (lacking.length > 0) throw new Error(`the view lacks "${lacking.join('", "')}"`);
}

function build(
  template: CardTemplate,
  card: Card,
  key: string,
  fit: (typeof fits)[number],
  isLocal: boolean,
): JsonObject {
  const view = fit === fits[0] ? card.view : withFewer(card.view, fit.items);
  const expanded = template.expand(view) as JsonObject;
  const { body = [], actions = [] } = finishElement(
    { body: expanded.body ?? [], actions: expanded.actions ?? [] },
    { key, isLocal, textLimit: fit.text, ids: new Set() },
  ) as { body?: readonly Json[]; actions?: readonly Json[] };
  const summary = escapeMarkdown(
    shortened(oneLine(card.summary), Math.min(summaryUnits, 4 * fit.text)),
  );
  const [first] = body as readonly JsonObject[];
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: card.language,
    fallbackText: summary,
    msteams: { width: "Full" },
    body:
      first?.id === card.kind
        ? body
        : [{ type: "TextBlock", id: card.kind, text: summary || card.kind, wrap: true }, ...body],
    actions: actions.slice(0, mostActions),
  };
}

/** So much text, even with everything in it escaped and each piece in an element of its own, fits into a message. */
const surelyFits = 6_000;

function lettersIn(value: Json): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  let letters = 0;
  for (const inner of Object.values(value)) letters += lettersIn(inner) + elementUnits;
  return letters;
}

/** About what an element adds around its text, shared out over the letters. */
const elementUnits = 40;

/** Turns cards into what Teams shows. Reads and compiles all templates at once; nothing is read afterwards. */
export function createCardRenderer(
  options: {
    readonly templatesDir?: string;
    /** The bot runs for this machine only: its own pages are http ones on loopback. */
    readonly isLocal?: boolean;
  } = {},
): CardRenderer {
  const { isLocal = false } = options;
  const folder = options.templatesDir ?? path.resolve(import.meta.dirname, "../../../cards");
  const templates = loadTemplates(folder);

  const render = (card: Card, key: string): JsonObject => {
    const template = templates.get(card.kind);
    if (template === undefined) throw new Error(`There is no template for the card ${card.kind}`);
    try {
      checkView(template, card.view);
      const built = build(template, card, key, fits[0], isLocal);
      if (lettersIn(card.view) <= surelyFits) return built;
      const limit = messageUnits - envelopeUnits - JSON.stringify(card.summary).length;
      for (const fit of fits) {
        const tried = build(template, card, key, fit, isLocal);
        if (JSON.stringify(tried).length <= limit) return tried;
      }
    } catch (error) {
      throw new Error(`The card ${card.kind} cannot be shown: ${(error as Error).message}`, {
        cause: error,
      });
    }
    throw new Error(`The card ${card.kind} is too large for a message`);
  };

  return { render, templates: [...templates.keys()] };
}
