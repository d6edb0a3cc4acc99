import js from "@eslint/js";
import powerApps from "@microsoft/eslint-plugin-power-apps";
import boundaries from "eslint-plugin-boundaries";
import jsxA11y from "eslint-plugin-jsx-a11y";
import promise from "eslint-plugin-promise";
import react from "eslint-plugin-react";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

/** The rooms of the design. `model` is the plain types inside `domain`; the first pattern that matches wins. */
const rooms = [
  { type: "model", pattern: "SolutionHealth/domain/model" },
  { type: "domain", pattern: "SolutionHealth/domain" },
  { type: "dataverse", pattern: "SolutionHealth/dataverse" },
  { type: "package", pattern: "SolutionHealth/package" },
  { type: "state", pattern: "SolutionHealth/state" },
  { type: "views", pattern: "SolutionHealth/views" },
  { type: "ui", pattern: "SolutionHealth/ui" },
  { type: "control", pattern: "SolutionHealth" },
  { type: "pipeline", pattern: "Solutions/pipeline" },
  { type: "start", pattern: "sandbox/start" },
  { type: "sandbox", pattern: "sandbox" },
  { type: "tests", pattern: "tests" },
];

/** The arrows between rooms: who may import whom. Anything else is an error. */
const arrows = {
  model: [],
  domain: ["model"],
  dataverse: ["domain", "model"],
  package: ["domain", "model"],
  state: ["dataverse", "package", "domain", "model"],
  ui: [],
  views: ["ui", "state", "domain", "model"],
  // index.ts: glue between the framework and the rooms.
  control: ["views", "state", "dataverse", "domain", "model"],
  pipeline: ["package", "dataverse", "domain", "model"],
  // The sandbox is the independent second opinion: plain types only, never the product's rules.
  sandbox: ["package", "model"],
  // `npm start`: puts sandbox, host page and the packed solutions together.
  start: ["sandbox", "pipeline", "package", "model"],
  tests: rooms.map((room) => room.type),
};

/** The one that holds every file: reading the control's own as well would read most of the sources twice. */
const project = "tsconfig.node.json";

const browserGlobals = ["window", "document", "fetch", "setTimeout", "setInterval", "localStorage", "sessionStorage"];
const noBrowserGlobals = browserGlobals.map((name) => ({
  name,
  message: "Inject it: only dataverse/, ui/ and the host adapter touch the browser.",
}));

const control = ["SolutionHealth/**/*.{ts,tsx}"];

export default tseslint.config(
  {
    ignores: ["out/**", "node_modules/**", "SolutionHealth/generated/**", "test-results/**", "playwright-report/**"],
  },
  js.configs.recommended,
  { files: ["**/*.mjs"], languageOptions: { globals: globals.node } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    plugins: { boundaries, promise },
    languageOptions: { parserOptions: { project } },
    settings: {
      "boundaries/elements": rooms,
      "import/resolver": { typescript: { project } },
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: [
            ...rooms.map(({ type }) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf: [type, ...arrows[type]] } } } },
            })),
            { allow: { to: { module: { origin: "external" } } } },
            { allow: { to: { module: { origin: "core" } } } },
          ],
        },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "promise/no-return-wrap": "error",
      "promise/param-names": "error",
      "no-eval": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Never markup made of data." },
        { property: "outerHTML", message: "Never markup made of data." },
        { property: "insertAdjacentHTML", message: "Never markup made of data." },
      ],
      complexity: ["error", 12],
      "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: control,
    plugins: {
      "@microsoft/power-apps": powerApps,
      react,
      "react-hooks": reactHooks,
      "jsx-a11y": jsxA11y,
    },
    settings: { react: { version: "16.14" } },
    rules: {
      ...powerApps.configs.paCheckerHosted.rules,
      ...react.configs.flat.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      "react/prop-types": "off",
      "react/no-danger": "error",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "react-dom", message: "It would be bundled: the platform does not supply it." },
            { name: "@fluentui/react", message: "Only ui/ imports Fluent." },
          ],
          patterns: [
            {
              group: ["@fluentui/react/*", "@fluentui/*", "!@fluentui/react"],
              message: "Root import, and only in ui/.",
            },
            { group: ["node:*", "fs", "path"], message: "The control runs in a browser." },
          ],
        },
      ],
      "no-restricted-globals": ["error", ...noBrowserGlobals],
    },
  },
  {
    files: ["SolutionHealth/ui/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { paths: ["react-dom"], patterns: ["@fluentui/react/*", "@fluentui/!(react)", "node:*"] },
      ],
    },
  },
  {
    files: [
      "SolutionHealth/index.ts",
      "SolutionHealth/views/hostAdapter.ts",
      "SolutionHealth/dataverse/**",
      "SolutionHealth/ui/**",
    ],
    rules: { "no-restricted-globals": "off" },
  },
  {
    // React components are one function of markup; their length says little.
    files: ["**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 90, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["tests/**"],
    rules: {
      "max-lines": ["error", { max: 500, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
