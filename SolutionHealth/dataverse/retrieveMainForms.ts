import type { MainForm, MainForms, MainFormsReading } from "../domain/consequences/mainForms";
import { MAIN_FORM } from "../domain/consequences/mainForms";
import { quoted, queryText } from "./odata";
import { toNotKnown } from "./rollbacks/notKnown";
import { retrieveRowsOfMany, type RowsItem } from "./rowsOfMany";
import type { Transport } from "./transport";
import { guidOf, numberOf, textOf, type WireRow } from "./wire";

/** Tables in one request: logical names are some 30 characters long, and the address has to stay short. */
const TABLES_A_QUERY = 20;

/**
 * The main forms that tables have here, whoever made them. Forms that were never published are not among them. Without
 * tables nothing is asked.
 * @param tables logical names
 * @returns by logical name in lower case; what could not be read is unknown
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function retrieveMainForms(
  tables: readonly string[],
  transport: Transport,
  signal: AbortSignal,
): Promise<MainForms> {
  const names = [...new Set(tables.map((table) => table.toLowerCase()))];
  const groups: string[][] = [];
  for (let from = 0; from < names.length; from += TABLES_A_QUERY) groups.push(names.slice(from, from + TABLES_A_QUERY));
  const items = await retrieveRowsOfMany(groups.map(formsQuery), transport, { signal });
  return new Map(groups.flatMap((group, index) => readingsOf(group, items[index])));
}

const formsQuery = (tables: readonly string[]): string => {
  const either = tables.map((table) => `objecttypecode eq ${quoted(table)}`).join(" or ");
  return `systemforms${queryText({
    $select: "formid,objecttypecode,formactivationstate",
    $filter: `type eq ${MAIN_FORM} and (${either})`,
  })}`;
};

function readingsOf(tables: readonly string[], item: RowsItem | undefined): [string, MainFormsReading][] {
  if (item?.status !== "read") {
    const why = item ? toNotKnown(item.error) : ({ reason: "notRead" } as const);
    return tables.map((table) => [table, { status: "unknown", why }]);
  }
  const forms = item.rows.map(toForm);
  return tables.map((table) => {
    const own = forms.filter((form) => form === undefined || form.table === table);
    const read = own.filter((form) => form !== undefined);
    // A row that cannot be understood may be one of any of them.
    if (read.length < own.length) return [table, { status: "unknown", why: { reason: "unreadable" } }];
    return [table, { status: "read", forms: read.map(({ id, active }) => ({ id, active })) }];
  });
}

function toForm(row: WireRow): (MainForm & { readonly table: string }) | undefined {
  const [id, table] = [guidOf(row, "formid"), textOf(row, "objecttypecode")];
  if (id === undefined || table === undefined) return undefined;
  return { id, table: table.toLowerCase(), active: numberOf(row, "formactivationstate") !== INACTIVE };
}

/** `formactivationstate`: 0 inactive, 1 active. */
const INACTIVE = 0;
