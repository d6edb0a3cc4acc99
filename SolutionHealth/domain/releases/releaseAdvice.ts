import type { ReleaseAddress } from "./releaseAddress";
import type { ReleaseWay } from "./releasePreview";

/** Why a way is advised. */
export type AdviceReason =
  /** First installation. */
  | "firstInstall"
  /** Only additions and changes: an update is enough, and the preferred way. */
  | "nothingLeftBehind"
  /** No component would be left behind, but options or labels of some may be: an upgrade takes them away. */
  | "partsMayStay"
  /** Nothing is known to be left behind, but not everything that is installed could be read or judged. */
  | "leftBehindUnknown"
  /** Components would be left behind: an upgrade deletes them. */
  | "leftBehind"
  /** A patch can only be imported as one. */
  | "isPatch"
  /** A subset of the solution's components, within its major and minor version: a patch fits. */
  | "subset"
  /** Components would be left behind, but deleting them is blocked: update, or mend the blockers first. */
  | "upgradeBlocked"
  /** The package's upgrade is staged here already: it is only to be applied, importing it again would be refused. */
  | "staged"
  /** Unmanaged packages know only one way. */
  | "unmanaged"
  /** No way is open: see the findings. */
  | "allRefused";

export interface AdviceWhole {
  /** One of `ReleaseAdvice.components`. */
  readonly whole: ReleaseAddress;
  readonly parts: readonly ReleaseAddress[];
}

export interface ReleaseAdvice {
  readonly way?: ReleaseWay;
  readonly reason: AdviceReason;
  /** Those that the reason speaks of, tables first; what is part of one of them is not named again. */
  readonly components: readonly ReleaseAddress[];
  /** Parts of those tables and environment variables of `components` that go, or stay, with them. */
  readonly along?: readonly AdviceWhole[];
  /** Other ways that would do as well, best first. */
  readonly alternatives: readonly ReleaseWay[];
}
