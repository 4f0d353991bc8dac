import type { Term } from "../../../../src/core/content.ts";

export const term = (more: Partial<Term> & { readonly id: string }): Term => ({
  svAlso: [],
  fiAlso: [],
  enAlso: [],
  svAvoid: [],
  fiAvoid: [],
  enAvoid: [],
  usedBy: [],
  ...more,
});
