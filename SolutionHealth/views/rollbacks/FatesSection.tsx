import * as React from "react";
import type { DataAtRisk } from "../../domain/consequences/dataAtRisk";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { FateKind, RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import { Announce } from "../../ui/Announce";
import { EmptyState } from "../../ui/EmptyState";
import { FilterPills } from "../../ui/FilterPills";
import { Column, Row } from "../../ui/Layout";
import { SearchField } from "../../ui/SearchField";
import { ShareBar } from "../../ui/ShareBar";
import { Heading, Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { useDebounced } from "../useDebounced";
import { FateGroups } from "./FateGroups";
import { FATE_KINDS, FATE_LOOKS } from "./fateLooks";
import { arrangeFates } from "./fateList";
import { useRollbackNames } from "./rollbackNames";

export interface FatesSectionProps {
  readonly preview: RollbackPreview;
  /** What has been counted so far. */
  readonly data: DataAtRisk | undefined;
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

const SEARCH_DELAY = 150;
const NO_KINDS: ReadonlySet<FateKind> = new Set();

/** What becomes of each component: counts as picture and as filters, and the list. */
export function FatesSection({ preview, data, onOpenComponent }: FatesSectionProps): React.ReactElement {
  const product = useProduct();
  const { t, plural, host } = product;
  const names = useRollbackNames();
  const [search, setSearch] = React.useState("");
  const [kinds, setKinds] = React.useState(NO_KINDS);
  const settled = useDebounced(search, SEARCH_DELAY, host.after);
  const { fates } = preview;
  const sections = React.useMemo(
    () => arrangeFates(fates, { search: settled, kinds }, names, product),
    [fates, settled, kinds, names, product],
  );
  const shown = sections.reduce((sum, { count }) => sum + count, 0);
  const showing = plural("Fates_Showing", fates.length, host.formatNumber(shown));
  const toggle = (kind: FateKind): void => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    setKinds(next);
  };
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Fates_Title")}</Heading>
      {fates.length === 0 ? (
        <Muted>{t("Fates_None")}</Muted>
      ) : (
        <>
          <FateCounts preview={preview} kinds={kinds} onToggle={toggle} />
          <Row gap={12} baseline>
            <SearchField label={t("Components_Search")} value={search} onChange={setSearch} />
            <Muted>{showing}</Muted>
          </Row>
          <Announce message={showing} />
          <FateGroups
            sections={sections}
            preview={preview}
            data={data}
            openAll={settled.trim() !== "" || kinds.size > 0}
            onOpenComponent={onOpenComponent}
          />
          {shown === 0 && (
            <EmptyState
              shape="search"
              title={t("Components_NoMatchTitle")}
              text={t("Fates_NoMatch")}
              action={{
                label: t("Solutions_ClearFilters"),
                onClick: () => {
                  setSearch("");
                  setKinds(NO_KINDS);
                },
              }}
            />
          )}
        </>
      )}
    </Column>
  );
}

interface FateCountsProps {
  readonly preview: RollbackPreview;
  readonly kinds: ReadonlySet<FateKind>;
  readonly onToggle: (kind: FateKind) => void;
}

/** How many come to each fate, as a bar and as numbers that filter. */
function FateCounts({ preview: { counts }, kinds, onToggle }: FateCountsProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const texts = useCountTexts(counts);
  return (
    <>
      <ShareBar
        label={t("Fates_Picture", FATE_KINDS.map((kind) => texts[kind]).join(", "))}
        shares={FATE_KINDS.map((key) => ({ key, count: counts[key], text: texts[key], ...FATE_LOOKS[key] }))}
      />
      <FilterPills
        label={t("Fates_Counts")}
        pills={FATE_KINDS.map((key) => ({
          key,
          text: texts[key],
          tone: "neutral",
          shape: FATE_LOOKS[key].shape,
          pressed: kinds.has(key),
        }))}
        onToggle={onToggle}
      />
    </>
  );
}

/** "12 deleted", "3 fall back". */
function useCountTexts(counts: RollbackPreview["counts"]): Readonly<Record<FateKind, string>> {
  const { plural } = useProduct();
  return {
    deleted: plural("Count_Deleted", counts.deleted),
    fallsBack: plural("Count_FallsBack", counts.fallsBack),
    returns: plural("Count_Returns", counts.returns),
    survives: plural("Count_Survives", counts.survives),
    unchanged: plural("Count_Unchanged", counts.unchanged),
    unknown: plural("Count_Unknown", counts.unknown),
  };
}
