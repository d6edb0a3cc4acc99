import * as React from "react";
import type { Publisher } from "../../domain/model/solution";
import { SOLUTION_STATES } from "../../domain/solutions/solutionStanding";
import { Announce } from "../../ui/Announce";
import { Choice } from "../../ui/Choice";
import { CommandStrip } from "../../ui/CommandStrip";
import type { Command } from "../../ui/CommandStrip";
import { Column, Row } from "../../ui/Layout";
import { SearchField } from "../../ui/SearchField";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import { STANDING_LOOKS } from "./looks";
import type { SolutionQuery } from "./query";

export interface ToolbarProps {
  readonly query: SolutionQuery;
  readonly onQuery: (query: SolutionQuery) => void;
  readonly publishers: readonly Publisher[];
  readonly focusSearch: React.MutableRefObject<(() => void) | undefined>;
  readonly onExport: () => void;
  /** @returns false where the browser refused. */
  readonly onCopyIds: () => Promise<boolean>;
  readonly nothingToExport: boolean;
}

/** Search, filters and what can be taken away from the list. */
export function Toolbar(props: ToolbarProps): React.ReactElement {
  const [filtersOpen, setFiltersOpen] = React.useState(false);
  if (useWidth() === "wide") {
    return (
      <Row spread gap={8}>
        <Row gap={8}>
          <Search {...props} wide={false} />
          <Filters {...props} />
        </Row>
        <Commands {...props} />
      </Row>
    );
  }
  return (
    <Column gap={4}>
      <Search {...props} wide />
      <Commands {...props} filtersOpen={filtersOpen} onFilters={() => setFiltersOpen(!filtersOpen)} />
      {filtersOpen && (
        <Row gap={8}>
          <Filters {...props} />
        </Row>
      )}
    </Column>
  );
}

function Search({ query, onQuery, focusSearch, wide }: ToolbarProps & { readonly wide: boolean }): React.ReactElement {
  const { t } = useProduct();
  return (
    <SearchField
      label={t("Solutions_Search")}
      value={query.search}
      onChange={(search) => onQuery({ ...query, search })}
      wide={wide}
      focusRef={focusSearch}
    />
  );
}

/** What is being checked is gone in a moment. */
const STATES_TO_CHOOSE = SOLUTION_STATES.filter((state) => state !== "checking");

function Filters({ query, onQuery, publishers }: ToolbarProps): React.ReactElement {
  const { t } = useProduct();
  return (
    <>
      <Choice
        label={t("Solutions_Column_Publisher")}
        value={query.publisher}
        options={[
          { key: "", text: t("Solutions_AllPublishers") },
          ...publishers.map(({ id, displayName }) => ({ key: id, text: displayName })),
        ]}
        onChange={(publisher) => onQuery({ ...query, publisher })}
      />
      <Choice<SolutionQuery["state"]>
        label={t("Solutions_Column_State")}
        value={query.state}
        options={[
          { key: "all", text: t("Solutions_AllStates") },
          ...STATES_TO_CHOOSE.map((state) => ({ key: state, text: t(STANDING_LOOKS[state].word) })),
        ]}
        onChange={(state) => onQuery({ ...query, state })}
      />
      <Choice<SolutionQuery["patches"]>
        label={t("Panel_Patches")}
        value={query.patches}
        options={[
          { key: "all", text: t("Solutions_PatchesAll") },
          { key: "with", text: t("Solutions_PatchesWith") },
          { key: "without", text: t("Solutions_PatchesWithout") },
        ]}
        onChange={(patches) => onQuery({ ...query, patches })}
      />
    </>
  );
}

interface CommandsProps extends ToolbarProps {
  readonly filtersOpen?: boolean;
  readonly onFilters?: () => void;
}

function Commands({ filtersOpen, onFilters, ...rest }: CommandsProps): React.ReactElement {
  const { t } = useProduct();
  const { onExport, onCopyIds, nothingToExport: disabled } = rest;
  const [said, copy] = useCopyCommand(onCopyIds);
  const filters: Command[] =
    onFilters && filtersOpen !== undefined
      ? [{ key: "filters", text: t("Solutions_Filters"), icon: "Filter", expanded: filtersOpen, onRun: onFilters }]
      : [];
  return (
    <>
      <CommandStrip
        label={t("Solutions_Commands")}
        commands={[
          ...filters,
          { key: "csv", text: t("Solutions_ExportCsv"), icon: "Download", disabled, onRun: onExport },
          { key: "ids", text: t(said ?? "Solutions_CopyIds"), icon: "Copy", disabled, onRun: copy },
        ]}
      />
      {said && <Announce message={t(said)} />}
    </>
  );
}

/** How long the command says how it went, in milliseconds. */
const SAID_FOR = 3000;

/** Key of what the command says after copying, for a while, and the command. */
function useCopyCommand(copyIds: () => Promise<boolean>): readonly [string | undefined, () => void] {
  const { after } = useProduct().host;
  const [said, setSaid] = React.useState<string>();
  React.useEffect(() => (said === undefined ? undefined : after(SAID_FOR, () => setSaid(undefined))), [said, after]);
  const alive = React.useRef(true);
  React.useEffect(() => () => void (alive.current = false), []);
  const copy = (): void => {
    void copyIds().then((done) => {
      if (alive.current) setSaid(done ? "Ui_Copied" : "Ui_CopyFailed");
    });
  };
  return [said, copy];
}
