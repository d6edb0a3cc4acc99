import type { AffectedComponent, StackReading } from "../consequences/affectedComponent";
import type { ComponentKey } from "../layers/componentLayer";
import { createMentionIndex, type MentionIndex } from "../rollbacks/mentionIndex";
import type { Subject } from "../rollbacks/subjects";
import type { IncomingComponent } from "./incomingPackage";
import { presentAddress } from "./presentAddress";
import type { ReleaseAddress } from "./releaseAddress";
import type { PresentComponent } from "./releaseFacts";
import type { ComponentRelease, ReleaseComponent } from "./releasePreview";
import { presentAs, type Situation } from "./situation";

/** A component that may need something which goes. */
export interface Dependent {
  readonly component: ReleaseComponent;
  readonly here: AffectedComponent;
  readonly reading: StackReading;
  /** Where the package holds it. */
  readonly incoming?: IncomingComponent;
}

/** What an upgrade deletes, and everybody who may stand in the way. */
export interface ReleaseGround {
  readonly at: Situation;
  /** Deleted components by key. */
  readonly doomed: ReadonlyMap<ComponentKey, ReleaseComponent>;
  readonly doomedAt: ReadonlyMap<ReleaseAddress, ReleaseComponent>;
  readonly index: MentionIndex;
  /** Of those that stay, by key. */
  readonly dependents: ReadonlyMap<ComponentKey, Dependent>;
}

export function releaseGround(fates: readonly ComponentRelease[], at: Situation): ReleaseGround {
  const deleted = fates.filter(({ kind }) => kind === "deleted").map(({ component }) => component);
  const doomed = new Map(deleted.flatMap((one) => (one.here ? [[one.here.key, one] as const] : [])));
  const index = createMentionIndex(
    deleted.flatMap(({ here }): Subject[] => (here ? [{ component: here, heldBy: [] }] : [])),
  );
  const doomedAt = new Map(deleted.map((one) => [one.address, one]));
  return { at, doomed, doomedAt, index, dependents: dependentsOf(doomed, at) };
}

/** Everything that is here, stays, and is known to these facts. */
function dependentsOf(
  doomed: ReadonlyMap<ComponentKey, ReleaseComponent>,
  at: Situation,
): ReadonlyMap<ComponentKey, Dependent> {
  const dependents = new Map<ComponentKey, Dependent>();
  const enter = (component: ReleaseComponent, here: AffectedComponent, incoming?: IncomingComponent): void => {
    if (doomed.has(here.key) || dependents.has(here.key)) return;
    const reading = at.facts.stacks.get(here.key) ?? { status: "unknown", why: { reason: "notRead" } };
    dependents.set(here.key, { component, here, reading, ...(incoming && { incoming }) });
  };
  for (const [address, incoming] of at.incoming) {
    const presence = at.found.presence.get(address);
    if (presence?.status !== "present") continue;
    const { component } = presence.here;
    enter({ ...presentAs(address, presence.here), address }, component, incoming);
  }
  const others: PresentComponent[] = [
    ...at.found.members,
    ...at.found.parts,
    ...at.found.dependencies.map(({ dependent }) => ({ component: dependent })),
  ];
  for (const other of others) enter(presentAs(presentAddress(other.component), other), other.component);
  return dependents;
}

/** The dependent with its layers, as the search for mentions takes it. */
export function subjectOf({ here, reading }: Dependent): Subject {
  const stack = reading.status === "read" ? reading.stack : undefined;
  return { component: here, heldBy: [], ...(stack && { stack }) };
}
