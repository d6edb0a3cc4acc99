import * as React from "react";
import { CopyButton } from "../../ui/CopyButton";
import { FoldedText } from "../../ui/FoldedText";
import { Muted } from "../../ui/Text";
import { useProduct } from "../product";

export interface ValueProps {
  readonly text: string | undefined;
  /** What it is the value of, for the copy button's name. */
  readonly of: string;
}

/** A value that may be long: folded, and to be copied raw. */
export function Value({ text, of }: ValueProps): React.ReactElement {
  const { t, plural } = useProduct();
  if (text === undefined) return <Muted>{t("Value_NotSet")}</Muted>;
  if (text === "") return <Muted>{t("Value_Empty")}</Muted>;
  return (
    <>
      <FoldedText text={text} moreLabel={plural("Value_ShowAll", text.length)} lessLabel={t("Value_ShowLess")} />{" "}
      <CopyButton text={text} label={t("Value_Copy", of)} />
    </>
  );
}
