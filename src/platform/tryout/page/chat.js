/** The chat: draws what the connector tells, and sends what one writes and presses. */
import { byId, element } from "./dom.js";
import * as extension from "./extension.js";
import * as log from "./log.js";
import { gist } from "./messages.js";
import * as service from "./service.js";
import { applyLook, bind, choose, say, settings } from "./settings.js";

const places = ["personal", "channel", "announcements", "group"];
const icons = { personal: "K", channel: "#", announcements: "!", group: "5" };
const hasThreads = (place) => place === "channel" || place === "announcements";
const nothingUnread = () => Object.fromEntries(places.map((place) => [place, 0]));
const longestWaitMs = 20_000;
const retryAfterMs = 2_000;
const typingShownMs = 6_000;

const question = byId("question");

let people = [];
/** Every message one can see, by id, in the order of Teams' ids. */
let messages = new Map();
/** How many of a place's messages were never looked at. */
let unread = nothingUnread();
/** The thread one answers in; undefined begins a new one. */
let thread;
let listening = new AbortController();

applyLook();
log.on({
  press: (pressed, message, shown) => void press(pressed, message, shown),
  reply(root) {
    answerIn(root);
    question.focus();
  },
  action: (command, message) => void extension.act({ ...where(), command, message }, trying),
});
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
  byId("insert").addEventListener("click", () => extension.search({ ...where(), thread }, trying));
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
  unread = nothingUnread();
  thread = undefined;
  showAll();
  await listen(settings.person, listening.signal);
}

async function listen(person, signal) {
  let mark = "";
  let isFirst = true;
  let isFailing = false;
  while (!signal.aborted) {
    try {
      const news = await service.news(person, mark, isFirst ? 0 : longestWaitMs, signal);
      if (signal.aborted) return;
      if (news.reset) messages = new Map();
      mark = news.mark;
      take(news, isFirst || news.reset);
      // A program that was started anew knows no place yet.
      if (news.reset) void openAll();
      if (isFailing) tell("");
      isFirst = false;
      isFailing = false;
    } catch {
      if (signal.aborted) return;
      isFailing = true;
      tell(say().failed);
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
}

function take(news, isAll) {
  const fresh = news.messages.filter(({ id }) => !messages.has(id));
  for (const message of news.messages) messages.set(message.id, message);
  if (isAll) return showLog();
  for (const message of news.messages) if (message.place === settings.place) log.put(message);
  for (const { place, from } of fresh) {
    if (place !== settings.place && from !== "me") unread[place]++;
  }
  showPlaces();
  const last = fresh.findLast(({ place }) => place === settings.place);
  if (last) {
    if (last.isBot) showTyping(false);
    log.reveal(last.id);
  }
  if (news.typing.includes(settings.place) && !last) showTyping(true);
}

/** The first look at a place adds Kollega to it. */
const openPlace = () => trying(() => service.open(where()));

/** Kollega is in the team from the start, so that what concerns all can be posted there. */
async function openAll() {
  await openPlace();
  await trying(() => service.open({ ...where(), place: "channel" }));
}

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
  answerIn(hasThreads(place) ? thread : undefined);
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
    : hasThreads(settings.place)
      ? say().placeholderPost
      : say().placeholder;
  log.markThread(root);
}

function showLog() {
  log.show([...messages.values()].filter(({ place }) => place === settings.place));
  answerIn(thread);
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
