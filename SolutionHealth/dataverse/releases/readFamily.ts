import type { SolutionComponent } from "../../domain/model/component";
import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import type { UnreadReleaseFact } from "../../domain/releases/releaseFacts";
import { MemberBook } from "../rollbacks/memberBook";
import { readMembers } from "../rollbacks/readMembers";
import { readParts } from "../rollbacks/readParts";
import type { Transport } from "../transport";

/** A component that the installed solution holds, or that hangs below one of its tables. */
export interface FamilyComponent {
  readonly component: SolutionComponent;
  /** Of base, patches and pending upgrade: those with a membership row. Empty where only a listing tells of it. */
  readonly heldBy: readonly Guid[];
}

export interface FamilyRead {
  readonly components: readonly FamilyComponent[];
  readonly unread: readonly UnreadReleaseFact[];
}

/**
 * What base, patches and pending upgrade hold, with names: memberships and summaries by lists. Below a table that may be
 * deleted, everything is listed, whoever made it.
 * @param mayGo tables and environment variables that the package does not hold
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readFamily(
  family: readonly InstalledSolution[],
  solutions: readonly InstalledSolution[],
  mayGo: (component: SolutionComponent) => boolean,
  transport: Transport,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<FamilyRead> {
  const book = new MemberBook();
  const unread = [
    ...(await readMembers(family, book, transport, signal, onProgress)),
    ...(await readParts({ solutions, leaving: family, mayGo }, book, transport, signal)),
  ];
  return {
    components: book.all().map(({ component, heldBy }) => ({ component, heldBy: [...heldBy] })),
    unread: unread.map((fact) => ({ ...fact, what: "members" })),
  };
}
