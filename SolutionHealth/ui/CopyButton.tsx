import { Announced, IconButton } from "@fluentui/react";
import * as React from "react";
import { useUi } from "./UiProvider";

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the button's name: "Copy solution id". */
  readonly label: string;
}

/** Copies a text and says whether the browser let it. */
export function CopyButton({ text, label }: CopyButtonProps): React.ReactElement {
  const { copyText, texts } = useUi();
  const [outcome, setOutcome] = React.useState<"none" | "copied" | "refused">("none");
  const alive = React.useRef(true);
  React.useEffect(() => () => void (alive.current = false), []);
  const copy = (): void => {
    void copyText(text).then((done) => {
      if (alive.current) setOutcome(done ? "copied" : "refused");
    });
  };
  const said = outcome === "copied" ? texts.copied : outcome === "refused" ? texts.copyFailed : "";
  return (
    <>
      <IconButton
        iconProps={{ iconName: outcome === "copied" ? "CheckMark" : "Copy" }}
        ariaLabel={label}
        title={said || label}
        onClick={copy}
        styles={SMALL}
      />
      {said && <Announced message={said} />}
    </>
  );
}

const SMALL = { root: { width: 24, height: 24 }, icon: { fontSize: 14, margin: 0 } };
