import * as React from "react";
import type { PackagePreview, ReleaseFinding, ReleaseWay } from "../../domain/releases/releasePreview";
import { RELEASE_WAYS } from "../../domain/releases/releasePreview";
import { EntryList } from "../../ui/EntryList";
import { Column, Grow, Row } from "../../ui/Layout";
import { StatusMark } from "../../ui/StatusMark";
import { Code, Heading, Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import { bySeverity, findingText, SEVERITY_TONES, SEVERITY_WORDS } from "./findingTexts";
import { WAY_WORDS } from "./releaseLooks";
import { useReleaseNames } from "./releaseNames";

/** Findings named before the rest is only counted. */
const NAMED = 8;

/**
 * True of most before everything is read, and told otherwise then: the ways and the list say how many are not judged, and
 * values are asked for late.
 */
const UNTIL_READ: readonly ReleaseFinding["id"][] = ["typesUnjudged", "valueUnknown"];

export interface FindingsSectionProps {
  readonly preview: PackagePreview;
  /** Not everything has been read. */
  readonly partial: boolean;
}

/** Whether the package fits this environment, before any component is looked at. */
export function FindingsSection({ preview, partial }: FindingsSectionProps): React.ReactElement {
  const { t, plural } = useProduct();
  const [all, setAll] = React.useState(false);
  const told = preview.findings.filter(({ id }) => !(partial && UNTIL_READ.includes(id)));
  const findings = bySeverity(told);
  const shown = all ? findings : findings.slice(0, NAMED);
  return (
    <Column gap={4}>
      <Heading level={3}>{t("Release_Fits")}</Heading>
      {findings.length === 0 ? (
        <StatusMark tone={partial ? "unknown" : "good"} word={t(partial ? "Release_FitsSoFar" : "Release_FitsWell")} />
      ) : (
        <EntryList
          label={t("Release_Fits")}
          items={shown.map((finding, index) => ({ finding, index }))}
          getKey={({ index }) => String(index)}
          render={({ finding }) => <FindingLine finding={finding} />}
        />
      )}
      {shown.length < findings.length && (
        <TextButton onClick={() => setAll(true)}>
          {plural("Release_MoreFindings", findings.length - shown.length)}
        </TextButton>
      )}
    </Column>
  );
}

export function FindingLine({ finding }: { readonly finding: ReleaseFinding }): React.ReactElement {
  const product = useProduct();
  const names = useReleaseNames();
  const { t } = product;
  const { severity, code, ways } = finding;
  return (
    <Row gap={8} baseline>
      <StatusMark tone={SEVERITY_TONES[severity]} word={t(SEVERITY_WORDS[severity])} />
      <Grow>
        {findingText(finding, product, names)}{" "}
        {code !== undefined && <Muted>{t(severity === "blocker" ? "Release_EndsIn" : "Release_MayEndIn")} </Muted>}
        {code !== undefined && <Code>{code}</Code>} {waysText(ways, t)}
      </Grow>
    </Row>
  );
}

/** Which ways are meant, where it is not all of them. */
function waysText(ways: readonly ReleaseWay[], t: (key: string, ...values: string[]) => string): React.ReactNode {
  if (ways.length === RELEASE_WAYS.length) return null;
  return <Muted>{t("Release_ForWays", ways.map((way) => t(WAY_WORDS[way])).join(", "))}</Muted>;
}
