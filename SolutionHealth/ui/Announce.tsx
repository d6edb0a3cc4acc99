import { Announced } from "@fluentui/react";
import * as React from "react";

/** Tells a screen reader what changed on the screen. */
export function Announce({ message }: { readonly message: string }): React.ReactElement {
  return (
    // Out of the flow: in a column it would take a gap that nobody sees a reason for.
    <div style={OUT_OF_FLOW}>
      <Announced message={message} />
    </div>
  );
}

const OUT_OF_FLOW = { position: "absolute" } as const;
