import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { EnvironmentReader } from "../store/environmentStore";
import { SYSTEM_LAYER, type StoredComponent } from "../store/model";
import { effectiveProperties } from "./effective";
import type { Removal } from "./removal";
import { lastFormBlocked } from "./removalFaults";
import type { Work } from "./work";

/** `type` of a main form, and `formactivationstate` of one that is switched off. */
const [MAIN, INACTIVE] = [2, 0];

/**
 * A removal that would leave a table, which stays, without any main form does not take place. Tables of the platform have
 * main forms of its own, which this environment does not keep: there it goes on.
 * @throws 0x8004F654
 */
export function refuseLastForms({ store, options }: Pick<Work, "store" | "options">, removal: Removal): void {
  const counts = options.inactiveFormsLeft === "refuse" ? isOpenMain : isMain;
  for (const form of removal.doomed.values()) {
    if (isMain(form) && staysWithout(store, form.table, removal, counts)) throw lastFormBlocked(form);
  }
}

/** Whether the table stays, and no form of it that counts does. */
function staysWithout(
  store: EnvironmentReader,
  tableName: string | undefined,
  { doomed, survivors }: Removal,
  counts: (form: StoredComponent) => boolean,
): boolean {
  const table = tableName === undefined ? undefined : store.find(ComponentType.Entity, tableName);
  if (!table || doomed.has(table.id) || table.layers[0]?.solution === SYSTEM_LAYER) return false;
  const left = store.componentsOfTable(table.key).filter(({ id }) => !doomed.has(id));
  return !left.some((component) => counts(survivors.get(component.id) ?? component));
}

const isMain = (component: StoredComponent): boolean =>
  (component.type === ComponentType.SystemForm || component.type === ComponentType.Form) &&
  Number(effectiveProperties(component).type) === MAIN;

const isOpenMain = (component: StoredComponent): boolean =>
  isMain(component) && effectiveProperties(component).formactivationstate !== INACTIVE;
