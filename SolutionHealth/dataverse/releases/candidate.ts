import type { IncomingComponent } from "../../domain/releases/incomingPackage";
import type { PresentComponent } from "../../domain/releases/releaseFacts";
import type { Properties } from "../../domain/model/property";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { Transport } from "../transport";

/** A component of which something else than its layers may say as much as they do. */
export interface Candidate {
  readonly incoming: IncomingComponent;
  readonly here: PresentComponent;
}

/** What lists and definitions say of candidates. */
export interface Proofs {
  /** Those that are as the package has them, with all that is told of them. */
  readonly same: ReadonlyMap<ComponentKey, Properties>;
  /** Those of which something is told otherwise: likely changed. Of the rest nobody but their layers can tell. */
  readonly otherwise: ReadonlySet<ComponentKey>;
}

export interface ProofGround {
  /** Languages that are switched on; undefined where they could not be read. */
  readonly languages: readonly number[] | undefined;
  readonly transport: Transport;
  readonly signal: AbortSignal;
}
