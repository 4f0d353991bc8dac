import fc from "fast-check";
import {
  createRowReader,
  isDate,
  joinList,
  splitList,
  tidy,
  withoutGaps,
} from "../../src/core/rows.ts";

describe("a list in a table cell", () => {
  it.each([
    ["a;b", ["a", "b"]],
    ["a", ["a"]],
    ["", []],
    [";;a;;", ["a"]],
    ["a\\;b;c", ["a;b", "c"]],
    ["C:\\dir;x", ["C:\\dir", "x"]],
    ["a\\\\;b", ["a\\", "b"]],
    ["ends\\", ["ends\\"]],
  ])("when it is %j, then it holds %j", (cell, items) => {
    expect(splitList(cell)).toEqual(items);
  });

  it("when any items are joined, then splitting gives them back", () => {
    const items = fc.array(fc.string({ minLength: 1, unit: "grapheme" }));
    const tricky = fc.array(fc.string({ minLength: 1, unit: fc.constantFrom(";", "\\", "a") }));
    fc.assert(
      fc.property(fc.oneof(items, tricky), (list) => {
        expect(splitList(joinList(list))).toEqual(list);
      }),
    );
  });
});

describe("tidy", () => {
  it.each([
    ["  a  ", "a"],
    ["a\r\nb\rc", "a\nb\nc"],
    ["a\u0000\u001bb\u0007", "ab"],
    ["\u202eexe.fdp\u202c", "exe.fdp"],
    ["a\u200bb\ufeff", "ab"],
    ["A\u030abo", "Åbo"],
    ["a\tb", "a\tb"],
    ["\ud83d", "\ufffd"],
  ])("when the text is %j, then it becomes %j", (text, clean) => {
    expect(tidy(text)).toBe(clean);
  });

  it("when a text is tidied twice, then it does not change again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });
});

describe("isDate", () => {
  it.each([
    ["2026-02-28", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-02-30", false],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["1.2.2026", false],
    ["2026-02-28T00:00", false],
    ["", false],
  ])("when the text is %j, then it is a date: %s", (text, is) => {
    expect(isDate(text)).toBe(is);
  });
});

describe("a row reader", () => {
  it("when values are good, then they are read tidied and there are no faults", () => {
    const read = createRowReader({
      text: " A\u030a ",
      number: 12,
      list: ["a ", "", " b"],
      cell: "a; b;",
      language: "fi",
      languages: ["sv", "en"],
      date: "2026-01-31",
      url: "https://a.example/x?y=1",
      email: "a.b@c.example",
      network: "n1",
      status: "draft",
      empty: "  ",
      nothing: null,
    });

    expect(read.text("text")).toBe("Å");
    expect(read.text("number")).toBe("12");
    expect(read.list("list")).toEqual(["a", "b"]);
    expect(read.list("cell")).toEqual(["a", "b"]);
    expect(read.language("language")).toBe("fi");
    expect(read.languages("languages")).toEqual(["sv", "en"]);
    expect(read.date("date")).toBe("2026-01-31");
    expect(read.httpsUrl("url")).toBe("https://a.example/x?y=1");
    expect(read.email("email")).toBe("a.b@c.example");
    expect(read.network("network", ["n1"], undefined)).toBe("n1");
    expect(read.network("missing", ["n1"], "n2")).toBe("n2");
    expect(read.oneOf("status", ["draft"], "badStatus")).toBe("draft");
    for (const column of ["empty", "nothing", "missing"]) {
      expect(read.text(column)).toBeUndefined();
      expect(read.list(column)).toEqual([]);
    }
    expect(read.faults).toEqual([]);
  });

  type Reader = ReturnType<typeof createRowReader>;
  it.each<[string, unknown, (read: Reader) => unknown, object]>([
    ["text", true, (read) => read.text("x"), { code: "badText" }],
    ["text", ["a"], (read) => read.text("x"), { code: "badText" }],
    ["text", { a: 1 }, (read) => read.text("x"), { code: "badText" }],
    ["line", "a".repeat(501), (read) => read.text("x"), { code: "tooLong", most: 500 }],
    [
      "long text",
      "a".repeat(100_001),
      (read) => read.longText("x"),
      { code: "tooLong", most: 100_000 },
    ],
    ["list", 1, (read) => read.list("x"), { code: "badList" }],
    ["list", ["a", 1], (read) => read.list("x"), { code: "badList" }],
    ["list", [["a"]], (read) => read.list("x"), { code: "badList" }],
    ["list", Array(201).fill("a"), (read) => read.list("x"), { code: "tooLong", most: 200 }],
    ["list", ["a".repeat(501)], (read) => read.list("x"), { code: "tooLong", most: 500 }],
    ["id", "a\nb", (read) => read.id("x"), { code: "badId" }],
    ["id", "a".repeat(101), (read) => read.id("x"), { code: "badId" }],
    ["date", "31.1.2026", (read) => read.date("x"), { code: "badDate", value: "31.1.2026" }],
    [
      "url",
      "http://a.example",
      (read) => read.httpsUrl("x"),
      { code: "badUrl", value: "http://a.example" },
    ],
    [
      "url",
      "https://a.example/a b",
      (read) => read.httpsUrl("x"),
      { code: "badUrl", value: "https://a.example/a b" },
    ],
    [
      "url",
      "https://teams.example@a.example/x",
      (read) => read.httpsUrl("x"),
      { code: "badUrl", value: "https://teams.example@a.example/x" },
    ],
    [
      "url",
      "javascript:alert(1)",
      (read) => read.httpsUrl("x"),
      { code: "badUrl", value: "javascript:alert(1)" },
    ],
    ["e-mail", "a@b", (read) => read.email("x"), { code: "badEmail", value: "a@b" }],
    [
      "e-mail",
      "A <a@b.example>",
      (read) => read.email("x"),
      { code: "badEmail", value: "A <a@b.example>" },
    ],
    ["language", "se", (read) => read.language("x"), { code: "unknownLanguage", value: "se" }],
    [
      "languages",
      ["sv", "se"],
      (read) => read.languages("x"),
      { code: "unknownLanguage", value: "se" },
    ],
    [
      "network",
      "n9",
      (read) => read.network("x", ["n1"], "n1"),
      { code: "unknownNetwork", value: "n9" },
    ],
    [
      "choice",
      "c",
      (read) => read.oneOf("x", ["a", "b"], "badStatus"),
      { code: "badStatus", value: "c" },
    ],
    ["required", "", (read) => read.required("x", read.text("x")), { code: "required" }],
    [
      "required but bad",
      "1.1.",
      (read) => read.required("x", read.date("x")),
      { code: "badDate", value: "1.1." },
    ],
  ])("when a %s is %j, then that is its one fault", (_, value, act, fault) => {
    const read = createRowReader({ x: value });

    act(read);

    expect(read.faults).toEqual([{ column: "x", fault }]);
  });

  it("when a bad value is long, then the fault shows its beginning", () => {
    const read = createRowReader({ x: "y".repeat(400) });

    read.date("x");

    expect(read.faults[0]?.fault).toEqual({ code: "badDate", value: `${"y".repeat(60)}…` });
  });

  it("when a row holds anything at all, then reading never throws", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        const read = createRowReader({ x: value });
        read.id("x");
        read.text("x");
        read.list("x");
        read.date("x");
        read.languages("x");
        read.network("x", [], undefined);
      }),
    );
  });
});

describe("withoutGaps", () => {
  it("when values are undefined, then they are left out, and only those", () => {
    expect(withoutGaps({ a: undefined, b: "", c: 0, d: null, e: false })).toEqual({
      b: "",
      c: 0,
      d: null,
      e: false,
    });
  });
});
