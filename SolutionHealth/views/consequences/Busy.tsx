import * as React from "react";
import { Announce } from "../../ui/Announce";
import { Column } from "../../ui/Layout";
import { ProgressLine } from "../../ui/ProgressLine";

export interface BusyProps {
  readonly label: string;
  readonly text?: string;
  /** 0 to 1, where it is known. */
  readonly share?: number;
}

/** A stage of a run that is under way: seen, and announced once. */
export function Busy({ label, text, share }: BusyProps): React.ReactElement {
  return (
    <Column gap={4}>
      <ProgressLine label={label} {...(share !== undefined && { share })} />
      {text !== undefined && <div>{text}</div>}
      <Announce message={label} />
    </Column>
  );
}
