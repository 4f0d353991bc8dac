/** Cards drawn by the adaptivecards library in the style of Teams; colours are CSS variables, so that light and dark need no second drawing. */
/* global AdaptiveCards */
const { AdaptiveCards: library } = window;

const colour = (name) => ({ default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)` });
const colours = Object.fromEntries(
  ["default", "dark", "light", "accent", "good", "warning", "attention"].map((name) => [
    name,
    colour(name === "dark" || name === "light" ? "default" : name),
  ]),
);
const container = (name) => ({
  backgroundColor: `var(--card-back-${name})`,
  foregroundColors: colours,
});

const hostConfig = new library.HostConfig({
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 15, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  supportsInteractivity: true,
  containerStyles: Object.fromEntries(
    ["default", "emphasis", "accent", "good", "warning", "attention"].map((name) => [
      name,
      container(name),
    ]),
  ),
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12 },
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 140 },
    value: { wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", weight: "bolder" },
  },
  textBlock: { headingLevel: 3 },
});

library.GlobalSettings.setTabIndexAtCardRoot = false;
// The texts of our cards are plain, escaped for clients that read markdown: see showTexts.
library.AdaptiveCard.onProcessMarkdown = (_text, result) => {
  result.didProcess = false;
};

/**
 * @param {unknown} content the card as it was sent
 * @param {(action: {verb: string, data: Record<string, unknown>}) => void} onPress
 * @returns {HTMLElement}
 */
export function drawCard(content, onPress) {
  const card = new library.AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action) => {
    if (action instanceof library.OpenUrlAction) {
      window.open(action.url, "_blank", "noopener,noreferrer");
    } else if (action instanceof library.ExecuteAction) {
      onPress({ verb: action.verb, data: action.data ?? {} });
    } else if (action instanceof library.SubmitAction) {
      const { verb, ...data } = action.data ?? {};
      onPress({ verb: verb ?? "", data });
    }
  };
  card.parse(content);
  const drawn = card.render();
  drawn.classList.add("card");
  if (content.lang) drawn.lang = content.lang;
  showTexts(drawn);
  // Cards of one chat have the same ids; a page may have each once.
  for (const one of drawn.querySelectorAll("[id]")) {
    if (drawn.querySelector(`[for="${one.id}"], [aria-labelledby~="${one.id}"]`)) continue;
    one.dataset.element = one.id;
    one.removeAttribute("id");
  }
  // The library's buttons stand in one line, whatever room there is, and its boxes cut the ring round the focus.
  for (const set of drawn.querySelectorAll(".ac-actionSet")) {
    set.style.flexWrap = "wrap";
    for (let box = set; box && drawn.contains(box); box = box.parentElement) {
      box.style.overflow = "visible";
    }
  }
  return drawn;
}

/** Paragraphs, and characters without the backslash that guards them; never HTML. */
function showTexts(drawn) {
  for (const block of drawn.querySelectorAll(".ac-textBlock")) {
    const raw = [...block.childNodes]
      .map((node) => (node.nodeName === "BR" ? "\n" : node.textContent))
      .join("");
    const parts = raw
      .replace(/<at>([^<]*)<\/at>/g, "@$1")
      .split(/\n+/)
      .map(unescaped);
    if (parts.length === 1) block.textContent = parts[0];
    else {
      block.replaceChildren(
        ...parts.map((text) => {
          const paragraph = document.createElement("p");
          paragraph.textContent = text;
          return paragraph;
        }),
      );
    }
  }
}

/** @param {string} text */
export const unescaped = (text) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
