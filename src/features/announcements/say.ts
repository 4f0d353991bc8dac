import { refuseUnder } from "../../core/say.ts";
import { textsIn } from "../../texts/texts.ts";

export { say } from "../../core/say.ts";

/** In a sentence where the card stays, else as a card. */
export const refuse = refuseUnder((language) => textsIn(language).help.refusedHeading);
