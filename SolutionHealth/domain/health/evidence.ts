/**
 * What each rule has seen, by its id: flat values, so that words in any language can be put around them. Numbers are
 * counts unless their names say a unit.
 */
export interface EvidenceByRule {
  readonly lastOperationFailed: { readonly act: string; readonly version: string } & OperationError;
  readonly failedRecently: { readonly failures: number; readonly days: number };
  readonly operationRunning: { readonly act: string; readonly version: string };
  readonly operationStuck: { readonly act: string; readonly version: string; readonly hours: number };
  readonly upgradeLeftOver: { readonly version: string; readonly because: "failed" | "notHigher" };
  readonly upgradeWaiting: { readonly version: string };
  readonly upgradeWithoutBase: { readonly base: string; readonly version: string };
  readonly reinstalled: { readonly uninstalledOn: Date; readonly installedOn: Date; readonly version: string };
  readonly versionLowered: { readonly from: string; readonly to: string };
  readonly versionRepeated: { readonly version: string; readonly times: number };

  readonly overrideNew: { readonly overrides: number };
  readonly overrideChanged: { readonly overrides: number };
  readonly overrideExpired: { readonly overrides: number };
  readonly overrideAccepted: { readonly overrides: number };
  readonly layerShadowed: { readonly components: number; readonly by: readonly string[] };
  readonly layerUnexplained: { readonly components: number; readonly layers: readonly string[] };
  readonly unmanagedSolution: { readonly version: string; readonly kind: string };
  readonly componentsLoose: { readonly components: number; readonly kind: string };

  readonly patchOrphaned: { readonly version: string; readonly base: string };
  readonly patchOutOfOrder: { readonly version: string; readonly higher: string };
  readonly patchSuperseded: { readonly version: string; readonly base: string };
  readonly patchVersionMismatch: { readonly version: string; readonly base: string };
  readonly patchesPilingUp: { readonly patches: number; readonly atMost: number };
  readonly baseLocked: { readonly patches: number };

  readonly stepsOff: { readonly parts: number };
  readonly processesOff: { readonly parts: number; readonly flows: number };
  readonly serviceRulesOff: { readonly parts: number };
  readonly ownerDisabled: { readonly parts: number; readonly owners: readonly string[] };
  readonly connectionUnbound: { readonly references: number };
  readonly variableEmpty: { readonly variables: number; readonly required: number };
  readonly dependencyMissing: { readonly components: number; readonly solutions: readonly string[] };
  readonly requiredSolutionMissing: { readonly required: string; readonly components: number };
  readonly requiredSolutionOlder: { readonly required: string; readonly installed: string; readonly needed: string };

  readonly packageNewer: { readonly package: string; readonly environment: string };
  readonly packageTooOld: { readonly package: string };
  readonly defaultPublisher: { readonly publisher: string };
  readonly severalPublishers: { readonly components: number; readonly publishers: readonly string[] };

  readonly planMissing: Readonly<Record<never, never>>;
  readonly reviewOverdue: { readonly nextReview: string; readonly days: number };
  readonly versionBehind: { readonly installed: string; readonly expected: string };
  readonly wayDiffers: { readonly planned: string; readonly used: string; readonly version: string };
  readonly planOwnerDisabled: { readonly owner: string };
}

/** The platform's word on a failure. */
export interface OperationError {
  readonly errorCode?: string;
  readonly errorText?: string;
}

export type RuleId = keyof EvidenceByRule;
