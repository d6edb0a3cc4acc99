import type { TableShape } from "../odata/column";
import type { QueryOptions } from "../odata/query";
import type { Row } from "../store/model";
import type { ServerContext } from "./context";
import type { UnconfirmedHabits } from "./options";

/** What the headers of a PUT say (fact sheet §16). */
interface Replacement {
  /** `mscrm.solutionuniquename`: the solution that the row joins. */
  readonly solution?: string | undefined;
  /** `mscrm.mergelabels`: labels in languages that the body does not hold stay. */
  readonly mergeLabels: boolean;
}

/** A table of the Web API: its shape for OData, and where its rows come from. */
export interface Table extends TableShape {
  /** Privileges that reading needs; empty where the table has none of its own (fact sheet §2.1, §7). */
  readonly readPrivileges: readonly string[];
  /** The table's name in its privileges, where that is not the logical name: `prvCreate<name>`. */
  readonly privilegeName?: string;
  /** Column sets by which a row can be addressed besides its primary key. */
  readonly alternateKeys?: readonly (readonly string[])[];
  /**
   * All rows, or those that can match the query: virtual tables look at its filter, the OData layer filters again.
   * @throws PlatformFault where the platform's own provider refuses the query.
   */
  rows(context: ServerContext, query: QueryOptions): readonly Row[];
  /** The row with this key, where finding it is cheaper than reading all of them. */
  find?(context: ServerContext, id: string): Row | undefined;
  /** POST of the set: adds a row and gives it back. Absent = the table does not take it. */
  create?(context: ServerContext, values: Row): Row;
  /**
   * PATCH. Absent = the table does not take it.
   * @param solution what the header `mscrm.solutionuniquename` says: the solution that the row joins (§16).
   */
  update?(context: ServerContext, id: string, values: Row, solution?: string): void;
  /** PUT: the whole row is written, as definitions of metadata are. Absent = the table does not take it. */
  replace?(context: ServerContext, id: string, values: Row, how: Replacement): void;
  /** DELETE. Answered when it is done. */
  remove?(context: ServerContext, id: string): void | Promise<void>;
  /** RetrieveMultiple is all that the table takes (fact sheet §5.2): a row has no address of its own. */
  readonly onlyMultiple?: boolean;
  /** How the table looks where the environment's habits make it another one. */
  variant?(habits: UnconfirmedHabits): Table | undefined;
  /** The provider applies conditions on these columns itself: its rows do not carry them (§3.3). */
  readonly appliedFilterColumns?: readonly string[];
  /** The provider answers all columns whatever is selected (fact sheet §4.2). */
  readonly ignoresSelect?: boolean;
  /** Text that lengthens the paging cookie, as virtual tables do (§3.2). */
  cookieFiller?(row: Row): string;
}
