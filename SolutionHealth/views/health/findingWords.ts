import * as React from "react";
import type { Finding } from "../../domain/health/finding";
import type { InstalledSolution } from "../../domain/model/solution";
import { nameKey } from "../../domain/solutions/solutionNames";
import { useProduct } from "../product";
import { shown } from "../resource";
import { foundText } from "./words/ruleWords";

/** Names of solutions, and findings in words. */
export interface FindingWords {
  /** Display name of a solution, where it is installed; else the unique name. Undefined: the environment as such. */
  readonly solution: (uniqueName: string | undefined) => string;
  readonly installed: (uniqueName: string) => InstalledSolution | undefined;
  readonly found: (finding: Finding) => string;
}

/** The words for what is installed now; made once, by the provider of health. */
export function useNewFindingWords(): FindingWords {
  const { t, plural, host, state } = useProduct();
  const solutions = shown(state.solutions);
  return React.useMemo(() => {
    const known = new Map((solutions ?? []).map((one) => [nameKey(one.uniqueName), one]));
    const installed = (name: string): InstalledSolution | undefined => known.get(nameKey(name));
    const nameOf = (name: string): string => installed(name)?.displayName ?? name;
    return {
      installed,
      solution: (name) => (name === undefined ? t("Health_Environment") : nameOf(name)),
      found: (finding) => foundText(finding, { t, plural, host, solution: nameOf }),
    };
  }, [solutions, t, plural, host]);
}
