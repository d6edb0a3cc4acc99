import { Pivot, PivotItem, useTheme } from "@fluentui/react";
import * as React from "react";
import { useUi } from "./UiProvider";

export interface Tab<K extends string> {
  readonly key: K;
  readonly text: string;
  /** A number beside the word, e.g. how many patches. */
  readonly count?: string;
}

export interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<K>[];
  readonly value: K;
  readonly onChange: (key: K) => void;
  /** Beginning of the ids by which tab and panel point at each other. */
  readonly idPrefix: string;
  readonly children: React.ReactNode;
}

/** A row of tabs and the panel of the chosen one. */
export function Tabs<K extends string>(props: TabsProps<K>): React.ReactElement {
  const { label, tabs, value, onChange, idPrefix, children } = props;
  const theme = useTheme();
  const { texts } = useUi();
  const tabId = (key: string): string => `${idPrefix}-tab-${key}`;
  return (
    <>
      <Pivot
        aria-label={label}
        selectedKey={value}
        headersOnly
        overflowBehavior="menu"
        overflowAriaLabel={texts.moreCommands}
        getTabId={(key) => tabId(key)}
        onLinkClick={(item) => {
          const chosen = tabs.find(({ key }) => key === item?.props.itemKey);
          if (chosen) onChange(chosen.key);
        }}
        styles={{ root: { borderBottom: `1px solid ${theme.semanticColors.bodyDivider}` } }}
      >
        {tabs.map(({ key, text, count }) => (
          <PivotItem key={key} itemKey={key} headerText={text} {...(count === undefined ? {} : { itemCount: count })} />
        ))}
      </Pivot>
      <div role="tabpanel" aria-labelledby={tabId(value)} style={PANEL}>
        {children}
      </div>
    </>
  );
}

const PANEL: React.CSSProperties = {
  display: "flex",
  flexDirection: "column",
  flex: "1 1 auto",
  minHeight: 0,
  minWidth: 0,
  paddingTop: 8,
};
