import type { EnvironmentState } from "../../store/model";
import type { Ward } from "./ward";

/** Something that is not well in the demo environment, and what an administrator does about it. */
export interface Ailment {
  /** What is typed to heal it alone. */
  readonly id: string;
  /** Ids of the rules of health that tell of it. */
  readonly shows: readonly string[];
  /** What is wrong, in one sentence. */
  readonly wrong: string;
  /** What heals it, in one sentence: what the step is about to do. */
  readonly remedy: string;
  /** How it came about. Absent where the demo solutions bring it by themselves. */
  readonly make?: (ward: Ward) => void;
  /**
   * What no operation of the platform leads to: the environment was restored from a copy. Called after everything was
   * made, with a state that nothing works on yet.
   */
  readonly restore?: (state: EnvironmentState) => void;
  readonly heal: (ward: Ward) => Promise<void> | void;
}
