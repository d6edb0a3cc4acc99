import type { Environment } from "../../engine/contract";
import type { EnvironmentState } from "../../store/model";
import { copyOf } from "../../store/stateFile";
import { AILMENTS } from "./ailments";
import { Ward } from "./ward";

/** Member name of OrganizationType: production (fact sheet §6.7). Some things are wrong there alone. */
const PRODUCTION = "Secondary";

/**
 * Makes the demo environment ill in every way that the product knows of. Needs the demo solutions and this product.
 * @returns the state of the ailing environment, which is to be opened anew: part of it came by a restore
 */
export function fallIll(environment: Environment, root: string, setClock: (now: () => Date) => void): EnvironmentState {
  const ward = new Ward(environment, root, setClock);
  for (const { make } of AILMENTS) make?.(ward);
  setClock(() => new Date());
  const state = copyOf(environment.state);
  for (const { restore } of AILMENTS) restore?.(state);
  return {
    ...state,
    organization: { ...state.organization, type: PRODUCTION },
    ailments: AILMENTS.map(({ id }) => id),
  };
}
