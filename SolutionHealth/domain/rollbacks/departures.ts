import type { ComponentKey, ComponentLayer } from "../layers/componentLayer";
import { nameKey } from "../solutions/solutionNames";
import { hasBase } from "./componentFate";
import type { Subject } from "./subjects";
import { partOf, type WholeKey, wholeOf } from "./wholes";

/** Number of the step in which a leaving solution goes, by its key (`nameKey`). Patches go with their base's step. */
export type Steps = ReadonlyMap<string, number>;

/** When what is gone: solutions go one step after the other, and each step has to be possible as things are then. */
export interface Departures {
  readonly steps: Steps;
  /** Step in which the component is deleted; undefined where it stays, or where nobody knows. */
  goneAt(subject: Subject): number | undefined;
  /** Step in which the table or variable goes that the component is part of. */
  wholeGoneAt(subject: Subject): number | undefined;
  /** Layers that are left after a step, top first; undefined where they are not known. */
  layersAfter(subject: Subject, step: number): readonly ComponentLayer[] | undefined;
  /** Step in which a layer goes; undefined where it stays. */
  stepOf(layer: ComponentLayer): number | undefined;
}

export function createDepartures(subjects: ReadonlyMap<ComponentKey, Subject>, steps: Steps): Departures {
  const stepOf = (layer: ComponentLayer): number | undefined =>
    layer.kind === "managed" ? steps.get(nameKey(layer.solution)) : undefined;
  const layersAfter: Departures["layersAfter"] = ({ stack }, step) =>
    stack?.layers.filter((layer) => (stepOf(layer) ?? Infinity) > step);
  const wholes = new Map<WholeKey, number>();
  for (const subject of subjects.values()) {
    const whole = wholeOf(subject.component);
    const step = ownStep(subject, steps, stepOf);
    if (whole !== undefined && step !== undefined) wholes.set(whole, step);
  }
  const wholeGoneAt: Departures["wholeGoneAt"] = ({ component }) => wholes.get(partOf(component) ?? "");
  return {
    steps,
    stepOf,
    layersAfter,
    wholeGoneAt,
    goneAt: (subject) => {
      const own = ownStep(subject, steps, stepOf);
      const whole = wholeGoneAt(subject);
      if (whole === undefined || isHeldAfter(subject, whole, steps, layersAfter)) return own;
      return own === undefined ? whole : Math.min(own, whole);
    },
  };
}

/** When nothing but unmanaged edits holds it any more (fact sheet §8.2). */
function ownStep(
  { stack, why, heldBy, member }: Subject,
  steps: Steps,
  stepOf: Departures["stepOf"],
): number | undefined {
  if (stack) {
    const going = stack.layers.map(stepOf).filter((step) => step !== undefined);
    const staying = stack.layers.filter((layer) => stepOf(layer) === undefined);
    return going.length > 0 && !hasBase(staying) ? Math.max(...going) : undefined;
  }
  if (why || member?.custom !== true || member.alsoHeldBy.length > 0 || heldBy.length === 0) return undefined;
  return Math.max(...heldBy.map((name) => steps.get(name) ?? 0));
}

/** Whether a managed solution has a layer on the part when its whole goes: then the part does not go along (§8.2). */
function isHeldAfter(subject: Subject, step: number, steps: Steps, layersAfter: Departures["layersAfter"]): boolean {
  const layers = layersAfter(subject, step);
  if (layers) return layers.some(({ kind }) => kind === "managed");
  if (subject.why || (subject.member?.alsoHeldBy.length ?? 0) > 0) return true;
  return subject.heldBy.some((name) => (steps.get(name) ?? 0) > step);
}
