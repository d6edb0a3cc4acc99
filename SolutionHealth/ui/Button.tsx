import { DefaultButton, PrimaryButton } from "@fluentui/react";
import * as React from "react";

export interface ButtonProps {
  readonly text: string;
  readonly onClick: () => void;
  /** The one thing this part of the page is for. */
  readonly primary?: boolean;
  readonly disabled?: boolean;
  /** Name of a registered icon. */
  readonly icon?: string;
  /** Marks the button for `DialogBox.firstFocus`. */
  readonly className?: string;
}

/** Where the width does not suffice for a name, its lines need room above and below. */
const ROOMY = {
  root: { height: "auto", minHeight: 32 },
  flexContainer: { height: "auto", minHeight: 30 },
  label: { margin: "2px 4px", lineHeight: "18px" },
} as const;

/** A button with a word on it. */
export function Button({ text, onClick, primary, disabled, icon, className }: ButtonProps): React.ReactElement {
  const Kind = primary ? PrimaryButton : DefaultButton;
  return (
    <Kind
      text={text}
      onClick={onClick}
      disabled={disabled ?? false}
      styles={ROOMY}
      {...(className === undefined ? {} : { className })}
      {...(icon ? { iconProps: { iconName: icon } } : {})}
    />
  );
}
