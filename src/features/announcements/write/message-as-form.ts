/** Somebody's message as the beginning of an announcement: its first line is the title. Pure. */
import type { Language } from "../../../core/language.ts";
import { type AnnouncementForm, emptyForm } from "./announcement-form.ts";
import { longest } from "./check-form.ts";

const fields = {
  sv: ["titleSv", "textSv"],
  fi: ["titleFi", "textFi"],
  en: ["titleEn", "textEn"],
} as const;

/** `isCut`: the end of the text had no room. Undefined if the message has no words. */
export function messageAsForm(
  message: { readonly text: string; readonly subject?: string },
  language: Language,
): { readonly form: AnnouncementForm; readonly isCut: boolean } | undefined {
  const [titleField, textField] = fields[language];
  const lines = message.text.split("\n").map((line) => line.trim());
  const text = lines.join("\n").trim();
  const [first = "", ...others] = text.split("\n");
  const heading = message.subject?.trim() || first;
  if (heading === "") return undefined;
  const title = shortened(heading, longest[titleField] ?? heading.length);
  const rest = others.join("\n").trim();
  // A first line that stands whole in the title need not stand again over what follows it.
  const isRepeated = !message.subject?.trim() && title === first && rest !== "";
  const body = isRepeated ? rest : text;
  const most = longest[textField] ?? body.length;
  return {
    form: { ...emptyForm, [titleField]: title, [textField]: body.slice(0, most).toWellFormed() },
    isCut: body.length > most,
  };
}

/** At most so many characters, at the end of a word if there is one. */
function shortened(line: string, most: number): string {
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1).toWellFormed();
  const atWord = cut.replace(/\s+\S*$/u, "");
  return `${atWord.length > most / 2 ? atWord : cut}…`;
}
