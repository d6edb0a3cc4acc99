import { NOT_ASKED } from "./fact";
import type { HealthFacts } from "./healthFacts";

/** Nothing is known yet: to begin with, and to fill what somebody does not need. */
export const NO_FACTS: HealthFacts = {
  environment: NOT_ASKED,
  solutions: NOT_ASKED,
  history: NOT_ASKED,
  steps: NOT_ASKED,
  processes: NOT_ASKED,
  owners: NOT_ASKED,
  serviceRules: NOT_ASKED,
  connections: NOT_ASKED,
  variables: NOT_ASKED,
  plans: NOT_ASKED,
  overrides: NOT_ASKED,
  stacks: NOT_ASKED,
  unmanaged: NOT_ASKED,
  dependencies: NOT_ASKED,
};
