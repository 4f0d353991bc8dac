/**
 * Reads the part of the Bicep language that infra/ is written in: declarations whose values are objects, arrays,
 * strings, numbers, booleans and loops; any other expression is kept as its text. There is no compiler of Bicep among
 * npm's packages, so this proves that the files are well-formed, not that Azure takes them.
 */

/** An expression that is not a literal, as it stands. */
export type Expression = { readonly expression: string };
export type Value =
  | string
  | number
  | boolean
  | Expression
  | readonly Value[]
  | { readonly [key: string]: Value };

export type Declaration = {
  readonly kind: "param" | "var" | "resource" | "output";
  readonly name: string;
  /** A resource's type with its version, such as `Microsoft.App/containerApps@2024-03-01`. */
  readonly type?: string;
  readonly isExisting?: boolean;
  /** Undefined: a parameter without a default. */
  readonly value?: Value;
};

const declaration =
  /(param|var|resource|output)[ \t]+(\w+)(?:[ \t]+('[^'\n]*'|\w+))?([ \t]+existing)?[ \t]*(=)?/uy;

export function readBicep(text: string): readonly Declaration[] {
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`line ${text.slice(0, at).split("\n").length}: ${what}`);
  };
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    at += pattern.exec(text)?.[0].length ?? 0;
  };
  const skipBlank = () => skip(/(?:[\s,]|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/uy);
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  };

  function value(): Value {
    skipBlank();
    if (take(/\{/uy)) return object();
    if (take(/\[/uy)) return array();
    const literal = take(/'((?:\\.|[^'\\\n])*)'(?=[ \t]*[\n,}\]]|[ \t]*\/\/|$)/uy);
    if (literal && !literal[1]?.includes("${")) return unescaped(literal[1] ?? "");
    if (literal) return { expression: literal[0] };
    const number = take(/-?\d+(?=[\s,}\]]|$)/uy);
    if (number) return Number(number[0]);
    const truth = take(/(true|false)\b/uy);
    if (truth) return truth[1] === "true";
    return { expression: expression() };
  }

  function object(): Value {
    const fields: Record<string, Value> = {};
    for (;;) {
      skipBlank();
      if (take(/\}/uy)) return fields;
      const key = take(/(?:(\w+)|'((?:\\.|[^'\\\n])*)')[ \t]*:/uy) ?? fail("a key is missing");
      const name = key[1] ?? key[2] ?? "";
      if (name in fields) fail(`${name} stands twice`);
      fields[name] = value();
    }
  }

  function array(): Value {
    const items: Value[] = [];
    for (;;) {
      skipBlank();
      if (take(/\]/uy)) return items;
      const loop = take(/for[ \t]+(\w+)[ \t]+in[ \t]+(\w+)[ \t]*:/uy);
      items.push(loop ? { for: loop[1] ?? "", in: loop[2] ?? "", each: value() } : value());
    }
  }

  /** Up to the end of the line, or of what it stands in; brackets within it are closed. */
  function expression(): string {
    const began = at;
    let depth = 0;
    while (at < text.length) {
      if (take(/'(?:\\.|[^'\\\n])*'/uy)) continue;
      const char = text[at] ?? "";
      if (depth === 0 && /[\n,}\]]/u.test(char)) break;
      if (/[([{]/u.test(char)) depth++;
      if (/[)\]}]/u.test(char)) depth--;
      at++;
    }
    const found = text.slice(began, at).trim();
    return found === "" || depth !== 0 ? fail("an expression does not end") : found;
  }

  const declarations: Declaration[] = [];
  for (skipBlank(); at < text.length; skipBlank()) {
    if (take(/@\w+/uy)) {
      expression();
      continue;
    }
    const found = take(declaration) ?? fail("a declaration is missing");
    const [, kind, name = "", type, existing, equals] = found;
    declarations.push({
      kind: kind as Declaration["kind"],
      name,
      ...(type !== undefined && { type: type.replaceAll("'", "") }),
      ...(existing !== undefined && { isExisting: true }),
      ...(equals !== undefined && { value: value() }),
    });
  }
  return declarations;
}

const unescaped = (text: string): string => text.replace(/\\(.)/gu, "$1");
