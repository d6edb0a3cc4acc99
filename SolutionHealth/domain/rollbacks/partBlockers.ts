import { nameKey } from "../solutions/solutionNames";
import type { Departures } from "./departures";
import { fixPlaceOf } from "./fixPlace";
import type { LayerNames } from "./layerNames";
import type { Leaving } from "./leavingSolutions";
import type { Blocker, FixPlace } from "./rollbackPreview";
import type { Subject } from "./subjects";

/** Parts of what goes that do not go along, since a managed solution still has a layer on them then (fact sheet §8.2). */
export function partBlockers(subject: Subject, departures: Departures, names: LayerNames, leaving: Leaving): Blocker[] {
  const step = departures.wholeGoneAt(subject);
  if (step === undefined || (departures.goneAt(subject) ?? Infinity) <= step) return [];
  const { component, why } = subject;
  const blocker = (fix: FixPlace, round: number): Blocker => ({
    kind: "part",
    required: component,
    dependent: component,
    fix,
    round,
  });
  const layers = departures.layersAfter(subject, step);
  if (layers) {
    const managed = layers.filter(({ kind }) => kind === "managed");
    return managed.map((layer, index) => blocker(fixPlaceOf(layer, departures, names), index + 1));
  }
  const late = leaving.solutions.find(
    ({ uniqueName }) =>
      subject.heldBy.includes(nameKey(uniqueName)) && (departures.steps.get(nameKey(uniqueName)) ?? 0) > step,
  );
  if (late && !why) return [blocker({ where: "order", solution: names.nameOfSolution(late) }, 1)];
  return [{ ...blocker({ where: "unknown" }, 1), kind: "unreadable", ...(why && { why }) }];
}
