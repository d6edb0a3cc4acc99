import * as React from "react";
import { nameKey, upgradedNameKey } from "../../../domain/solutions/solutionNames";
import type { PackagePreview, ReleasePreview } from "../../../domain/releases/releasePreview";
import type { TrackedJob } from "../../../state/jobs/model";
import { Button } from "../../../ui/Button";
import { Column, Row } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { Code, Muted } from "../../../ui/Text";
import type { Place } from "../../host";
import { goesOn } from "../../jobs/jobTexts";
import { useJobs } from "../../jobs/jobs";
import { useProduct } from "../../product";
import { useReleases } from "../releases";
import { ArrivedSection } from "./ArrivedSection";
import { RunningNotice } from "./RunningNotice";
import { type Imported, useImportPlace } from "./useImportPlace";

export interface ReopenedSectionProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
}

/**
 * The page after a reload in the midst of an import: the operation, found at the environment, and the package, which is asked
 * for again so that what it holds can be compared with what is here.
 */
export function ReopenedSection({ place, go }: ReopenedSectionProps): React.ReactElement | null {
  const { jobs, store } = useJobs();
  const { state } = useReleases();
  const [imported, forget] = useImportPlace(place, go);
  if (state.import.run.status !== "none") return null;
  const found = jobs.filter(({ kind, found: isFound }) => isFound && kind !== "uninstall");
  if (found.length === 0 && !imported) return null;
  const finish = (): void => {
    forget();
    // The tray says no more of what has been looked at here; what still runs cannot be dismissed.
    for (const { key } of found) store.dismiss(key);
  };
  return (
    <Column gap={12}>
      <RunningNotice found={found} />
      <Package found={found} imported={imported} onFinish={finish} />
    </Column>
  );
}

interface PackageProps {
  readonly found: readonly TrackedJob[];
  readonly imported: Imported | undefined;
  readonly onFinish: () => void;
}

function Package({ found, imported, onFinish }: PackageProps): React.ReactElement | null {
  const { t } = useProduct();
  const { preview } = useReleases().state;
  const release = preview.status === "ready" && !preview.open ? preview.preview : undefined;
  const ended = useReadAfter(found, release);
  if (found.some(goesOn)) return imported ? <Asked imported={imported} /> : null;
  const one = release && importedIn(release, imported, found);
  if (!one) return imported ? <Asked imported={imported} onFinish={onFinish} other={release !== undefined} /> : null;
  if (!ended) return null;
  return (
    <Column gap={8}>
      {!imported && <Muted>{t("Import_PerhapsThis", one.package.fileName)}</Muted>}
      <ArrivedSection preview={one} way={imported?.way ?? wayOfJob(found)} />
      <Row>
        <Button text={t("Import_Finish")} onClick={onFinish} />
      </Row>
    </Column>
  );
}

interface AskedProps {
  readonly imported: Imported;
  /** Absent while the import runs: then it is too early. */
  readonly onFinish?: () => void;
  /** Another package is there. */
  readonly other?: boolean;
}

function Asked({ imported: { fileName, sha256 }, onFinish, other = false }: AskedProps): React.ReactElement {
  const { t } = useProduct();
  return (
    <Column gap={8}>
      <Notice kind={other ? "warning" : "info"} title={t(other ? "Import_OtherFile" : "Import_ChooseAgain", fileName)}>
        {t(onFinish ? "Import_ChooseAgainText" : "Import_ChooseLater")} <Code>{sha256}</Code>
      </Notice>
      {onFinish && (
        <Row>
          <Button text={t("Import_NotCompareNow")} onClick={onFinish} />
        </Row>
      )}
    </Column>
  );
}

/** The package that was imported: the very file where the address knows it, else the one that a found operation speaks of. */
function importedIn(
  { packages }: ReleasePreview,
  imported: Imported | undefined,
  found: readonly TrackedJob[],
): PackagePreview | undefined {
  if (imported) return packages.find(({ package: { sha256 } }) => sha256 === imported.sha256);
  const done = found.filter(({ phase }) => phase === "succeeded");
  return packages.find(({ package: { uniqueName, version } }) =>
    done.some((job) => nameOf(job) === nameKey(uniqueName) && job.version === version),
  );
}

/** Of a staged upgrade the history tells the name under which it waits. */
const nameOf = ({ uniqueName }: TrackedJob): string => upgradedNameKey(uniqueName) ?? nameKey(uniqueName);

const wayOfJob = (found: readonly TrackedJob[]) =>
  found.some(({ kind, phase }) => kind === "upgrade" && phase === "succeeded") ? "upgrade" : "update";

/** Reads the environment again once the import has ended. @returns whether it was read after that */
function useReadAfter(found: readonly TrackedJob[], release: ReleasePreview | undefined): boolean {
  const { store } = useReleases();
  const end = Math.max(0, ...found.map(({ endedAt }) => endedAt?.getTime() ?? 0));
  const isFresh = release !== undefined && release.readAt.getTime() >= end;
  const isStale = release !== undefined && !isFresh;
  React.useEffect(() => {
    if (isStale) store.refresh();
  }, [store, end, isStale]);
  return isFresh;
}
