/** A card as a person sees it: what it says, which things it shows, what can be pressed. */
export type CardJson = Readonly<Record<string, unknown>>;

export type Button = {
  readonly title: string;
  readonly verb: string;
  readonly data: CardJson;
  /** The data of its Action.Submit, for clients that know no Action.Execute. */
  readonly submitData: CardJson | undefined;
};

export type ReadCard = {
  readonly kind: string;
  readonly language: string;
  /** All texts, one a line, without the escapes of markdown. */
  readonly text: string;
  /** Ids of the things shown, `practice:ID` and the like, in order. */
  readonly things: readonly string[];
  readonly buttons: readonly Button[];
};

const isNode = (value: unknown): value is CardJson =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function readCard(card: unknown): ReadCard {
  if (!isNode(card)) throw new Error(`This is no card: ${JSON.stringify(card)}`);
  const nodes = [...nodesIn(card)];
  const [first] = Array.isArray(card["body"]) ? (card["body"] as unknown[]) : [];
  return {
    kind: isNode(first) ? String(first["id"]) : "",
    language: String(card["lang"]),
    text: nodes
      .flatMap(({ text, title, value }) => [text, title, value])
      .filter((one) => typeof one === "string")
      .join("\n")
      .replace(/\\([^\p{L}\d\s])/gu, "$1"),
    things: nodes
      .map(({ id }) => id)
      .filter((id) => typeof id === "string")
      .filter((id) => id.includes(":")),
    buttons: nodes.filter(({ type }) => type === "Action.Execute").map(buttonOf),
  };
}

function buttonOf({ title, verb, data, fallback }: CardJson): Button {
  return {
    title: String(title),
    verb: String(verb),
    data: isNode(data) ? data : {},
    submitData: isNode(fallback) && isNode(fallback["data"]) ? fallback["data"] : undefined,
  };
}

function* nodesIn(value: unknown): Generator<CardJson> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one);
  else if (isNode(value)) {
    yield value;
    for (const [name, inner] of Object.entries(value))
      if (name !== "data" && name !== "fallback") yield* nodesIn(inner);
  }
}
