import type { RuleId } from "./evidence";
import type { HealthRule } from "./rule";
import { baseLocked } from "./rules/baseLocked";
import { componentsLoose } from "./rules/componentsLoose";
import { connectionUnbound } from "./rules/connectionUnbound";
import { defaultPublisher } from "./rules/defaultPublisher";
import { dependencyMissing } from "./rules/dependencyMissing";
import { failedRecently } from "./rules/failedRecently";
import { lastOperationFailed } from "./rules/lastOperationFailed";
import { layerShadowed } from "./rules/layerShadowed";
import { layerUnexplained } from "./rules/layerUnexplained";
import { operationRunning } from "./rules/operationRunning";
import { operationStuck } from "./rules/operationStuck";
import { overrideAccepted } from "./rules/overrideAccepted";
import { overrideChanged } from "./rules/overrideChanged";
import { overrideExpired } from "./rules/overrideExpired";
import { overrideNew } from "./rules/overrideNew";
import { ownerDisabled } from "./rules/ownerDisabled";
import { packageNewer } from "./rules/packageNewer";
import { packageTooOld } from "./rules/packageTooOld";
import { patchOrphaned } from "./rules/patchOrphaned";
import { patchOutOfOrder } from "./rules/patchOutOfOrder";
import { patchSuperseded } from "./rules/patchSuperseded";
import { patchVersionMismatch } from "./rules/patchVersionMismatch";
import { patchesPilingUp } from "./rules/patchesPilingUp";
import { planMissing } from "./rules/planMissing";
import { planOwnerDisabled } from "./rules/planOwnerDisabled";
import { processesOff } from "./rules/processesOff";
import { reinstalled } from "./rules/reinstalled";
import { requiredSolutionMissing } from "./rules/requiredSolutionMissing";
import { requiredSolutionOlder } from "./rules/requiredSolutionOlder";
import { reviewOverdue } from "./rules/reviewOverdue";
import { serviceRulesOff } from "./rules/serviceRulesOff";
import { severalPublishers } from "./rules/severalPublishers";
import { stepsOff } from "./rules/stepsOff";
import { unmanagedSolution } from "./rules/unmanagedSolution";
import { upgradeLeftOver } from "./rules/upgradeLeftOver";
import { upgradeWaiting } from "./rules/upgradeWaiting";
import { upgradeWithoutBase } from "./rules/upgradeWithoutBase";
import { variableEmpty } from "./rules/variableEmpty";
import { versionBehind } from "./rules/versionBehind";
import { versionLowered } from "./rules/versionLowered";
import { versionRepeated } from "./rules/versionRepeated";
import { wayDiffers } from "./rules/wayDiffers";

/** All rules, by group, in the order in which people read them. */
export const RULES: readonly HealthRule[] = [
  lastOperationFailed,
  failedRecently,
  operationRunning,
  operationStuck,
  upgradeLeftOver,
  upgradeWaiting,
  upgradeWithoutBase,
  reinstalled,
  versionLowered,
  versionRepeated,
  overrideNew,
  overrideChanged,
  overrideExpired,
  overrideAccepted,
  layerShadowed,
  layerUnexplained,
  unmanagedSolution,
  componentsLoose,
  patchOrphaned,
  patchOutOfOrder,
  patchSuperseded,
  patchVersionMismatch,
  patchesPilingUp,
  baseLocked,
  stepsOff,
  processesOff,
  serviceRulesOff,
  ownerDisabled,
  connectionUnbound,
  variableEmpty,
  dependencyMissing,
  requiredSolutionMissing,
  requiredSolutionOlder,
  packageNewer,
  packageTooOld,
  defaultPublisher,
  severalPublishers,
  planMissing,
  reviewOverdue,
  versionBehind,
  wayDiffers,
  planOwnerDisabled,
];

const BY_ID: ReadonlyMap<string, HealthRule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** @returns undefined for an id that this version does not know, as a snapshot of another one may hold */
export const ruleOf = (id: string): HealthRule | undefined => BY_ID.get(id);

/** The id, if it is one of this version's. */
export const toRuleId = (id: string): RuleId | undefined => BY_ID.get(id)?.id;
