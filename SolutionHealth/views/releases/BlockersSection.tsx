import * as React from "react";
import type { ReleaseBlocker, ReleaseBlockerKind, WayPreview } from "../../domain/releases/releasePreview";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column } from "../../ui/Layout";
import { Code, Heading, Lines, Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import { type ReleaseNames, useReleaseNames } from "./releaseNames";

/** Blockers shown before the rest is only counted. */
const SHOWN = 20;

export const WHY: Readonly<Record<ReleaseBlockerKind, string>> = {
  dependency: "Release_WhyDependency",
  coveredDependency: "Release_WhyCovered",
  incomingDependency: "Release_WhyIncoming",
  part: "Release_WhyPart",
  baseLayer: "Release_WhyBaseLayer",
  unmanagedBase: "Release_WhyUnmanagedBase",
  lastForm: "Release_WhyLastForm",
  columnType: "Release_WhyColumnType",
  unmanagedParent: "Release_WhyUnmanagedParent",
  notCustomizable: "Release_WhyNotCustomizable",
  managedProperty: "Release_WhyManagedProperty",
  unreadable: "Release_WhyUnreadable",
};

/** What is to be mended otherwise than an unmanaged customization here, or a reference in the package. */
const FIXES: Readonly<Partial<Record<ReleaseBlockerKind, string>>> = {
  lastForm: "Release_FixLastForm",
  columnType: "Release_FixColumnType",
};

/** Where and how it has to be mended: key and values of the text. */
export function fixText(
  { kind, fix }: Pick<ReleaseBlocker, "kind" | "fix">,
  names: ReleaseNames,
): [string, ...string[]] {
  const own = FIXES[kind];
  if (own !== undefined) return [own];
  switch (fix.where) {
    case "here":
      return ["Release_FixHere"];
    case "solution":
      return ["Release_FixSolution", names.layer(fix.solution)];
    case "package":
      return [kind === "part" ? "Release_FixPart" : "Release_FixPackage"];
    case "unknown":
      return ["Release_FixUnknown"];
  }
}

export interface BlockersSectionProps {
  readonly way: WayPreview;
  /** Not everything has been read: what may stand in the way for that reason alone is only counted. */
  readonly partial: boolean;
}

const isUnread = ({ certain, why }: ReleaseBlocker): boolean => !certain && why?.reason === "notRead";

/** Everything that stands in the way of this way, with what must change first and where. */
export function BlockersSection({ way, partial }: BlockersSectionProps): React.ReactElement | null {
  const { t, plural } = useProduct();
  const columns = useColumns();
  const [all, setAll] = React.useState(false);
  const blockers = partial ? way.blockers.filter((one) => !isUnread(one)) : way.blockers;
  const unread = way.blockers.length - blockers.length;
  if (way.blockers.length === 0) return null;
  const shown = all ? blockers : blockers.slice(0, SHOWN);
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Release_Blockers")}</Heading>
      {shown.length > 0 && (
        <DataTable
          label={t("Release_Blockers")}
          items={shown}
          columns={columns}
          getKey={({ kind, required, dependent }, index) => `${index} ${kind} ${required.address} ${dependent.address}`}
        />
      )}
      {shown.length < blockers.length && (
        <TextButton onClick={() => setAll(true)}>{plural("Release_More", blockers.length - shown.length)}</TextButton>
      )}
      {unread > 0 && <Muted>{plural("Release_UnreadBlockers", unread)}</Muted>}
    </Column>
  );
}

function useColumns(): DataColumn<ReleaseBlocker>[] {
  const { t, host } = useProduct();
  const names = useReleaseNames();
  return [
    {
      key: "required",
      name: t("Release_Column_Component"),
      rowHeader: true,
      render: ({ required }) => (
        <Lines>
          <span>{names.title(required)}</span>
          <Muted>{[names.type(required), names.place(required)].filter(Boolean).join(" · ")}</Muted>
        </Lines>
      ),
    },
    {
      key: "why",
      name: t("Release_Column_Why"),
      render: ({ kind, dependent, certain, code, why }) => (
        <Lines>
          <span>{t(WHY[kind], names.titled(dependent))}</span>
          {!certain && <Muted>{t("Release_MayBlock")}</Muted>}
          {why && <Muted>{names.why(why)}</Muted>}
          {code !== undefined && <Code>{code}</Code>}
        </Lines>
      ),
    },
    { key: "fix", name: t("Release_Column_Fix"), render: (blocker) => t(...fixText(blocker, names)) },
    {
      key: "round",
      name: t("Release_Column_Round"),
      render: ({ round }) => (round <= 1 ? t("Release_RoundFirst") : t("Release_RoundLater", host.formatNumber(round))),
    },
  ];
}
