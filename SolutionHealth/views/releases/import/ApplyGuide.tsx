import * as React from "react";
import type { PackagePreview, ReleasePreview } from "../../../domain/releases/releasePreview";
import { choiceToApply, mayApply, onlyThe, stagedIn, toApply } from "../../../state/releases/importSteps";
import type { CardOption } from "../../../ui/CardChoice";
import { CardChoice } from "../../../ui/CardChoice";
import { Column } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { StatusMark } from "../../../ui/StatusMark";
import { Heading, Muted } from "../../../ui/Text";
import type { Product } from "../../product";
import { useProduct } from "../../product";
import { deletesLine } from "../deletionTexts";
import { useReleases } from "../releases";
import { StartSection } from "./StartSection";

/** Upgrades that were staged before: nothing is imported, they are only applied, one at a time. */
export function ApplyGuide({ preview }: { readonly preview: ReleasePreview }): React.ReactElement | null {
  const { t } = useProduct();
  const { state } = useReleases();
  const one = toApply(preview, state.choice);
  if (!one) return null;
  const { sha256, displayName, version } = one.package;
  const staged = stagedIn(preview);
  return (
    <Column gap={24}>
      <Column gap={12}>
        {staged.length > 1 && <Which staged={staged} chosen={sha256} />}
        <Notice kind="info" title={t("Import_Staged", displayName, version)}>
          {t("Import_StagedEarlier")}
        </Notice>
        {preview.packages.length > staged.length && <Muted>{t("Import_StagedFirst")}</Muted>}
      </Column>
      <StartSection key={sha256} preview={onlyThe(one, preview)} choice={choiceToApply(one, state.choice)} applies />
    </Column>
  );
}

interface WhichProps {
  readonly staged: readonly PackagePreview[];
  /** Id of the package. */
  readonly chosen: string;
}

/** Several are staged: which is applied now. The page shows what that one would do. */
function Which({ staged, chosen }: WhichProps): React.ReactElement {
  const product = useProduct();
  const { t, host } = product;
  const { store } = useReleases();
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Import_Which")}</Heading>
      <div>{t("Import_WhichText", host.formatNumber(staged.length))}</div>
      <CardChoice
        label={t("Import_Which")}
        options={staged.map((one) => optionOf(one, product))}
        value={chosen}
        onChange={(id) => store.show(id)}
      />
    </Column>
  );
}

function optionOf(preview: PackagePreview, product: Product): CardOption<string> {
  const { t } = product;
  const { sha256: key, displayName, version } = preview.package;
  const title = t("Release_PackageTitle", displayName, version);
  if (!mayApply(preview)) {
    const why = <StatusMark key="why" tone="bad" word={t("Release_WayRefused")} />;
    return { key, title, disabled: true, lines: [why] };
  }
  return { key, title, lines: [deletesLine(preview.ways.stagedUpgrade, product)] };
}
