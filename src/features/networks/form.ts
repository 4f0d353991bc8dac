/** A card with inputs, as the templates settings and link-team take it. Values are kept as they were typed. */
import type { Button } from "../../core/buttons.ts";
import type { Language } from "../../core/language.ts";
import type { Card, JsonObject } from "../../core/reply.ts";

/** What stands in a form, or came from one: the values of its inputs by id. Several choices are `a,b`. */
export type Values = Readonly<Record<string, string>>;

/** What is said under an input: what is wrong with it, or what somebody else has saved meanwhile. */
export type Notes = Readonly<Record<string, string>>;

type Input = { readonly id: string; readonly label: string };
export type Choice = { readonly title: string; readonly value: string };

export type Section = {
  readonly title?: string;
  readonly lines?: readonly string[];
  readonly singles?: readonly (Input & { readonly choices: readonly Choice[] })[];
  readonly multis?: readonly (Input & { readonly choices: readonly Choice[] })[];
  readonly texts?: readonly (Input & {
    readonly placeholder?: string;
    readonly isMultiline?: boolean;
  })[];
  readonly toggles?: readonly (Input & { readonly title: string })[];
  readonly times?: readonly Input[];
  readonly dates?: readonly Input[];
};

export type Form = {
  readonly kind: "settings" | "link-team";
  readonly heading: string;
  readonly intro?: string;
  /** What became of the last press, above everything else. */
  readonly notices?: readonly string[];
  readonly sections?: readonly Section[];
  readonly values?: Values;
  readonly notes?: Notes;
  /** Only the first sends the inputs. */
  readonly buttons?: readonly Button[];
};

export function formCard(form: Form, language: Language): Card {
  const { kind, heading, intro = "", notices = [], sections = [], buttons = [] } = form;
  const { values = {}, notes = {} } = form;
  const filled = <T extends Input>(inputs: readonly T[] = []) =>
    inputs
      .filter((input) => !("choices" in input) || (input.choices as readonly Choice[]).length > 0)
      .map(({ id, ...input }) => ({
        ...input,
        elementId: id,
        data: { value: values[id] ?? "" },
        note: notes[id] ?? "",
      }));
  return {
    kind,
    language,
    summary: inOneLine(heading, notices[0] ?? intro),
    view: {
      heading,
      intro,
      notices,
      sections: sections.map((section) => ({
        title: section.title ?? "",
        lines: section.lines ?? [],
        singles: filled(section.singles),
        multis: filled(section.multis),
        texts: filled(section.texts).map((text) => ({
          placeholder: "",
          isMultiline: false,
          ...text,
        })),
        toggles: filled(section.toggles),
        times: filled(section.times),
        dates: filled(section.dates),
      })),
      buttons,
      links: [],
    } as unknown as JsonObject,
  };
}

const inOneLine = (heading: string, text: string): string =>
  text === "" ? heading : `${heading}${/[.?!]$/u.test(heading) ? "" : "."} ${text}`;

/** What several choices of one input come to, however they were sent: `a,b`, `a;b` or a list. */
export const splitChoices = (value: string): readonly string[] => [
  ...new Set(
    value
      .split(/[,;]/u)
      .map((one) => one.trim())
      .filter((one) => one !== ""),
  ),
];
