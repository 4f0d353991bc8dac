/** Welcome, help, greetings, thanks, the choice of language, and what is said when something failed. */
import { readCommand } from "../../core/commands.ts";
import { BotError } from "../../core/errors.ts";
import type { Feature, Outcome } from "../../core/feature.ts";
import { isLanguage, type Language } from "../../core/language.ts";
import type { Card, JsonObject } from "../../core/reply.ts";
import type { MessageTurn, Turn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import { readLanguageName } from "./read-language-name.ts";
import { readSmallTalk } from "./read-small-talk.ts";

export function createHelpFeature(): Feature {
  return {
    name: "help",
    take(turn) {
      if (turn.type === "joined") return welcome(turn);
      return turn.type === "message" ? takeMessage(turn) : undefined;
    },
  };
}

/** Takes the buttons and message actions that no feature knows: the card is old, or not ours. */
export function createUnknownFeature(): Feature {
  return {
    name: "unknown",
    take(turn) {
      if (turn.type === "search")
        return { replies: [{ type: "list", items: [] }], label: "nothing" };
      if (turn.type !== "action" && turn.type !== "message-action") return undefined;
      const { language } = turn;
      const { unknownAction, notYetText } = textsIn(language).help;
      const text = turn.type === "action" ? unknownAction : notYetText;
      return { replies: [{ type: "sentence", language, text }], label: "refused" };
    },
  };
}

function takeMessage(turn: MessageTurn): Outcome | undefined {
  const command = readCommand(turn.text);
  if (command?.name === "help")
    return say(helpCard(turn.language, textsIn(turn.language).help.heading), "help");
  if (command?.name === "language") return chooseLanguage(turn, command.argument);
  const talk = readSmallTalk(turn.text);
  if (!talk) return undefined;
  const language = turn.language;
  const texts = textsIn(language).help;
  return talk.kind === "thanks"
    ? say(plainCard("help", language, texts.thanksHeading, texts.thanksText), "thanks")
    : say(helpCard(language, texts.greeting), "greeting");
}

/** Once, to the person or the place the bot was added to; never to every member of a team. */
function welcome(turn: Turn): Outcome | undefined {
  if (turn.type !== "joined" || !turn.bot || turn.memory.welcomed) return undefined;
  const texts = textsIn(turn.language).help;
  const isPersonal = turn.conversation.kind === "personal";
  const card: Card = {
    ...helpCard(turn.language, texts.welcomeHeading),
    kind: "welcome",
    summary: `${texts.welcomeHeading}. ${texts.welcomeIntro}`,
  };
  const intro = isPersonal ? texts.welcomeIntro : `${texts.welcomeIntro} ${texts.welcomeTeamIntro}`;
  return {
    replies: [{ type: "card", card: { ...card, view: { ...card.view, intro } } }],
    remember: { welcomed: true },
    label: "welcome",
  };
}

function chooseLanguage(turn: MessageTurn, name: string): Outcome {
  const wanted = readLanguageName(name);
  const language = isLanguage(wanted) ? wanted : turn.language;
  const texts = textsIn(language).help;
  if (!wanted) {
    return say(
      plainCard("help", language, texts.languageUnknownHeading, texts.languageUnknown),
      "language-unknown",
    );
  }
  return {
    ...say(plainCard("help", language, texts.languageSetHeading, texts.languageSet), "language"),
    chosenLanguage: language,
    remember: { language },
  };
}

function helpCard(language: Language, heading: string): Card {
  const { intro, sections, note } = textsIn(language).help;
  return {
    kind: "help",
    language,
    summary: `${heading}. ${intro}`,
    view: { heading, intro, sections, note, buttons: [], links: [] },
  };
}

/** The first example of the help card. */
export const sampleQuestion = (language: Language): string =>
  textsIn(language).help.sections[0]?.lines[0] ?? "";

/** One friendly sentence, whatever broke; what exactly is in the log. */
export function failureText(error: unknown, language: Language): string {
  const { errors } = textsIn(language);
  return error instanceof BotError ? errors[error.code] : errors.bug;
}

export const alreadyDone = (language: Language): string => textsIn(language).help.alreadyDone;

export const failureCard = (error: unknown, language: Language): Card =>
  plainCard("error", language, textsIn(language).errors.heading, failureText(error, language));

/** A sentence as a card, where a mere sentence cannot be shown. */
export const sentenceCard = (text: string, language: Language): Card =>
  plainCard("refused", language, textsIn(language).help.refusedHeading, text);

function plainCard(
  kind: "help" | "error" | "refused",
  language: Language,
  heading: string,
  text: string,
): Card {
  const view: JsonObject =
    kind === "help" ? { heading, intro: text, sections: [], note: "" } : { heading, text };
  return {
    kind,
    language,
    summary: `${heading}. ${text}`,
    view: { ...view, buttons: [], links: [] },
  };
}

const say = (card: Card, label: string): Outcome => ({ replies: [{ type: "card", card }], label });
