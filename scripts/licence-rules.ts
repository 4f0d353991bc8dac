/** Which licences Kollega may bring along, and what is true of the packages that do not fit. Pure but for the data. */
import satisfies from "spdx-satisfies";

export type Package = {
  readonly name: string;
  readonly version: string;
  /** As its package.json says it; undefined: it says nothing. */
  readonly licence: string | undefined;
};

export type Rules = {
  /** SPDX ids that need no word. */
  readonly allowed: readonly string[];
  /** SPDX ids of what is used unmodified, and named in NOTICE with what it is for. */
  readonly namedInNotice: readonly string[];
  /** By package; each with the only licence that it may have, and why that is no trouble. */
  readonly exceptions: Readonly<Record<string, { readonly licence: string; readonly why: string }>>;
  /** Packages whose package.json says nothing, and what a file of theirs says instead. */
  readonly saidElsewhere: Readonly<
    Record<string, { readonly licence: string; readonly file: string }>
  >;
  /** What is said in NOTICE, by package. */
  readonly notices: Readonly<Record<string, string>>;
  /** What is said in NOTICE of data that lie in this repository. */
  readonly data: readonly string[];
};

const publicDomain =
  "given to the public domain (Unlicense): asks for nothing, so nothing is owed; not on the house's list because it is no licence everywhere";

export const rules: Rules = {
  allowed: ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "BlueOak-1.0.0"],
  namedInNotice: ["MPL-2.0", "CC-BY-3.0", "CC-BY-4.0"],
  exceptions: {
    prepin: {
      licence: "Unlicense",
      why: `a build tool of date-holidays that it lists among its dependencies and that Kollega never loads; ${publicDomain}`,
    },
    "big-integer": {
      licence: "Unlicense",
      why: `whole numbers of any size, for adaptive-expressions; ${publicDomain}`,
    },
    tweetnacl: {
      licence: "Unlicense",
      why: `cryptography, for restify's http-signature; ${publicDomain}`,
    },
    argparse: {
      licence: "PSF-2.0",
      why: "arguments of js-yaml's command, which date-holidays lists and Kollega never runs; the Python licence asks to keep its notice, which the package does",
    },
  },
  saidElsewhere: {
    "escape-regexp-component": { licence: "MIT", file: "Readme.md" },
    jspath: { licence: "MIT", file: "LICENSE" },
    semaphore: { licence: "MIT", file: "README.md" },
  },
  notices: {
    "ical.js":
      "ical.js (https://github.com/kewisch/ical.js), Mozilla Public License 2.0: reads and writes calendars.",
    "date-holidays":
      "date-holidays (https://github.com/commenthol/date-holidays), ISC; its data on holidays under Creative Commons\nAttribution 3.0 (CC BY 3.0), made of Wikipedia's lists of public holidays.",
  },
  data: [
    "Business terms of eForms with definitions, and labels of the Common Procurement Vocabulary (CPV), in Swedish, Finnish and\nEnglish, in content/collections: © European Union, Publications Office of the European Union, from OP-TED/eForms-SDK\n(https://github.com/OP-TED/eForms-SDK), Creative Commons Attribution 4.0 International (CC BY 4.0,\nhttps://creativecommons.org/licenses/by/4.0/). Added: an id, a domain and a source for each term. The dictionary in\ncontent/dictionary was learnt from them, from Kollega's own samples and from words put down by hand.",
  ],
};

/** What speaks against bringing these packages along, one sentence each; `fileSays` finds words in a package's file. */
export function licenceFaults(
  packages: readonly Package[],
  by: Rules,
  fileSays: (name: string, file: string, words: RegExp) => boolean,
): readonly string[] {
  const names = new Set(packages.map(({ name }) => name));
  const stale = [by.exceptions, by.saidElsewhere, by.notices]
    .flatMap((entries) => Object.keys(entries))
    .filter((name) => !names.has(name));
  return [
    ...packages.flatMap((one) => faultOf(one, by, fileSays) ?? []),
    ...stale.map((name) => `${name}: there are rules for it, but nobody brings it along any more`),
  ];
}

function faultOf(
  { name, version, licence: said }: Package,
  by: Rules,
  fileSays: (name: string, file: string, words: RegExp) => boolean,
): string | undefined {
  const place = `${name} ${version}`;
  const elsewhere = by.saidElsewhere[name];
  if (said === undefined && !elsewhere) return `${place}: says nothing about its licence`;
  if (said === undefined && elsewhere && !fileSays(name, elsewhere.file, saysMit)) {
    return `${place}: its ${elsewhere.file} does not say ${elsewhere.licence} any more`;
  }
  const licence = said ?? elsewhere?.licence ?? "";
  if (isCovered(licence, by.allowed) || by.exceptions[name]?.licence === licence) return undefined;
  if (!isCovered(licence, [...by.allowed, ...by.namedInNotice])) {
    return `${place}: ${licence} is not on the list`;
  }
  return name in by.notices ? undefined : `${place}: ${licence} must be named in NOTICE`;
}

const saysMit = /\bMIT\b|Permission is hereby granted, free of charge/u;

/** "A OR B": one of them is enough; "A AND B": both must be on the list. What is no SPDX expression is not covered. */
function isCovered(licence: string, list: readonly string[]): boolean {
  try {
    return satisfies(licence, list);
  } catch {
    return false;
  }
}

/** The whole text of NOTICE. */
export function noticeText(packages: readonly Package[], by: Rules): string {
  const named = Object.entries(by.notices)
    .filter(([name]) => packages.some((one) => one.name === name))
    .map(([, text]) => text);
  const excepted = Object.entries(by.exceptions).map(
    ([name, { licence, why }]) => `- ${name}, ${licence}: ${why}.`,
  );
  const byLicence = Map.groupBy(
    packages,
    ({ name, licence }) => licence ?? by.saidElsewhere[name]?.licence ?? "?",
  );
  const lists = [...byLicence]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([licence, all]) => {
      const names = [...new Set(all.map(({ name }) => name))].toSorted();
      return `${licence}\n${wrapped(names.join(", "))}`;
    });
  return [
    "Kollega uses these unmodified, as npm packages, under licences that ask to be named:",
    ...named,
    ...(by.data.length > 0 ? ["Kollega ships these data, changed in form only:"] : []),
    ...by.data,
    "Under licences that are not on the house's list, each for a reason (scripts/licence-rules.ts):",
    excepted.map((line) => wrapped(line)).join("\n"),
    `All packages that an installation brings along, by licence. Each holds its own licence text in node_modules.
This file is written by "npm run licences -- --write".`,
    ...lists,
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/u, "\n");
}

const widest = 118;

function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < widest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
