/** What the page asks of the loopback connector; the bot itself is reached by POST /api/messages only. */

/** @param {string} path @param {unknown} body */
export const post = (path, body) =>
  fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** @param {string} path @param {unknown} [body] */
export async function ask(path, body) {
  const response = await (body === undefined ? fetch(path) : post(path, body));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Hands an activity to the bot. Returns what an invoke was answered with. @param {unknown} activity */
export async function toBot(activity) {
  const response = await post("/api/messages", activity);
  if (!response.ok) throw new Error(`the bot: ${response.status}`);
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

/** Adds the bot to a place, if nobody has looked at it before. @param {object} where person, place, locale */
export async function open(where) {
  const { activities } = await ask("/tryout/open", where);
  for (const activity of activities) await toBot(activity);
}

/** @param {object} what person, place, locale, text, thread, mentionsBot */
export async function say(what) {
  const { activity } = await ask("/tryout/say", what);
  if (activity) await toBot(activity);
  return activity !== undefined;
}

/** Presses a card's button. Returns a sentence, if that is the answer. @param {object} what person, place, locale, message, verb, data, asSubmit */
export async function press(what) {
  const { activity } = await ask("/tryout/press", what);
  const body = await toBot(activity);
  const { person, message } = what;
  return body && (await ask("/tryout/answered", { person, message, body })).sentence;
}

/** Chooses an action on a message, or sends its dialog back. @param {object} what person, place, locale, message, command, data */
export async function act(what) {
  const { activity } = await ask("/tryout/action", what);
  return toBot(activity);
}

/** What is found while writing, as Teams lists it. @param {object} what person, place, locale, thread, query */
export async function search(what) {
  const { activity } = await ask("/tryout/search", what);
  return (await toBot(activity))?.composeExtension;
}

/** Sends a card that was found as one's own message. @param {object} what person, place, thread, card, summary */
export const insert = (what) => ask("/tryout/insert", what);

/** Everything since `mark` that a person can see. @param {string} person @param {string} mark @param {number} waitMs */
export async function news(person, mark, waitMs, signal) {
  const response = await fetch(`/tryout/news/${person}/${mark || "0"}/${waitMs}`, { signal });
  if (!response.ok) throw new Error(`news: ${response.status}`);
  return response.json();
}
