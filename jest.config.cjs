/** ESM-only packages, which jest must compile; adaptivecards brings the first three. */
const esmOnly = ["swiper", "dom7", "ssr-window", "temporal-polyfill", "temporal-utils"];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // Browser tests need Chromium, the image's test a registry: `npm run test:browser` and `test:image` name their folders.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/", "<rootDir>/test/image/"],
  modulePathIgnorePatterns: ["<rootDir>/.data/", "<rootDir>/.cache/"],
  maxWorkers: 2,
  transform: {
    "^.+\\.[jt]s$": [
      "@swc/jest",
      {
        jsc: { target: "es2024", parser: { syntax: "typescript" } },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join("|")})/)`],
  setupFilesAfterEnv: ["<rootDir>/scripts/jest-late-rejections.cjs"],
  reporters: ["default", "<rootDir>/scripts/jest-summary.cjs"],
  testTimeout: 30_000,
};
