import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { EnvironmentState, Row } from "../store/model";

/** Import jobs that are visible although the engine has not written them yet. */
export class ProvisionalImportJobs {
  private readonly rows = new Map<Guid, Row>();

  constructor(
    private readonly state: Readonly<EnvironmentState>,
    private readonly userId: Guid,
  ) {}

  all(): readonly Row[] {
    const written = new Set(this.state.importJobs.map((row) => row.importjobid));
    return [...this.rows.values()].filter((row) => !written.has(row.importjobid));
  }

  /** @param progress 0 to 100 @param now UTC text */
  show(id: Guid, progress: number, now: string): void {
    const previous = this.rows.get(id);
    this.rows.set(id, {
      importjobid: id,
      name: "Customizations",
      progress,
      startedon: previous?.startedon ?? now,
      createdon: previous?.createdon ?? now,
      modifiedon: now,
      completedon: null,
      _createdby_value: this.userId,
      _modifiedby_value: this.userId,
    });
  }

  forget(id: Guid): void {
    this.rows.delete(id);
  }
}
