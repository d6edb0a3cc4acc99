import * as React from "react";
import type { OverrideRow } from "../../state/overrides/model";
import type { GridColumn } from "../../ui/gridColumns";
import { Lines, Muted, OneLine } from "../../ui/Text";
import type { Host } from "../host";
import type { Texts } from "../texts";

export interface OriginPorts {
  readonly texts: Texts;
  readonly host: Host;
}

/** Who changed it last and when, and which unmanaged solutions hold it. What is not known is told as that, with why. */
export function originColumns({ texts, host }: OriginPorts): GridColumn<OverrideRow>[] {
  const { t } = texts;
  const unknown = (reason: string): React.ReactElement => <Unknown texts={texts} reason={reason} />;
  return [
    {
      key: "modifiedBy",
      name: t("Overrides_Column_By"),
      minWidth: 90,
      maxWidth: 130,
      sortable: true,
      render: (row) => {
        const { modifiedBy, authorUnknown } = row.origin ?? {};
        if (modifiedBy !== undefined) return <OneLine text={modifiedBy} />;
        return unknown(authorUnknown === "notKept" ? "Origin_NotKept" : whyWithoutOrigin(row));
      },
    },
    {
      key: "modifiedOn",
      name: t("Overrides_Column_On"),
      minWidth: 80,
      maxWidth: 100,
      sortable: true,
      render: (row) =>
        row.origin?.modifiedOn ? host.formatDate(row.origin.modifiedOn, false) : unknown(whyWithoutOrigin(row)),
    },
    {
      key: "held",
      name: t("Overrides_Column_Held"),
      minWidth: 110,
      maxWidth: 220,
      render: (row) => {
        const held = row.origin?.unmanagedSolutions;
        if (!held) return unknown(whyWithoutOrigin(row));
        if (held.length === 0) return <Muted>{t("Overrides_HeldNowhere")}</Muted>;
        return <OneLine text={held.join(", ")} />;
      },
    },
  ];
}

/** It is read when the layers have been, and only for overrides that change something. */
function whyWithoutOrigin({ origin, facts }: OverrideRow): string {
  if (origin) return "Origin_NotTold";
  if (facts.state === "phantom") return "Origin_NotAsked";
  return facts.state === "unknown" ? "Origin_LayersUnknown" : "Origin_NotYet";
}

function Unknown({ texts: { t }, reason }: { readonly texts: Texts; readonly reason: string }): React.ReactElement {
  return (
    <Lines>
      <Muted>{t("Value_Unknown")}</Muted>
      <Muted>
        <OneLine text={t(reason)} />
      </Muted>
    </Lines>
  );
}
