import { ActionButton } from "@fluentui/react";
import * as React from "react";

export interface CommandButtonProps {
  /** Name of a registered icon. */
  readonly icon: string;
  readonly text: string;
  readonly onClick: () => void;
  /** Given where the button opens and closes something. */
  readonly expanded?: boolean;
}

/** One command that stands by itself. */
export function CommandButton({ icon, text, onClick, expanded }: CommandButtonProps): React.ReactElement {
  const state = expanded === undefined ? {} : { "aria-expanded": expanded };
  return <ActionButton iconProps={{ iconName: icon }} text={text} onClick={onClick} styles={FLAT} {...state} />;
}

const FLAT = { root: { height: 32 } };
