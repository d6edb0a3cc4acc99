import { componentTypeName } from "../../domain/components/componentTypes";
import { componentKey } from "../../domain/layers/componentLayer";
import type { SolutionComponent } from "../../domain/model/component";
import { ComponentType } from "../../domain/model/componentType";
import { present } from "../../domain/present";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";

/** Names of this environment's own types by number. */
export type TypeNames = ReadonlyMap<number, string>;

/** A listed component, addressed the way layers and dependencies are. */
export function toRollbackComponent(
  { id, type, name, displayName, table }: Pick<SolutionComponent, "id" | "type" | "name" | "displayName" | "table">,
  typeNames: TypeNames,
): RollbackComponent {
  const { platformName: typeName } = componentTypeName(type, typeNames);
  const ownTable = type === ComponentType.Entity ? name : table;
  return {
    key: componentKey({ id, typeName }),
    id,
    type,
    typeName,
    name,
    displayName,
    ...present({ table: ownTable }),
  };
}

/** A type without a name cannot be addressed: its layers cannot be read. */
export const hasTypeName = ({ typeName }: RollbackComponent): boolean => !/^\d+$/.test(typeName);
