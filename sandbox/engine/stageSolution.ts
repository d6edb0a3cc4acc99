import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { DependencyEnd, PackageComponent, SolutionPackage } from "../../SolutionHealth/package/model";
import { guidFor } from "../store/guidFor";
import type { EnvironmentStore } from "../store/environmentStore";
import type { Row, StoredSolution } from "../store/model";
import { isHolding, holdingName } from "./layers";
import { absentComponents } from "./missingDependencies";
import { baseOfPatch, patchesOf } from "./patchRules";
import { textIn } from "./publishers";
import { validationResults } from "./stageValidation";
import { knownTypeNumber, type Work } from "./work";

/** Kinds that the answer lists, with the columns it gives of each: the recorded answer has no others (§6.3). */
const LISTED: readonly {
  readonly type: number | string;
  readonly name: string;
  readonly columns: readonly string[];
}[] = [
  { type: ComponentType.Entity, name: "entity", columns: [] },
  {
    type: "connectionreference",
    name: "connectionreference",
    columns: ["connectorid", "connectionreferencelogicalname", "connectionreferencedisplayname", "description"],
  },
  {
    type: ComponentType.EnvironmentVariableDefinition,
    name: "EnvironmentVariableDefinition",
    columns: [
      "schemaname",
      "displayname",
      "description",
      "type",
      "defaultvalue",
      "isrequired",
      "parameterkey",
      "parentdefinitionid",
      "apiid",
    ],
  },
  {
    type: ComponentType.EnvironmentVariableValue,
    name: "EnvironmentVariableValue",
    columns: ["schemaname", "environmentvariablevalueid", "value"],
  },
];

/** Validates a package and keeps the upload, as `StageSolution` does; installs nothing (§6.3). */
export function stageSolution(work: Work, content: SolutionPackage, zip: Uint8Array): Row {
  const problems = validationResults(work, content);
  const { state } = work.store;
  const uploadId = guidFor(state.organization.id, "upload", work.store.nextVersionNumber());
  state.stagedUploads = [
    ...state.stagedUploads,
    { id: uploadId, content: Buffer.from(zip).toString("base64"), createdOn: work.at },
  ];
  return {
    StageSolutionUploadId: uploadId,
    StageSolutionStatus: problems.some(isError) ? "Failed" : "Passed",
    SolutionComponentsDetails: [solutionEntry(work.store, content), ...componentEntries(work.store, content)],
    SolutionDetails: solutionDetails(work.store, content),
    MissingDependencies: missingEntries(work.store, content),
    SolutionValidationResults: problems,
  };
}

function isError({ SolutionValidationResultType: kind }: Row): boolean {
  return kind === "Error";
}

function solutionEntry(store: EnvironmentStore, { manifest }: SolutionPackage): Row {
  const language = store.state.organization.baseLanguage;
  const name = textIn(manifest.names, language) ?? manifest.uniqueName;
  const description = textIn(manifest.descriptions, language) ?? "";
  return entry(name, "solution", "Unknown", ["localizedname", "description"], [name, description]);
}

function componentEntries(store: EnvironmentStore, { components }: SolutionPackage): Row[] {
  return LISTED.flatMap(({ type, name, columns }) =>
    components
      .filter((component) => sameType(component.type, type))
      .map((component) => {
        const known = knownTypeNumber(store, component.type);
        const present = known !== undefined && store.find(known, component.key) !== undefined ? "True" : "False";
        if (columns.length === 0)
          return entry(component.displayName ?? component.name, name, present, ["name"], [component.name]);
        return entry(
          shownName(component, name),
          name,
          present,
          columns,
          columns.map((column) => valueOf(component, column)),
        );
      }),
  );
}

/** The recorded answer names definitions by their display name, the others by their schema or logical name. */
function shownName(component: PackageComponent, kind: string): string {
  return kind === "EnvironmentVariableDefinition" ? (component.displayName ?? component.name) : component.name;
}

function sameType(first: number | string, second: number | string): boolean {
  return String(first).toLowerCase() === String(second).toLowerCase();
}

/** Values are texts, empty where the package has none. */
function valueOf(component: PackageComponent, column: string): string {
  const value: PropertyValue | undefined = component.properties[column];
  if (value === undefined || value === null) return fallback(component, column);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function fallback(component: PackageComponent, column: string): string {
  if (column === "displayname" || column === "connectionreferencedisplayname") return component.displayName ?? "";
  if (column === "schemaname" || column === "connectionreferencelogicalname") return component.name;
  return column === "environmentvariablevalueid" ? (component.id ?? "") : "";
}

function entry(name: string, type: string, present: string, keys: readonly string[], values: readonly string[]): Row {
  return {
    ComponentName: name,
    ComponentTypeName: type,
    IsPresentInOrg: present,
    Attributes: { Count: keys.length, Keys: [...keys], Values: [...values] },
  };
}

function solutionDetails(store: EnvironmentStore, { manifest }: SolutionPackage): Row {
  const language = store.state.organization.baseLanguage;
  const base = store.solutionNamed(baseOfPatch(manifest) ?? manifest.uniqueName);
  const holding = store.solutionNamed(holdingName(manifest.uniqueName));
  return {
    SolutionUniqueName: manifest.uniqueName,
    SolutionFriendlyName: textIn(manifest.names, language) ?? manifest.uniqueName,
    SolutionDescription: textIn(manifest.descriptions, language) ?? "",
    PublisherUniqueName: manifest.publisher.uniqueName,
    PublisherFriendlyName: textIn(manifest.publisher.names, language) ?? manifest.publisher.uniqueName,
    ...previousDetails(store, store.solutionNamed(manifest.uniqueName)),
    IsPatchSolution: baseOfPatch(manifest) !== undefined,
    IsManaged: manifest.managed,
    SolutionVersion: manifest.version,
    PreviousPatchSolutionsNames: base ? patchesOf(store.state.solutions, base).map((patch) => patch.uniqueName) : [],
    IsPrerequisitesExport: false,
    HasPendingUpgrade: holding !== undefined && isHolding(holding),
  };
}

/** The installed solution of the package's name: nulls where there is none. */
function previousDetails(store: EnvironmentStore, installed: StoredSolution | undefined): Row {
  const publisher = store.state.publishers.find((one) => one.id === installed?.publisherId);
  const { uniqueName = null, friendlyName = null, version = null, managed = false } = installed ?? {};
  return {
    PreviousSolutionUniqueName: uniqueName,
    PreviousSolutionFriendlyName: friendlyName,
    PreviousPublisherUniqueName: publisher?.uniqueName ?? null,
    PreviousPublisherFriendlyName: publisher?.friendlyName ?? null,
    PreviousIsManaged: managed,
    PreviousSolutionVersion: version,
  };
}

function missingEntries(store: EnvironmentStore, content: SolutionPackage): Row[] {
  return absentComponents(store, content).map(({ required, dependent }) => ({
    ...endColumns("Required", required),
    RequiredSolutionName: required.solution ?? "",
    ...(dependent ? endColumns("Dependent", dependent) : {}),
    DependentSolutionName: content.manifest.uniqueName,
  }));
}

function endColumns(side: "Required" | "Dependent", end: DependencyEnd): Row {
  return {
    [`${side}ComponentSchemaName`]: end.schemaName ?? "",
    [`${side}ComponentDisplayName`]: end.displayName ?? "",
    [`${side}ComponentParentSchemaName`]: end.parentSchemaName ?? "",
    [`${side}ComponentParentDisplayName`]: "",
    [`${side}ComponentId`]: end.id ?? "",
    [`${side}ComponentType`]: end.type,
  };
}
