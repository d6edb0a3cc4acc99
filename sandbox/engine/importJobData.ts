import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { PackageComponent, PackageManifest, SolutionPackage } from "../../SolutionHealth/package/model";
import type { PlatformFault } from "./fault";
import type { ImportWarning } from "./importWarnings";
import { WRITING_FROM, WRITING_TO } from "./install";

interface Outcome {
  /** UTC text. */
  readonly at: string;
  readonly ended: string;
  readonly progress: number;
  readonly fault: PlatformFault | undefined;
  readonly warnings: readonly ImportWarning[];
  /** Number of a component kind in this environment. */
  readonly numbers: (type: number | string) => number;
}

interface Reported extends Outcome {
  readonly reached: ReadonlySet<PackageComponent>;
}

/** Sections of the report by kind, in its order and casing (§5.3); everything else is reported as a root component. */
const SECTIONS: readonly (readonly [section: string, node: string, types: readonly number[]])[] = [
  ["entities", "entity", [ComponentType.Entity]],
  ["nodes", "node", [ComponentType.SiteMap, ComponentType.AppModule]],
  ["dashboards", "dashboard", [ComponentType.Form, ComponentType.SystemForm]],
  ["securityroles", "securityrole", [ComponentType.Role]],
  ["workflows", "workflow", [ComponentType.Workflow]],
  ["templates", "template", [ComponentType.EmailTemplate, ComponentType.Report]],
  ["optionSets", "optionSet", [ComponentType.OptionSet]],
  ["ConnectionRoles", "ConnectionRole", [ComponentType.ConnectionRole]],
  ["SolutionPluginAssemblies", "SolutionPluginAssembly", [ComponentType.PluginAssembly]],
  ["SdkMessageProcessingSteps", "SdkMessageProcessingStep", [ComponentType.SdkMessageProcessingStep]],
  ["ServiceEndpoints", "ServiceEndpoint", [ComponentType.ServiceEndpoint]],
  ["webResources", "webResource", [ComponentType.WebResource]],
  ["CustomControls", "CustomControl", [ComponentType.CustomControl]],
];

const SECTION_TYPES = new Set(SECTIONS.flatMap(([, , types]) => types));

/** .NET counts 100 ns steps from the year 1; this many milliseconds lie before 1970. */
const EPOCH_OFFSET_MS = 62_135_596_800_000n;

/** The report of an import (`importjob.data`): a result for the manifest and for each component. */
export function importJobData(content: SolutionPackage | undefined, outcome: Outcome): string {
  const sections = content ? reportOf(content.components, outcome) : "";
  return (
    `<importexportxml start="${ticks(outcome.at)}" stop="${ticks(outcome.ended)}" progress="${String(outcome.progress)}" ` +
    `processed="true"><solutionManifests>${manifestNode(content?.manifest, outcome)}</solutionManifests>` +
    `<upgradeSolutionPackageInformation><upgradeRequired>0</upgradeRequired><upgradeValid>1</upgradeValid>` +
    `</upgradeSolutionPackageInformation>${sections}</importexportxml>`
  );
}

function manifestNode(manifest: PackageManifest | undefined, outcome: Outcome): string {
  const own = outcome.fault?.place ? undefined : outcome.fault;
  if (!manifest) return `<solutionManifest processed="true">${resultNode(outcome.ended, own)}</solutionManifest>`;
  const name = manifest.names[0]?.text ?? manifest.uniqueName;
  return (
    `<solutionManifest languagecode="${String(manifest.languageCode ?? "")}" id="${xml(manifest.uniqueName)}" ` +
    `LocalizedName="${xml(name)}" processed="true"><UniqueName>${xml(manifest.uniqueName)}</UniqueName>` +
    `<Version>${xml(manifest.version)}</Version><Managed>${manifest.managed ? "1" : "0"}</Managed><results/>` +
    `${resultNode(outcome.ended, own)}</solutionManifest>`
  );
}

function reportOf(components: readonly PackageComponent[], result: Outcome): string {
  const outcome: Reported = { ...result, reached: reachedOf(components, result) };
  const byType = new Map<number, PackageComponent[]>();
  for (const component of components) {
    const type = outcome.numbers(component.type);
    const section = SECTION_TYPES.has(type) ? type : -1;
    const list = byType.get(section);
    if (list) list.push(component);
    else byType.set(section, [component]);
  }
  const named = SECTIONS.map(([section, node, types]) => {
    const nodes = types.flatMap((type) => byType.get(type) ?? []).map((item) => componentNode(node, item, outcome));
    return `<${section}>${nodes.join("")}</${section}>`;
  });
  const others = (byType.get(-1) ?? []).map((item) => componentNode("rootComponent", item, outcome));
  return `${named.join("")}<rootComponents>${others.join("")}</rootComponents>`;
}

function isAt(component: PackageComponent, { fault, numbers }: Outcome): boolean {
  return fault?.place?.key === component.key && fault.place.type === numbers(component.type);
}

/** Components that the import came to: all of them, or those up to where it failed; what follows has no result. */
function reachedOf(components: readonly PackageComponent[], outcome: Outcome): ReadonlySet<PackageComponent> {
  if (!outcome.fault) return new Set(components);
  const failing = components.findIndex((component) => isAt(component, outcome));
  const share = (outcome.progress - WRITING_FROM) / (WRITING_TO - WRITING_FROM);
  const count = failing >= 0 ? failing + 1 : Math.round(Math.min(1, Math.max(0, share)) * components.length);
  return new Set(components.slice(0, count));
}

function componentNode(node: string, component: PackageComponent, outcome: Reported): string {
  const here = isAt(component, outcome);
  const warning = outcome.warnings.find(({ component: about }) => about === component);
  const reached = outcome.reached.has(component);
  const result = reached ? resultNode(outcome.ended, here ? outcome.fault : undefined, warning) : "";
  return (
    `<${node} id="${xml(component.id ?? component.name)}" LocalizedName="${xml(component.displayName ?? component.name)}" ` +
    `processed="${String(reached)}">${result}</${node}>`
  );
}

function resultNode(ended: string, fault: PlatformFault | undefined, warning?: ImportWarning): string {
  const when = `datetime="${ended.slice(11, 19)}.00" datetimeticks="${ticks(ended)}"`;
  const node = (result: string, code: string, text: string): string =>
    `<result result="${result}" errorcode="${code}" errortext="${xml(text)}" ${when}/>`;
  if (fault) return node("failure", fault.code, fault.message);
  return warning ? node("warning", "0", warning.text) : node("success", "0", "");
}

function ticks(utc: string): string {
  return String((BigInt(Date.parse(utc)) + EPOCH_OFFSET_MS) * 10_000n);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML text; control characters, which XML 1.0 does not allow, are dropped. */
function xml(text: string): string {
  return text.replace(/[&<>"]|\p{Cc}/gu, (found) => ESCAPES[found] ?? (/\s/.test(found) ? found : ""));
}
