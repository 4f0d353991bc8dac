import type { Language } from "../core/language.ts";
import type { RowFault } from "../core/rows.ts";
import type { Texts } from "./all-texts.ts";
import { en } from "./en.ts";
import { fi } from "./fi.ts";
import { sv } from "./sv.ts";

const all: Readonly<Record<Language, Texts>> = { sv, fi, en };

export const textsIn = (language: Language): Texts => all[language];

/** What is wrong with a row's value, in words. */
export function rowFaultIn(language: Language, fault: RowFault): string {
  const { imports } = textsIn(language);
  if ("other" in fault) return imports.lookAlike(fault.value, fault.other);
  if ("times" in fault) return imports.notHeldMore(fault.value, fault.times);
  if ("allowed" in fault) return imports.notOneOf(fault.value, fault.allowed);
  if ("value" in fault) return imports[fault.code](fault.value);
  if ("most" in fault) return imports[fault.code](fault.most);
  if ("row" in fault) return imports[fault.code](fault.row);
  return imports[fault.code];
}
