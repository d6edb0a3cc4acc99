import * as React from "react";
import { DEEP_PARTS } from "../../domain/health/healthFacts";
import { Announce } from "../../ui/Announce";
import { Button } from "../../ui/Button";
import { ProgressLine } from "../../ui/ProgressLine";
import { useProduct } from "../product";
import { useHealth } from "./health";
import { PART_WORDS } from "./looks";

/** Begins the scan of what needs many calls, and stops it. */
export function DeepScanButton(): React.ReactElement {
  const { t } = useProduct();
  const { store, state } = useHealth();
  if (state.deep.status === "reading") {
    return <Button text={t("Health_ScanCancel")} onClick={() => store.cancelDeep()} />;
  }
  const looked = DEEP_PARTS.some((part) => state.facts[part].status === "read");
  return (
    <Button primary text={t(looked ? "Health_ScanAgain" : "Health_ScanDeeper")} onClick={() => store.scanDeeper()} />
  );
}

/** How far the scan is. */
export function DeepScanProgress(): React.ReactElement | null {
  const { t, host } = useProduct();
  const { deep } = useHealth().state;
  const first = React.useRef(deep.status);
  if (deep.status === "idle") return null;
  if (deep.status !== "reading") {
    const told = t(deep.status === "finished" ? "Health_Scanned" : "Health_ScanCancelled");
    return first.current === deep.status ? null : <Announce message={told} />;
  }
  const { part, done, total } = deep;
  const name = t(part === "shipped" ? "Health_Part_Shipped" : PART_WORDS[part]);
  if (done === undefined || total === undefined || total === 0) {
    return <ProgressLine label={t("Health_Scanning", name)} />;
  }
  const label = t("Health_ScanningOf", name, host.formatNumber(done), host.formatNumber(total));
  return <ProgressLine label={label} share={Math.min(1, done / total)} />;
}
