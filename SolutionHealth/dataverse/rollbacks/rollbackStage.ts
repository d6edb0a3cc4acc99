/** What is being read for the facts of a rollback. */
export type RollbackReadingStage = "members" | "holders" | "layers" | "dependencies";

/** Told how far a stage is: solutions, requests, components, solutions. */
export type Tell = (stage: RollbackReadingStage, done: number, total: number) => void;
