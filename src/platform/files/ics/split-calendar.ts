import { broken, UnreadableFile } from "../unreadable-file.ts";

/** A calendar file taken apart into lines that nothing has read yet, so that what is wrong in one event stays in it. */
export type SplitCalendar = {
  /** METHOD:CANCEL: all of it is called off. */
  readonly isCancelled: boolean;
  /** Each with its BEGIN and END. */
  readonly zones: readonly (readonly string[])[];
  readonly events: readonly (readonly string[])[];
};

/** Throws UnreadableFile unless it is one or more whole calendars. */
export function splitCalendar(text: string): SplitCalendar {
  const zones: string[][] = [];
  const events: string[][] = [];
  const open: string[] = [];
  let current: string[] | undefined;
  let isCancelled = false;
  for (const line of text.split(/\r\n|\n|\r/u)) {
    if (line.trim() === "") continue;
    const [, edge = "", name = ""] = /^(BEGIN|END):\s*([\w-]+)\s*$/iu.exec(line) ?? [];
    const component = name.toUpperCase();
    const begins = edge.toUpperCase() === "BEGIN";
    if (open.length === 0 && !(begins && component === "VCALENDAR")) {
      throw new UnreadableFile({ code: "notIcs" });
    }
    if (begins) {
      open.push(component);
      const kept = component === "VEVENT" ? events : component === "VTIMEZONE" ? zones : undefined;
      if (open.length === 2 && kept) {
        current = [];
        kept.push(current);
      }
    } else if (edge !== "" && open.pop() !== component) {
      throw broken(`END:${component} stands where something else is open`);
    } else if (open.length === 1 && /^METHOD:\s*CANCEL\s*$/iu.test(line)) {
      isCancelled = true;
    }
    current?.push(line);
    if (open.length <= 1) current = undefined;
  }
  if (open.length > 0) throw broken(`${open.at(-1)} does not end`);
  if (text.trim() === "") throw new UnreadableFile({ code: "notIcs" });
  return { isCancelled, zones, events };
}

/** Long lines are folded by byte: a character may well be cut in two, so they are joined before the text is read. */
export const unfold = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString("latin1").replace(/(\r\n|\n|\r)[ \t]/gu, ""), "latin1");
