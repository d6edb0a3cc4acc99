import type { ComponentRef, LayerRow } from "../../domain/layers/componentLayer";
import type { BatchItem } from "../batchReading";
import { DataverseError } from "../errors";
import type { Lane } from "../lanes";
import { queryText, quoted } from "../odata";
import { readPage } from "../page";
import type { ReadOptions } from "../reading";
import type { Transport } from "../transport";
import { type WireRow, dateOf, numberOf, present, textOf } from "../wire";

/**
 * The layers of one component. Both keys are needed for an answer; the id is text here, hence quoted; `$select` would
 * be ignored (fact sheet §4.2).
 */
export const componentLayersQuery = ({ id, typeName }: ComponentRef): string =>
  `msdyn_componentlayers${queryText({
    $filter: `(msdyn_componentid eq ${quoted(id)} and msdyn_solutioncomponentname eq ${quoted(typeName)})`,
  })}`;

/** @throws DataverseError, "unreadable" for rows that do not say whose layer they are or where it lies */
export async function retrieveComponentLayers(
  component: ComponentRef,
  transport: Transport,
  signal?: AbortSignal,
): Promise<LayerRow[]> {
  return readLayerRows(component, transport, present({ signal }));
}

async function readLayerRows(component: ComponentRef, transport: Transport, options: ReadOptions): Promise<LayerRow[]> {
  const rows = await transport.getRows(componentLayersQuery(component), options);
  return rows.map(toLayerRow);
}

/** The layers of one component of several. */
export type LayersItem =
  | { readonly status: "read"; readonly rows: readonly LayerRow[] }
  | { readonly status: "failed"; readonly error: DataverseError };

/**
 * The layers of several components in one round trip, in the order asked.
 * @throws DataverseError what concerns every component alike: "cancelled", "signedOut", no connection
 */
export async function retrieveLayersOfMany(
  components: readonly ComponentRef[],
  transport: Transport,
  signal?: AbortSignal,
  lane?: Lane,
): Promise<LayersItem[]> {
  const options = present({ signal, lane });
  const items = await transport.getMany(components.map(componentLayersQuery), options);
  return Promise.all(
    components.map(async (component, index) => toLayersItem(items[index], component, transport, options)),
  );
}

async function toLayersItem(
  item: BatchItem | undefined,
  component: ComponentRef,
  transport: Transport,
  options: ReadOptions,
): Promise<LayersItem> {
  if (item?.status === "failed") return item;
  try {
    const page = readPage(item?.body);
    // A stack of several pages is read once more, page after page.
    if (page.nextLink !== undefined) {
      return { status: "read", rows: await readLayerRows(component, transport, options) };
    }
    return { status: "read", rows: page.rows.map(toLayerRow) };
  } catch (error) {
    if (error instanceof DataverseError && error.kind !== "cancelled") return { status: "failed", error };
    throw error;
  }
}

function toLayerRow(row: WireRow): LayerRow {
  const solution = textOf(row, "msdyn_solutionname");
  const order = numberOf(row, "msdyn_order");
  if (solution === undefined || order === undefined) {
    throw new DataverseError("unreadable", "A layer without a solution or an order.");
  }
  return {
    name: textOf(row, "msdyn_name") ?? "",
    solution,
    publisher: textOf(row, "msdyn_publishername") ?? "",
    order,
    ...present({ overwrittenOn: overwrittenOn(row) }),
    changes: row.msdyn_changes,
    componentJson: row.msdyn_componentjson,
    children: row.msdyn_children,
  };
}

/** The year 1900 stands for "never" (§4.1). */
function overwrittenOn(row: WireRow): Date | undefined {
  const date = dateOf(row, "msdyn_overwritetime");
  return date && date.getUTCFullYear() > 1900 ? date : undefined;
}
