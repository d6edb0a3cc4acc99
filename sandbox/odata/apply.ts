import type { Row } from "../store/model";
import type { FilterScope } from "./evaluate";
import { compileFilter, compileReader } from "./evaluate";
import { offsetOf } from "./pagingCookie";
import type { OrderTerm, QueryOptions } from "./query";

/** Rows of one answer, and what is left after them. */
interface Page {
  readonly rows: readonly Row[];
  /** All rows that match, before paging. */
  readonly total: number;
  /** Where the next page begins; undefined on the last one. */
  readonly nextOffset?: number;
}

function comparer(terms: readonly OrderTerm[], scope: FilterScope): (left: Row, right: Row) => number {
  const readers = terms.map((term) => ({
    read: compileReader(term.path, scope),
    sign: term.descending ? -1 : 1,
  }));
  return (left, right) => {
    for (const { read, sign } of readers) {
      const [a, b] = [read(left), read(right)];
      if (a === b) continue;
      // SQL Server puts null first when ascending.
      if (a === null || b === null) return a === null ? -sign : sign;
      return a < b ? -sign : sign;
    }
    return 0;
  };
}

/** Filters and sorts; the order of equal rows is kept. */
export function matchingRows(rows: readonly Row[], query: QueryOptions, scope: FilterScope): readonly Row[] {
  const kept = query.filter ? rows.filter(compileFilter(query.filter, scope)) : rows;
  return query.orderBy.length === 0 ? kept : [...kept].sort(comparer(query.orderBy, scope));
}

/** Cuts one page of at most `pageSize` rows; `$top` limits the whole answer and has no next page. */
export function pageOf(rows: readonly Row[], query: QueryOptions, pageSize: number): Page {
  if (query.top !== undefined) {
    return { rows: rows.slice(0, Math.min(query.top, pageSize)), total: rows.length };
  }
  const offset = offsetOf(query.skipToken);
  const end = offset + pageSize;
  const page = { rows: rows.slice(offset, end), total: rows.length };
  return end < rows.length ? { ...page, nextOffset: end } : page;
}
