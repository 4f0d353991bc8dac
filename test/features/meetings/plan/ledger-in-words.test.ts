import { lineInWords } from "../../../../src/features/meetings/shown-reminders.ts";

const counts = {
  planned: 0,
  sending: 0,
  delivered: 0,
  refused: 0,
  skipped: 0,
  unknown: 0,
  intended: 0,
};
const off = { words: "har stängt av påminnelser", count: 2 };

describe("a line of the ledger", () => {
  it("when a reminder waits, then it says so, or that it will be skipped", () => {
    const line = {
      minutes: 1_440,
      state: "waiting",
      words: "väntar",
      counts,
      reasons: [],
    } as const;

    expect(lineInWords(line, false, "sv")).toBe("En dag före: väntar.");
    expect(lineInWords(line, true, "sv")).toBe(
      "En dag före: hoppas över på koordinatorns begäran.",
    );
  });

  it("when most were sent it, then it says to how many, and why the others were not", () => {
    const line = {
      minutes: 15,
      state: "done",
      words: "skickad",
      counts: { ...counts, delivered: 40, skipped: 2, intended: 42 },
      reasons: [off],
    } as const;

    expect(lineInWords(line, false, "sv")).toBe(
      "15 minuter före: skickad, 40 av 42 mottagare. Övriga: har stängt av påminnelser (2).",
    );
  });

  it("when nobody was sent it, then it says why", () => {
    const line = {
      minutes: 120,
      state: "done",
      words: "skickad",
      counts: { ...counts, skipped: 7, intended: 7 },
      reasons: [{ words: "nästa påminnelse kom samtidigt", count: 7 }],
    } as const;

    expect(lineInWords(line, false, "sv")).toBe(
      "2 timmar före: skickades inte: nästa påminnelse kom samtidigt (7).",
    );
  });

  it("when there was nobody to send it to, then it does not say that it was sent", () => {
    const line = { minutes: 60, state: "done", words: "skickad", counts, reasons: [] } as const;

    expect(lineInWords(line, false, "sv")).toBe(
      "En timme före: skickades inte till någon. Kontrollera att nätverket har kanaler och medlemmar att skicka till.",
    );
  });
});
