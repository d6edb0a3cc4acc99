import * as React from "react";
import type { FileEntry } from "../../state/releases/model";
import { Announce } from "../../ui/Announce";
import { DropZone } from "../../ui/DropZone";
import { EntryList } from "../../ui/EntryList";
import { Column, Grow, Row } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { ProgressLine } from "../../ui/ProgressLine";
import { StatusMark } from "../../ui/StatusMark";
import { Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import { refusalText, sizeText } from "./fileTexts";
import { useReleases } from "./releases";

/** Where packages come in, and what became of each file. */
export function Intake(): React.ReactElement {
  const { t, plural } = useProduct();
  const { store, state } = useReleases();
  const { files } = state;
  const read = files.filter(({ reading }) => reading.status === "read").length;
  const refused = files.filter(({ reading }) => reading.status === "refused").length;
  const said = [
    ...(read > 0 ? [plural("Release_FilesRead", read)] : []),
    ...(refused > 0 ? [plural("Release_FilesRefused", refused)] : []),
  ].join(" ");
  return (
    <Column gap={8}>
      <DropZone
        label={t("Release_Intake")}
        button={t("Release_Choose")}
        hint={t("Release_Drop")}
        over={t("Release_Over")}
        accept=".zip"
        compact={files.length > 0}
        disabled={state.import.run.status !== "none"}
        onFiles={(chosen) => store.addFiles(chosen)}
      />
      <Announce message={said} />
      {files.length > 0 && (
        <EntryList
          label={t("Release_Files")}
          items={files}
          getKey={({ key }) => key}
          render={(entry) => <FileLine entry={entry} />}
        />
      )}
    </Column>
  );
}

function FileLine({ entry }: { readonly entry: FileEntry }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store, state } = useReleases();
  const { key, name, size, reading } = entry;
  const remove = (): void => store.removeFile(key);
  if (reading.status === "reading") {
    return (
      <ProgressLine
        label={t("Release_ReadingFile", name)}
        {...(reading.share === undefined ? {} : { share: reading.share })}
        onCancel={remove}
      />
    );
  }
  if (reading.status === "refused") {
    return (
      <Notice
        kind="error"
        title={t("Release_FileRefused", name)}
        details={[{ label: t("Release_FileDetail"), value: reading.refusal.text, long: true }]}
        onDismiss={remove}
      >
        {refusalText(reading.refusal, product)}
      </Notice>
    );
  }
  const partial = reading.package.partial?.length ?? 0;
  return (
    <Row gap={8}>
      <StatusMark
        tone={partial > 0 ? "warning" : "good"}
        word={partial > 0 ? product.plural("Release_FilePartial", partial) : t("Release_FileGood")}
      />
      <Grow>
        <strong>{name}</strong> <Muted>{sizeText(size, product)}</Muted>
      </Grow>
      {state.import.run.status === "none" && (
        <TextButton onClick={remove} name={t("Release_RemoveFileNamed", name)}>
          {t("Release_RemoveFile")}
        </TextButton>
      )}
    </Row>
  );
}
