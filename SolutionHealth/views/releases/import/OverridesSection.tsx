import * as React from "react";
import type { AffectedComponent } from "../../../domain/consequences/affectedComponent";
import type { ReleasePreview } from "../../../domain/releases/releasePreview";
import { wayOf } from "../../../state/releases/importSteps";
import { Button } from "../../../ui/Button";
import { Check } from "../../../ui/Check";
import { Column, Row } from "../../../ui/Layout";
import { Heading, Muted } from "../../../ui/Text";
import { useOverrides } from "../../overrides/overrides";
import { useMayWrite, WRITE_PRIVILEGE } from "../../overrides/writing";
import { useProduct } from "../../product";
import { useRollbackNames } from "../../rollbacks/rollbackNames";
import { useReleases } from "../releases";

/** Components whose unmanaged customization hides something of the packages, or would be lost by overwriting. */
function useHiding(preview: ReleasePreview): AffectedComponent[] {
  const { choice } = useReleases().state;
  return React.useMemo(() => {
    const found = preview.packages.flatMap((one) => {
      const { fates } = one.ways[wayOf(one, choice)];
      return fates.flatMap(({ component, override, changes }) => {
        const hides = changes.some(({ seen }) => seen === "hiddenByOverride");
        return component.here && (hides || override === "removedByOverwrite") ? [component.here] : [];
      });
    });
    return [...new Map(found.map((here) => [here.key, here])).values()];
  }, [preview, choice]);
}

/** Customizations to be taken back before the import, each with a backup: the only way back after overwriting. */
export function OverridesSection({ preview }: { readonly preview: ReleasePreview }): React.ReactElement | null {
  const { t, plural } = useProduct();
  const { store } = useOverrides();
  const { state } = useReleases();
  const names = useRollbackNames();
  const may = useMayWrite();
  const hiding = useHiding(preview);
  const [chosen, setChosen] = React.useState<ReadonlySet<string>>(new Set());
  if (hiding.length === 0) return null;
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const wanted = hiding.filter(({ key }) => chosen.has(key));
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Import_Overrides")}</Heading>
      <Muted>{t(state.choice.overwrite ? "Import_OverridesLost" : "Import_OverridesHide")}</Muted>
      {hiding.map((component) => (
        <Check
          key={component.key}
          label={t("Release_Titled", names.component(component), names.type(component))}
          checked={chosen.has(component.key)}
          disabled={may !== "granted"}
          onChange={() => toggle(component.key)}
        />
      ))}
      {may === "granted" ? (
        <Row gap={8}>
          <Button
            text={wanted.length === 0 ? t("Release_Remove") : plural("Selection_Remove", wanted.length)}
            icon="Undo"
            disabled={wanted.length === 0}
            onClick={() => store.prepareRemoval(wanted)}
          />
          <Muted>{t("Import_OverridesAfter")}</Muted>
        </Row>
      ) : (
        <Muted>{t("Release_RemoveReadOnly", WRITE_PRIVILEGE)}</Muted>
      )}
    </Column>
  );
}
