import type { EnvironmentKind } from "../model/environment";

/** Where rules draw their lines. Each can be changed by whoever reads the findings. */
export interface HealthThresholds {
  /** Days within which a failed operation counts although a later one went well. */
  readonly failedWithinDays: number;
  /** Hours after which an operation that still runs is thought stuck. */
  readonly stuckAfterHours: number;
  /** Days for which a reinstallation is told. */
  readonly reinstalledWithinDays: number;
  /** Days for which a lowered or repeated version, or another way than the planned one, is told. */
  readonly importsWithinDays: number;
  /** Patches over one base that need no roll-up yet. */
  readonly patchesAtMost: number;
  /** Days a review may be late. */
  readonly reviewGraceDays: number;
  /** Components that may be shadowed before it is told. */
  readonly shadowedAtLeast: number;
}

/** What each threshold counts, what it is unless told otherwise, and what it can be. */
export interface ThresholdShape {
  readonly unit: "days" | "hours" | "patches" | "components";
  readonly byDefault: number;
  readonly least: number;
  readonly most: number;
}

export const THRESHOLDS: Readonly<Record<keyof HealthThresholds, ThresholdShape>> = {
  failedWithinDays: { unit: "days", byDefault: 30, least: 1, most: 365 },
  stuckAfterHours: { unit: "hours", byDefault: 4, least: 1, most: 72 },
  reinstalledWithinDays: { unit: "days", byDefault: 90, least: 1, most: 365 },
  importsWithinDays: { unit: "days", byDefault: 90, least: 1, most: 365 },
  patchesAtMost: { unit: "patches", byDefault: 5, least: 1, most: 50 },
  reviewGraceDays: { unit: "days", byDefault: 0, least: 0, most: 90 },
  shadowedAtLeast: { unit: "components", byDefault: 1, least: 1, most: 1_000 },
};

export const DEFAULT_THRESHOLDS: HealthThresholds = thresholdsFrom({});

/** The thresholds with some of them changed, each held within what it can be; what is no number stays as it is. */
export function thresholdsFrom(changed: Partial<Readonly<Record<keyof HealthThresholds, number>>>): HealthThresholds {
  const one = (name: keyof HealthThresholds): number => {
    const { byDefault, least, most } = THRESHOLDS[name];
    const value = changed[name] ?? byDefault;
    return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : byDefault;
  };
  return {
    failedWithinDays: one("failedWithinDays"),
    stuckAfterHours: one("stuckAfterHours"),
    reinstalledWithinDays: one("reinstalledWithinDays"),
    importsWithinDays: one("importsWithinDays"),
    patchesAtMost: one("patchesAtMost"),
    reviewGraceDays: one("reviewGraceDays"),
    shadowedAtLeast: one("shadowedAtLeast"),
  };
}

/** Environments in which nothing should be made by hand. The default one is where everybody works. */
export const PRODUCTION_KINDS: ReadonlySet<EnvironmentKind> = new Set(["production"]);
