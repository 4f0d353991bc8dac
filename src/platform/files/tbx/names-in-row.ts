import { type Language, languages } from "../../../core/language.ts";
import type { ColumnFault } from "../../../core/rows.ts";
import type { TbxStatus } from "./term-status.ts";

/** A term as a file has it; many files say nothing of its status. */
export type TbxName = {
  readonly language: Language;
  readonly text: string;
  readonly status?: TbxStatus;
};

/**
 * One name a language is recommended: the first that the file prefers, else the first of which it says nothing. Where
 * a concept has none at all, its first accepted one is taken.
 */
export function namesInRow(names: readonly TbxName[]): {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly notes: readonly ColumnFault[];
} {
  const notes: ColumnFault[] = [];
  const found = languages.map((language) => {
    const own = names.filter((name) => name.language === language);
    const first =
      own.find(({ status }) => status === "recommended") ??
      own.find(({ status }) => status === undefined);
    for (const { status, text } of own) {
      if (status === "superseded") {
        notes.push({ column: `${language}Avoid`, fault: { code: "superseded", value: text } });
      }
    }
    const also = own.filter((name) => name !== first && isGood(name));
    for (const { status, text } of also) {
      if (status === "recommended") {
        notes.push({ column: `${language}Also`, fault: { code: "secondName", value: text } });
      }
    }
    const avoid = own.filter((name) => !isGood(name));
    return { language, first: first?.text, also: textsOf(also), avoid: textsOf(avoid) };
  });
  if (found.every(({ first }) => first === undefined)) {
    const accepted = found.find(({ also }) => also.length > 0);
    const [value, ...also] = accepted?.also ?? [];
    if (accepted && value !== undefined) {
      notes.push({ column: accepted.language, fault: { code: "onlyAccepted", value } });
      Object.assign(accepted, { first: value, also });
    }
  }
  const values = found.flatMap(({ language, first, also, avoid }) => [
    ...(first === undefined ? [] : [[language, first] as const]),
    ...(also.length === 0 ? [] : [[`${language}Also`, also] as const]),
    ...(avoid.length === 0 ? [] : [[`${language}Avoid`, avoid] as const]),
  ]);
  return { values: Object.fromEntries(values), notes };
}

const isGood = ({ status }: TbxName): boolean => status !== "avoid" && status !== "superseded";

const textsOf = (names: readonly TbxName[]): readonly string[] => names.map(({ text }) => text);
