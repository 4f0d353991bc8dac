/** The log of the place one looks at: messages one below the other, in the channel thread by thread. */
import { byId, element } from "./dom.js";
import { drawMessage, gist } from "./messages.js";
import { say, settings } from "./settings.js";

const log = byId("log");
const hasThreads = () => settings.place === "channel" || settings.place === "announcements";
let acts = { press: () => {}, reply: () => {}, action: () => {} };

/**
 * What to do when a card's button is pressed, when someone wants to answer in a thread, and when they choose an action.
 * @param {typeof acts} given
 */
export function on(given) {
  acts = given;
}

/** Shows other messages than before, from the last one. @param {object[]} messages */
export function show(messages) {
  log.setAttribute("aria-busy", "true");
  log.className = `log ${hasThreads() ? "channel" : settings.place}`;
  log.replaceChildren();
  for (const message of messages) put(message);
  showEmpty();
  log.scrollTop = log.scrollHeight;
  log.removeAttribute("aria-busy");
}

const find = (id) => log.querySelector(`[data-id="${id}"]`);

function showEmpty() {
  if (!log.firstElementChild) log.append(element("p", { class: "empty" }, say().empty));
  else if (log.childElementCount > 1) log.querySelector(".empty")?.remove();
}

/** Draws a message, new or changed, where it belongs. @param {object} message */
export function put(message) {
  const shown = drawMessage(
    message,
    (pressed, at) => acts.press(pressed, message.id, at),
    (command) => acts.action(command, message.id),
  );
  const old = find(message.id);
  if (old) replace(old, shown);
  else if (hasThreads()) threadOf(message).append(shown);
  else log.append(shown);
  showEmpty();
}

/** Keeps the focus where it was: on the button of the same name, else on the message. */
function replace(old, shown) {
  const focused = old.contains(document.activeElement) ? document.activeElement : undefined;
  const name = focused && nameOf(focused);
  old.replaceWith(shown);
  if (!focused) return;
  const same = [...shown.querySelectorAll("button, [role=button], select, a")].find(
    (one) => nameOf(one) === name,
  );
  if (same) return same.focus();
  shown.focus();
  reveal(shown.dataset.id);
}

const nameOf = (one) => one.getAttribute("aria-label") ?? one.textContent;

function threadOf(message) {
  const known = log.querySelector(`[data-thread="${message.thread}"] .posts`);
  if (known) return known;
  const posts = element("div", { class: "posts" });
  log.append(
    element(
      "section",
      { class: "thread", "data-thread": message.thread, "aria-label": gist(message) },
      posts,
      element(
        "button",
        {
          type: "button",
          class: "reply",
          onclick: () => acts.reply(message.thread),
        },
        say().reply,
      ),
    ),
  );
  return posts;
}

/** @param {string | undefined} root the thread that one answers in */
export function markThread(root) {
  for (const one of log.querySelectorAll(".thread")) {
    one.classList.toggle("current", one.dataset.thread === root);
  }
}

/** Brings a message into view from its beginning, whole if it fits. @param {string} id */
export function reveal(id) {
  const shown = find(id);
  if (!shown) return;
  const fits = shown.offsetHeight < log.clientHeight - 16;
  // What is too long for the view is read from the question on.
  const asked = shown.previousElementSibling?.classList.contains("mine");
  if (fits) shown.scrollIntoView({ block: "nearest" });
  else (asked ? shown.previousElementSibling : shown).scrollIntoView({ block: "start" });
  if (!shown.nextElementSibling && fits && !hasThreads()) {
    log.scrollTop = log.scrollHeight;
  }
}
