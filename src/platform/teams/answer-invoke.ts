/** What an invoke is answered with, in the shape that its client waits for (platform.md 2). */
import type { Card, ListItem, Reply } from "../../core/reply.ts";
import type { Arrival } from "../../core/turn.ts";
import { inDialog } from "./in-dialog.ts";
import { suitClient } from "./suit-client.ts";

/** The card, or a sentence where it cannot be made. */
type Render = (card: Card) => object | string;

const adaptiveCard = "application/vnd.microsoft.card.adaptive";
const sentence = "application/vnd.microsoft.activity.message";
const thumbnail = "application/vnd.microsoft.card.thumbnail";
/** Teams cuts what is longer. */
const longestTitle = 64;
const longestLine = 200;

/** Undefined for an invoke that nobody here knows. */
export function invokeAnswer(
  arrival: Arrival,
  answer: Reply | undefined,
  render: Render,
): object | undefined {
  const { serviceUrl } = arrival.address;
  const shown: Render = (card) => {
    const made = render(card);
    return typeof made === "string" ? made : (suitClient(serviceUrl, made) as object);
  };
  switch (arrival.type) {
    case "action":
      return arrival.dialog ? dialogAnswer(answer, shown) : cardAnswer(answer, shown);
    case "message-action":
      return dialogAnswer(answer, shown);
    case "search":
      return listAnswer(answer, shown);
    default:
      return undefined;
  }
}

/** Universal Actions. */
function cardAnswer(answer: Reply | undefined, render: Render): object {
  const value = cardOrWords(answer, render);
  return {
    statusCode: 200,
    type: typeof value === "object" ? adaptiveCard : sentence,
    value,
  };
}

/** Nothing closes the dialog. */
function dialogAnswer(answer: Reply | undefined, render: Render): object {
  const value = cardOrWords(answer, render);
  if (value === "") return {};
  if (typeof value === "string") return { task: { type: "message", value } };
  const title = answer?.type === "dialog" ? answer.title : "Kollega";
  return {
    task: {
      type: "continue",
      value: {
        title: title.slice(0, longestTitle),
        height: "large",
        width: "medium",
        card: { contentType: adaptiveCard, content: inDialog(value) },
      },
    },
  };
}

function listAnswer(answer: Reply | undefined, render: Render): object {
  if (answer?.type === "sentence")
    return { composeExtension: { type: "message", text: answer.text } };
  const items = answer?.type === "list" ? answer.items : [];
  const attachments = items.flatMap((item) => attachment(item, render));
  return { composeExtension: { type: "result", attachmentLayout: "list", attachments } };
}

/** What cannot be shown is left out. */
function attachment({ title, text, card }: ListItem, render: Render): readonly object[] {
  const content = render(card);
  if (typeof content === "string") return [];
  const line = (words: string) => words.replace(/[<>]/gu, " ").slice(0, longestLine);
  const preview = { title: line(title), ...(text && { text: line(text) }) };
  return [
    { contentType: adaptiveCard, content, preview: { contentType: thumbnail, content: preview } },
  ];
}

function cardOrWords(answer: Reply | undefined, render: Render): object | string {
  if (answer?.type === "card" || answer?.type === "dialog") return render(answer.card);
  return answer?.type === "sentence" ? answer.text : "";
}
