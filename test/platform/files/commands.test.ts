import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Practice } from "../../../src/core/content.ts";
import { answerBatch } from "../../../src/platform/files/answer-batch.ts";
import {
  checkBot,
  checkDataFolder,
  checkNode,
  findingsInWords,
} from "../../../src/platform/files/check-up.ts";
import { refusedReport, reportInWords } from "../../../src/platform/files/import-report.ts";
import { createProgressBar } from "../../../src/platform/files/progress-bar.ts";
import { readArguments, UsageError } from "../../../src/platform/files/read-arguments.ts";
import { showAnswer } from "../../../src/platform/files/show-answer.ts";
import { textsIn } from "../../../src/texts/texts.ts";
import { importTargets } from "./import-targets.ts";
import { createTempFolder, type TempFolder } from "./temp-folder.ts";

describe("the arguments", () => {
  it.each([
    ["ask hur gör ni", { command: "ask", question: "hur gör ni", json: false }],
    ["ask q --json --language fi", { command: "ask", question: "q", json: true, language: "fi" }],
    ["ask --batch q.jsonl --network n", { command: "ask-batch", path: "q.jsonl", network: "n" }],
    [
      "import practices a.csv",
      { command: "import", kind: "practices", path: "a.csv", dryRun: false, json: false },
    ],
    [
      "import k a --dry-run --json --network=n",
      { command: "import", kind: "k", path: "a", dryRun: true, json: true, network: "n" },
    ],
    ["export k", { command: "export", kind: "k", format: "jsonl" }],
    ["report a-1", { command: "report", id: "a-1", format: "csv" }],
    [
      "report a-1 --network n --out a.xlsx",
      { command: "report", id: "a-1", format: "xlsx", out: "a.xlsx", network: "n" },
    ],
    ["export k --out A.CSV", { command: "export", kind: "k", format: "csv", out: "A.CSV" }],
    ["export k --out A.xlsx", { command: "export", kind: "k", format: "xlsx", out: "A.xlsx" }],
    ["export k --format xlsx --out a", { command: "export", kind: "k", format: "xlsx", out: "a" }],
    [
      "export k --out a.csv --format jsonl",
      { command: "export", kind: "k", format: "jsonl", out: "a.csv" },
    ],
    ["doctor", { command: "doctor" }],
    ["outbox", { command: "outbox", json: false }],
    ["outbox --batch reminder:1 --json", { command: "outbox", batch: "reminder:1", json: true }],
  ])("when they are %j, then they are understood", (line, request) => {
    expect(readArguments(line.split(" "))).toEqual(request);
  });

  it.each(["--help", "-h", "help", "import --help", "help import"])(
    "when they are %j, then the usage is told",
    (line) => {
      expect(readArguments(line.split(" "))).toEqual({
        command: "help",
        usage: expect.stringContaining("import KIND FILE"),
      });
    },
  );

  it("when there is a kind of content, then the usage names it", () => {
    const request = readArguments(["--help"]);

    for (const { kind } of importTargets) {
      expect(request).toMatchObject({ usage: expect.stringContaining(kind) });
    }
  });

  it.each([
    "",
    "fly",
    "constructor",
    "ask",
    "ask q --language de",
    "ask q --batch f",
    "ask q --dry-run",
    "ask q --network",
    "ask q --json=yes",
    "import practices",
    "import practices a b",
    "import practices a --force",
    "export",
    "export k extra",
    "outbox extra",
    "outbox --network n",
    "export k --format xlsx",
    "export k --format xls --out a.xls",
    "doctor now",
    "doctor --json",
  ])("when they are %j, then the usage is told as an error", (line) => {
    const read = () => readArguments(line.split(" ").filter(Boolean));

    expect(read).toThrow(UsageError);
    expect(read).toThrow("Usage:");
    expect(read).toThrow(expect.objectContaining({ exitCode: 64 }));
  });
});

describe("a batch of questions", () => {
  it("when lines are good and bad, then each is answered in order", () => {
    const lines = [
      '{"id":"a","text":" hur? "}',
      "",
      "{",
      '{"id":0,"text":"x","language":"fi","more":1}',
      '{"text":"x"}',
      '{"id":true,"text":"x"}',
      '{"id":"b","text":""}',
      '{"id":"c","text":"x","language":"de"}',
    ].join("\r\n");

    const answered = [
      ...answerBatch(
        `${lines}\n`,
        (question) => ({ question }),
        ({ column, fault }) => `${column} ${fault.code}`,
      ),
    ];

    expect(answered).toEqual([
      { id: "a", question: { text: "hur?" } },
      { id: null, error: " notARow" },
      { id: 0, question: { text: "x", language: "fi" } },
      { id: null, error: "id required" },
      { id: null, error: "id badId" },
      { id: "b", error: "text required" },
      { id: "c", error: "language unknownLanguage" },
    ]);
  });
});

describe("an answer on the terminal", () => {
  const practice: Practice = {
    id: "p",
    language: "sv",
    title: "Titel",
    summary: "Kort.",
    body: "Lång text.",
    questions: [],
    tags: [],
    contacts: [],
    organisation: "Esbo",
    source: "Källan",
    sourceUrl: "https://example.fi",
    status: "published",
  };
  const contact = {
    id: "c",
    name: "Åsa",
    consent: "2026-01-02",
    topics: [],
    languages: [],
    role: "Råd",
    phone: "09",
  };
  const words = { ...textsIn("sv").contacts, ...textsIn("sv").ask };
  const found = [
    { kind: "practice", practice },
    { kind: "contact", contact },
  ] as const;

  it("when a practice answers, then all of it is there, and what else was found", () => {
    const shown = showAnswer("answer", found, words, "sv");

    for (const part of ["Titel", "Kort.", "Lång text.", "Esbo", "Källan, https://example.fi"]) {
      expect(shown).toContain(part);
    }
    expect(shown).toContain(`${words.moreHeading}\n- Åsa, Råd`);
  });

  it("when a person answers, then how to reach them", () => {
    expect(showAnswer("answer", [found[1]], words, "sv")).toBe(`Åsa, Råd\n${words.phone}: 09`);
  });

  it("when it is not clear which answers, then the titles only", () => {
    expect(showAnswer("choices", found, words, "sv")).toBe(
      `${words.choicesHeading}\n- Titel\n- Åsa, Råd`,
    );
  });

  it("when nothing answers, then it says so", () => {
    expect(showAnswer("none", found, words, "sv")).toContain(words.nothingHeading);
    expect(showAnswer("none", [], words, "sv")).toContain(words.nothingHeading);
  });
});

describe("an import's report in words", () => {
  const report = {
    created: 1,
    updated: 2,
    unchanged: 3,
    rejected: 4,
    rows: [{ row: 7, column: "id", reason: "why" }],
  };

  it.each([
    ["sv", "Nya: 1, ändrade: 2, oförändrade: 3, avvisade: 4.\nrad 7: id: why"],
    ["fi", "Uusia: 1, muutettuja: 2, ennallaan: 3, hylättyjä: 4.\nrivi 7: id: why"],
    ["en", "Created: 1, updated: 2, unchanged: 3, rejected: 4.\nrow 7: id: why"],
  ] as const)("when the reader reads %s, then so does it", (language, words) => {
    expect(reportInWords(report, false, language)).toBe(words);
    expect(reportInWords(report, true, language).split("\n")).toHaveLength(3);
  });

  it("when a file was refused, then one row tells why", () => {
    expect(refusedReport("", "why")).toEqual({
      created: 0,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      rows: [{ row: 0, column: "", reason: "why" }],
    });
  });
});

describe("the progress bar", () => {
  function drawn(isTTY: boolean): string {
    let text = "";
    let nowMs = 0;
    const write = (part: string | Uint8Array) => {
      text += part;
      return true;
    };
    const bar = createProgressBar({ isTTY, write }, () => nowMs);
    for (let row = 1; row <= 10; row++) {
      bar.show(row, 10);
      nowMs += 50;
    }
    bar.end();
    return text;
  }

  it("when the stream is a terminal, then it is drawn now and then and taken away", () => {
    const parts = drawn(true).split("\r");

    expect(parts).toHaveLength(7);
    expect(parts[1]).toBe(`[###${"-".repeat(27)}] 1/10`);
    expect(parts.at(-1)).toBe("\u001b[K");
  });

  it("when it is a pipe, then nothing is drawn", () => {
    expect(drawn(false)).toBe("");
  });
});

describe("the check-up", () => {
  let folder: TempFolder;
  const servers: Server[] = [];
  beforeAll(() => {
    folder = createTempFolder();
  });
  afterAll(() => {
    for (const server of servers) server.close();
    folder.remove();
  });

  async function portThatAnswers(status: number): Promise<number> {
    const server = createServer((_, response) => {
      // Not chained: restify, where another test loaded it into this process, makes writeHead return nothing.
      response.writeHead(status);
      response.end();
    });
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return (server.address() as AddressInfo).port;
  }

  it("when Node is too old, then that is a fault", () => {
    expect(checkNode("24.0.0").state).toBe("well");
    expect(checkNode("22.21.1").state).toBe("fault");
  });

  it("when the data folder is there, missing or a file, then it says so and makes nothing", async () => {
    const file = folder.file("file", "");

    expect((await checkDataFolder(folder.path)).state).toBe("well");
    expect((await checkDataFolder(join(folder.path, "a/b"))).state).toBe("note");
    expect((await checkDataFolder(join(folder.path, "a/b"))).state).toBe("note");
    expect((await checkDataFolder(file)).state).toBe("fault");
  });

  it.each([
    [200, "well"],
    [503, "note"],
    [404, "fault"],
  ])("when its port answers %s, then that is: %s", async (status, state) => {
    const port = await portThatAnswers(status);

    expect((await checkBot("127.0.0.1", port)).state).toBe(state);
    expect((await checkBot("0.0.0.0", port)).state).toBe(state);
  });

  it("when no bot runs, then that is no fault", async () => {
    const port = await portThatAnswers(200);
    await new Promise((closed) => servers.pop()?.close(closed));

    expect((await checkBot("127.0.0.1", port)).state).toBe("note");
    expect((await checkBot("127.0.0.1", 0)).state).toBe("note");
  });

  it("when there is something to do, then it stands below what was found", () => {
    expect(
      findingsInWords([
        { state: "well", text: "A" },
        { state: "fault", text: "B", advice: "C" },
      ]),
    ).toBe("ok    A\nFAULT B\n      → C");
  });
});
