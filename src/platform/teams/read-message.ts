/** What a message says, without markup, and whether it is said to the bot. */
import { tidy } from "../../core/rows.ts";
import { isObject, list, type Raw, text } from "./read-json.ts";

const longestText = 20_000;

/** The text without the mentions of the bot, which stand in it as `<at>…</at>` and are named in the entities. */
export function messageText(body: Raw, botId: string, botName: string | undefined): string {
  let said = typeof body["text"] === "string" ? body["text"].slice(0, longestText) : "";
  for (const { text: mention, id } of mentionsIn(body)) {
    if (id === botId) said = said.replaceAll(mention, " ");
  }
  if (botName && isNamed(body, botName)) said = said.replaceAll(namedAs(botName), " ");
  return plainText(said, body["textFormat"] === "xml");
}

/**
 * Teams names in the entities whom a message mentions. A client that writes `<at>` with the bot's name and no entities
 * at all means the bot, too; people cannot write that, for what they type is escaped.
 */
export const isMentioned = (body: Raw, botId: string, botName: string | undefined): boolean =>
  mentionsIn(body).some(({ id }) => id === botId) ||
  (botName !== undefined && isNamed(body, botName));

const isNamed = (body: Raw, botName: string): boolean =>
  mentionsIn(body).length === 0 &&
  typeof body["text"] === "string" &&
  namedAs(botName).test(body["text"].slice(0, longestText));

const namedAs = (name: string): RegExp =>
  new RegExp(`<at(?:\\s[^<>]*)?>\\s*${asPattern(name)}\\s*</at>`, "giu");

const asPattern = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

const mentionsIn = (body: Raw): readonly { readonly text: string; readonly id: unknown }[] =>
  list(body["entities"]).flatMap((entity) => {
    const mentioned = entity["mentioned"];
    const mention = text(entity["text"]);
    return entity["type"] === "mention" && isObject(mentioned) && mention
      ? [{ text: mention, id: mentioned["id"] }]
      : [];
  });

/** A message's words as they are read; `isMarkup` where the client says so, else it is found out. */
export function plainText(said: string, isMarkup = false): string {
  const isHtml = isMarkup || /&nbsp;|&amp;|&lt;|&gt;|<\/?(?:p|div|br|at)\b/iu.test(said);
  return tidy(isHtml ? withoutMarkup(said) : said).replace(/[ \t]+/gu, " ");
}

const withoutMarkup = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div)\s*\/?>/giu, "\n")
    .replace(/<\/?(?:p|div|span|at|b|i|em|strong|u)(?:\s[^<>]*)?>/giu, " ")
    .replace(/&nbsp;/giu, " ")
    .replace(/&lt;/giu, "<")
    .replace(/&gt;/giu, ">")
    .replace(/&quot;/giu, '"')
    .replace(/&amp;/giu, "&");
