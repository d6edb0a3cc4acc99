import { Announced } from "@fluentui/react";
import * as React from "react";

/** Tells a screen reader what changed on the screen. */
export function Announce({ message }: { readonly message: string }): React.ReactElement {
  return <Announced message={message} />;
}
