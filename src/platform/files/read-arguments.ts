import { parseArgs } from "node:util";
import { isLanguage, type Language } from "../../core/language.ts";
import { type ExportFormat, exportFormats, termFormats } from "./write-rows.ts";

/** What the command line was asked to do. */
export type Request =
  | { readonly command: "help"; readonly usage: string }
  | {
      readonly command: "ask";
      readonly question: string;
      readonly json: boolean;
      readonly language?: Language;
      readonly network?: string;
    }
  | {
      readonly command: "ask-batch";
      readonly path: string;
      readonly language?: Language;
      readonly network?: string;
    }
  | {
      readonly command: "import";
      readonly kind: string;
      readonly path: string;
      readonly json: boolean;
      readonly dryRun: boolean;
      readonly network?: string;
    }
  | {
      readonly command: "export";
      readonly kind: string;
      readonly format: ExportFormat;
      readonly out?: string;
      readonly network?: string;
    }
  | {
      readonly command: "report";
      /** Of the announcement. */
      readonly id: string;
      readonly format: ExportFormat;
      readonly out?: string;
      readonly network?: string;
    }
  | {
      readonly command: "outbox";
      /** All batches unless named. */
      readonly batch?: string;
      readonly json: boolean;
    }
  | { readonly command: "manifest"; readonly out: string }
  | {
      readonly command: "forget";
      /** `tenant:person` */
      readonly person: string;
    }
  | { readonly command: "doctor" };

/** The command line cannot be understood; the message says why and how it is used. */
export class UsageError extends Error {
  readonly exitCode = 64;
  constructor(reason: string, command?: string) {
    super(`${reason}\n\n${usageOf(command)}`);
    this.name = "UsageError";
  }
}

const usages = {
  ask: [
    'ask "QUESTION" [--language sv|fi|en] [--network ID] [--json]',
    "ask --batch FILE.jsonl [--language sv|fi|en] [--network ID]",
  ],
  import: ["import KIND FILE [--network ID] [--dry-run] [--json]"],
  export: ["export KIND [--network ID] [--format jsonl|csv|xlsx|tbx] [--out FILE]"],
  report: ["report ANNOUNCEMENT [--network ID] [--format csv|xlsx|jsonl] [--out FILE]"],
  outbox: ["outbox [--batch ID] [--json]"],
  manifest: ["manifest [--out FILE.zip]"],
  forget: ["forget TENANT:PERSON"],
  doctor: ["doctor"],
} as const;

const notes = `KIND is networks, practices, contacts, terms or meetings. FILE ends in .jsonl, .csv (comma or semicolon, UTF-8)
or .xlsx (Excel: the first sheet, whose first row names the columns; exported only to a file, with --out);
meetings are also imported from .ics, as calendars export them; terms are also imported from and exported to .tbx.
export also knows the KIND audit: who did what.
forget erases a person (Entra ids of tenant and person) from the whole store, for an administrator. Contact entries stay:
those of the same name are listed, to be taken out by hand.
The result goes to stdout, all else to stderr. Exit code 0: done; 1: something was rejected or failed;
64: the command line was not understood; 78: the configuration cannot be used.`;

type Command = keyof typeof usages;

const isCommand = (word: string | undefined): word is Command =>
  word !== undefined && Object.hasOwn(usages, word);

function usageOf(command?: string): string {
  const lines = isCommand(command) ? usages[command] : Object.values(usages).flat();
  const commands = lines.map((line) => `  npm run --silent kollega -- ${line}`).join("\n");
  return `Usage:\n${commands}\n\n${notes}`;
}

/** Throws a UsageError for whatever it does not understand. */
export function readArguments(args: readonly string[]): Request {
  const [command, ...rest] = args;
  if (command === "--help" || command === "-h" || command === "help") {
    return { command: "help", usage: usageOf(rest[0]) };
  }
  if (command === undefined) throw new UsageError("Which command?");
  if (!isCommand(command)) throw new UsageError(`There is no command “${command}”.`);
  const { values, positionals } = parse(command, rest);
  if (values.help) return { command: "help", usage: usageOf(command) };
  const fail = (reason: string): never => {
    throw new UsageError(reason, command);
  };
  const expect = (...names: readonly string[]): void => {
    if (positionals.length > names.length)
      fail(`Too much: ${positionals.slice(names.length).join(" ")}`);
    if (positionals.length < names.length)
      fail(`Missing: ${names.slice(positionals.length).join(", ")}`);
  };
  const { json = false, network } = values;
  const [first = "", second = ""] = positionals;
  function formatOf(
    wanted: string | undefined,
    out: string | undefined,
    otherwise: ExportFormat,
    formats: readonly ExportFormat[] = exportFormats,
  ): ExportFormat {
    const ending = formats.find((one) => out?.toLowerCase().endsWith(`.${one}`));
    const asked = wanted ?? ending ?? otherwise;
    const format = formats.find((one) => one === asked);
    if (format === undefined) return fail(`--format is none of ${formats.join(", ")}: ${asked}`);
    if (format === "xlsx" && out === undefined)
      return fail("xlsx is no text for a terminal or a pipe: name a file with --out.");
    return format;
  }

  switch (command) {
    case "ask": {
      const { batch, language } = values;
      if (language !== undefined && !isLanguage(language)) {
        return fail(`--language is none of sv, fi, en: ${language}`);
      }
      if (batch !== undefined) {
        expect();
        return { command: "ask-batch", path: batch, language, network };
      }
      const question = positionals.join(" ").trim();
      if (question === "") return fail("Missing: the question");
      return { command, question, json, language, network };
    }
    case "import":
      expect("KIND", "FILE");
      return {
        command,
        kind: first,
        path: second,
        json,
        dryRun: values["dry-run"] ?? false,
        network,
      };
    case "export": {
      expect("KIND");
      const { out } = values;
      const formats = first === "terms" ? [...exportFormats, ...termFormats] : exportFormats;
      const format = formatOf(values.format, out, "jsonl", formats);
      return { command, kind: first, format, out, network };
    }
    case "report": {
      expect("ANNOUNCEMENT");
      const { out } = values;
      return { command, id: first, format: formatOf(values.format, out, "csv"), out, network };
    }
    case "outbox":
      expect();
      return { command, json, ...(values.batch !== undefined && { batch: values.batch }) };
    case "manifest":
      expect();
      return { command, out: values.out ?? "kollega-teams-app.zip" };
    case "forget":
      expect("TENANT:PERSON");
      if (!/^[^:\s]+:\S+$/u.test(first)) return fail(`This names no person: ${first}`);
      return { command, person: first };
    case "doctor":
      expect();
      return { command };
  }
}

const options = {
  help: { type: "boolean", short: "h" },
  json: { type: "boolean" },
  network: { type: "string" },
  language: { type: "string" },
  batch: { type: "string" },
  "dry-run": { type: "boolean" },
  format: { type: "string" },
  out: { type: "string" },
} as const;

const optionsOf: Readonly<Record<Command, readonly (keyof typeof options)[]>> = {
  ask: ["language", "network", "json", "batch"],
  import: ["network", "dry-run", "json"],
  export: ["network", "format", "out"],
  report: ["network", "format", "out"],
  outbox: ["batch", "json"],
  manifest: ["out"],
  forget: [],
  doctor: [],
};

function parse(command: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const alien = Object.keys(values).find(
      (name) => name !== "help" && !(optionsOf[command] as readonly string[]).includes(name),
    );
    if (alien !== undefined) throw new UsageError(`${command} has no option --${alien}.`, command);
    return { values, positionals };
  } catch (error) {
    const code = String((error as { readonly code?: unknown }).code ?? "");
    if (!code.startsWith("ERR_PARSE_ARGS")) throw error;
    throw new UsageError((error as Error).message, command);
  }
}
