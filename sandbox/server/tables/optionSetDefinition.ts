import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { storedLabels } from "../../engine/labelTexts";
import { plainText } from "../../odata/plainText";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import { labelValue } from "./metadataLabels";
import { isManaged } from "./summaryRow";

/** Children of choices and of columns with options of their own (fact sheet §4.4). */
const OPTIONS = "AttributePicklistValues";

const ON: ReadonlySet<PropertyValue> = new Set<PropertyValue>([true, 1, "1", "true", "True"]);
/** Null where no layer says it, as with columns. */
const flag = (value: PropertyValue | undefined): boolean | null =>
  value === undefined || value === null ? null : ON.has(value);
const textOf = (value: PropertyValue | undefined): string | null =>
  value === undefined || value === null ? null : plainText(value);

function numberOf(value: PropertyValue | undefined): number | null {
  const text = textOf(value);
  return text === null || text === "" || !Number.isFinite(Number(text)) ? null : Number(text);
}

/** `OptionMetadata` of the Web API reference; the options of states and status reasons are of types derived from it. */
function optionRow(option: Row, kind: string, language: number): Row {
  return {
    ...(kind === "State" && {
      "@odata.type": "#Microsoft.Dynamics.CRM.StateOptionMetadata",
      DefaultStatus: numberOf(option.defaultstatus),
      InvariantName: textOf(option.invariantname),
    }),
    ...(kind === "Status" && {
      "@odata.type": "#Microsoft.Dynamics.CRM.StatusOptionMetadata",
      State: numberOf(option.state),
      TransitionData: textOf(option.transitiondata),
    }),
    Value: numberOf(option.value),
    Label: labelValue(
      storedLabels(option["DisplayName - LocalizedLabel"]),
      textOf(option.label) ?? undefined,
      language,
    ),
    Description: labelValue(storedLabels(option["Description - LocalizedLabel"]), undefined, language),
    Color: textOf(option.color),
    ExternalValue: textOf(option.externalvalue) ?? "",
    IsHidden: flag(option.ishidden) ?? false,
    IsManaged: true,
    ParentValues: [],
    Tag: null,
    MetadataId: null,
    HasChanged: null,
  };
}

/** `OptionSetMetadata`, or `BooleanOptionSetMetadata` with its two options by name. */
function optionsOf(component: StoredComponent, kind: string, context: ServerContext): Row {
  const language = context.environment.state.organization.baseLanguage;
  const children = context.environment.effectiveChildren(component.id)[OPTIONS] ?? [];
  const inOrder = [...children].sort((a, b) => (numberOf(a.displayorder) ?? 0) - (numberOf(b.displayorder) ?? 0));
  const options = inOrder.map((option) => optionRow(option, kind, language));
  if (kind !== "Boolean") return { Options: options };
  const named = (value: number): Row | null => options.find(({ Value }) => Value === value) ?? null;
  return { TrueOption: named(1), FalseOption: named(0) };
}

/** What the definition of a global choice has besides what all definitions have. */
export function globalChoice(component: StoredComponent, context: ServerContext): Row {
  const properties = context.index.effectiveProperties(component.id);
  const kind = textOf(properties.optionsettype) ?? "picklist";
  return {
    "@odata.type": "#Microsoft.Dynamics.CRM.OptionSetMetadata",
    Name: component.name,
    IsGlobal: true,
    OptionSetType: kind.charAt(0).toUpperCase() + kind.slice(1),
    ExternalTypeName: textOf(properties.externaltypename),
    IntroducedVersion: textOf(properties.introducedversion),
    IsCustomOptionSet: true,
    IsCustomizable: {
      Value: flag(properties.iscustomizable),
      CanBeChanged: true,
      ManagedPropertyLogicalName: "iscustomizable",
    },
    ParentOptionSetName: null,
    ...optionsOf(component, "Picklist", context),
  };
}

/** Kinds of columns with options, and the members of `OptionSetType`. */
const CHOICES: Readonly<Record<string, string>> = {
  bit: "Boolean",
  multiselectpicklist: "Picklist",
  picklist: "Picklist",
  state: "State",
  status: "Status",
};

/** The choice of a column: its own, or the global one; undefined where the column is of another kind. */
export function choiceOf(column: StoredComponent, context: ServerContext): Row | undefined {
  const properties = context.index.effectiveProperties(column.id);
  const kind = CHOICES[plainText(properties.type ?? "").toLowerCase()];
  if (kind === undefined) return undefined;
  const name = textOf(properties.optionsetname) ?? `${column.table ?? ""}_${column.name}`;
  const global = context.environment.store.find(ComponentType.OptionSet, name.toLowerCase());
  if (global) return { MetadataId: global.id, HasChanged: null, ...globalChoice(global, context) };
  return {
    MetadataId: null,
    HasChanged: null,
    Name: name,
    IsGlobal: false,
    OptionSetType: kind,
    IsManaged: isManaged(column),
    ...optionsOf(column, kind, context),
  };
}
