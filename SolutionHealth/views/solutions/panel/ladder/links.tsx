import * as React from "react";
import type { Guid } from "../../../../domain/model/guid";
import type { InstalledSolution } from "../../../../domain/model/solution";
import { TextButton } from "../../../../ui/Text";
import { useProduct } from "../../../product";

/** Where a solution on the ladder leads to. */
export interface LadderLinks {
  /** The solution whose panel this is. */
  readonly current: Guid;
  readonly onOpen: (solution: InstalledSolution) => void;
  readonly onPreviewUninstall: (solution: InstalledSolution) => void;
}

export interface LinkProps {
  readonly solution: InstalledSolution;
  readonly links: LadderLinks;
}

/**
 * Name and version, since a patch often bears its base's name; opens the solution unless it is open already. Opened
 * from here, it is no button any more: the focus stays on its name.
 */
export function SolutionLink({ solution, links }: LinkProps): React.ReactElement {
  const name = useProduct().t("Ladder_Name", solution.displayName, solution.version);
  const opened = React.useRef(false);
  const place = React.useRef<HTMLSpanElement>(null);
  const current = solution.id === links.current;
  React.useEffect(() => {
    if (current && opened.current) place.current?.focus();
    opened.current = false;
  }, [current]);
  if (current) {
    return (
      <span ref={place} tabIndex={-1} aria-current="true">
        {name}
      </span>
    );
  }
  const open = (): void => {
    opened.current = true;
    links.onOpen(solution);
  };
  return <TextButton onClick={open}>{name}</TextButton>;
}

/** Only what is managed can be taken back: uninstalling the unmanaged removes a container, no component (§6.5). */
export function PreviewLink({ solution, links }: LinkProps): React.ReactElement | null {
  const { t } = useProduct();
  if (!solution.managed) return null;
  const name = t("Ladder_Name", solution.displayName, solution.version);
  return (
    <span>
      <TextButton
        name={t("Ladder_PreviewOf", t("Rollback_Preview"), name)}
        onClick={() => links.onPreviewUninstall(solution)}
      >
        {t("Rollback_Preview")}
      </TextButton>
    </span>
  );
}
