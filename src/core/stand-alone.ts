import type { Card } from "./reply.ts";

/** What can be pressed on a card, list by list, with what stands above each. */
const pressable: Readonly<Record<string, "" | readonly []>> = {
  buttons: [],
  related: [],
  relatedHeading: "",
  practices: [],
  practicesHeading: "",
  others: [],
  othersHeading: "",
  askHelpful: "",
  voted: "",
};

/** The card as it can stand in anybody's message, where nobody may know the bot: nothing on it needs an answer. */
export function standAlone(card: Card): Card {
  const emptied = Object.entries(card.view).map(([name, value]) => [
    name,
    pressable[name] ?? value,
  ]);
  return { ...card, view: Object.fromEntries(emptied) };
}
