/** People named in a card so that Teams tells them: one line of `<at>…</at>`, and who is meant by each. */
import type { Mention } from "../../core/ports.ts";

/** Teams takes so many in one message. */
const mostMentions = 20;
const longestName = 100;

/** What may stand in the line: anything else in a name could be markup, or end the mention. */
const unsafe = /[^\p{L}\p{M}\p{N} ().,'’/-]+/gu;

/** The rendered card with one more line at its end, in which everyone is mentioned; as it was without anybody. */
export function withMentions(content: unknown, mentions: readonly Mention[] = []): unknown {
  if (mentions.length === 0 || typeof content !== "object" || content === null) return content;
  const { body = [], msteams = {} } = content as { body?: readonly unknown[]; msteams?: object };
  const entities = entitiesOf(mentions.slice(0, mostMentions));
  const line = {
    type: "TextBlock",
    text: entities.map(({ text }) => text).join(" "),
    wrap: true,
    spacing: "medium",
  };
  return { ...content, body: [...body, line], msteams: { ...msteams, entities } };
}

/** The text finds the entity and the entity has the name that is shown: people of one name get a number in the text. */
function entitiesOf(mentions: readonly Mention[]) {
  const taken = new Set<string>();
  return mentions.map(({ userId, name }) => {
    const safe = safeName(name);
    let text = safe;
    for (let number = 2; taken.has(text); number++) text = `${safe} (${number})`;
    taken.add(text);
    return { type: "mention", text: `<at>${text}</at>`, mentioned: { id: userId, name: safe } };
  });
}

const safeName = (name: string): string =>
  name.slice(0, longestName).toWellFormed().replace(unsafe, " ").replace(/ +/gu, " ").trim() || "?";
