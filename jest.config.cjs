/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // Browser tests need Chromium: `npm run test:browser` names their folder itself.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
  modulePathIgnorePatterns: ["<rootDir>/.data/", "<rootDir>/.cache/"],
  maxWorkers: 2,
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: { target: "es2024", parser: { syntax: "typescript" } },
        module: { type: "commonjs" },
      },
    ],
  },
  setupFilesAfterEnv: ["<rootDir>/scripts/jest-late-rejections.cjs"],
  reporters: ["default", "<rootDir>/scripts/jest-summary.cjs"],
  testTimeout: 30_000,
};
