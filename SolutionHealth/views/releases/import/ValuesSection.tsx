import * as React from "react";
import type { RequiredValue } from "../../../domain/releases/releaseFacts";
import type { ReleasePreview } from "../../../domain/releases/releasePreview";
import { valuesOf } from "../../../state/releases/importSteps";
import { valueKey } from "../../../state/releases/model";
import { Column } from "../../../ui/Layout";
import { Heading, Muted } from "../../../ui/Text";
import { TextInput } from "../../../ui/TextInput";
import type { Product } from "../../product";
import { useProduct } from "../../product";
import { useReleases } from "../releases";

/** Values that the packages ask for. What is left empty is not sent, so what is here, or comes along, stays. */
export function ValuesSection({ preview }: { readonly preview: ReleasePreview }): React.ReactElement | null {
  const product = useProduct();
  const { t } = product;
  const { store, state } = useReleases();
  const values = valuesOf(preview);
  if (values.length === 0) return null;
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Import_Values")}</Heading>
      <Muted>{t("Import_ValuesText")}</Muted>
      {values.map((value) => {
        const key = valueKey(value.kind, value.name);
        return (
          <TextInput
            key={key}
            label={labelOf(value, product)}
            description={descriptionOf(value, product)}
            value={state.import.values.get(key) ?? ""}
            onChange={(text) => store.giveValue(key, text)}
          />
        );
      })}
    </Column>
  );
}

const labelOf = ({ kind, name, displayName }: RequiredValue, { t }: Product): string =>
  t(kind === "connectionReference" ? "Import_Connection" : "Import_Variable", displayName || name);

const STATES: Readonly<Record<RequiredValue["value"], string>> = {
  here: "Import_ValueHere",
  package: "Import_ValuePackage",
  none: "Import_ValueNone",
  unknown: "Import_ValueUnknown",
};

const descriptionOf = ({ name, value, connector }: RequiredValue, { t }: Product): string =>
  [name, connector, t(STATES[value])].filter(Boolean).join(" · ");
