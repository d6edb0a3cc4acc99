import { TextField } from "@fluentui/react";
import * as React from "react";

export interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  /** What is wrong with it now. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Lines; one unless told. */
  readonly lines?: number;
}

/** Ids and paths in a description have no place to break at; Fluent writes it smaller than anybody likes to read. */
const READABLE = { description: { overflowWrap: "anywhere", fontSize: 12, lineHeight: 16 } } as const;

/** A labelled field to write in. */
export function TextInput(props: TextInputProps): React.ReactElement {
  const { label, value, onChange, description, error, required, lines = 1 } = props;
  return (
    <TextField
      label={label}
      value={value}
      onChange={(_event, text) => onChange(text ?? "")}
      multiline={lines > 1}
      rows={lines}
      required={required ?? false}
      autoComplete="off"
      styles={READABLE}
      {...(description === undefined ? {} : { description })}
      {...(error === undefined ? {} : { errorMessage: error })}
    />
  );
}
