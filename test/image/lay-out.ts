/** Performs a Dockerfile's steps by hand, in a folder that stands for the image's root: there is no Docker here. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export type Step = {
  readonly instruction: string;
  readonly words: readonly string[];
  readonly text: string;
};

/** The steps in order; comments and blank lines are none. */
export function readSteps(dockerfile: string): readonly Step[] {
  return dockerfile
    .replace(/\\\n/gu, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [instruction = "", ...words] = line.split(/\s+/u);
      return { instruction, words, text: line.slice(instruction.length).trim() };
    });
}

/** What the image's settings say in the end. */
export type Image = {
  /** Stands for `/`. */
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
  /** Files of the context that were copied. */
  readonly copied: readonly string[];
};

/** Each stage gets a folder of its own below `folder`; of `RUN` only npm's steps are done, the others make folders and rights. */
export function layOut(context: string, folder: string): Image {
  const stages = new Map<string, string>();
  const copied: string[] = [];
  let env: Record<string, string> = {};
  let root = folder;
  let workdir = "/";
  let user = "root";
  let command: readonly string[] = [];
  let healthCheck: readonly string[] = [];

  for (const { instruction, words, text } of readSteps(
    readFileSync(join(context, "Dockerfile"), "utf8"),
  )) {
    switch (instruction) {
      case "FROM": {
        const name = words[1]?.toUpperCase() === "AS" ? (words[2] ?? "") : "image";
        root = join(folder, name);
        stages.set(name, root);
        env = {};
        workdir = "/";
        user = "root";
        break;
      }
      case "WORKDIR":
        workdir = text;
        mkdirSync(join(root, workdir), { recursive: true });
        break;
      case "COPY": {
        const [first = ""] = words;
        const stage = /^--from=(.+)$/u.exec(first)?.[1];
        const names = (stage === undefined ? words : words.slice(1)).slice(0, -1);
        const target = words.at(-1) ?? "";
        const isFolder = target.endsWith("/");
        for (const name of names) {
          const from = join(stage === undefined ? context : (stages.get(stage) ?? ""), name);
          if (stage === undefined) copied.push(name);
          const to = join(root, workdir, target, isFolder ? basename(name) : "");
          cpSync(from, to, { recursive: true, verbatimSymlinks: true });
        }
        break;
      }
      case "RUN":
        if (text.startsWith("npm ")) {
          execFileSync("sh", ["-c", text], { cwd: join(root, workdir), stdio: "pipe" });
        }
        break;
      case "ENV":
        for (const word of words) {
          const [name = "", value = ""] = word.split("=");
          env[name] = value;
        }
        break;
      case "USER":
        user = text;
        break;
      case "CMD":
        command = JSON.parse(text);
        break;
      case "HEALTHCHECK":
        healthCheck = JSON.parse(text.slice(text.indexOf("[")));
        break;
      case "ENTRYPOINT":
      case "EXPOSE":
      case "VOLUME":
        break;
      default:
        throw new Error(`a step that nobody performs here: ${instruction}`);
    }
  }
  return { root, env, user, command, healthCheck, copied };
}
