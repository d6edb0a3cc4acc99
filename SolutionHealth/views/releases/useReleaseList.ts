import * as React from "react";
import type { ComponentRelease, WayPreview } from "../../domain/releases/releasePreview";
import { countKey, type PackageId } from "../../state/releases/model";
import type { GridLine } from "../../ui/GroupedGrid";
import { useProduct } from "../product";
import { sentencesOf } from "./fateTexts";
import { useReleaseNames } from "./releaseNames";
import { linesOf, queryFates, type ReleaseQuery } from "./releaseQuery";
import { useReleases } from "./releases";

/** The list as it stands on the page. */
export interface ReleaseList {
  readonly fates: readonly ComponentRelease[];
  readonly lines: readonly GridLine<ComponentRelease>[];
}

/** Sorts and filters only when the question or the preview changes. */
export function useReleaseList(
  way: WayPreview,
  query: ReleaseQuery,
  search: string,
  closed: ReadonlySet<string>,
): ReleaseList {
  const { collator, host } = useProduct();
  const { formatNumber } = host;
  const names = useReleaseNames();
  const { fates: all } = way;
  const fates = React.useMemo(
    () => queryFates(all, query, search, names, { collator }),
    [all, query, search, names, collator],
  );
  const { grouped } = query;
  const lines = React.useMemo(
    () => linesOf(fates, { grouped }, closed, names, { collator, host: { formatNumber } }),
    [fates, grouped, closed, names, collator, formatNumber],
  );
  return React.useMemo(() => ({ fates, lines }), [fates, lines]);
}

/** What becomes of each component, in sentences; the same function while nothing that it says changes. */
export function useSentences(id: PackageId, way: WayPreview): (fate: ComponentRelease) => string[] {
  const { t, plural, host } = useProduct();
  const { formatNumber } = host;
  const names = useReleaseNames();
  const count = useReleases().state.counts.get(countKey(id, way.way));
  return React.useMemo(
    () => sentencesOf(way, count, { names, product: { t, plural, formatNumber } }),
    [way, names, count, t, plural, formatNumber],
  );
}
