import * as React from "react";
import type { Publisher } from "../../domain/model/solution";
import { SOLUTION_STATES } from "../../domain/solutions/assessment";
import { Choice } from "../../ui/Choice";
import { CommandButton } from "../../ui/CommandButton";
import { CommandStrip } from "../../ui/CommandStrip";
import { Row } from "../../ui/Layout";
import { SearchField } from "../../ui/SearchField";
import { useProduct } from "../product";
import { STATE_WORDS } from "./looks";
import type { SolutionQuery } from "./query";

export interface ToolbarProps {
  readonly query: SolutionQuery;
  readonly onQuery: (query: SolutionQuery) => void;
  readonly publishers: readonly Publisher[];
  readonly narrow: boolean;
  readonly focusSearch: React.MutableRefObject<(() => void) | undefined>;
  readonly onExport: () => void;
  readonly onCopyIds: () => void;
  readonly nothingToExport: boolean;
}

/** Search, filters and what can be taken away from the list. */
export function Toolbar(props: ToolbarProps): React.ReactElement {
  const { query, onQuery, narrow, focusSearch } = props;
  const { t } = useProduct();
  const [filtersOpen, setFiltersOpen] = React.useState(false);
  return (
    <Row spread gap={8}>
      <Row gap={8}>
        <SearchField
          label={t("Solutions_Search")}
          value={query.search}
          onChange={(search) => onQuery({ ...query, search })}
          focusRef={focusSearch}
        />
        {narrow && (
          <CommandButton
            icon="Filter"
            text={t("Solutions_Filters")}
            expanded={filtersOpen}
            onClick={() => setFiltersOpen(!filtersOpen)}
          />
        )}
        {(!narrow || filtersOpen) && <Filters {...props} />}
      </Row>
      <ExportMenu {...props} />
    </Row>
  );
}

function Filters({ query, onQuery, publishers }: ToolbarProps): React.ReactElement {
  const { t } = useProduct();
  return (
    <>
      <Choice
        label={t("Solutions_Column_Publisher")}
        value={query.publisher}
        options={[
          { key: "all", text: t("Solutions_AllPublishers") },
          ...publishers.map(({ id, displayName }) => ({ key: id, text: displayName })),
        ]}
        onChange={(publisher) => onQuery({ ...query, publisher })}
      />
      <Choice<SolutionQuery["state"]>
        label={t("Solutions_Column_State")}
        value={query.state}
        options={[
          { key: "all", text: t("Solutions_AllStates") },
          ...SOLUTION_STATES.map((state) => ({ key: state, text: t(STATE_WORDS[state]) })),
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

function ExportMenu({ onExport, onCopyIds, nothingToExport }: ToolbarProps): React.ReactElement {
  const { t } = useProduct();
  return (
    <CommandStrip
      label={t("Solutions_Commands")}
      commands={[
        { key: "csv", text: t("Solutions_ExportCsv"), icon: "Download", disabled: nothingToExport, onRun: onExport },
        { key: "ids", text: t("Solutions_CopyIds"), icon: "Copy", disabled: nothingToExport, onRun: onCopyIds },
      ]}
    />
  );
}
