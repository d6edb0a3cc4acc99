import { ACTIVE_LAYER, SYSTEM_LAYER, type StoredComponent } from "../store/model";
import type { EnvironmentReader } from "../store/environmentStore";
import { PlatformFault } from "./fault";
import type { Blocker } from "./removal";
import { typeName } from "./typeName";

/**
 * 0x8004F020 when a managed solution holds the dependent, else 0x8004F01D (fact sheet §6.8). The dependent's topmost
 * layer says who (§8.3).
 */
export function uninstallBlocked(store: EnvironmentReader, blocker: Blocker): PlatformFault {
  const { required, dependent } = blocker;
  const top = dependent.layers.at(-1)?.solution;
  const holder =
    top === undefined || top === ACTIVE_LAYER || top === SYSTEM_LAYER ? undefined : store.solutionNamed(top);
  if (!holder) {
    return new PlatformFault(
      "0x8004F01D",
      `Solution dependencies exist, cannot uninstall. The ${typeName(required.type)} '${required.name}' ` +
        `(${required.id}) is required by the ${typeName(dependent.type)} '${dependent.name}' (${dependent.id}).`,
      400,
      required,
    );
  }
  return new PlatformFault(
    "0x8004F020",
    `This solution cannot be uninstalled because the '${typeName(required.type)}' with id '${required.id}' is required ` +
      `by the '${holder.uniqueName}' solution. Uninstall the ${holder.uniqueName} solution and try again.`,
    400,
    required,
  );
}

/** 0x8004F01F: an upgrade would delete a component that others, which stay, still need. */
export function deleteBlocked(blockers: readonly Blocker[]): PlatformFault {
  const required = blockers[0]?.required;
  const name = required ? `${typeName(required.type)}(${required.id})` : "";
  const count = new Set(
    blockers.filter((blocker) => blocker.required === required).map(({ dependent }) => dependent.id),
  ).size;
  return new PlatformFault(
    "0x8004F01F",
    `The ${name} component cannot be deleted because it is referenced by ${String(count)} other components. For a list ` +
      "of referenced components, use the RetrieveDependenciesForDeleteRequest.",
    400,
    required,
  );
}

/** No source names the code of this refusal; the text is the documented one (§6.5), the code the unspecific one. */
export function baseLayerBlocked(component: StoredComponent): PlatformFault {
  return new PlatformFault(
    "0x80040216",
    `The uninstall operation will delete the base layer for the component '${typeName(component.type)}' with id ` +
      `'${component.id}' and name '${component.name}'. The operation cannot continue because there are other managed ` +
      "layers over the base layer. You can use the solution layers to find out which other solutions are blocking the " +
      "operation.",
    400,
    component,
  );
}

/** 0x8004F654: a table would be left without any main form. The text is that of Microsoft's troubleshooting page. */
export function lastFormBlocked(form: StoredComponent): PlatformFault {
  return new PlatformFault(
    "0x8004F654",
    `You cannot delete this form because it is the only fallback form of type main for the '${form.table ?? ""}' table. ` +
      "Each table must have at least one fallback form for each form type",
    400,
    form,
  );
}
