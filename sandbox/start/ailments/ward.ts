import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Guid } from "../../../SolutionHealth/domain/model/guid";
import { packFolder } from "../../../Solutions/pipeline/layout/pack";
import type { Caller, Environment } from "../../engine/contract";
import { PlatformFault } from "../../engine/fault";
import type { Row, StoredComponent } from "../../store/model";
import { callerOf, importRequest } from "../environment";
import { smallPackage, type SmallPackage } from "./smallPackage";

const DAY = 24 * 60 * 60 * 1000;

/** Longer ago than anything that the history is read for. */
const LONG_AGO_DAYS = 400;

/** The environment in the hands of an administrator: only what the platform lets one do, and a clock. */
export class Ward {
  constructor(
    readonly environment: Environment,
    private readonly root: string,
    private readonly setClock: (now: () => Date) => void = () => undefined,
  ) {}

  /** What follows happens so many days ago. */
  daysAgo(days: number): void {
    let time = Date.now() - days * DAY;
    // One operation after the other: the history tells time in seconds.
    this.setClock(() => new Date((time += 1000)));
  }

  get caller(): Caller {
    return callerOf(this.environment.state);
  }

  install(...contents: readonly SmallPackage[]): void {
    for (const content of contents) {
      this.environment.importSolution(importRequest(smallPackage(content)), this.caller);
    }
  }

  /** An import that the platform refuses: the history keeps it. @throws Error where it does not refuse it */
  failToInstall(content: SmallPackage): void {
    try {
      this.install(content);
    } catch (error) {
      if (error instanceof PlatformFault) return;
      throw error;
    }
    throw new Error(`${content.name} ${content.version} should have been refused.`);
  }

  /** Stages an upgrade, which then waits. */
  stage(content: SmallPackage): void {
    const request = { ...importRequest(smallPackage(content)), holdingSolution: true };
    this.environment.importSolution(request, this.caller);
  }

  /** Upgrades in one step. */
  upgrade(content: SmallPackage): void {
    this.environment.stageAndUpgrade(importRequest(smallPackage(content)), this.caller);
  }

  apply(uniqueName: string): void {
    this.environment.deleteAndPromote(uniqueName, this.caller);
  }

  uninstall(...uniqueNames: readonly string[]): void {
    for (const name of uniqueNames) this.environment.uninstallSolution(name, this.caller);
  }

  /** Installs a folder of Solutions/Demo in another version. */
  async installDemo(folder: string, version: string): Promise<void> {
    const zip = await packFolder(join(this.root, "Solutions", "Demo", folder), { managed: true, version });
    this.environment.importSolution(importRequest(zip), this.caller);
  }

  /** @throws Error where the story and the environment have come apart */
  component(type: number, key: string): StoredComponent {
    const found = this.environment.store.find(type, key);
    if (!found) throw new Error(`${key} is not there any more: somebody else has healed it, or taken it away.`);
    return found;
  }

  customize(type: number, key: string, properties: Row): void {
    this.environment.customize(this.component(type, key).id, properties, this.caller);
  }

  /** Takes the unmanaged layer off; nothing happens where there is none. */
  revert(type: number, key: string): void {
    const found = this.environment.store.find(type, key);
    if (found) this.environment.removeActiveLayer(found.id, this.caller);
  }

  /** Time passes, as far as the history of these solutions goes. */
  letTimePass(...uniqueNames: readonly string[]): void {
    this.environment.ageHistory(uniqueNames, LONG_AGO_DAYS);
  }

  /** Somebody who has left. */
  get departed(): Guid {
    const user = this.environment.state.users.find(({ disabled }) => disabled);
    if (!user) throw new Error("Nobody has left in this environment.");
    return user.id;
  }

  /** As somebody else would do it. */
  callerNamed(userId: Guid, activityId: Guid = randomUUID()): Caller {
    return { userId, activityId, correlationId: activityId };
  }
}
