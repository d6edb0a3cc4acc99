import type { Guid } from "../../../SolutionHealth/domain/model/guid";
import { type Column, lookup } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { DataColumn } from "../rows/dataColumn";
import { boundLookup } from "../rows/lookupBinding";
import type { Backing } from "./componentBackings";
import { systemUsers } from "./systemUsers";

/** Flows of today, whose definition is `clientdata`. */
const MODERN_FLOW = 5;

const BINDING = "ownerid@odata.bind";

export const OWNER: DataColumn = {
  name: "_ownerid_value",
  type: "lookup",
  target: "systemuser",
  creatable: true,
  updatable: true,
  targets: [{ navigation: "ownerid", table: "systemuser" }],
};

/** The user behind the owner; of rows that a team owns it is empty, which there are none of here. */
export const OWNING_USER: Column = lookup("owninguser", "systemuser");

/** Who brought the component, unless it was given to somebody else. */
export function ownersOf({ ownerId, modifiedBy }: StoredComponent): Row {
  const owner = ownerId ?? modifiedBy;
  return { _ownerid_value: owner, _owninguser_value: owner };
}

/**
 * The user that `ownerid@odata.bind` names; undefined where the body does not assign.
 * @throws PlatformFault 403 without prvAssign…, 404 for nobody
 */
export function newOwner(
  context: ServerContext,
  table: { readonly logicalName: string; readonly privilege: string },
  values: Row,
): Guid | undefined {
  if (!(BINDING in values)) return undefined;
  const [, owner] = boundLookup("ownerid", values[BINDING] ?? null, {
    context,
    table: { logicalName: table.logicalName, schemaName: table.privilege },
    columns: [OWNER],
    tableOfSet: (entitySet) => (entitySet === systemUsers.entitySet ? systemUsers : undefined),
  });
  return owner ?? undefined;
}

/**
 * What a change of the state brings along: the state's status; and on the platform turning a flow on or off writes its
 * definition into the Active layer too, which hides later updates of it (fact sheet §8.1).
 */
export function asStateChange(edit: Row, { states, logicalName }: Backing, before: Row, context: ServerContext): Row {
  if (!states || edit.statecode === undefined) return edit;
  const status = states.find(([state]) => state === Number(edit.statecode))?.[1];
  const withStatus: Row = status === undefined ? edit : { statuscode: status, ...edit };
  const isFlow = logicalName === "workflow" && Number(before.category) === MODERN_FLOW;
  if (!isFlow || context.options.habits.flowState === "stateOnly" || before.clientdata === undefined) return withStatus;
  return { clientdata: before.clientdata, ...withStatus };
}
