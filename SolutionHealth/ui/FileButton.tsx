import { CommandBarButton } from "@fluentui/react";
import * as React from "react";

export interface FileButtonProps {
  readonly text: string;
  /** Name of a registered icon. */
  readonly icon: string;
  /** Ending with a dot: ".json". */
  readonly accept: string;
  readonly onFile: (name: string, content: string) => void;
}

/** A command that asks for a text file of the person's own. */
export function FileButton({ text, icon, accept, onFile }: FileButtonProps): React.ReactElement {
  const input = React.useRef<HTMLInputElement>(null);
  const take = (event: React.ChangeEvent<HTMLInputElement>): void => {
    const field = event.currentTarget;
    const file = field.files?.[0];
    // The same file may be chosen once more.
    const done = (): void => void (field.value = "");
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => {
      done();
      onFile(file.name, typeof reader.result === "string" ? reader.result : "");
    };
    // What cannot be read is as good as an empty file: the page says that it is not one of its own.
    reader.onerror = () => {
      done();
      onFile(file.name, "");
    };
    reader.readAsText(file);
  };
  return (
    <>
      <CommandBarButton
        text={text}
        iconProps={{ iconName: icon }}
        onClick={() => input.current?.click()}
        styles={FLAT}
      />
      <input ref={input} type="file" accept={accept} onChange={take} aria-label={text} hidden />
    </>
  );
}

const FLAT = { root: { height: 36, background: "transparent" } };
