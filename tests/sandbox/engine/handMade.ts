import type { Guid } from "../../../SolutionHealth/domain/model/guid";
import type { Properties } from "../../../SolutionHealth/domain/model/property";
import type {
  ComponentKey,
  MissingDependency,
  PackageComponent,
  PackageManifest,
  SolutionPackage,
} from "../../../SolutionHealth/package/model";
import type { Caller, EngineOptions, Environment, ImportRequest } from "../../../sandbox/engine/contract";
import { createEnvironment } from "../../../sandbox/engine/createEnvironment";
import { emptyState } from "../../../sandbox/engine/emptyState";
import { PlatformFault } from "../../../sandbox/engine/fault";
import type { StoredComponent, StoredSolution } from "../../../sandbox/store/model";

/** Packages made by hand, so that each rule is tested on the smallest package that shows it. */
export interface PackageText {
  readonly name: string;
  readonly version?: string;
  readonly managed?: boolean;
  readonly publisher?: string;
  readonly packageVersion?: string | null;
  readonly components?: readonly PackageComponent[];
  readonly missing?: readonly MissingDependency[];
  readonly parent?: string;
}

export function solutionPackage(text: PackageText): SolutionPackage {
  const publisher = text.publisher ?? "contoso";
  const manifest: PackageManifest = {
    uniqueName: text.name,
    names: [{ languageCode: 1033, text: `${text.name} display` }],
    descriptions: [],
    version: text.version ?? "1.0.0.0",
    managed: text.managed ?? true,
    publisher: { uniqueName: publisher, names: [], prefix: publisher.slice(0, 3), optionValuePrefix: 12345 },
    rootComponents: [],
    missingDependencies: text.missing ?? [],
    ...(text.packageVersion === null ? {} : { packageVersion: text.packageVersion ?? "9.2" }),
    ...(text.parent === undefined ? {} : { parentSolution: { uniqueName: text.parent } }),
  };
  return { manifest, components: text.components ?? [], entries: [] };
}

type Part = Partial<Omit<PackageComponent, "type" | "key">>;

export function part(type: number | string, key: string, more: Part = {}): PackageComponent {
  return { type, key, name: key, root: true, shell: false, properties: {}, references: [], ...more };
}

export function table(name: string, properties: Properties = {}, more: Part = {}): PackageComponent {
  return part(1, name, { behavior: 0, properties, ...more });
}

export function column(
  tableName: string,
  name: string,
  properties: Properties = {},
  more: Part = {},
): PackageComponent {
  return part(2, `${tableName}.${name}`, { name, table: tableName, root: false, properties, ...more });
}

export function form(id: Guid, tableName: string, columns: readonly string[], more: Part = {}): PackageComponent {
  const references: ComponentKey[] = columns.map((name) => ({ type: 2, key: `${tableName}.${name}` }));
  return part(60, id, { id, name: "Main", table: tableName, root: false, references, ...more });
}

export function webResource(name: string, properties: Properties = {}, more: Part = {}): PackageComponent {
  return part(61, name, { properties, ...more });
}

export function guid(number: number): Guid {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export interface ImportSettings {
  readonly overwrite?: boolean;
  readonly holding?: boolean;
  readonly jobId?: string;
}

/** An environment whose zips are hand-made packages: the bytes are the package's number. */
export class Bench {
  readonly environment: Environment;
  private readonly packages: SolutionPackage[] = [];
  private clock = Date.UTC(2026, 0, 1);
  private calls = 0;

  constructor(options: EngineOptions = {}, state = emptyState()) {
    this.environment = createEnvironment(state, {
      now: () => new Date((this.clock += 1000)),
      read: (bytes) => {
        const found = this.packages[new DataView(bytes.buffer).getUint32(0)];
        if (!found) throw new Error("no such package");
        return found;
      },
      ...options,
    });
  }

  get caller(): Caller {
    this.calls += 1;
    return {
      userId: this.environment.state.users[0]?.id ?? "",
      activityId: guid(this.calls),
      correlationId: guid(this.calls),
    };
  }

  request(content: SolutionPackage, settings: ImportSettings = {}): ImportRequest {
    return {
      content: this.zip(content),
      importJobId: settings.jobId ?? guid(900_000 + this.environment.state.importJobs.length),
      overwriteUnmanagedCustomizations: settings.overwrite ?? false,
      publishWorkflows: true,
      holdingSolution: settings.holding ?? false,
      componentParameters: [],
    };
  }

  zip(content: SolutionPackage): Uint8Array {
    this.packages.push(content);
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, this.packages.length - 1);
    return bytes;
  }

  import(text: PackageText, settings: ImportSettings = {}): StoredSolution {
    const answer = this.environment.importSolution(this.request(solutionPackage(text), settings), this.caller);
    return this.row(answer.solutionId);
  }

  upgrade(text: PackageText, settings: ImportSettings = {}): StoredSolution {
    const answer = this.environment.stageAndUpgrade(this.request(solutionPackage(text), settings), this.caller);
    return this.row(answer.solutionId);
  }

  promote(name: string): StoredSolution {
    return this.row(this.environment.deleteAndPromote(name, this.caller).solutionId);
  }

  uninstall(name: string): void {
    this.environment.uninstallSolution(name, this.caller);
  }

  find(type: number, key: string): StoredComponent | undefined {
    return this.environment.store.find(type, key);
  }

  get(type: number, key: string): StoredComponent {
    const component = this.find(type, key);
    if (!component) throw new Error(`${String(type)} ${key} is not there`);
    return component;
  }

  /** Names of the layers, bottom first. */
  layers(type: number, key: string): string[] {
    return this.get(type, key).layers.map((layer) => layer.solution);
  }

  effective(type: number, key: string): Properties {
    return this.environment.effectiveProperties(this.get(type, key).id);
  }

  customize(type: number, key: string, properties: Properties): void {
    this.environment.customize(this.get(type, key).id, properties, this.caller);
  }

  private row(id: Guid): StoredSolution {
    const solution = this.environment.store.solution(id);
    if (!solution) throw new Error(`${id} is not installed`);
    return solution;
  }
}

/** The platform's error of an operation that must fail. */
export function faultOf(operation: () => unknown): PlatformFault {
  try {
    operation();
  } catch (error) {
    if (error instanceof PlatformFault) return error;
    throw error;
  }
  throw new Error("The operation succeeded.");
}
