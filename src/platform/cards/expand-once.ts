/**
 * Views of the same shape differ in nothing but their texts and numbers, so the library expands a template once for
 * each shape, with a mark in place of each value, and the values are put where their marks came out. A busy bot spends
 * a tenth of its time on expanding otherwise; and no text of a person's is ever read as a template.
 */
import type { Json } from "../../core/reply.ts";

/** What a shape of views expands to: the card with marks in it. */
type Form = { readonly marked: Json };

/** Longer lists are rare, and each length is a shape of its own. */
const mostValues = 300;
const mostForms = 300;
/** Begins a mark. No template and no text on a card has the character. */
const mark = "\u0001";

/** `expand` is the template's own, which may keep what it is given but not change it. */
export function expandOnce(expand: (view: object) => unknown): (view: object) => unknown {
  const forms = new Map<string, Form>();
  return (view) => {
    const values: Json[] = [];
    const shape = shapeOf(view as Json, values);
    if (values.length > mostValues) return expand(view);
    const known = forms.get(shape);
    if (known) return filled(known.marked, values);
    if (forms.size >= mostForms) forms.clear();
    const form = { marked: expand(withMarks(view as Json, { at: 0 }) as object) as Json };
    forms.set(shape, form);
    return filled(form.marked, values);
  };
}

const isValue = (one: Json | undefined): one is string | number | boolean =>
  one !== null && typeof one !== "object" && one !== undefined;

/** Everything of a view but its values, which are collected in the order in which they are met. */
function shapeOf(one: Json | undefined, values: Json[]): string {
  if (isValue(one)) {
    values.push(one);
    return "v";
  }
  if (one === undefined) return "u";
  if (one === null) return "n";
  let shape = "";
  if (Array.isArray(one)) {
    for (const inner of one) shape += shapeOf(inner, values);
    return `[${shape}]`;
  }
  for (const name of Object.keys(one)) {
    shape += `${name.length}${name}${shapeOf((one as Readonly<Record<string, Json>>)[name], values)}`;
  }
  return `{${shape}}`;
}

/** The view with the number of each value in place of it. */
function withMarks(one: Json, next: { at: number }): Json {
  if (isValue(one)) return `${mark}${next.at++}`;
  if (one === null || one === undefined) return one;
  if (Array.isArray(one)) return one.map((inner) => withMarks(inner, next));
  return Object.fromEntries(
    Object.entries(one).map(([name, inner]) => [name, withMarks(inner, next)]),
  );
}

function filled(one: Json, values: readonly Json[]): Json {
  if (typeof one === "string")
    return one.startsWith(mark) ? (values[Number(one.slice(1))] as Json) : one;
  if (one === null || typeof one !== "object") return one;
  if (Array.isArray(one)) return one.map((inner) => filled(inner, values));
  const whole: Record<string, Json> = {};
  for (const name of Object.keys(one)) {
    whole[name] = filled((one as Readonly<Record<string, Json>>)[name] as Json, values);
  }
  return whole;
}
