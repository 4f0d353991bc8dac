import fc from "fast-check";
import { languages } from "../../../../src/core/language.ts";
import { messageAsForm } from "../../../../src/features/announcements/write/message-as-form.ts";

const sv = (text: string, subject?: string) =>
  messageAsForm({ text, ...(subject !== undefined && { subject }) }, "sv");

describe("a message as an announcement", () => {
  it.each<[string, string, string | undefined, string, string]>([
    ["one line", "Vi ses i Åbo.", undefined, "Vi ses i Åbo.", "Vi ses i Åbo."],
    [
      "a heading and a text",
      " Träffen\n\n  Vi ses.\n Ta med kaffe.",
      undefined,
      "Träffen",
      "Vi ses.\nTa med kaffe.",
    ],
    ["a subject", "Vi ses.\nTa med kaffe.", "Träffen", "Träffen", "Vi ses.\nTa med kaffe."],
    ["an empty subject", "Träffen\nVi ses.", "  ", "Träffen", "Vi ses."],
    ["only a subject", "", "Träffen", "Träffen", ""],
  ])("when it is %s, then title and text are found", (_, text, subject, titleSv, textSv) => {
    expect(sv(text, subject)).toMatchObject({ form: { titleSv, textSv }, isCut: false });
  });

  it("when the first line is longer than a title, then it is cut at a word and stands whole in the text", () => {
    const line = "Upphandlingsnätverket ".repeat(10).trim();
    const { form } = sv(`${line}\nSlut`) ?? { form: undefined };

    expect(form?.titleSv).toMatch(/^(?:Upphandlingsnätverket )+Upphandlingsnätverket…$/u);
    expect(form?.textSv).toBe(`${line}\nSlut`);
  });

  it.each(languages)("when it is written in %s, then only those fields are filled", (language) => {
    const form = messageAsForm({ text: "A\nB" }, language)?.form;
    const ending = `${language[0]?.toUpperCase()}${language[1]}`;

    expect(form).toMatchObject({ [`title${ending}`]: "A", [`text${ending}`]: "B" });
    const words = Object.entries(form ?? {}).filter(([name]) => /^(?:title|text)/u.test(name));
    expect(words.filter(([, value]) => value !== "")).toHaveLength(2);
  });

  it("when it has no words, then it is none", () => {
    expect(sv(" \n ")).toBeUndefined();
  });

  it("when it is any text at all, then title and text fit, and nothing is lost unsaid", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 6_000 }), (text) => {
        const read = sv(text);
        if (!read) return expect(text.trim()).toBe("");
        expect(read.form.titleSv.length).toBeLessThanOrEqual(120);
        expect(read.form.textSv.length).toBeLessThanOrEqual(4_000);
        const lines = text.split("\n").map((line) => line.trim());
        if (!read.isCut) expect(lines.join("\n").trim().endsWith(read.form.textSv)).toBe(true);
      }),
    );
  });
});
