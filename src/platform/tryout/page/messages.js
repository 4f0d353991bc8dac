/** Messages as elements: people's words in bubbles, Kollega's cards. */
import { drawCard, unescaped } from "./card.js";
import { element } from "./dom.js";
import { say, settings } from "./settings.js";

/**
 * @param {object} message as /tryout/news gives it
 * @param {(press: {verb: string, data: object}, shown: HTMLElement) => void} onPress
 * @param {(command: string) => void} onAction an action that was chosen on the message
 */
export function drawMessage(message, onPress, onAction) {
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
        message.state === "deleted" ? undefined : actions(onAction),
      ),
      body(message, (press) => onPress(press, shown)),
    ),
  );
  return shown;
}

/** "…" on a message, as Teams has it. */
function actions(onAction) {
  const menu = element(
    "details",
    { class: "actions", name: "actions" },
    element("summary", { "aria-label": say().actionsMenu }, "…"),
    element(
      "span",
      { class: "menu" },
      ...Object.entries(say().actions).map(([command, title]) =>
        element(
          "button",
          {
            type: "button",
            "data-command": command,
            onclick: () => {
              menu.open = false;
              onAction(command);
            },
          },
          title,
        ),
      ),
    ),
  );
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.firstElementChild.focus();
  });
  return menu;
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
