/** Who one is, where, in which language and light: chosen on the page and remembered by the browser. */
import { words } from "./words.js";

const key = "kollega-tryout";
const systemLocale =
  navigator.languages
    .map((one) => ({ sv: "sv-FI", fi: "fi-FI", en: "en-GB" })[one.slice(0, 2)])
    .find(Boolean) ?? "en-GB";
const firstPerson = { "sv-FI": "2", "fi-FI": "3", "en-GB": "5" }[systemLocale];

export const settings = {
  person: firstPerson,
  place: "personal",
  locale: systemLocale,
  theme: "system",
  ...read(),
};

function read() {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

/** @param {Partial<typeof settings>} change */
export function choose(change) {
  Object.assign(settings, change);
  try {
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
  applyLook();
}

export const language = () => settings.locale.slice(0, 2);

/** @returns {typeof words.sv} */
export const say = () => words[language()];

/** Puts the light and the words of the chosen language on the page. */
export function applyLook() {
  const root = document.documentElement;
  root.lang = language();
  if (settings.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
  for (const one of document.querySelectorAll("[data-word]")) {
    one.textContent = say()[one.dataset.word];
  }
  for (const one of document.querySelectorAll("[data-label]")) {
    one.setAttribute("aria-label", say()[one.dataset.label]);
  }
  for (const name of ["locale", "theme"]) {
    const select = document.getElementById(name);
    if (select) select.value = settings[name];
  }
}

/** Makes a select choose. @param {"locale" | "theme"} name @param {() => void} [then] */
export function bind(name, then) {
  const select = document.getElementById(name);
  select.addEventListener("change", () => {
    choose({ [name]: select.value });
    then?.();
  });
}
