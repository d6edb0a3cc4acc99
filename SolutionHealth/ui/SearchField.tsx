import { SearchBox } from "@fluentui/react";
import type { ISearchBox } from "@fluentui/react";
import * as React from "react";
import { useUi } from "./UiProvider";

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** As wide as its surroundings. */
  readonly wide?: boolean;
  /** Given so that a shortcut can put the focus here. */
  readonly focusRef?: React.MutableRefObject<(() => void) | undefined>;
}

/** A search box that is as wide as it may, up to a readable width. */
export function SearchField({ label, value, onChange, wide, focusRef }: SearchFieldProps): React.ReactElement {
  const { texts } = useUi();
  const box = React.useRef<ISearchBox>(null);
  React.useEffect(() => {
    if (!focusRef) return undefined;
    focusRef.current = () => box.current?.focus();
    return () => void (focusRef.current = undefined);
  }, [focusRef]);
  return (
    <SearchBox
      componentRef={box}
      placeholder={label}
      ariaLabel={label}
      value={value}
      onChange={(_event, text) => onChange(text ?? "")}
      clearButtonProps={{ ariaLabel: texts.clearSearch }}
      styles={wide ? WIDE : USUAL}
    />
  );
}

const USUAL = { root: { width: 240, maxWidth: "100%", borderRadius: 4 } };
const WIDE = { root: { width: "100%", borderRadius: 4 } };
