import { DefaultButton } from "@fluentui/react";
import * as React from "react";

export interface MenuChoice<K extends string> {
  readonly key: K;
  readonly text: string;
}

export interface MenuButtonProps<K extends string> {
  readonly text: string;
  /** Name of a registered icon. */
  readonly icon?: string;
  readonly choices: readonly MenuChoice<K>[];
  readonly onChoose: (key: K) => void;
}

/** A button that opens a menu of ways to do one thing. */
export function MenuButton<K extends string>(props: MenuButtonProps<K>): React.ReactElement {
  const { text, icon, choices, onChoose } = props;
  return (
    <DefaultButton
      text={text}
      {...(icon ? { iconProps: { iconName: icon } } : {})}
      menuProps={{ items: choices.map(({ key, text: name }) => ({ key, text: name, onClick: () => onChoose(key) })) }}
    />
  );
}
