/** How the words of a language are inflected, as far as it takes to know a term again in running text. */
export type Inflection = {
  /** The stems of a word's forms besides the word itself, for a word in lower case as a dictionary has it. */
  readonly stemsOf: (word: string) => readonly string[];
  /** Whether a form of a word may end so, after its stem; nothing at all is an ending too. */
  readonly isEnding: (end: string) => boolean;
  /** What may stand between the parts of a compound. */
  readonly links: readonly string[];
};

/** The longest ending there is: tte+n+sa+kaan and the like. */
export const longestEnding = 9;
/** What is left of shorter words by their endings could be anything. */
export const shortestStem = 3;
