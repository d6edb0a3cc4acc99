import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import type { ScanScope } from "../../state/overrides/model";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Grow, Row } from "../../ui/Layout";
import { MultiChoice } from "../../ui/MultiChoice";
import { useProduct } from "../product";
import { shown } from "../resource";
import { useOverrides } from "./overrides";

export interface ScanBarProps {
  /** What else can be done from here. */
  readonly children: React.ReactNode;
}

/** What is scanned, and the buttons that begin, stop and go on. */
export function ScanBar({ children }: ScanBarProps): React.ReactElement {
  const { t } = useProduct();
  const { store, state } = useOverrides();
  const { status, scope: scanned } = state.scan;
  const [kind, setKind] = React.useState<ScanScope["kind"]>(scanned?.kind ?? "environment");
  const [ids, setIds] = React.useState<readonly Guid[]>(scanned?.kind === "solutions" ? scanned.ids : []);
  const running = status === "running";
  const scan = (): void => store.scan(kind === "environment" ? { kind } : { kind, ids });
  return (
    <Row spread gap={8}>
      <Row gap={8}>
        <Choice<ScanScope["kind"]>
          label={t("Scan_Scope")}
          value={kind}
          options={[
            { key: "environment", text: t("Scan_Environment") },
            { key: "solutions", text: t("Scan_Solutions") },
          ]}
          onChange={setKind}
        />
        {kind === "solutions" && <SolutionsField ids={ids} onChange={setIds} />}
        {running ? (
          <Button text={t("Scan_Cancel")} onClick={() => store.cancel()} />
        ) : (
          <>
            {status === "paused" && <Button primary text={t("Scan_Resume")} onClick={() => store.resume()} />}
            <Button
              primary={status !== "paused"}
              text={t(status === "idle" ? "Scan_Start" : "Scan_Again")}
              disabled={kind === "solutions" && ids.length === 0}
              onClick={scan}
            />
          </>
        )}
      </Row>
      <Grow>{children}</Grow>
    </Row>
  );
}

interface SolutionsFieldProps {
  readonly ids: readonly Guid[];
  readonly onChange: (ids: readonly Guid[]) => void;
}

/** Managed solutions to choose from: overrides lie on components of these. */
function SolutionsField({ ids, onChange }: SolutionsFieldProps): React.ReactElement {
  const { t, state, collator } = useProduct();
  const solutions = shown(state.solutions);
  const options = React.useMemo(
    () =>
      (solutions ?? [])
        .filter(({ managed, visible }) => managed && visible)
        .map(({ id, displayName }) => ({ key: id, text: displayName }))
        .sort((a, b) => collator.compare(a.text, b.text)),
    [solutions, collator],
  );
  return (
    <MultiChoice
      label={t("Scan_Solutions")}
      placeholder={t("Scan_ChooseSolutions")}
      values={ids}
      options={options}
      onChange={onChange}
    />
  );
}
