import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import type { Place } from "../host";
import type { SolutionList } from "./useSolutionList";

type Chosen = ReadonlySet<Guid>;

/** The solutions whose boxes are ticked: at first those that the place names. What is gone is not chosen any more. */
export function useChosen({ rollback }: Place, { places }: SolutionList): readonly [Chosen, (chosen: Chosen) => void] {
  const [ticked, setTicked] = React.useState<Chosen>(() => new Set(rollback));
  const chosen = React.useMemo(() => new Set([...ticked].filter((id) => places.has(id))), [ticked, places]);
  return [chosen, setTicked];
}
