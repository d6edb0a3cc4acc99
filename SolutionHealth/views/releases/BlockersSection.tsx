import * as React from "react";
import type { ReleaseBlocker, WayPreview } from "../../domain/releases/releasePreview";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column } from "../../ui/Layout";
import { Code, Heading, Lines, Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import { fixText, whyText } from "./blockerTexts";
import { useReleaseNames } from "./releaseNames";

/** Blockers shown before the rest is only counted. */
const SHOWN = 20;

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
  const open = partial ? way.blockers.filter(isUnread) : [];
  const unread = new Set(open.map(({ dependent }) => dependent.address)).size;
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
          <span>{t(whyText(kind, certain), names.titled(dependent))}</span>
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
