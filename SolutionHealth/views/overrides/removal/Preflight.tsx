import * as React from "react";
import type { RemovalItem, RemovalPlan } from "../../../state/overrides/model";
import { Button } from "../../../ui/Button";
import { DataTable } from "../../../ui/DataTable";
import type { DataColumn } from "../../../ui/DataTable";
import { DialogBox } from "../../../ui/DialogBox";
import { Row } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { StatusMark } from "../../../ui/StatusMark";
import { Code, Heading, Lines, Muted } from "../../../ui/Text";
import { TextInput } from "../../../ui/TextInput";
import type { Tone } from "../../../ui/tone";
import { valueText } from "../../layers/valueText";
import { useProduct } from "../../product";
import { shown } from "../../resource";
import { useNames } from "../names";
import type { Names } from "../names";
import { useOverrides } from "../overrides";
import type { Texts } from "../../texts";
import { NOTE_SENTENCES } from "./removalTexts";

export interface PreflightProps {
  readonly plan: RemovalPlan;
  readonly backupSaved: boolean;
}

/** Class by which the focus finds Cancel: the harmless button. */
const CANCEL = "shl-removal-cancel";

/** What will happen, item by item; the backup; the name to type; and only then the button. */
export function Preflight({ plan, backupSaved }: PreflightProps): React.ReactElement {
  const { t, plural, state } = useProduct();
  const { store } = useOverrides();
  const [typed, setTyped] = React.useState("");
  const columns = usePreflightColumns();
  const leave = (): void => store.cancelRemoval();
  const going = plan.items.filter(({ removability }) => removability.verdict !== "refused");
  const { confirmation } = plan;
  const confirmed = confirmation === undefined || typed.trim() === confirmation;
  const environment = shown(state.environment)?.name;
  return (
    <DialogBox
      title={plural("Removal_Title", plan.items.length)}
      onClose={leave}
      firstFocus={CANCEL}
      wide
      buttons={
        <>
          <Button className={CANCEL} text={t("Ui_Cancel")} onClick={leave} />
          {going.length > 0 && (
            <Button
              primary
              text={plural("Removal_Button", going.length)}
              disabled={!backupSaved || !confirmed}
              onClick={() => (confirmation === undefined ? store.remove() : store.remove(typed.trim()))}
            />
          )}
        </>
      }
    >
      <div>{environment === undefined ? t("Removal_Text") : t("Removal_TextIn", environment)}</div>
      {going.length < plan.items.length && (
        <Notice kind="warning" title={plural("Removal_Refused", plan.items.length - going.length)} />
      )}
      <DataTable
        label={t("Removal_Preflight")}
        items={plan.items}
        columns={columns}
        getKey={({ component }) => component.key}
      />
      {going.length > 0 && (
        <>
          <Heading level={3}>{t("Removal_BackupTitle")}</Heading>
          <div>{t("Removal_BackupText")}</div>
          <Row gap={8}>
            <Button text={t("Removal_SaveBackup")} icon="Download" onClick={() => store.saveBackup()} />
            {backupSaved ? (
              <StatusMark tone="good" word={t("Removal_BackupSaved", plan.backup.fileName)} />
            ) : (
              <Muted>{t("Removal_BackupFirst")}</Muted>
            )}
          </Row>
          {confirmation !== undefined && (
            <TextInput label={t("Removal_Type", confirmation)} value={typed} onChange={setTyped} />
          )}
        </>
      )}
    </DialogBox>
  );
}

const VERDICTS: Readonly<
  Record<RemovalItem["removability"]["verdict"], { readonly tone: Tone; readonly word: string }>
> = {
  removable: { tone: "good", word: "Verdict_Removable" },
  doubtful: { tone: "warning", word: "Verdict_Doubtful" },
  refused: { tone: "bad", word: "Verdict_Refused" },
};

function usePreflightColumns(): DataColumn<RemovalItem>[] {
  const product = useProduct();
  const names = useNames();
  const { t } = product;
  return [
    {
      key: "name",
      name: t("Overrides_Column_Name"),
      rowHeader: true,
      render: ({ component }) => (
        <Lines>
          <span>{component.displayName || component.name}</span>
          <Muted>{[names.type(component), component.table].filter(Boolean).join(" · ")}</Muted>
        </Lines>
      ),
    },
    {
      key: "verdict",
      name: t("Removal_Verdict"),
      render: ({ removability: { verdict, notes } }) => (
        <Lines>
          <StatusMark tone={VERDICTS[verdict].tone} word={t(VERDICTS[verdict].word)} />
          {notes.map((note) => (
            <Muted key={note}>{t(NOTE_SENTENCES[note])}</Muted>
          ))}
        </Lines>
      ),
    },
    {
      key: "then",
      name: t("Removal_Incoming"),
      render: (item) => <Incoming item={item} texts={product} names={names} />,
    },
  ];
}

/** Properties named before the rest is only counted, and characters of a value before it is cut. */
const NAMED = 6;
const LENGTH = 80;

interface IncomingProps {
  readonly item: RemovalItem;
  readonly texts: Texts;
  readonly names: Names;
}

/** Which value shows afterwards, and whose it is; what the platform notes for itself is left out. */
function Incoming({ item, texts, names }: IncomingProps): React.ReactElement {
  const { t, plural } = texts;
  const bookkeeping = new Set(useOverrides().state.bookkeeping);
  const incoming = item.incoming.filter(({ property }) => !bookkeeping.has(property.toLowerCase()));
  const short = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text);
  return (
    <Lines>
      {incoming.slice(0, NAMED).map(({ property, then, known, from }) => (
        <span key={property}>
          <Code>{property}</Code> {!known && <Muted>{t("Removal_IncomingUnknown")}</Muted>}
          {known && (then === undefined ? t("Removal_IncomingNone") : short(valueText(then)) || t("Value_Empty"))}{" "}
          {known && from !== undefined && <Muted>{t("Removal_From", names.solution(from))}</Muted>}
        </span>
      ))}
      {incoming.length > NAMED && <Muted>{plural("Removal_IncomingMore", incoming.length - NAMED)}</Muted>}
      {incoming.length === 0 && <Muted>{t("Value_None")}</Muted>}
    </Lines>
  );
}
