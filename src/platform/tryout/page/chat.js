/** The chat: draws what the connector tells, and sends what one writes and presses. */
import { byId, element } from "./dom.js";
import { drawMessage, gist } from "./messages.js";
import * as service from "./service.js";
import { applyLook, bind, choose, say, settings } from "./settings.js";

const places = ["personal", "channel", "group"];
const icons = { personal: "K", channel: "#", group: "5" };
const longestWaitMs = 20_000;
const retryAfterMs = 2_000;
const typingShownMs = 6_000;

const log = byId("log");
const question = byId("question");

let people = [];
/** Every message one can see, by id, in the order of Teams' ids. */
let messages = new Map();
/** How many of a place's messages were never looked at. */
let unread = { personal: 0, channel: 0, group: 0 };
/** The thread one answers in; undefined begins a new one. */
let thread;
let listening = new AbortController();

applyLook();
await start();

async function start() {
  people = await service.ask("/tryout/people");
  if (!people.some(({ key }) => key === settings.person)) choose({ person: people[0].key });
  bind("locale", showAll);
  bind("theme");
  byId("person").addEventListener("change", (event) => {
    const person = people.find(({ key }) => key === event.target.value);
    choose({ person: person.key, locale: person.locale });
    void becomeSomeone();
  });
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    void send(question.value);
  });
  question.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send(question.value);
  });
  byId("mention").addEventListener("click", () => {
    setMention(byId("mention").getAttribute("aria-pressed") !== "true");
    question.focus();
  });
  byId("new-post").addEventListener("click", () => {
    answerIn(undefined);
    question.focus();
  });
  byId("throttle").addEventListener("click", async () => {
    await service.ask(`/tryout/throttle/${settings.person}`, {});
    tell(say().throttled);
  });
  void becomeSomeone();
}

/** Shows the world of the chosen person, and from then on what is new in it. */
async function becomeSomeone() {
  listening.abort();
  listening = new AbortController();
  messages = new Map();
  unread = { personal: 0, channel: 0, group: 0 };
  thread = undefined;
  showAll();
  await listen(settings.person, listening.signal);
}

async function listen(person, signal) {
  let mark = "";
  let isFirst = true;
  while (!signal.aborted) {
    try {
      const news = await service.news(person, mark, isFirst ? 0 : longestWaitMs, signal);
      if (signal.aborted) return;
      if (news.reset) messages = new Map();
      mark = news.mark;
      take(news, isFirst || news.reset);
      if (isFirst) void openPlace();
      isFirst = false;
    } catch {
      if (signal.aborted) return;
      tell(say().failed);
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
}

function take(news, isAll) {
  const fresh = news.messages.filter(({ id }) => !messages.has(id));
  for (const message of news.messages) messages.set(message.id, message);
  if (isAll) return showLog();
  for (const message of news.messages) if (message.place === settings.place) put(message);
  for (const { place, from } of fresh) {
    if (place !== settings.place && from !== "me") unread[place]++;
  }
  showPlaces();
  const last = fresh.findLast(({ place }) => place === settings.place);
  if (last) {
    if (last.isBot) showTyping(false);
    reveal(log.querySelector(`[data-id="${last.id}"]`));
  }
  if (news.typing.includes(settings.place) && !last) showTyping(true);
}

/** The first look at a place adds Kollega to it. */
const openPlace = () => trying(() => service.open(where()));

const where = () => ({
  person: settings.person,
  place: settings.place,
  locale: settings.locale,
});

/** Says what went wrong instead of nothing. */
async function trying(act) {
  try {
    return await act();
  } catch {
    tell(say().failed);
  }
}

async function send(typed) {
  const text = typed.trim();
  if (!text) return;
  question.value = "";
  tell("");
  const mentionsBot =
    settings.place !== "personal" && byId("mention").getAttribute("aria-pressed") === "true";
  const isHeard = await trying(() => service.say({ ...where(), text, thread, mentionsBot }));
  if (isHeard === false) tell(say().notHeard);
}

async function press({ verb, data }, message, shown) {
  shown.setAttribute("aria-busy", "true");
  const asSubmit = byId("as-submit").checked;
  const sentence = await trying(() => service.press({ ...where(), message, verb, data, asSubmit }));
  shown.removeAttribute("aria-busy");
  if (!sentence) return;
  shown.querySelector(".note")?.remove();
  const note = element("p", { class: "note" }, sentence);
  shown.querySelector(".content").append(note);
  note.scrollIntoView({ block: "nearest" });
}

function showAll() {
  applyLook();
  const { roles, questions } = say();
  byId("person").replaceChildren(
    ...people.map(({ key, name, role, locale }) =>
      element(
        "option",
        { value: key, selected: key === settings.person },
        `${name} – ${role === "member" && locale === "fi-FI" ? roles.memberFi : roles[role]}`,
      ),
    ),
  );
  byId("questions").setAttribute("aria-label", questions);
  byId("questions").replaceChildren(
    ...say().examples.map((text) =>
      element("button", { type: "button", onclick: () => void send(text) }, text),
    ),
  );
  showPlaces();
  showPlace();
  showLog();
}

function showPlaces() {
  byId("places").replaceChildren(
    ...places.map((place) => {
      const isHere = place === settings.place;
      const focused = document.activeElement?.dataset?.place === place;
      const button = element(
        "button",
        {
          type: "button",
          "data-place": place,
          "aria-current": isHere ? "true" : undefined,
          onclick: () => goTo(place),
        },
        element("span", { class: "icon", "aria-hidden": "true" }, icons[place]),
        element("span", { class: "title" }, say()[place]),
        unread[place]
          ? element(
              "span",
              { class: "unread", title: say().unread(unread[place]) },
              String(unread[place]),
              element("span", { class: "visually-hidden" }, ` ${say().unread(unread[place])}`),
            )
          : undefined,
      );
      if (focused) queueMicrotask(() => button.focus());
      return element("li", {}, button);
    }),
  );
}

function goTo(place) {
  choose({ place });
  unread[place] = 0;
  thread = undefined;
  showPlaces();
  showPlace();
  showLog();
  void openPlace();
}

function showPlace() {
  const { place } = settings;
  byId("place-name").textContent = say()[place];
  byId("place-about").textContent = say()[`${place}About`];
  document.title = `Kollega – ${say()[place]}`;
  byId("mention").hidden = place === "personal";
  byId("mention").setAttribute("aria-label", `@Kollega: ${say().mention}`);
  setMention(true);
  answerIn(place === "channel" ? thread : undefined);
  tell("");
}

function setMention(isOn) {
  byId("mention").setAttribute("aria-pressed", String(isOn));
}

/** @param {string | undefined} root the thread one answers in */
function answerIn(root) {
  thread = root;
  const first = root && messages.get(root);
  byId("reply-to").hidden = !first;
  byId("reply-to-text").textContent = first ? say().replyTo(gist(first)) : "";
  question.placeholder = first
    ? say().placeholderReply
    : settings.place === "channel"
      ? say().placeholderPost
      : say().placeholder;
  for (const one of log.querySelectorAll(".thread")) {
    one.classList.toggle("current", one.dataset.thread === root);
  }
}

function showLog() {
  log.setAttribute("aria-busy", "true");
  log.className = `log ${settings.place}`;
  log.replaceChildren();
  for (const message of messages.values()) if (message.place === settings.place) put(message);
  showEmpty();
  answerIn(thread);
  log.scrollTop = log.scrollHeight;
  log.removeAttribute("aria-busy");
}

function showEmpty() {
  if (!log.firstElementChild) log.append(element("p", { class: "empty" }, say().empty));
  else if (log.childElementCount > 1) log.querySelector(".empty")?.remove();
}

/** Draws a message, new or changed, where it belongs. */
function put(message) {
  const shown = drawMessage(message, (pressed, at) => void press(pressed, message.id, at));
  const old = log.querySelector(`[data-id="${message.id}"]`);
  if (old) replace(old, shown);
  else if (settings.place === "channel") threadOf(message).append(shown);
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
  reveal(shown);
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
          onclick: () => {
            answerIn(message.thread);
            question.focus();
          },
        },
        say().reply,
      ),
    ),
  );
  return posts;
}

/** Brings a message into view from its beginning, whole if it fits. */
function reveal(shown) {
  if (!shown) return;
  const fits = shown.offsetHeight < log.clientHeight - 16;
  // What is too long for the view is read from the question on.
  const asked = shown.previousElementSibling?.classList.contains("mine");
  if (fits) shown.scrollIntoView({ block: "nearest" });
  else (asked ? shown.previousElementSibling : shown).scrollIntoView({ block: "start" });
  if (!shown.nextElementSibling && fits && settings.place !== "channel") {
    log.scrollTop = log.scrollHeight;
  }
}

let typingTimer;
function showTyping(isOn) {
  clearTimeout(typingTimer);
  tell(isOn ? say().typing : "");
  if (isOn) typingTimer = setTimeout(() => showTyping(false), typingShownMs);
}

function tell(text) {
  byId("status").textContent = text;
}
