import * as React from "react";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import { AcceptDialog } from "./accepted/AcceptDialog";
import { AcceptedDialog } from "./accepted/AcceptedDialog";
import { BookkeepingDialog } from "./BookkeepingDialog";
import { RestoreDialog } from "./restore/RestoreDialog";

export type OpenDialog = "accept" | "accepted" | "bookkeeping";

export interface PageDialogsProps {
  readonly open: OpenDialog | undefined;
  readonly chosen: readonly ComponentKey[];
  readonly onClose: () => void;
}

/** The one dialog that is open, if any. */
export function PageDialogs({ open, chosen, onClose }: PageDialogsProps): React.ReactElement {
  return (
    <>
      {open === "accept" && <AcceptDialog keys={chosen} onClose={onClose} />}
      {open === "accepted" && <AcceptedDialog onClose={onClose} />}
      {open === "bookkeeping" && <BookkeepingDialog onClose={onClose} />}
      <RestoreDialog />
    </>
  );
}
