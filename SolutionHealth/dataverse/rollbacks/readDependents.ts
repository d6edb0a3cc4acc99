import { FIRST_ENVIRONMENT_SPECIFIC_TYPE } from "../../domain/model/componentType";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { DataverseError } from "../errors";
import { retrieveComponentTypes } from "../retrieveComponentTypes";
import type { Transport } from "../transport";
import { type Dependency, type DependencyEnd, retrieveDependenciesForDelete } from "./retrieveDependencies";
import { nameKeyOf, retrieveNames } from "./retrieveNames";
import { toRollbackComponent } from "./rollbackComponent";

/**
 * What needs a component as things are now: what would keep it from being deleted (fact sheet §6.2).
 * @throws DataverseError
 */
export async function readDependents(
  component: DependencyEnd,
  transport: Transport,
  signal: AbortSignal,
): Promise<RollbackComponent[]> {
  const [answer = []] = await retrieveDependenciesForDelete([component], transport, signal);
  if (answer instanceof DataverseError) throw answer;
  const dependents = distinct(answer);
  const hasOwnTypes = dependents.some(({ type }) => type >= FIRST_ENVIRONMENT_SPECIFIC_TYPE);
  const [names, typeNames] = await Promise.all([
    retrieveNames(
      dependents.map(({ id }) => id),
      transport,
      signal,
    ),
    hasOwnTypes ? retrieveComponentTypes(transport, signal) : new Map<number, string>(),
  ]);
  return dependents.map((dependent) => {
    const { id, type, table, name = id, displayName = name } = dependent;
    const listed = names.get(nameKeyOf(dependent));
    return toRollbackComponent(
      listed ?? { id, type, name, displayName, ...(table !== undefined && { table }) },
      typeNames,
    );
  });
}

function distinct(dependencies: readonly Dependency[]): Dependency["dependent"][] {
  return [...new Map(dependencies.map(({ dependent }) => [nameKeyOf(dependent), dependent])).values()];
}
