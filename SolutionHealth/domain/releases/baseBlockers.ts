import { droppedMembers } from "./droppedFates";
import { presentAddress } from "./presentAddress";
import type { ReleaseBlocker } from "./releasePreview";
import { presentAs, type Situation, stackOf } from "./situation";

/**
 * Components that an upgrade drops while another publisher's layer lies over their base layer: on uninstall the platform
 * refuses that (fact sheet §6.5, §8.2); whether an upgrade does is not documented [?], so it is said to be possible.
 */
export function baseBlockers(at: Situation): ReleaseBlocker[] {
  return droppedMembers(at).flatMap((member): ReleaseBlocker[] => {
    const reading = stackOf(at, member);
    if (reading.status === "unknown") return [];
    const bases = [...reading.stack.layers].reverse().filter(({ kind }) => kind !== "active");
    const [base] = bases;
    const heir = bases.find((layer) => !at.plan.goes(layer));
    if (!base || !heir || !at.plan.goes(base) || at.names.publisherOf(heir) === at.names.publisherOf(base)) return [];
    const component = presentAs(presentAddress(member.component), member);
    const fix = { where: "solution", solution: at.names.nameOf(heir) } as const;
    return [{ kind: "baseLayer", required: component, dependent: component, fix, round: 1, certain: false }];
  });
}
