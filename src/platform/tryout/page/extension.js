/** Message actions and the search while writing, in a dialog as Teams shows them. */
import { drawCard } from "./card.js";
import { element } from "./dom.js";
import * as service from "./service.js";
import { say } from "./settings.js";

const typingPauseMs = 250;

/**
 * Chooses an action on a message, or sends its dialog back with what a button carries.
 * @param {object} what person, place, locale, message, command, and data of a dialog
 * @param {(act: () => Promise<unknown>) => Promise<unknown>} trying says what went wrong
 */
export async function act(what, trying) {
  const body = await trying(() => service.act(what));
  const task = body?.task;
  if (!task) return close();
  if (task.type !== "continue") {
    return open(say().actions[what.command] ?? "Kollega", element("p", {}, task.value));
  }
  const { title, card } = task.value;
  open(
    title,
    drawCard(
      card.content,
      ({ verb, data }) => void act({ ...what, data: { ...data, verb } }, trying),
    ),
  );
}

/**
 * Opens the search; what is chosen is sent as one's own message.
 * @param {object} where person, place, locale, thread
 * @param {(act: () => Promise<unknown>) => Promise<unknown>} trying
 */
export function search(where, trying) {
  const field = element("input", {
    type: "search",
    class: "search-field",
    maxlength: 200,
    "aria-label": say().searchFor,
    placeholder: say().searchFor,
  });
  const found = element("ul", { class: "found" });
  const status = element("p", { role: "status" });
  let timer;
  let last = 0;

  async function find() {
    const mine = ++last;
    const answer = await trying(() => service.search({ ...where, query: field.value.trim() }));
    if (mine !== last) return;
    const items = answer?.attachments ?? [];
    status.textContent = answer?.text ?? (items.length > 0 ? "" : say().nothingFound);
    found.replaceChildren(...items.map(line));
  }

  function line({ content, preview }) {
    const { title, text } = preview.content;
    const insert = async () => {
      close();
      await trying(() => service.insert({ ...where, card: content, summary: title }));
    };
    return element(
      "li",
      {},
      element(
        "button",
        { type: "button", onclick: () => void insert() },
        element("span", {}, title),
        text ? element("span", { class: "about" }, text) : undefined,
      ),
    );
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void find(), typingPauseMs);
  });
  open(say().insert, field, status, found);
  field.focus();
  void find();
}

let dialog;

function open(title, ...content) {
  close();
  dialog = element(
    "dialog",
    { class: "dialog", "aria-label": title },
    element(
      "header",
      {},
      element("h2", {}, title),
      element("button", { type: "button", class: "close-dialog", onclick: close }, say().close),
    ),
    element("div", { class: "inside" }, ...content),
  );
  const mine = dialog;
  mine.addEventListener("close", () => mine.remove());
  document.body.append(mine);
  mine.showModal();
}

function close() {
  dialog?.close();
  dialog = undefined;
}
