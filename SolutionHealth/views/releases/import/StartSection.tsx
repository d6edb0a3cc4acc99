import * as React from "react";
import type { PackagePreview, ReleasePreview } from "../../../domain/releases/releasePreview";
import { deletesSomething, mayRun, wayOf } from "../../../state/releases/importSteps";
import { countKey, type ReleaseChoice, type ReleaseState } from "../../../state/releases/model";
import { Announce } from "../../../ui/Announce";
import { Button } from "../../../ui/Button";
import { Check } from "../../../ui/Check";
import { EntryList } from "../../../ui/EntryList";
import { Column, Row } from "../../../ui/Layout";
import { StatusMark } from "../../../ui/StatusMark";
import { Heading, Muted } from "../../../ui/Text";
import { TextInput } from "../../../ui/TextInput";
import type { Product } from "../../product";
import { useProduct } from "../../product";
import { shown } from "../../resource";
import { amountText, isEmpty } from "../../rollbacks/dataTexts";
import { useLock } from "../../rollbacks/useLock";
import { losesData } from "../DataSection";
import { deletesSentence } from "../deletionTexts";
import { useReleases } from "../releases";
import { ReportMenu } from "../ReportMenu";

export interface StartSectionProps {
  readonly preview: ReleasePreview;
  /** What it goes by. */
  readonly choice: ReleaseChoice;
  /** The upgrade is staged already, and is only applied. */
  readonly applies?: boolean;
}

/** The last word before it happens: what goes, the report, the name to type, and the one button. */
export function StartSection({ preview, choice, applies = false }: StartSectionProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store, state } = useReleases();
  const [typed, setTyped] = React.useState("");
  const [waits, setWaits] = React.useState(false);
  const lock = useLock();
  const deletes = deletesSomething(preview, choice);
  const confirmation = useConfirmation(preview);
  const confirmed = !deletes || (state.reportSaved && typed.trim() === confirmation);
  const sentences = goingSentences(preview, { choice, counts: state.counts }, product);
  return (
    <Column gap={12}>
      <Heading level={3}>{t("Import_Start")}</Heading>
      <EntryList label={t("Import_Start")} items={sentences} getKey={(text) => text} render={(text) => text} />
      <CountButton preview={preview} choice={choice} />
      {!applies && (
        <Check
          label={t("Import_Activate")}
          checked={state.import.activates}
          onChange={() => store.setActivates(!state.import.activates)}
        />
      )}
      <Column gap={4}>
        {lock !== undefined && <div>{t("Import_Locked", lock)}</div>}
        <Check label={t("Import_Wait")} checked={waits} onChange={() => setWaits(!waits)} />
      </Column>
      {deletes && <Confirmation preview={preview} choice={choice} typed={typed} onType={setTyped} />}
      <Row>
        <Button
          primary
          disabled={!confirmed || !(applies || mayRun(preview, choice))}
          text={applies ? t("Import_Apply") : importText(preview, product)}
          onClick={() => (applies ? store.applyStaged({ waitForLock: waits }) : store.run({ waitForLock: waits }))}
        />
      </Row>
      <Muted>
        {t(preview.packages.length > 1 ? "Import_CannotStopSeveral" : "Import_CannotStop")}{" "}
        {waits && t("Import_WaitsHere")}
      </Muted>
    </Column>
  );
}

type Chosen = Pick<StartSectionProps, "preview" | "choice">;

/** Rows and values that go along, counted here too: this is where the decision is made. */
function CountButton({ preview: { packages }, choice }: Chosen): React.ReactElement | null {
  const { t } = useProduct();
  const { store, state } = useReleases();
  const { counts } = state;
  const open = packages.find((one) => isUncounted(one, { choice, counts }));
  if (!open) return null;
  const { sha256 } = open.package;
  const counting = [...counts.values()].some(({ status }) => status === "counting");
  return (
    <Row>
      <Button
        text={t("Release_Count")}
        disabled={counting}
        onClick={() => store.countData(sha256, wayOf(open, choice))}
      />
    </Row>
  );
}

/** What the sentences go by. */
type Told = Pick<ReleaseState, "choice" | "counts">;

function isUncounted(one: PackagePreview, { choice, counts }: Told): boolean {
  const way = one.ways[wayOf(one, choice)];
  const count = counts.get(countKey(one.package.sha256, way.way));
  return losesData(way) && !(count?.status === "counted" && count.data.complete);
}

function importText({ packages }: ReleasePreview, { plural }: Product): string {
  const [first] = packages;
  return plural("Import_Button", packages.length, first?.package.displayName ?? "", first?.package.version ?? "");
}

interface ConfirmationProps extends Chosen {
  readonly typed: string;
  readonly onType: (text: string) => void;
}

/** Where something is deleted: the report first, and the name to type. */
function Confirmation({ preview, choice, typed, onType }: ConfirmationProps): React.ReactElement {
  const { t } = useProduct();
  const { state } = useReleases();
  const confirmation = useConfirmation(preview);
  return (
    <>
      <Announce message={state.reportSaved ? t("Rollback_Saved") : ""} />
      <Row gap={8}>
        <ReportMenu release={preview} choice={choice} />
        {state.reportSaved ? (
          <StatusMark tone="good" word={t("Rollback_Saved")} />
        ) : (
          <Muted>{t("Import_SaveFirst")}</Muted>
        )}
      </Row>
      <TextInput
        label={t(preview.packages.length === 1 ? "Uninstall_Type" : "Uninstall_TypeEnvironment", confirmation)}
        value={typed}
        onChange={onType}
      />
    </>
  );
}

/** What has to be typed: the unique name; for several the environment's name, since it is the place that must be right. */
function useConfirmation({ packages }: ReleasePreview): string {
  const { state, host } = useProduct();
  const [first] = packages;
  if (packages.length === 1 && first) return first.package.uniqueName;
  return shown(state.environment)?.name ?? host.clientUrl.replace(/^https?:\/\//, "");
}

/** What goes, and with which data, in full words. */
function goingSentences({ packages }: ReleasePreview, told: Told, product: Product): string[] {
  const { t, plural } = product;
  const { choice, counts } = told;
  return packages.flatMap((one) => {
    const way = one.ways[wayOf(one, choice)];
    const { displayName, sha256 } = one.package;
    const count = counts.get(countKey(sha256, way.way));
    const losing = (count?.data.items ?? []).filter((item) => !isEmpty(item));
    return [
      deletesSentence(way, displayName, product),
      ...way.rollsUp.map((patch) => t("Import_RollsUp", patch.displayName, patch.version)),
      ...losing.map((item) =>
        t("Import_Losing", item.component.displayName || item.component.name, amountText(item, product)),
      ),
      ...(isUncounted(one, told) ? [t("Import_NotCounted")] : []),
      ...(way.counts.unknown > 0 ? [plural("Import_Unknown", way.counts.unknown, displayName)] : []),
      ...(way.status === "uncertain" ? [t("Import_Uncertain", displayName)] : []),
    ];
  });
}
