import fc from "fast-check";
import { oneLine, paragraphs, shortened } from "../../../src/platform/cards/plain-text.ts";

describe("plain text on a card", () => {
  it.each([
    ["bidi controls", "sida\u202Efdp.exe\u2066\u200F", "sidafdp.exe"],
    ["control characters", "a\u0000b\u0007c\u007f", "abc"],
    ["zero-width characters", "pay\u200bpal\ufeff \u2060x", "paypal x"],
    ["a joiner that hides", "sek\u200dret", "sekret"],
    ["a joiner within an emoji", "👩\u200d💻 och 👨🏽\u200d💻", "👩\u200d💻 och 👨🏽\u200d💻"],
    ["half a character", "a\ud83db", "a\ufffdb"],
    ["tag characters", "hej\u{e0041}\u{e0042}", "hej"],
    [
      "Finnish, Swedish and a soft hyphen",
      "työ\u00adpaja på öppet hav",
      "työ\u00adpaja på öppet hav",
    ],
  ])("when it holds %s, then it keeps what people see", (_name, given, expected) => {
    expect(paragraphs(given)).toBe(expected);
  });

  it("when lines are broken in any way, then each break is a paragraph break", () => {
    expect(paragraphs("ett\ntvå\r\n\r\n\r\n  tre\u2028fyra\t\n")).toBe("ett\n\ntvå\n\ntre\n\nfyra");
    expect(oneLine("ett\n två\ttre")).toBe("ett två tre");
  });

  it("when it is cut, then it ends with an ellipsis and whole characters", () => {
    expect(shortened("abc", 3)).toBe("abc");
    expect(shortened("abcd", 3)).toBe("ab…");
    expect(shortened("ab😀d", 4)).toBe("ab…");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        expect(shortened(text, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
