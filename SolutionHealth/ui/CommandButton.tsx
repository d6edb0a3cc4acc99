import { ActionButton } from "@fluentui/react";
import * as React from "react";

export interface CommandButtonProps {
  /** Name of a registered icon. */
  readonly icon: string;
  readonly text: string;
  readonly onClick: () => void;
}

/** One command that stands by itself. */
export function CommandButton({ icon, text, onClick }: CommandButtonProps): React.ReactElement {
  return <ActionButton iconProps={{ iconName: icon }} text={text} onClick={onClick} styles={FLAT} />;
}

const FLAT = { root: { height: 32 } };
