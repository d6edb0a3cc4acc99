import { ComponentType } from "../../../../SolutionHealth/domain/model/componentType";
import { describedComponents, KNOWN_TYPES, rootEntries, type RootEntry } from "../inventory";
import { CUSTOMIZATIONS, SOLUTION, type PackageUnderCheck } from "../packageUnderCheck";
import { finding, type FindingKind, type Rule } from "../rule";

const PLACE = `${SOLUTION}/SolutionManifest/RootComponents`;

const MISSING = {
  code: "root-component-missing",
  severity: "error",
  whatToDo: "Add its definition to the package, or take it out of <RootComponents>.",
} as const;

/** Processes, steps and profiles live in environments too: real exports name some that they do not carry. */
const MISSING_BY_ID: FindingKind = { ...MISSING, severity: "warning" };

const UNDECLARED = {
  code: "component-undeclared",
  severity: "error",
  whatToDo: "Add a <RootComponent> for it, or take its definition out (the server answers 0x8004803A).",
} as const;

const INVALID = {
  code: "root-component-invalid",
  severity: "error",
  whatToDo: "Give it a type, and a schemaName or an id.",
} as const;

const TWICE = {
  code: "root-component-twice",
  severity: "warning",
  whatToDo: "Keep one of the entries.",
} as const;

const EMPTY = {
  code: "solution-empty",
  severity: "warning",
  whatToDo: "Add components; an empty solution imports, but brings nothing.",
} as const;

/** Types that are known by id across environments: a package may name one without carrying it. */
const BY_ID: ReadonlySet<string> = new Set(
  [ComponentType.Workflow, ComponentType.SdkMessageProcessingStep, ComponentType.FieldSecurityProfile].map(String),
);

/** What solution.xml lists is described in customizations.xml. */
export const rootComponentsExist: Rule = (checked) => {
  if (checked.xml(CUSTOMIZATIONS) === undefined) {
    return [];
  }
  const described = describedComponents(checked);
  const known = new Set(described.map(({ type, key }) => `${type}:${key}`));
  // Controls of the first packers all bear the name "Manifest.xml": nothing can be said of their root entries.
  const namelessControls = described.some(
    ({ type, key }) => type === ComponentType.CustomControl && !key.includes("_"),
  );
  return rootEntries(checked)
    .filter((root) => KNOWN_TYPES.has(root.type) && root.key !== undefined && !mayBeAbsent(root, namelessControls))
    .filter((root) => !known.has(`${root.type}:${root.key ?? ""}`))
    .map((root) => {
      const kind = BY_ID.has(root.type) ? MISSING_BY_ID : MISSING;
      const noun = KNOWN_TYPES.get(root.type) ?? "component";
      return finding(
        kind,
        PLACE,
        `The ${noun} ${root.key ?? ""} is listed, but ${CUSTOMIZATIONS} does not describe it.`,
      );
    });
};

function mayBeAbsent(root: RootEntry, namelessControls: boolean): boolean {
  // Behaviour 2 is a table's shell: some exporters write nothing for it.
  const shell = root.type === String(ComponentType.Entity) && root.behavior === "2";
  return shell || (namelessControls && root.type === String(ComponentType.CustomControl));
}

/** What customizations.xml describes is listed in solution.xml (0x8004803A). */
export const componentsDeclared: Rule = (checked) => {
  const roots = new Set(rootEntries(checked).map(({ type, key }) => `${type}:${key ?? ""}`));
  if (checked.xml(SOLUTION) === undefined) {
    return [];
  }
  return describedComponents(checked)
    .filter(({ type, key }) => !roots.has(`${type}:${key}`))
    .filter(({ type, key }) => type !== ComponentType.CustomControl || key.includes("_"))
    .map(({ noun, key }) =>
      finding(UNDECLARED, CUSTOMIZATIONS, `The ${noun} ${key} is described, but ${SOLUTION} does not list it.`),
    );
};

/** Each root entry names one component, once. */
export const rootEntriesValid: Rule = (checked) => {
  if (checked.xml(SOLUTION) === undefined) {
    return [];
  }
  const roots = rootEntries(checked);
  if (roots.length === 0 && !bringsFiles(checked)) {
    return [finding(EMPTY, PLACE, "The solution lists no components.")];
  }
  const seen = new Set<string>();
  return roots.flatMap((root, index) => judgeEntry(root, `${PLACE}[${index + 1}]`, seen));
};

/** Agents, environment variables and the like lie in files of their own and need no root entry. */
function bringsFiles({ entries }: PackageUnderCheck): boolean {
  return entries.some(({ name }) => name.includes("/"));
}

function judgeEntry({ type, key, parentId }: RootEntry, place: string, seen: Set<string>): ReturnType<Rule> {
  if (type === "" || (key === undefined && !mayBeNameless(type, parentId))) {
    return [finding(INVALID, place, "A root component has no type, or neither a name nor an id.")];
  }
  const whole = `${type}:${key ?? parentId ?? ""}`;
  if (seen.has(whole)) {
    return [finding(TWICE, place, `The component ${key ?? ""} of type ${type} is listed twice.`)];
  }
  seen.add(whole);
  return [];
}

/** The classic site map has no name; parts of a business unit's role name only their parent. Both are real. */
function mayBeNameless(type: string, parentId: string | undefined): boolean {
  return type === String(ComponentType.SiteMap) || parentId !== undefined;
}
