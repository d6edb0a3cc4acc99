import type { AffectedComponent } from "../../../SolutionHealth/domain/consequences/affectedComponent";
import { componentKey, type LayerStack } from "../../../SolutionHealth/domain/layers/componentLayer";
import type {
  IncomingComponent,
  IncomingManifest,
  IncomingPackage,
} from "../../../SolutionHealth/domain/releases/incomingPackage";
import { presentAddress } from "../../../SolutionHealth/domain/releases/presentAddress";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import { addressOf } from "../../../SolutionHealth/domain/releases/releaseAddress";
import type {
  PackageFacts,
  Presence,
  ReleaseFacts,
  ReleaseMember,
} from "../../../SolutionHealth/domain/releases/releaseFacts";
import type { PackagePreview } from "../../../SolutionHealth/domain/releases/releasePreview";

/** Small packages and facts. Ids of components are those of the rollback's samples: `id of <name>`. */
export function manifest(more: Partial<IncomingManifest> = {}): IncomingManifest {
  return {
    uniqueName: "A",
    names: [{ languageCode: 1033, text: "A display" }],
    version: "1.1.0.0",
    managed: true,
    publisher: { uniqueName: "contoso", names: [], prefix: "con" },
    missingDependencies: [],
    rootComponents: [],
    packageVersion: "9.2",
    ...more,
  };
}

export function incoming(type: number | string, key: string, more: Partial<IncomingComponent> = {}): IncomingComponent {
  return { type, key, name: key, root: true, shell: false, properties: {}, references: [], ...more };
}

export const incomingColumn = (table: string, name: string, more: Partial<IncomingComponent> = {}): IncomingComponent =>
  incoming(2, `${table}.${name}`, { name, table, root: false, ...more });

export const pack = (
  components: readonly IncomingComponent[] = [],
  more: Partial<IncomingManifest> = {},
): IncomingPackage => ({
  manifest: manifest(more),
  components,
  fileName: "a.zip",
  size: 10,
  sha256: "ab",
});

export interface FoundText {
  readonly package: IncomingPackage;
  /** Components that are here, whether the package holds them or not. */
  readonly here?: readonly AffectedComponent[];
  readonly members?: readonly ReleaseMember[];
  readonly stacks?: readonly LayerStack[];
  readonly facts?: Partial<ReleaseFacts>;
  readonly found?: Partial<PackageFacts>;
  readonly overwrite?: boolean;
}

export const held = (component: AffectedComponent, ...heldBy: string[]): ReleaseMember => ({ component, heldBy });

export function releaseFacts(text: FoundText): ReleaseFacts {
  const here = new Map((text.here ?? []).map((component) => [presentAddress(component), component]));
  const presence = new Map(
    text.package.components.map((component): [string, Presence] => {
      const found = here.get(addressOf(component));
      return [addressOf(component), found ? { status: "present", here: { component: found } } : { status: "absent" }];
    }),
  );
  return {
    environment: { organizationId: "o", name: "Org", kind: "production", version: "9.2.1.1" },
    languages: [1033],
    running: [],
    solutions: [],
    stacks: new Map((text.stacks ?? []).map((stack) => [componentKey(stack.component), { status: "read", stack }])),
    unread: [],
    readAt: new Date("2026-01-01T00:00:00Z"),
    ...text.facts,
    packages: [
      {
        package: text.package,
        presence,
        members: text.members ?? [],
        parts: [],
        dependencies: [],
        required: [],
        values: [],
        ...text.found,
      },
    ],
  };
}

export function previewOf(text: FoundText): PackagePreview {
  const [preview] = previewRelease(releaseFacts(text), { overwrite: text.overwrite ?? false }).packages;
  if (!preview) throw new Error("no preview");
  return preview;
}
