import { CommandBar } from "@fluentui/react";
import type { ICommandBarItemProps } from "@fluentui/react";
import * as React from "react";
import { useUi } from "./UiProvider";

export interface Command {
  readonly key: string;
  readonly text: string;
  /** Name of a registered icon. */
  readonly icon?: string;
  readonly disabled?: boolean;
  /** Given where the command opens and closes something. */
  readonly expanded?: boolean;
  readonly onRun?: () => void;
  readonly menu?: readonly Command[];
}

export interface CommandStripProps {
  readonly label: string;
  readonly commands: readonly Command[];
}

/** Commands in a row; those that do not fit go into a menu at its end. */
export function CommandStrip({ label, commands }: CommandStripProps): React.ReactElement {
  const { texts } = useUi();
  const items = React.useMemo(() => commands.map(toItem), [commands]);
  return (
    <CommandBar items={items} ariaLabel={label} overflowButtonProps={{ ariaLabel: texts.moreCommands }} styles={FLAT} />
  );
}

function toItem(command: Command): ICommandBarItemProps {
  return {
    key: command.key,
    text: command.text,
    disabled: command.disabled ?? false,
    ...(command.expanded === undefined ? {} : { "aria-expanded": command.expanded }),
    ...(command.icon ? { iconProps: { iconName: command.icon } } : {}),
    ...(command.onRun ? { onClick: command.onRun } : {}),
    ...(command.menu ? { subMenuProps: { items: command.menu.map(toItem) } } : {}),
  };
}

const FLAT = { root: { padding: 0, height: 36 } };
