/** Elements made of texts: nothing that anyone wrote is ever read as HTML. */

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `on…` are listeners; false and undefined are left out
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** @param {string} id */
export const byId = (id) => document.getElementById(id);
