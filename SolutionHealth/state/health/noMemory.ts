import type { HealthMemoryPort } from "./ports";

/** For an environment that keeps nothing for this product: decisions count as long as the page is open. */
export const NO_MEMORY: HealthMemoryPort = {
  load: () => Promise.resolve(undefined),
  decide: () => Promise.reject(new Error("There is nothing to keep a decision in.")),
  withdraw: () => Promise.reject(new Error("There is nothing to take a decision from.")),
  keep: () => Promise.reject(new Error("There is nothing to keep a look in.")),
};
