/** The columns of a term (design.md 8). */
export const termLists = [
  "svAlso",
  "fiAlso",
  "enAlso",
  "svAvoid",
  "fiAvoid",
  "enAvoid",
  "usedBy",
] as const;

export const termColumns = [
  "id",
  "network",
  "domain",
  "sv",
  "fi",
  "en",
  "svAlso",
  "fiAlso",
  "enAlso",
  "svAvoid",
  "fiAvoid",
  "enAvoid",
  "definitionSv",
  "definitionFi",
  "definitionEn",
  "source",
  "usedBy",
  "note",
] as const;
