/** Unit and sandbox tests. Browser tests are run by Playwright: see playwright.config.ts. */
export default {
  testMatch: ["<rootDir>/tests/**/*.test.{ts,tsx}"],
  testEnvironment: "node",
  testSequencer: "<rootDir>/tools/longestFirst.mjs",
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "classic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  setupFilesAfterEnv: ["<rootDir>/tests/setup.ts"],
  // The control's build output holds copies of sources' names.
  modulePathIgnorePatterns: ["<rootDir>/out/"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/browser/"],
  // Sandbox tests import hundreds of real packages.
  testTimeout: 60_000,
};
