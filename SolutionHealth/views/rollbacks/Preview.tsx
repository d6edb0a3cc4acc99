import * as React from "react";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { RollbackState } from "../../state/rollbacks/model";
import { Announce } from "../../ui/Announce";
import { Column } from "../../ui/Layout";
import { Heading } from "../../ui/Text";
import { useProduct } from "../product";
import { Actions } from "./Actions";
import { BlockersSection } from "./BlockersSection";
import { DataSection } from "./DataSection";
import { FatesSection } from "./FatesSection";
import { OrderSection } from "./OrderSection";
import { RunSection } from "./RunSection";
import { UnreadNotice } from "./UnreadNotice";
import { verdictTitle } from "./verdict";
import { VerdictSection } from "./VerdictSection";

export interface PreviewProps {
  readonly state: Extract<RollbackState, { status: "previewed" }>;
  readonly onOpenComponent: (component: RollbackComponent) => void;
  readonly onAgain: () => void;
  /** The person has seen how it came out. */
  readonly onDone: () => void;
}

/** What will happen, and the way to do it; then what is happening, with what was announced below. */
export function Preview({ state, onOpenComponent, onAgain, onDone }: PreviewProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { preview, data, run } = state;
  const begun = run.status !== "none";
  return (
    <Column gap={16}>
      {begun ? (
        <>
          <RunSection state={state} onOpenComponent={onOpenComponent} onAgain={onAgain} onDone={onDone} />
          <Heading level={3}>{t("Run_Announced")}</Heading>
        </>
      ) : (
        <>
          <VerdictSection state={state} onAgain={onAgain} />
          <Actions state={state} />
        </>
      )}
      <BlockersSection
        title={t("Blocker_Title")}
        note={t("Blocker_Note")}
        blockers={preview.blockers}
        onOpenComponent={onOpenComponent}
      />
      <UnreadNotice preview={preview} onAgain={onAgain} />
      <OrderSection preview={preview} />
      <DataSection preview={preview} data={data} counts={!begun} />
      <FatesSection
        preview={preview}
        data={data.status === "idle" ? undefined : data.data}
        onOpenComponent={onOpenComponent}
      />
      {!begun && <Announce message={verdictTitle(preview, product)} />}
    </Column>
  );
}
