import type { Environment } from "../../engine/contract";
import type { Ailment } from "./ailment";
import { AILMENTS } from "./ailments";
import { Ward } from "./ward";

/** A step that was made, or that could not be. */
export interface HealedStep {
  readonly ailment: Ailment;
  /** Why it could not be made; undefined where it was. */
  readonly problem?: string;
}

/**
 * Heals the ailing demo step by step. What is left is kept with the environment, so that a saved one goes on where it
 * was. A step that a person has made on the page already may fail: that is told, and counts as made.
 */
export class Healer {
  private readonly ward: Ward;

  constructor(
    private readonly environment: Environment,
    root: string,
  ) {
    this.ward = new Ward(environment, root);
  }

  /** What is still to be done, in order. */
  get remaining(): readonly Ailment[] {
    const left = new Set(this.environment.state.ailments);
    return AILMENTS.filter(({ id }) => left.has(id));
  }

  /** Makes a step, the next one unless another is named. @returns undefined where there is none such */
  async heal(id = this.remaining[0]?.id): Promise<HealedStep | undefined> {
    const ailment = this.remaining.find((one) => one.id === id);
    const { ailments } = this.environment.state;
    if (!ailment || !ailments) return undefined;
    // Before the step: a saved environment is written with each change, and must not heal the same twice.
    ailments.splice(ailments.indexOf(ailment.id), 1);
    try {
      await ailment.heal(this.ward);
      return { ailment };
    } catch (error) {
      return { ailment, problem: error instanceof Error ? error.message : String(error) };
    }
  }
}
