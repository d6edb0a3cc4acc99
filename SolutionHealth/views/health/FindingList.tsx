import * as React from "react";
import type { JudgedFinding } from "../../domain/health/healthReport";
import { Disclosure } from "../../ui/Disclosure";
import { EmptyState } from "../../ui/EmptyState";
import { EntryList } from "../../ui/EntryList";
import type { Place } from "../host";
import { useProduct } from "../product";
import { FindingView } from "./FindingView";
import { useHealth } from "./health";
import type { FindingGroup, HealthList } from "./useHealthList";

export interface FindingListProps {
  readonly list: HealthList;
  readonly grouping: "solution" | "rule";
  readonly go: (place: Place) => void;
  readonly onDecide: (finding: JudgedFinding, decision: "accept" | "snooze") => void;
  readonly onClear: () => void;
}

/** So many groups are open at first; opening all of two hundred would draw a thousand findings. */
const OPEN_AT_FIRST = 8;

/** The findings, group by group. */
export function FindingList(props: FindingListProps): React.ReactElement {
  const { list, onClear } = props;
  const { t } = useProduct();
  const { reading } = useHealth().state;
  if (list.groups.length > 0) {
    return (
      <div>
        {list.groups.map((group, index) => (
          <Group key={group.key} group={group} openAtFirst={index < OPEN_AT_FIRST} {...props} />
        ))}
      </div>
    );
  }
  if (reading && list.total === 0) return <></>;
  if (list.total === 0) {
    return <EmptyState shape="circleCheck" title={t("Health_Nothing")} text={t("Health_NothingText")} />;
  }
  return (
    <EmptyState
      shape="search"
      title={t("Health_NoMatch")}
      text={t("Health_NoMatchText")}
      action={{ label: t("Solutions_ClearFilters"), onClick: onClear }}
    />
  );
}

interface GroupProps extends FindingListProps {
  readonly group: FindingGroup;
  readonly openAtFirst: boolean;
}

function Group({ group, openAtFirst, grouping, go, onDecide }: GroupProps): React.ReactElement {
  const { plural } = useProduct();
  // Until a person opens or closes it, a group that comes to the top of a narrowed list is open there.
  const [chosen, setChosen] = React.useState<boolean>();
  const open = chosen ?? openAtFirst;
  const { title, version, findings } = group;
  return (
    <Disclosure
      minor
      title={title}
      note={[version, plural("Health_GroupNote", findings.length)].filter(Boolean).join(" · ")}
      open={open}
      onToggle={() => setChosen(!open)}
    >
      <EntryList
        indented
        label={title}
        items={findings}
        getKey={({ ruleId, solution = "", subject }) => `${ruleId} ${solution} ${subject}`}
        render={(finding) => (
          <FindingView finding={finding} withSolution={grouping === "rule"} go={go} onDecide={onDecide} />
        )}
      />
    </Disclosure>
  );
}
