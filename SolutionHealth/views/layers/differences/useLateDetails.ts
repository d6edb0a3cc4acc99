import * as React from "react";
import type { DetailSteps } from "../../../domain/differences/compareValues";
import type { DifferenceDetail, PropertyDifference } from "../../../domain/differences/difference";
import { useProduct } from "../../product";

/** Milliseconds until the first step: more than a frame, so that what is there already is drawn before. */
const AFTER_DRAWING = 30;

interface Found {
  readonly differences: readonly PropertyDifference[];
  readonly details: ReadonlyMap<string, DifferenceDetail>;
}

const NONE: Found["details"] = new Map();

const isLate = ({ detail }: PropertyDifference): boolean => detail === undefined;

/**
 * The differences with the details that were left out, which are worked out after the first drawing, one after the
 * other and a step at a time: the page answers in between.
 * @param stepsOf the same function while the differences are the same
 * @returns differences, and how many details are still missing
 */
export function useLateDetails(
  differences: readonly PropertyDifference[],
  stepsOf: (property: string) => DetailSteps | undefined,
): { readonly differences: readonly PropertyDifference[]; readonly late: number; readonly missing: number } {
  const { host } = useProduct();
  const after = React.useRef(host.after);
  after.current = host.after;
  const [found, setFound] = React.useState<Found>({ differences, details: NONE });
  React.useEffect(() => {
    if (!differences.some(isLate)) return undefined;
    const take = (property: string, detail: DifferenceDetail): void =>
      setFound((before) => ({
        differences,
        details: new Map([...(before.differences === differences ? before.details : []), [property, detail]]),
      }));
    // An error out of a timer would leave the page waiting; out of a drawing it is shown.
    const fail = (error: unknown): void =>
      setFound(() => {
        throw error;
      });
    const work = allSteps(differences, stepsOf, take);
    let callOff = later(AFTER_DRAWING);
    function later(milliseconds: number): () => void {
      return after.current(milliseconds, () => {
        try {
          if (!work.next().done) callOff = later(0);
        } catch (error) {
          fail(error);
        }
      });
    }
    return () => callOff();
  }, [differences, stepsOf]);
  const details = found.differences === differences ? found.details : NONE;
  return React.useMemo(() => withDetails(differences, details), [differences, details]);
}

function* allSteps(
  differences: readonly PropertyDifference[],
  stepsOf: (property: string) => DetailSteps | undefined,
  take: (property: string, detail: DifferenceDetail) => void,
): Generator<undefined, void, undefined> {
  for (const { property } of differences.filter(isLate)) {
    const steps = stepsOf(property);
    if (!steps) continue;
    take(property, yield* steps);
    yield undefined;
  }
}

function withDetails(differences: readonly PropertyDifference[], details: Found["details"]) {
  const late = differences.filter(isLate).length;
  const complete = differences.map((difference) => {
    const detail = difference.detail ?? details.get(difference.property);
    return detail ? { ...difference, detail } : difference;
  });
  return { differences: complete, late, missing: late - details.size };
}
