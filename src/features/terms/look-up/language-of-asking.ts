import { readCommand } from "../../../core/commands.ts";
import type { Language } from "../../../core/language.ts";
import { languageOfName } from "../../../core/language-names.ts";
import type { MessageTurn } from "../../../core/turn.ts";

/**
 * Somebody who asks in Swedish for a Finnish term writes in two languages: what they call the other language says which
 * is their own. Who chose a language keeps it.
 */
export function inLanguageOfAsking(turn: MessageTurn): MessageTurn {
  if (turn.language !== turn.writtenIn || readCommand(turn.text)) return turn;
  const language = languageOfAsking(turn.text);
  return language === undefined ? turn : { ...turn, language };
}

export function languageOfAsking(text: string): Language | undefined {
  const words = text.normalize("NFC").match(/\p{L}+/gu) ?? [];
  // "en" and "fi" are words of their own too.
  const name = words.find((word) => word.length > 2 && languageOfName(word) !== undefined);
  return name === undefined ? undefined : languageOfName(name);
}
