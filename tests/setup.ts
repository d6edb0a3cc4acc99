/// <reference types="@testing-library/jest-dom" />

// Matchers for what a page shows: four of five test files have none, and need not load them.
if (typeof document !== "undefined") jest.requireActual("@testing-library/jest-dom");

// To find a role, a page without layout asks for the style of each element, and goes through every rule of Fluent's
// sheets for it: most of the time of the view tests. Nothing there is hidden by Fluent's sheets that the tests look at; how
// things look, and what is in sight, is for the tests in a browser.
Object.assign(globalThis, { FabricConfig: { mergeStyles: { injectionMode: 0 } } });
