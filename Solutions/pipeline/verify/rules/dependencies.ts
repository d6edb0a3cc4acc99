import { ComponentType } from "../../../../SolutionHealth/domain/model/componentType";
import { describedComponents, keyOf } from "../inventory";
import { manifestOf, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const PLACE = `${SOLUTION}/SolutionManifest/MissingDependencies`;

const UNMANAGED = {
  code: "depends-on-unmanaged",
  severity: "info",
  whatToDo: "Bring these components in a solution first; they were not part of any where this was exported.",
} as const;

const SELF = {
  code: "dependency-in-package",
  severity: "info",
  whatToDo: "Nothing, or take the entry out: what the package brings itself is not missing.",
} as const;

/** Types whose root entry brings all of the component: tables may be carried in part only. */
const WHOLE_TYPES: readonly number[] = [
  ComponentType.WebResource,
  ComponentType.CustomControl,
  ComponentType.OptionSet,
];

/** What the package needs from elsewhere is not its own, and worth a note when no solution brings it. */
export const dependencies: Rule = (checked) => {
  const list = manifestOf(checked)?.child("MissingDependencies")?.childrenNamed("MissingDependency") ?? [];
  const required = list.flatMap((dependency) => dependency.childrenNamed("Required"));
  const unmanaged = required.filter((end) => end.attribute("solution") === "Active").length;
  const own = new Set(
    describedComponents(checked)
      .filter(({ type }) => WHOLE_TYPES.includes(type))
      .map(({ type, key }) => `${type}:${key}`),
  );
  const selves = new Set(
    required
      .map((end) => `${end.attribute("type") ?? ""}:${keyOf(end.attribute("schemaName")) ?? ""}`)
      .filter((key) => own.has(key)),
  );
  return [
    ...(unmanaged > 0
      ? [finding(UNMANAGED, PLACE, `${unmanaged} dependencies are on unmanaged components of the source.`)]
      : []),
    ...[...selves].map((key) =>
      finding(SELF, PLACE, `${key.slice(key.indexOf(":") + 1)} is named as missing, but the package brings it.`),
    ),
  ];
};
