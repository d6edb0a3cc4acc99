import { normaliseGuid } from "../../../SolutionHealth/domain/model/guid";
import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import type { Caller } from "../../engine/contract";
import { PlatformFault } from "../../engine/fault";
import { invalidParameter, unknownResource } from "../../odata/syntaxFault";
import type { Row } from "../../store/model";
import type { ServerContext } from "../context";
import type { Message } from "../message";
import { type ComponentReference, referredComponent, removeOverride } from "../removeOverride";

const NAME = "BulkRemoveActiveCustomizationsAsync";
const PARAMETERS = "BulkRemoveActiveCustomizationsParameters";

interface BulkRemoval {
  readonly continueOnError: boolean;
  readonly references: readonly ComponentReference[];
}

/** An object with these properties and no others; OData's own annotations pass. @throws PlatformFault 400. */
function objectWith(value: PropertyValue | undefined, place: string, known: readonly string[]): Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalidParameter(`'${place}' of the operation '${NAME}' must be an object.`);
  }
  const other = Object.keys(value).find((name) => !known.includes(name) && !name.startsWith("@odata."));
  if (other !== undefined) {
    throw invalidParameter(`The property '${other}' does not exist on '${place}' of the operation '${NAME}'.`);
  }
  return value;
}

function referenceOf(value: PropertyValue, index: number): ComponentReference {
  const place = `SolutionComponentReferences[${String(index)}]`;
  const row = objectWith(value, place, ["Id", "LogicalName"]);
  const id = typeof row.Id === "string" ? normaliseGuid(row.Id) : undefined;
  if (id === undefined) throw invalidParameter(`'Id' of '${place}' of the operation '${NAME}' is not a guid.`);
  if (typeof row.LogicalName !== "string") {
    throw invalidParameter(`'LogicalName' of '${place}' of the operation '${NAME}' is not text.`);
  }
  return { id, name: row.LogicalName, by: "table" };
}

function bulkRemovalOf(value: PropertyValue | undefined): BulkRemoval {
  const row = objectWith(value, PARAMETERS, ["ContinueOnError", "SolutionComponentReferences"]);
  const { ContinueOnError: go, SolutionComponentReferences: list } = row;
  if (go !== undefined && typeof go !== "boolean") {
    throw invalidParameter(`'ContinueOnError' of the operation '${NAME}' must be true or false.`);
  }
  if (!Array.isArray(list)) {
    throw invalidParameter(`'SolutionComponentReferences' of the operation '${NAME}' must be a list.`);
  }
  return { continueOnError: go === true, references: list.map(referenceOf) };
}

/**
 * Item by item, without a transaction around them: what was removed before a failure stays removed. With
 * ContinueOnError the job goes on, and how it ends is a switch (§14.10): either way no result says which item failed.
 */
function removeAll(context: ServerContext, removal: BulkRemoval, caller: Caller): void {
  let first: PlatformFault | undefined;
  for (const reference of removal.references) {
    try {
      removeOverride(context, referredComponent(context, reference), caller);
    } catch (error) {
      if (!removal.continueOnError || !(error instanceof PlatformFault)) throw error;
      first ??= error;
    }
  }
  if (first && context.options.habits.bulkWithFailures === "fails") throw first;
}

/** Fact sheet §6.1 c. */
export const bulkRemoveActiveCustomizationsAsync: Message = {
  name: NAME,
  kind: "action",
  parameters: { [PARAMETERS]: { type: "json", required: true } },
  privileges: ["prvWriteCustomization"],
  run: ({ context, arguments: values }) => {
    if (context.options.habits.bulkRemoval === "refused") throw unknownResource(NAME);
    const removal = bulkRemovalOf(values.value(PARAMETERS));
    const id = context.jobs.start({
      messageName: NAME,
      name: "BulkRemoveActiveCustomizations",
      operationType: 54,
      lockName: "BulkRemoveActiveCustomizations",
      run: (caller) => removeAll(context, removal, caller),
    });
    return { AsyncOperationId: id };
  },
};
