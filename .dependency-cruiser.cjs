/**
 * Who may import whom (the table in style.md). test/architecture/import-rules.test.ts plants a violation of each rule,
 * and checks that the cruise saw every file.
 */

/** Packages a feature may use: zones and dates, recurrence, holidays, validation. No I/O, no global state. The one place to edit. */
const purePackages = ["zod", "rrule-temporal", "temporal-polyfill", "ical.js", "date-holidays"];

/** A package by name, found in node_modules or not installed at all. */
const packages = (...names) => `(^|node_modules/)(${names.join("|").replaceAll(".", "\\.")})(/|$)`;

/** Dependency types of what is not our own file: packages of any kind and Node's built-ins. */
const packageTypes = [
  "npm",
  "npm-dev",
  "npm-optional",
  "npm-peer",
  "npm-bundled",
  "npm-no-pkg",
  "npm-unknown",
];
const notOurs = ["core", "unknown", ...packageTypes];

const frontDoor = "^src/features/[^/]+/[^/]+-feature\\.ts$";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "core-imports-only-core",
      comment:
        "Core is the words every feature shares. With a package or a built-in in it, no feature could be tested without that.",
      severity: "error",
      from: { path: "^src/core/" },
      to: { pathNot: "^src/core/" },
    },
    {
      name: "texts-import-only-core",
      comment: "A language is data: a translator may read and change it without knowing the code.",
      severity: "error",
      from: { path: "^src/texts/" },
      to: { pathNot: "^src/(core|texts)/" },
    },
    {
      name: "feature-stays-at-home",
      comment:
        "A feature knows core, texts and its own folder. Features meet through what Feature offers, which app.ts collects; so each can be changed or removed alone.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { pathNot: "^src/(core|texts|features/$1)/", dependencyTypesNot: notOurs },
    },
    {
      name: "feature-uses-only-pure-packages",
      comment:
        "A feature decides, the platform acts: no SDK, file, clock or network in it. Allowed are the pure packages named above.",
      severity: "error",
      from: { path: "^src/features/" },
      to: { pathNot: [packages(...purePackages), "^\\."], dependencyTypes: notOurs },
    },
    {
      name: "front-door-only",
      comment:
        "Only *-feature.ts may be imported from outside a feature's folder, so that everything behind it can change freely.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/features/" },
      to: { path: "^src/features/", pathNot: frontDoor },
    },
    {
      name: "platform-stays-at-home",
      comment:
        "An adapter knows core and its own folder: no feature, no other adapter. So each can be replaced by another that keeps the port's promise.",
      severity: "error",
      from: { path: "^src/platform/([^/]+)/" },
      to: { pathNot: "^src/(core|platform/$1)/", dependencyTypesNot: notOurs },
    },
    {
      name: "app-plugs-features-together",
      comment:
        "app.ts knows core and each feature's front door, nothing else: it gets its platform as an argument, in tests a fake one.",
      severity: "error",
      from: { path: "^src/app\\.ts$" },
      to: { pathNot: ["^src/core/", frontDoor] },
    },
    {
      name: "entries-plug-platform-in",
      comment:
        "main.ts and cli.ts join the app, the config and the adapters, and may say what the texts hold. What a feature does they learn from app.ts only.",
      severity: "error",
      from: { path: "^src/(main|cli)\\.ts$" },
      to: {
        pathNot: ["^src/(app|config)\\.ts$", "^src/(core|texts|platform)/"],
        dependencyTypesNot: notOurs,
      },
    },
    {
      name: "entries-use-no-packages",
      comment:
        "SDKs live in the platform; an entry that calls one directly would be a second home. Node's built-ins (arguments, signals) are fine.",
      severity: "error",
      from: { path: "^src/(main|cli)\\.ts$" },
      to: { dependencyTypes: packageTypes },
    },
    {
      name: "config-knows-no-house",
      comment:
        "config.ts reads the environment and returns data; it is passed down, so it needs nobody but core, a validator and Node.",
      severity: "error",
      from: { path: "^src/config\\.ts$" },
      to: { path: "^src/", pathNot: "^src/core/" },
    },
    {
      name: "bot-framework-only-in-teams",
      comment: "Bot Framework is at its end of life: moving to its successor must cost one folder.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/teams/" },
      to: { path: packages("botbuilder[^/]*", "botframework-[^/]*") },
    },
    {
      name: "cosmos-only-in-storage",
      comment: "The store is SQLite or Cosmos DB behind one port; nobody else may know which.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/storage/" },
      to: { path: packages("@azure/cosmos") },
    },
    {
      name: "restify-only-in-http",
      comment: "Others mount routes through platform/http, where limits, refusals and headers are.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/http/" },
      to: { path: packages("restify", "@types/restify") },
    },
    {
      name: "card-templating-only-in-cards",
      comment:
        "Replies are data; only platform/cards makes Adaptive Cards of them, with escaping in one place.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/cards/" },
      to: { path: packages("adaptivecards-templating", "adaptive-expressions") },
    },
    {
      name: "telemetry-packages-only-in-telemetry",
      comment:
        "What is told of the house leaves it in one place, where somebody looks that no texts, names and ids go along.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/telemetry/" },
      to: { path: packages("@opentelemetry/[^/]+", "prom-client", "pino") },
    },
    {
      name: "app-manifest-only-in-manifest",
      comment: "Teams' schemas change often; only the builder of the app package may know them.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/manifest/" },
      to: { path: packages("@microsoft/app-manifest") },
    },
    {
      name: "no-development-packages",
      comment:
        "An image installs with --omit=dev: what src imports from there crashes only in production.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm"] },
    },
    {
      name: "no-undeclared-packages",
      comment:
        "A package that is only there because another brought it may vanish with any update: name it in package.json.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-unresolvable-imports",
      comment: "An import that leads nowhere escapes every other rule here.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
    {
      name: "no-cycles",
      comment:
        "Files in a circle can only be understood, tested and loaded together; types count, too.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment:
        "A file that nobody imports and that imports nothing is forgotten. Ambient declarations are never imported.",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.d\\.ts$", orphan: true },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Type imports count: without this `import type` is invisible to every rule.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["main", "types", "typings"],
    },
  },
};
