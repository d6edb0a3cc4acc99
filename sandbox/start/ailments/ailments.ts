import type { Ailment } from "./ailment";
import { dependencies } from "./dependencies";
import { layers } from "./layers";
import { operations } from "./operations";
import { packages } from "./packages";
import { patches } from "./patches";
import { plans } from "./plans";
import { upgrades } from "./upgrades";
import { workingOrder } from "./workingOrder";

/** Everything that is not well in the demo environment, in the order in which it is healed. Plans come last. */
export const AILMENTS: readonly Ailment[] = [
  ...operations,
  ...upgrades,
  ...layers,
  ...patches,
  ...workingOrder,
  ...dependencies,
  ...packages,
  ...plans,
];
