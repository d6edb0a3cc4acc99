import * as React from "react";
import type { JudgedFinding } from "../../domain/health/healthReport";
import type { Decision } from "../../domain/plan/acceptedFinding";
import { Announce } from "../../ui/Announce";
import { Button } from "../../ui/Button";
import { Disclosure } from "../../ui/Disclosure";
import { Column, Fill, Row } from "../../ui/Layout";
import { MenuButton } from "../../ui/MenuButton";
import { Muted, TextButton } from "../../ui/Text";
import type { Place } from "../host";
import { useProduct } from "../product";
import { usePageKeys } from "../solutions/usePageKeys";
import { useDebounced } from "../useDebounced";
import { DecisionDialog } from "./DecisionDialog";
import { DeepScanButton, DeepScanProgress } from "./DeepScan";
import { exportReport, type ReportFormat } from "./export";
import { FindingList } from "./FindingList";
import { Glance } from "./Glance";
import { useFindingWords, useHealth } from "./health";
import { HealthPills } from "./HealthPills";
import { HealthToolbar } from "./HealthToolbar";
import { MemoryNotice } from "./MemoryNotice";
import { AllNotJudged } from "./NotJudged";
import { PartsRead } from "./PartsRead";
import { Picture } from "./Picture";
import { FIRST_QUERY, isNarrowed, withoutFilters, type HealthQuery } from "./query";
import { ThresholdsDialog } from "./ThresholdsDialog";
import { useHealthList, type HealthList } from "./useHealthList";

export interface HealthPageProps {
  readonly go: (place: Place) => void;
}

const SEARCH_DELAY = 150;

type OpenDialog =
  | { readonly kind: "decision"; readonly finding: JudgedFinding; readonly decision: Decision }
  | { readonly kind: "thresholds" };

/** What is unhealthy here, why, and what to do about it. */
export function HealthPage({ go }: HealthPageProps): React.ReactElement {
  const { host } = useProduct();
  const [query, setQuery] = React.useState(FIRST_QUERY);
  const [dialog, setDialog] = React.useState<OpenDialog>();
  const list = useHealthList(query, useDebounced(query.search, SEARCH_DELAY, host.after));
  const focusSearch = usePageKeys(host.onKey, undefined);
  const decide = React.useCallback(
    (finding: JudgedFinding, decision: Decision): void => setDialog({ kind: "decision", finding, decision }),
    [],
  );
  return (
    <Fill scrolls>
      <Column gap={16}>
        <Glance />
        <Row spread gap={8}>
          <HealthPills query={query} onQuery={setQuery} />
          <Commands onThresholds={() => setDialog({ kind: "thresholds" })} />
        </Row>
        <DeepScanProgress />
        <MemoryNotice />
        <PictureArea query={query} onQuery={setQuery} go={go} />
        <Column gap={4}>
          <HealthToolbar query={query} onQuery={setQuery} focusSearch={focusSearch} />
          <Showing list={list} query={query} onQuery={setQuery} />
          <FindingList
            list={list}
            grouping={query.grouping}
            go={go}
            onDecide={decide}
            onClear={() => setQuery(withoutFilters(query))}
          />
        </Column>
        <div>
          <AllNotJudged />
          <PartsRead />
        </div>
      </Column>
      {dialog?.kind === "decision" && <DecisionDialog {...dialog} onClose={() => setDialog(undefined)} />}
      {dialog?.kind === "thresholds" && <ThresholdsDialog onClose={() => setDialog(undefined)} />}
    </Fill>
  );
}

interface QueryProps {
  readonly query: HealthQuery;
  readonly onQuery: (query: HealthQuery) => void;
}

function PictureArea(props: QueryProps & HealthPageProps): React.ReactElement | null {
  const { t, host } = useProduct();
  const { solutions } = useHealth().state.report;
  const [open, setOpen] = React.useState(true);
  if (solutions.size === 0) return null;
  return (
    <Disclosure
      title={t("Health_Picture")}
      note={host.formatNumber(solutions.size)}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <Picture {...props} />
    </Disclosure>
  );
}

const FORMATS: readonly { readonly key: ReportFormat; readonly text: string }[] = [
  { key: "html", text: "HTML" },
  { key: "csv", text: "CSV" },
  { key: "markdown", text: "Markdown" },
  { key: "json", text: "JSON" },
];

function Commands({ onThresholds }: { readonly onThresholds: () => void }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { state } = useHealth();
  const words = useFindingWords();
  return (
    <Row gap={8}>
      <DeepScanButton />
      <Button text={t("Health_Thresholds")} onClick={onThresholds} />
      <MenuButton
        text={t("Health_Export")}
        icon="Download"
        choices={FORMATS}
        onChoose={(format) => exportReport(state, format, product, words)}
      />
    </Row>
  );
}

/** "Showing 12 of 40 findings", and the way to those that are hidden. */
function Showing({ list, query, onQuery }: QueryProps & { readonly list: HealthList }): React.ReactElement | null {
  const { t, plural, host } = useProduct();
  if (list.total === 0) return null;
  const showing = plural("Health_Showing", list.total, host.formatNumber(list.shown));
  return (
    <>
      <Muted>
        {showing}
        {list.hidden > 0 && ` · ${plural("Health_AcceptedHidden", list.hidden)} `}
        {list.hidden > 0 && (
          <TextButton name={t("Health_ShowAccepted")} onClick={() => onQuery({ ...query, showAccepted: true })}>
            {t("Solutions_Show")}
          </TextButton>
        )}
        {isNarrowed(query) && " "}
        {isNarrowed(query) && (
          <TextButton onClick={() => onQuery(withoutFilters(query))}>{t("Solutions_ClearFilters")}</TextButton>
        )}
      </Muted>
      <Announce message={showing} />
    </>
  );
}
