/** Every kind of card in three languages. The examples are asked through the chat, so the cards are the bot's own. */
import { drawCard } from "./card.js";
import { byId, element } from "./dom.js";
import * as service from "./service.js";
import { applyLook, bind, say } from "./settings.js";

applyLook();
bind("locale", show);
bind("theme");

const examples = await service.ask("/tryout/gallery");
const cards = await askAll();
show();

/** The cards by kind and language. */
async function askAll() {
  const locales = [...new Set(examples.map(({ locale }) => locale))];
  const found = await Promise.all(locales.map(askOne));
  return new Map(found.flat());
}

async function askOne(locale) {
  const person = `gallery-${locale.slice(0, 2)}`;
  const own = examples.filter((one) => one.locale === locale);
  for (const example of own) await ask(person, example);
  const { messages } = await service.news(person, "", 0);
  return own.map(({ kind, card }) => [
    `${kind}-${locale}`,
    card ?? messages.findLast((message) => message.card?.body?.[0]?.id === kind)?.card,
  ]);
}

async function ask(person, { by, locale, text, verb }) {
  const place = "personal";
  if (by === "install") await service.open({ person, place: "group", locale });
  if (by === "question") await service.say({ person, place, locale, text });
  if (by === "press") {
    const { messages } = await service.news(person, "", 0);
    const message = messages.findLast(({ card }) => card).id;
    await service.press({ person, place, locale, message, verb, data: {}, asSubmit: true });
  }
}

function show() {
  document.title = `Kollega – ${say().gallery}`;
  const kinds = [...new Set(examples.map(({ kind }) => kind))];
  const locales = [...new Set(examples.map(({ locale }) => locale))];
  byId("kinds").replaceChildren(
    ...kinds.map((kind) =>
      element(
        "section",
        { class: "kind", "data-kind": kind, "aria-label": say().kinds[kind] ?? kind },
        element("h2", {}, say().kinds[kind] ?? kind, " ", element("code", {}, kind)),
        element(
          "div",
          { class: "row" },
          ...locales.map((locale) => {
            const card = cards.get(`${kind}-${locale}`);
            return element(
              "div",
              { class: "cell", "data-locale": locale },
              card ? drawCard(card, () => {}) : element("p", { class: "empty" }, say().noCard),
            );
          }),
        ),
      ),
    ),
  );
  byId("kinds").removeAttribute("aria-busy");
}
