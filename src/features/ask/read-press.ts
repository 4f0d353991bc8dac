import type { Reference } from "../../core/content.ts";
import { isLanguage } from "../../core/language.ts";
import type { Vote } from "../../core/memory.ts";
import type { ActionTurn } from "../../core/turn.ts";

export type Press = {
  readonly reference?: Reference;
  readonly question?: string;
  readonly value?: Vote;
  readonly topic?: string;
};

/** What a button carried, as far as it makes sense: anyone can send anything. */
export function readPress({ data }: ActionTurn): Press {
  const { kind, id, network, language, question, value, tags } = data;
  const isReference =
    (kind === "practice" || kind === "contact" || kind === "discussion") && typeof id === "string";
  return {
    ...(isReference && {
      reference: {
        kind,
        id,
        ...(typeof network === "string" && { network }),
        ...(isLanguage(language) && { language }),
      },
    }),
    ...(typeof question === "string" && { question }),
    ...((value === "up" || value === "down") && { value }),
    ...(typeof tags === "string" && tags !== "" && { topic: tags }),
  };
}
