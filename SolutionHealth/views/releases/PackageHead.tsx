import * as React from "react";
import type { PackagePreview } from "../../domain/releases/releasePreview";
import { Facts } from "../../ui/Facts";
import type { Fact } from "../../ui/Facts";
import { Column } from "../../ui/Layout";
import { Heading, TextButton } from "../../ui/Text";
import type { Product } from "../product";
import { useProduct } from "../product";
import { sizeText } from "./fileTexts";

/** What the package is, and what of it is here. */
export function PackageHead({ preview }: { readonly preview: PackagePreview }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const [open, setOpen] = React.useState(false);
  const { displayName, version } = preview.package;
  return (
    <Column gap={4}>
      <Heading level={2}>{t("Release_PackageTitle", displayName, version)}</Heading>
      <div>
        {[kindText(preview, product), hereText(preview, product)].join(" · ")}{" "}
        <TextButton onClick={() => setOpen(!open)} expanded={open}>
          {t("Release_PackageDetails")}
        </TextButton>
      </div>
      {open && <Facts facts={factsOf(preview, product)} />}
    </Column>
  );
}

/** "managed · Contoso · made for 9.2". */
function kindText({ package: own }: PackagePreview, { t }: Product): string {
  const kind =
    own.patchOf !== undefined ? "Release_KindPatch" : own.managed ? "Release_KindManaged" : "Release_KindUnmanaged";
  return [
    t(kind, own.patchOf ?? ""),
    own.publisher.displayName || own.publisher.uniqueName,
    ...(own.packageVersion === undefined ? [] : [t("Release_MadeFor", own.packageVersion)]),
  ].join(" · ");
}

/** "installed: 4.2.0.0 with 2 patches". */
function hereText({ installed, base, patches, pendingUpgrade }: PackagePreview, { t, plural }: Product): string {
  const here = installed ?? base;
  if (!here) return t("Release_NotInstalled");
  const kind = installed ? "Release_Installed" : "Release_BaseInstalled";
  return [
    t(kind, here.version),
    ...(patches.length > 0 ? [plural("Release_WithPatches", patches.length)] : []),
    ...(pendingUpgrade ? [t("Release_WithPending", pendingUpgrade.version)] : []),
  ].join(", ");
}

function factsOf({ package: own }: PackagePreview, product: Product): Fact[] {
  const { t, host } = product;
  return [
    { label: t("Release_UniqueName"), value: own.uniqueName, copy: own.uniqueName },
    { label: t("Release_FileName"), value: `${own.fileName} · ${sizeText(own.size, product)}` },
    { label: t("Release_Hash"), value: own.sha256, copy: own.sha256 },
    { label: t("Release_Components"), value: host.formatNumber(own.components) },
    { label: t("Release_Exporter"), value: own.exporterVersion ?? t("Value_Unknown") },
  ];
}
