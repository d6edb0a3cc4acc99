/** What is being read for the facts of a release. */
export type ReleaseReadingStage = "solution" | "presence" | "members" | "holders" | "layers" | "dependencies";
