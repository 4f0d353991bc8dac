/** Messages as elements: people's words in bubbles, Kollega's cards. */
import { drawCard, unescaped } from "./card.js";
import { element } from "./dom.js";
import { say, settings } from "./settings.js";

/**
 * @param {object} message as /tryout/news gives it
 * @param {(press: {verb: string, data: object}, shown: HTMLElement) => void} onPress
 */
export function drawMessage(message, onPress) {
  const isMine = message.from === "me";
  const name = isMine ? say().you : message.from;
  const time = new Date(message.at).toLocaleTimeString(settings.locale, {
    hour: "2-digit",
    minute: "2-digit",
  });
  const kind = isMine ? "mine" : message.isBot ? "bot" : "other";
  const shown = element(
    "article",
    {
      class: `message ${kind}`,
      "data-id": message.id,
      "data-kind": message.card?.body?.[0]?.id,
      "aria-label": `${name} ${time}`,
      tabindex: "-1",
    },
    element("span", { class: "avatar", "aria-hidden": "true" }, initials(message.from, isMine)),
  );
  shown.append(
    element(
      "div",
      { class: "content" },
      element(
        "p",
        { class: "by" },
        element("span", { class: "name" }, name),
        element("time", { datetime: message.at }, time),
        message.state === "edited" ? element("span", {}, say().edited) : undefined,
      ),
      body(message, (press) => onPress(press, shown)),
    ),
  );
  return shown;
}

function body(message, onPress) {
  if (message.state === "deleted") return element("p", { class: "bubble gone" }, say().deleted);
  if (message.card) return drawCard(message.card, onPress);
  const text = message.text ?? unescaped(message.summary ?? "");
  const parts = text.split(/<at>([^<]*)<\/at>/);
  return element(
    "p",
    { class: "bubble" },
    ...parts.map((part, index) =>
      index % 2 ? element("span", { class: "at" }, `@${part}`) : part,
    ),
  );
}

const initials = (name, isMine) =>
  isMine
    ? ""
    : name
        .split(" ")
        .map((part) => part[0])
        .join("")
        .slice(0, 2);

/** What a message says in a few words, for the line that names a thread. */
export function gist(message) {
  const text = (message.text ?? message.summary ?? "").replace(/<at>[^<]*<\/at>\s*/g, "").trim();
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
