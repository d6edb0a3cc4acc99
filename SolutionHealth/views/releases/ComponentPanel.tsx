import * as React from "react";
import type { ComponentRelease, PackagePreview, WayPreview } from "../../domain/releases/releasePreview";
import { Button } from "../../ui/Button";
import { Below, Column, Row } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { SidePanel } from "../../ui/SidePanel";
import { StatusMark } from "../../ui/StatusMark";
import { Heading, Muted, TextButton } from "../../ui/Text";
import { useOverrides } from "../overrides/overrides";
import { useMayWrite, WRITE_PRIVILEGE } from "../overrides/writing";
import { useProduct } from "../product";
import { ChangeList } from "./ChangeList";
import { isUncertain, KIND_LOOKS } from "./releaseLooks";
import { useReleaseNames } from "./releaseNames";
import { StacksSection } from "./StacksSection";
import { useSentences } from "./useReleaseList";

export interface ComponentPanelProps {
  readonly preview: PackagePreview;
  readonly way: WayPreview;
  readonly fate: ComponentRelease;
  readonly onClose: () => void;
  /** Opens the component's layers as they are now. */
  readonly onLayers: () => void;
}

/** What becomes of one component: why, which properties, who hides them, and its layers before and after. */
export function ComponentPanel(props: ComponentPanelProps): React.ReactElement {
  const { preview, way, fate, onClose, onLayers } = props;
  const { t } = useProduct();
  const names = useReleaseNames();
  const sentences = useSentences(preview.package.sha256, way);
  const { component, kind, changes, unsaid = [] } = fate;
  const { tone, word, shape } = KIND_LOOKS[kind];
  return (
    <SidePanel
      title={names.title(component)}
      subtitle={[names.type(component), names.place(component)].filter(Boolean).join(" · ")}
      onClose={onClose}
      wide
    >
      <Column gap={16}>
        <Column gap={4}>
          <Row gap={12}>
            <StatusMark tone={tone} word={t(word)} shape={shape} />
            {isUncertain(fate) && <StatusMark tone="unknown" word={t("Release_NotCertain")} />}
          </Row>
          {sentences(fate).map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
          {component.here && (
            <Row>
              <TextButton onClick={onLayers}>{t("Release_LayersNow")}</TextButton>
            </Row>
          )}
        </Column>
        <RemoveOverride fate={fate} />
        {changes.length > 0 && <ChangeList changes={changes} merged={fate.merged} />}
        {unsaid.length > 0 && (
          <Column gap={4}>
            <Heading level={3}>{t("Release_Unsaid")}</Heading>
            <Muted>{t("Release_UnsaidText")}</Muted>
            <div>{unsaid.join(", ")}</div>
          </Column>
        )}
        <StacksSection preview={preview} fate={fate} />
      </Column>
    </SidePanel>
  );
}

/** Fates of an override that stays and hides, or would be lost: each time worth a backup. */
const REMOVABLE: ReadonlySet<ComponentRelease["override"]> = new Set([
  "staysOnTop",
  "mergeTypeKept",
  "removedByOverwrite",
]);

/** The way to take the override back before the import: with a backup, so that it can be put back. */
function RemoveOverride({
  fate: { component, override },
}: Pick<ComponentPanelProps, "fate">): React.ReactElement | null {
  const { t } = useProduct();
  const { store } = useOverrides();
  const may = useMayWrite();
  const { here } = component;
  if (!here || !REMOVABLE.has(override)) return null;
  return (
    <Notice kind="info" title={t("Release_HasOverride")}>
      {t(override === "removedByOverwrite" ? "Release_BackUpFirst" : "Release_RemoveText")}{" "}
      {may === "granted" ? (
        <Below>
          <Button text={t("Release_Remove")} icon="Undo" onClick={() => store.prepareRemoval([here])} />
        </Below>
      ) : (
        <Muted>{t("Release_RemoveReadOnly", WRITE_PRIVILEGE)}</Muted>
      )}
    </Notice>
  );
}
