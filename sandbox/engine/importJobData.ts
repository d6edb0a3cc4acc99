import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { PackageComponent, PackageManifest, SolutionPackage } from "../../SolutionHealth/package/model";
import type { PlatformFault } from "./fault";

interface Outcome {
  /** UTC text. */
  readonly at: string;
  readonly ended: string;
  readonly progress: number;
  readonly fault: PlatformFault | undefined;
  /** Number of a component kind in this environment. */
  readonly numbers: (type: number | string) => number;
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

function reportOf(components: readonly PackageComponent[], outcome: Outcome): string {
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

function componentNode(node: string, component: PackageComponent, outcome: Outcome): string {
  const place = outcome.fault?.place;
  const here = place?.key === component.key && place.type === outcome.numbers(component.type);
  return (
    `<${node} id="${xml(component.id ?? component.name)}" LocalizedName="${xml(component.displayName ?? component.name)}" ` +
    `processed="true">${resultNode(outcome.ended, here ? outcome.fault : undefined)}</${node}>`
  );
}

function resultNode(ended: string, fault: PlatformFault | undefined): string {
  const time = ended.slice(11, 19);
  return fault
    ? `<result result="failure" errorcode="${fault.code}" errortext="${xml(fault.message)}" datetime="${time}.00" datetimeticks="${ticks(ended)}"/>`
    : `<result result="success" errorcode="0" errortext="" datetime="${time}.00" datetimeticks="${ticks(ended)}"/>`;
}

function ticks(utc: string): string {
  return String((BigInt(Date.parse(utc)) + EPOCH_OFFSET_MS) * 10_000n);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML text; control characters, which XML 1.0 does not allow, are dropped. */
function xml(text: string): string {
  return text.replace(/[&<>"]|\p{Cc}/gu, (found) => ESCAPES[found] ?? (/\s/.test(found) ? found : ""));
}
