/**
 * A template as a function: what the library's `expand` makes of the same template and data, a tenth of the time. It
 * can be so short because templates keep to whole paths (load-templates.ts), and where the library would put a
 * substitute for a field that the data lacks, it throws.
 */
type Scope = { readonly root: unknown; readonly data: unknown; readonly index: number };
type Expand = (scope: Scope) => unknown;
type Node = Readonly<Record<string, unknown>>;

export const wholePath =
  /^\$\{(\$root\.|\$data$|\$data\.)?([A-Za-z]\w*(?:\.[A-Za-z]\w*)*|\$data)\}$/;
export const allowedWhen = /^\$\{\$index (==|>) (\d+)\}$/;

export function compileTemplate(template: object): (view: object) => unknown {
  const expand = compile(template);
  return (view) => expand({ root: view, data: view, index: 0 });
}

function compile(node: unknown): Expand {
  if (Array.isArray(node)) return compileList(node);
  if (typeof node === "object" && node !== null) return compileObject(node as Node);
  return typeof node === "string" && node.includes("${") ? compilePath(node) : () => node;
}

/** What an element is bound to a list for stands in its place; an element that is dropped leaves nothing. */
function compileList(nodes: readonly unknown[]): Expand {
  const items = nodes.map(compile);
  return (scope) => {
    const expanded: unknown[] = [];
    for (const item of items) {
      const value = item(scope);
      if (Array.isArray(value)) for (const each of value) expanded.push(each);
      else if (value !== null) expanded.push(value);
    }
    return expanded;
  };
}

function compileObject({ $data, $when, ...own }: Node): Expand {
  const fields = Object.entries(own).map(([name, value]) => [name, compile(value)] as const);
  const expandOne: Expand = (scope) => {
    const expanded: Record<string, unknown> = {};
    for (const [name, field] of fields) expanded[name] = field(scope);
    return expanded;
  };
  if ($data === undefined && $when === undefined) return expandOne;
  const bound = $data === undefined ? undefined : compile($data);
  const isWanted = compileWhen($when);
  return (scope) => {
    const data = bound ? bound(scope) : scope.data;
    const items: readonly unknown[] = bound && Array.isArray(data) ? data : [data];
    const expanded: unknown[] = [];
    for (let at = 0; at < items.length; at++) {
      const index = items === data ? at : scope.index;
      if (isWanted(index)) expanded.push(expandOne({ root: scope.root, data: items[at], index }));
    }
    return expanded.length > 1 ? expanded : (expanded[0] ?? null);
  };
}

function compileWhen(when: unknown): (index: number) => boolean {
  if (when === undefined) return () => true;
  const [, operator, bound] = allowedWhen.exec(String(when)) ?? [];
  if (bound === undefined)
    throw new Error(`$when ${JSON.stringify(when)} is not of the allowed form`);
  const number = Number(bound);
  return operator === ">" ? (index) => index > number : (index) => index === number;
}

function compilePath(text: string): Expand {
  const [, start, path] = wholePath.exec(text) ?? [];
  if (path === undefined) throw new Error(`"${text}" is not one \${path} and nothing else`);
  const name = text.slice("${".length, -"}".length);
  const steps = path === "$data" ? [] : path.split(".");
  return ({ root, data }) => {
    let value = start === "$root." ? root : data;
    for (const step of steps) value = fieldOf(value, step);
    if (value === undefined) throw new Error(`the view lacks "${name}"`);
    return value;
  };
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Node)[name] : undefined;
